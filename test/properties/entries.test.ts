import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../helpers/read-case.js';
import { runs } from '../helpers/runs.js';
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
    expect(page.papers.length).toBe(page.starts.length - 1);
    expect([...page.starts].sort((a, b) => a - b)).toEqual(page.starts);
  });

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

describe('windows, cut anywhere out of a page', () => {
  it('give every whole entry inside, and no title that no paper has', async () => {
    const window = fc.tuple(fc.constantFrom(...pages), fc.nat(), fc.integer({ min: 2, max: 120 }));
    await fc.assert(
      fc.asyncProperty(window, async ([page, draw, length]) => {
        const first = draw % (page.lines.length - 1);
        const last = first + length;
        const { papers } = await read(page.lines.slice(first, last).join('\n'), { asOf: '2026-10-02' });
        const whole = page.papers.filter(
          (_, i) => (page.starts[i] as number) >= first && (page.starts[i + 1] as number) <= last,
        );
        expect(whole.flatMap((paper) => differences(papers, page, paper))).toEqual([]);
        // Of a title over several lines a cut leaves a part.
        const isPart = ({ title }: { title: string }) =>
          page.papers.some((paper) => paper.title.startsWith(title) || paper.title.endsWith(title));
        expect(papers.filter((paper) => !isPart(paper)).map(({ title }) => title)).toEqual([]);
      }),
      runs(600),
    );
  });
});
