import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAPER_FIELDS, paperSchema } from '../../src/paper.js';
import { anyPaper, paper, written } from '../helpers/paper.js';

const readers = {
  json: (text: string): unknown[] => JSON.parse(text),
  jsonl: (text: string): unknown[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
};

for (const format of ['json', 'jsonl'] as const) {
  const read = readers[format];
  test(`${format} gives every value back untouched, in the order of the record`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { maxLength: 4 }), async (papers) => {
        const back = read(await written(papers, format));
        expect(back).toEqual(papers);
        for (const record of back) expect(Object.keys(record as object)).toEqual(PAPER_FIELDS);
      }),
    );
  });

  test(`${format} writes the fields that are asked for, in that order`, async () => {
    const papers = [paper({ source: 'a.txt', upvotes: 3 }), paper()];
    const text = await written(papers, format, { fields: ['source', 'upvotes', 'title'] });
    expect(read(text).map((record) => Object.entries(record as object))).toEqual([
      [
        ['source', 'a.txt'],
        ['upvotes', 3],
        ['title', 'Rivers That Run Uphill'],
      ],
      [
        ['source', null],
        ['upvotes', null],
        ['title', 'Rivers That Run Uphill'],
      ],
    ]);
  });

  test(`${format} leaves out where a paper was found unless asked`, async () => {
    const text = await written([paper({ source: 'a.txt', line: 3, rank: 1, pageDate: null })], format);
    expect(() => paperSchema.parse(read(text)[0])).not.toThrow();
  });

  test(`${format} holds together over many pieces`, async () => {
    const papers = Array.from({ length: 500 }, (_, index) =>
      paper({ rank: index, abstract: 'b'.repeat(900) }),
    );
    const text = await written(papers, format, { fields: ['rank', 'abstract'] });
    expect(read(text).map((record) => (record as { rank: number }).rank)).toEqual(
      papers.map(({ rank }) => rank),
    );
  });
}

test('json is laid out as JSON.stringify does it, for none, one and two papers', async () => {
  for (const papers of [[], [paper()], [paper(), paper({ authors: ['Ida Quill'] })]]) {
    expect(await written(papers, 'json')).toBe(`${JSON.stringify(papers, null, 2)}\n`);
  }
});

test('jsonl of no papers is empty', async () => {
  expect(await written([], 'jsonl')).toBe('');
});
