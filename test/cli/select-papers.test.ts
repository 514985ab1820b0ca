import { describe, expect, it } from 'vitest';
import { selectPapers } from '../../src/cli/commands/parse.js';
import type { Paper } from '../../src/index.js';

const feed = (count: number) => {
  const seen: string[] = [];
  async function* papers() {
    for (let number = 1; number <= count; number++) {
      seen.push(`Paper ${number}`);
      yield { title: `Paper ${number}`, abstract: null } as Paper;
    }
  }
  return { seen, papers: papers() };
};

describe('selectPapers', () => {
  it.each([0, 2, 9])('reads everything, also with --limit %d', async (limit) => {
    const { seen, papers } = feed(5);
    const chosen = selectPapers(papers, { limit }, () => undefined);
    const titles: string[] = [];
    for await (const { title } of chosen.papers) titles.push(title);
    expect(titles).toEqual(seen.slice(0, limit));
    expect(chosen.selected()).toBe(titles.length);
    expect(seen).toHaveLength(5);
  });
});
