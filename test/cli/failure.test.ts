import { describe, expect, it, vi } from 'vitest';
import { runIn } from '../helpers/harness.js';

vi.mock('../../src/parse.js', () => ({
  // biome-ignore lint/correctness/useYield: it fails before the first paper
  parsePages: async function* () {
    throw new TypeError('x is not a function');
  },
  parseText: () => undefined,
}));

describe('a mistake in the program', () => {
  it('is one line and a request', async () => {
    const { code, stderr } = await runIn(['parse', 'fixtures/daily-papers.txt', '-f', 'csv']);
    expect(code).toBe(3);
    expect(stderr).toBe('papers: this is a bug in papers, please report it: x is not a function\n');
  });

  it('shows where it happened only with --verbose', async () => {
    const { stderr } = await runIn(['parse', 'fixtures/daily-papers.txt', '-f', 'csv', '-v']);
    expect(stderr).toContain('failure.test.ts');
  });
});
