import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperRecord } from '../../src/paper.js';
import { selected } from '../helpers/feed.js';
import { anyPaper, paper } from '../helpers/paper.js';

const unique = (...papers: Partial<PaperRecord>[]) =>
  selected(
    papers.map((fields) => paper(fields)),
    { unique: true },
  );

const found = (source: string, line: number | null, pageDate: string | null = null) => ({
  source,
  line,
  rank: 1,
  pageDate,
});

describe('which papers are one', () => {
  test.each<[string, [title: string, arxivId: string | null][], string[]]>([
    [
      'same id, whatever the title',
      [
        ['A', '2501.00001'],
        ['B', '2501.00001'],
      ],
      ['B'],
    ],
    [
      'same title without ids',
      [
        ['A b', null],
        ['C', null],
        ['a  B!', null],
      ],
      ['a  B!', 'C'],
    ],
    [
      'same title, one id',
      [
        ['A', null],
        ['a', '2501.00001'],
      ],
      ['a'],
    ],
    [
      'same title, two ids',
      [
        ['A', '2501.00001'],
        ['A', '2501.00002'],
      ],
      ['A', 'A'],
    ],
    [
      'same title, two ids and none',
      [
        ['A', null],
        ['B', null],
        ['A', '2501.00001'],
        ['A', '2501.00002'],
      ],
      ['A', 'B', 'A'],
    ],
    [
      'the other title of an id',
      [
        ['A', '2501.00001'],
        ['B', '2501.00001'],
        ['b', null],
      ],
      ['b'],
    ],
    [
      'titles without letters',
      [
        ['???', null],
        ['!!!', null],
        ['???', null],
      ],
      ['???', '!!!'],
    ],
    [
      'Unicode forms',
      [
        ['é', null],
        ['e\u0301', null],
      ],
      ['e\u0301'],
    ],
    [
      'not vowel signs',
      [
        ['कि', null],
        ['कु', null],
      ],
      ['कि', 'कु'],
    ],
  ])('%s', async (_, papers, titles) => {
    expect((await unique(...papers.map(([title, arxivId]) => ({ title, arxivId })))).titles).toEqual(titles);
  });
});

test('a copy without an id goes with the first of the papers that share its title', async () => {
  const { papers } = await unique({ comments: 5 }, { arxivId: '2501.00001' }, { arxivId: '2501.00002' });
  expect(papers.map(({ arxivId, comments }) => [arxivId, comments])).toEqual([
    ['2501.00001', 5],
    ['2501.00002', null],
  ]);
});

test('what one copy does not show comes from the other, and that is said once', async () => {
  const { papers, said } = await unique(
    {
      arxivId: '2501.00001',
      url: 'https://x.example/1',
      authors: ['Ida Quill'],
      abstract: 'Water.',
      upvotes: 3,
    },
    { upvotes: 9, comments: 1, authorCount: 1 },
    { title: 'Other' },
  );
  expect(papers).toEqual([
    paper({
      arxivId: '2501.00001',
      url: 'https://x.example/1',
      authors: ['Ida Quill'],
      authorCount: 1,
      abstract: 'Water.',
      upvotes: 9,
      comments: 1,
    }),
    paper({ title: 'Other' }),
  ]);
  expect(said).toEqual([
    {
      code: 'duplicate-merged',
      severity: 'info',
      message: '1 paper occurs more than once; the copies were merged',
    },
  ]);
});

test.each([
  ['the newer page', '2025-03-02', '2025-03-01', 1],
  ['the later input where the days are the same', '2025-03-01', '2025-03-01', 2],
  ['the later input where one day is unknown', '2025-03-01', null, 2],
  ['the later input where the other is unknown', null, '2025-03-01', 2],
])('%s wins', async (_, first, second, upvotes) => {
  const { papers } = await unique(
    { upvotes: 1, ...found('a.txt', 10, first) },
    { upvotes: 2, ...found('b.txt', 20, second) },
  );
  expect(papers).toHaveLength(1);
  expect(papers[0]).toMatchObject({ upvotes, source: upvotes === 1 ? 'a.txt' : 'b.txt' });
});

describe('values that disagree', () => {
  test('are told with the place of the one that was dropped', async () => {
    const { papers, said } = await unique(
      { published: '2025-01-01', submittedBy: 'ida', ...found('a.txt', 7) },
      { published: '2025-01-02', submittedBy: 'bo', ...found('a.txt', 90) },
    );
    expect(papers[0]).toMatchObject({ published: '2025-01-02', submittedBy: 'bo' });
    const message =
      'two copies of “Rivers That Run Uphill” disagree on published: 2025-01-02 was kept, not 2025-01-01';
    expect(said.filter(({ code }) => code === 'duplicate-conflict')).toMatchObject([
      { file: 'a.txt', line: 7, field: 'published', expected: '2025-01-02', actual: '2025-01-01', message },
      { file: 'a.txt', line: 7, field: 'submittedBy', expected: 'bo', actual: 'ida' },
    ]);
  });

  test('are told without a place where none is known', async () => {
    const { said } = await unique({ projectPage: 'https://a.example' }, { projectPage: 'https://b.example' });
    const told = said.find(({ code }) => code === 'duplicate-conflict');
    expect(told).toMatchObject({ field: 'projectPage' });
    expect(told).not.toHaveProperty('file');
    expect(told).not.toHaveProperty('line');
  });

  test.each([
    ['another input', found('history.json', 1), found('today.html', null)],
    ['another input of the same day', found('a.txt', 1, '2025-03-01'), found('b.txt', 1, '2025-03-01')],
    ['another day', found('a.txt', 1, '2025-03-01'), found('a.txt', 90, '2025-03-02')],
    ['another day, the older page last', found('a.txt', 1, '2025-03-02'), found('a.txt', 90, '2025-03-01')],
  ])('are an update and no conflict in %s', async (_, one, other) => {
    const { said } = await unique({ abstract: 'Old.', ...one }, { abstract: 'New.', ...other });
    expect(said.map(({ code }) => code)).toEqual(['duplicate-merged']);
  });

  test.each<[string, Partial<PaperRecord>, Partial<PaperRecord>]>([
    [
      'counts that moved',
      { upvotes: 1, comments: 2, githubStars: 3 },
      { upvotes: 4, comments: 5, githubStars: 6 },
    ],
    ['spelling', { organization: 'Tidal Lab' }, { organization: 'tidal  lab' }],
    ['what one does not show', { organization: 'Tidal Lab', authors: [] }, { authors: ['Ida Quill'] }],
    [
      'whether the year was inferred',
      { published: '2025-01-01', yearInferred: true },
      { published: '2025-01-01' },
    ],
  ])('are not %s', async (_, a, b) => {
    expect((await unique(a, b)).said.map(({ code }) => code)).toEqual(['duplicate-merged']);
  });

  test('keep what belongs together from one copy', async () => {
    const { papers } = await unique(
      {
        organization: 'Sluice',
        organizationSlug: 'sluice',
        githubRepo: 'https://g.example/a',
        githubStars: 5,
      },
      { organization: 'Weir', githubRepo: 'https://g.example/b' },
    );
    expect(papers[0]).toMatchObject({ organization: 'Weir', organizationSlug: null, githubStars: null });
  });

  test('are quoted short', async () => {
    const { said } = await unique({ abstract: 'a'.repeat(999) }, { abstract: 'b'.repeat(999) });
    expect(said.find(({ code }) => code === 'duplicate-conflict')?.message.length).toBeLessThan(250);
  });
});

test('a year that one copy prints is not inferred', async () => {
  const [a, b] = [{ published: '2025-01-01', yearInferred: true }, { published: '2025-01-01' }];
  expect((await unique(a, b)).papers[0]?.yearInferred).toBe(false);
  expect((await unique(b, a)).papers[0]?.yearInferred).toBe(false);
  expect((await unique(a, a)).papers[0]?.yearInferred).toBe(true);
  expect((await unique(a, {})).papers[0]?.yearInferred).toBe(true);
  expect((await unique({ ...b, published: '2024-01-01' }, a)).papers[0]?.yearInferred).toBe(true);
});

test('any papers are unique after it was done once, and no title is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { maxLength: 6 }), async (papers) => {
      const once = await selected([...papers, ...papers], { unique: true });
      const again = await selected(once.papers, { unique: true });
      expect(again.papers).toEqual(once.papers);
      expect(again.said).toEqual([]);
      expect(once.papers.length).toBeLessThanOrEqual(papers.length);
      const ids = new Set(papers.flatMap(({ arxivId }) => arxivId ?? []));
      expect(new Set(once.papers.flatMap(({ arxivId }) => arxivId ?? []))).toEqual(ids);
    }),
  );
});
