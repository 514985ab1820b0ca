import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { PAPER_FIELDS, type Paper } from '../../src/paper.js';
import { spreadOf, stats } from '../../src/stats/count.js';
import { bar, renderStats } from '../../src/stats/render.js';
import { anyPaper, paper } from '../helpers/paper.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures/stats');

const readLines = (folder: string): Paper[] =>
  readFileSync(join(FIXTURES, folder, 'input.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe.each(readdirSync(FIXTURES))('%s', (folder) => {
  test.each([40, 80, 200])('at %d columns', async (width) => {
    const text = await renderStats(await stats(readLines(folder)), { width });
    await expect(text).toMatchFileSnapshot(join(FIXTURES, folder, `expected-${width}.txt`));
  });

  test('as data', async () => {
    const text = `${JSON.stringify(await stats(readLines(folder)), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(FIXTURES, folder, 'expected.json'));
  });

  test('in plain ASCII bars', async () => {
    const text = await renderStats(await stats(readLines(folder)), { width: 60, bars: 'ascii' });
    await expect(text).toMatchFileSnapshot(join(FIXTURES, folder, 'expected-ascii.txt'));
  });
});

test('any papers are all counted, and every line fits the width', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPaper, { maxLength: 12 }),
      fc.integer({ min: 40, max: 200 }),
      async (papers, width) => {
        const counted = await stats(papers);
        expect(counted.papers).toBe(papers.length);
        expect(counted.years.reduce((sum, { papers }) => sum + papers, 0)).toBe(papers.length);
        expect(counted.organizations.reduce((sum, { papers }) => sum + papers, 0)).toBe(
          papers.filter(({ organization, organizationSlug }) => organization ?? organizationSlug).length,
        );
        for (const field of PAPER_FIELDS) {
          if (field !== 'yearInferred')
            expect(counted.notShown.includes(field)).toBe(counted.shown[field] === 0);
        }
        const text = await renderStats(counted, { width });
        // Ranges of numbers in the billions are the only thing that may be wider.
        const lines = text
          .split('\n')
          .filter((line) => !/^(?:Ranges| {2}(?:authors|comments|upvotes|stars) )/.test(line));
        expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      },
    ),
  );
});

const timesOf = (numbers: readonly number[]): Map<number, number> =>
  new Map(numbers.map((number) => [number, numbers.filter((other) => other === number).length]));

test.each([
  [[], null],
  [[7], { papers: 1, least: 7, median: 7, most: 7 }],
  [[3, 1], { papers: 2, least: 1, median: 2, most: 3 }],
  [[5, 1, 5, 5, 2], { papers: 5, least: 1, median: 5, most: 5 }],
  [[0, 10, 0, 9], { papers: 4, least: 0, median: 4.5, most: 10 }],
  [[100, 20, 3], { papers: 3, least: 3, median: 20, most: 100 }],
])('the spread of %j', (numbers, spread) => {
  expect(spreadOf(timesOf(numbers))).toEqual(spread);
});

test('the median is the middle of the sorted numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1 }), (numbers) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      const middle = (sorted.length - 1) / 2;
      const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
      expect(spreadOf(timesOf(numbers))?.median).toBe(median);
    }),
  );
});

test.each([
  [8, 8, 3, '███', '###'],
  [0, 8, 3, '', ''],
  [1, 1000, 3, '▏', '#'],
  [4, 8, 3, '█▌', '##'],
  [1, 8, 1, '▏', '#'],
  [7, 8, 1, '▉', '#'],
])('a bar of %d of %d in %d columns', (value, largest, columns, blocks, ascii) => {
  expect(bar(value, largest, columns, 'blocks')).toBe(blocks);
  expect(bar(value, largest, columns, 'ascii')).toBe(ascii);
});

test('paint is told what each piece is, and changes no place', async () => {
  const counted = await stats(readLines('feed'));
  const plain = await renderStats(counted, { width: 80 });
  const marked = await renderStats(counted, { width: 80, paint: (role, text) => `<${role}>${text}</>` });
  expect(marked.replace(/<\/?[a-z]*>/g, '')).toBe(plain);
  expect(marked).toContain('<heading>Papers by year</>');
  expect(marked).toContain('<date>2024   </>');
  expect(marked).toContain('<who>Tidal Lab</>');
  expect(marked).toContain('<number>13</>');
});

test('fields that are not shown are called as asked', async () => {
  const text = await renderStats(await stats([paper()]), { nameOf: (field) => `the ${field}` });
  expect(text).toContain('  the published, the upvotes,');
});

test('organizations of the same name are one, however they are written', async () => {
  const { organizations } = await stats([
    paper({ organization: 'Tidal Lab', organizationSlug: 'tidal-lab' }),
    paper({ organization: 'TIDAL LAB' }),
    paper({ organizationSlug: 'weir' }),
    paper({ organization: 'Weir' }),
    paper({ organization: 'Alone' }),
  ]);
  expect(organizations).toEqual([
    { name: 'Tidal Lab', slug: 'tidal-lab', papers: 2 },
    { name: 'weir', slug: 'weir', papers: 2 },
    { name: 'Alone', slug: null, papers: 1 },
  ]);
});
