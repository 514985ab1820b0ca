import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSort, select } from '../../src/select/index.js';
import type { SelectOptions, SortKey } from '../../src/select/stage.js';
import { feed, selected } from '../helpers/feed.js';
import { anyPaper, paper } from '../helpers/paper.js';

const by = (text: string): readonly SortKey[] => {
  const reading = readSort(text);
  if ('message' in reading) throw new Error(reading.message);
  return reading.value;
};

describe('sort', () => {
  const papers = [
    paper({ title: 'b', comments: 2 }),
    paper({ title: 'a10', comments: null }),
    paper({ title: 'a9', comments: 2, authors: ['x', 'y'] }),
    paper({ title: 'C', comments: 0 }),
    paper({ title: 'é', comments: 30, authors: ['x'] }),
  ];

  test.each([
    ['comments', ['C', 'b', 'a9', 'é', 'a10']],
    ['-comments', ['é', 'b', 'a9', 'C', 'a10']],
    ['title', ['a9', 'a10', 'b', 'C', 'é']],
    ['-title', ['é', 'C', 'b', 'a10', 'a9']],
    ['authors', ['é', 'a9', 'b', 'a10', 'C']],
    ['-authors', ['a9', 'é', 'b', 'a10', 'C']],
    ['-comments,title', ['é', 'a9', 'b', 'C', 'a10']],
    ['yearInferred', ['b', 'a10', 'a9', 'C', 'é']],
  ])('by %s', async (text, titles) => {
    const found = await selected(papers, { sort: by(text) });
    expect(found.titles).toEqual(titles);
    expect(found.said).toEqual([]);
  });

  test('by a field that no paper shows changes nothing and says so once', async () => {
    const { titles, said } = await selected(papers, { sort: by('-upvotes,line,title') });
    expect(titles).toEqual(['a9', 'a10', 'b', 'C', 'é']);
    expect(said.map(({ code, field }) => [code, field])).toEqual([
      ['field-not-shown', 'upvotes'],
      ['field-not-shown', 'line'],
    ]);
  });
});

describe('limit', () => {
  const endless = function* () {
    for (let at = 1; ; at++) yield paper({ title: String(at), upvotes: at });
  };

  test.each([
    [{ limit: 3 }, ['1', '2', '3'], 3],
    [{ limit: 2, minUpvotes: 10 }, ['10', '11'], 11],
    [{ limit: 0 }, [], 0],
  ])('%o stops reading', async (options, titles, read) => {
    const source = feed(endless());
    const found: string[] = [];
    for await (const { title } of select(source.papers, options)) found.push(title);
    expect(found).toEqual(titles);
    expect(source.state.read).toBe(read);
    // A generator that never began has nothing to close.
    expect(source.state.closed).toBe(read > 0);
  });

  test('of 0 closes a source that is already open', async () => {
    const source = feed(endless());
    await source.papers.next();
    for await (const _ of select(source.papers, { limit: 0 })) expect.unreachable();
    expect(source.state.closed).toBe(true);
  });

  test('gives all papers where there are fewer', async () => {
    expect((await selected([paper()], { limit: 5 })).titles).toHaveLength(1);
  });
});

test('merging comes first, then filters, then order, then the limit', async () => {
  const papers = [
    paper({ title: 'Late', upvotes: 1, published: '2025-01-01' }),
    paper({ title: 'Twin', published: '2025-01-02' }),
    paper({ title: 'Old', upvotes: 99, published: '2020-01-01' }),
    paper({ title: 'twin', upvotes: 7 }),
    paper({ title: 'Last', upvotes: 8, published: '2025-03-01' }),
  ];
  const { titles } = await selected(papers, {
    limit: 1,
    sort: by('-upvotes'),
    since: '2025',
    minUpvotes: 2,
    unique: true,
  });
  expect(titles).toEqual(['Last']);
  expect((await selected(papers, { since: '2025-01-02', unique: true })).titles).toEqual(['twin', 'Last']);
});

test('what is sorted is what the filters left', async () => {
  const papers = [paper({ title: 'Rivers' }), paper({ title: 'Sheep', upvotes: 3 })];
  const { said } = await selected(papers, { match: /Rivers/, sort: by('upvotes') });
  expect(said.map(({ code }) => code)).toEqual(['field-not-shown']);
});

test('without options every paper comes through as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { maxLength: 5 }), async (papers) => {
      const found = await selected(papers, {});
      expect(found.papers.every((record, at) => record === papers[at])).toBe(true);
      expect(found.papers).toHaveLength(papers.length);
    }),
  );
});

test('any selection gives papers of the feed, and again the same from its own result', async () => {
  const options: SelectOptions = {
    since: '2000',
    minComments: 5,
    match: /o|w/iu,
    sort: by('-comments,title'),
  };
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { maxLength: 8 }), async (papers) => {
      const once = (await selected(papers, options)).papers;
      expect(once.every((found) => papers.includes(found as (typeof papers)[number]))).toBe(true);
      expect((await selected(once, options)).papers).toEqual(once);
    }),
  );
});
