import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/paper.js';
import { read, readCases } from '../helpers/read-case.js';
import { RUNS, runs } from '../helpers/runs.js';
import { distinctPapers } from './feed.js';
import { convertedPages, htmlPages, jsonPages, type Pages, textPages } from './generated.js';

/** Where a page ends and the next begins is told by its header; `Trending Papers ranked by …` is of its foot. */
const HEADER =
  /^(?:> ?|#+ )?\s*(?:\[\d+\])?(?:Daily Papers|DAILY PAPERS|Trending Papers|TRENDING PAPERS|new)\b(?! ranked by)/m;

const fixtures: Pages = Object.fromEntries(
  readCases()
    .filter(
      ({ name, options, input }) =>
        name.startsWith('read/text/') && Object.keys(options).length === 0 && !input.includes('20'),
    )
    .map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
);
const [some, others] = [distinctPapers(5), distinctPapers(5, 30)];
/** A mail is decoded as a whole, so nothing comes behind it. */
const isMail = (text: string): boolean => /^MIME-Version:/m.test(text);
const begun = (pages: Pages): Pages =>
  Object.fromEntries(
    Object.entries(pages).filter(([, text]) => HEADER.test(text.slice(0, 600)) && !isMail(text)),
  );

const alone = new Map<string, Paper[]>();
const papersOf = async (text: string): Promise<Paper[]> => {
  const known = alone.get(text) ?? (await read(text)).papers;
  alone.set(text, known);
  return known;
};

const giveWhatEachGives = async (a: string, b: string): Promise<boolean> => {
  const { papers } = await read(`${a}\n${b}`);
  return isDeepStrictEqual(papers, [...(await papersOf(a)), ...(await papersOf(b))]);
};

/** Any two of the pages: which of them, as far as they are not told apart. */
const wrongPairs = async (pages: Pages, times: number): Promise<string[]> => {
  const page = fc.constantFrom(...Object.keys(pages));
  const wrong: string[] = [];
  for (const [a, b] of fc.sample(fc.tuple(page, page), runs(times))) {
    const [first, second] = [pages[a] as string, pages[b] as string];
    if (!(await giveWhatEachGives(first, second))) wrong.push(`${a}, then ${b}`);
  }
  return wrong;
};

const anyTwoGiveWhatEachGives = async (pages: Pages, times: number): Promise<void> =>
  expect(await wrongPairs(pages, times)).toEqual([]);

/** The same shapes with other papers. */
const twice = (pagesOf: (papers: typeof some) => Pages): Pages => ({
  ...pagesOf(some),
  ...Object.fromEntries(Object.entries(pagesOf(others)).map(([name, text]) => [`${name}, other`, text])),
});

/** Where a converter leaves the header out, or cut it off, a page's first entry may look like the last one's rest. */
const WRONG_AT_MOST = 0.01;

describe('two whole pages in one file give what each gives', () => {
  it('fixtures, every shape of text, and what converters make', async () => {
    const converted: Pages = {};
    // A page of which nothing can be read, such as all of a search on one line, has no end either; nor has what
    // Readability makes of one, of which little can be read.
    for (const [name, text] of Object.entries(await convertedPages(some)))
      if (!name.startsWith('Readability textContent') && (await papersOf(text)).length > 0)
        converted[name] = text;
    const pages = begun({ ...fixtures, ...twice(textPages), ...converted });
    expect(Object.keys(pages).length).toBeGreaterThan(100);
    expect((await wrongPairs(pages, 400)).slice(400 * RUNS * WRONG_AT_MOST)).toEqual([]);
  });

  it('HTML of any kind', () => anyTwoGiveWhatEachGives(twice(htmlPages), 20));
  it('JSON of any kind', () => anyTwoGiveWhatEachGives(twice(jsonPages), 20));
});
