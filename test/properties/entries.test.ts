import { describe, expect, it } from 'vitest';
import { seeded } from '../helpers/random.js';
import { read } from '../helpers/read-case.js';
import { RUNS } from '../helpers/runs.js';
import {
  differences,
  type EntryPage,
  entriesAlone,
  inventedTitles,
  sampleEntries,
  shapeEntries,
} from './entries.js';

const sample = await sampleEntries();
const pages: EntryPage[] = [sample, ...(await shapeEntries(17, 100))];

describe.each(pages.map((page) => ({ name: page.name, page })))('entries of $name alone', ({ page }) => {
  it('are found where each stands', () => {
    expect(page.papers.map(({ title }) => title)).toEqual(page.titles);
    expect(page.titles.length).toBe(page.starts.length - 1);
    expect([...page.starts].sort((a, b) => a - b)).toEqual(page.starts);
  });

  // Its titles are broken, and a few entries alone do not show at which width.
  if (page.name === 'day page with a list of its links') return;

  it.each([1, 2, 3])('give all but the year, %i in a row', async (count) => {
    for (let from = 0; from + count < page.starts.length; from++) {
      const { papers } = await read(entriesAlone(page, from, count));
      const wanted = page.papers.slice(from, from + count);
      const wrong = wanted.flatMap((whole) => differences(papers, page, whole));
      expect([...wrong, ...inventedTitles(papers, page)]).toEqual([]);
      expect(papers.map(({ title }) => title)).toEqual(wanted.map(({ title }) => title));
    }
  });
});

const WINDOWS = 600 * RUNS;
/** Of all whole entries. A window may begin below a title, and what is left look like another: some will be misread. */
const MISSING_AT_MOST = 0.005;
const INEXACT_AT_MOST = 0.03;
const WRONG_TITLES_AT_MOST = 0.005;

describe('windows, cut anywhere out of a page', () => {
  it('give the whole entries inside, and no title that no paper has', async () => {
    const random = seeded(Number(process.env.SEED ?? 1));
    let whole = 0;
    const missing: string[] = [];
    const inexact: string[] = [];
    const wrongTitles: string[] = [];
    for (let i = 0; i < WINDOWS; i++) {
      const page = random.pick(pages);
      const first = random.below(page.lines.length - 1);
      const last = first + 2 + random.below(120);
      const { papers } = await read(page.lines.slice(first, last).join('\n'), { asOf: '2026-10-02' });
      for (const [n, paper] of page.papers.entries()) {
        if ((page.starts[n] as number) < first || (page.starts[n + 1] as number) > last) continue;
        whole += 1;
        const differs = differences(papers, page, paper);
        const place = `${page.name}, lines ${first + 1}–${last}`;
        if (differs.length > 0 && !papers.some(({ title }) => title === paper.title)) missing.push(place);
        if (differs.length > 0) inexact.push(`${place}: ${differs.join('; ')}`);
      }
      // Of a title over several lines a cut leaves a part.
      const isPart = (title: string) =>
        page.titles.some((known) => known.startsWith(title) || known.endsWith(title));
      wrongTitles.push(...papers.map(({ title }) => title).filter((title) => !isPart(title)));
    }
    expect(missing.slice(whole * MISSING_AT_MOST)).toEqual([]);
    expect(inexact.slice(whole * INEXACT_AT_MOST)).toEqual([]);
    expect(wrongTitles.slice(whole * WRONG_TITLES_AT_MOST)).toEqual([]);
  });
});
