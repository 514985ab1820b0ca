import { describe, expect, test } from 'vitest';
import { readPattern, select } from '../../src/select/index.js';
import type { SelectOptions } from '../../src/select/stage.js';
import { feed, selected } from '../helpers/feed.js';
import { paper } from '../helpers/paper.js';

const dated = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-03-01', '2025-06-15'].map((day) =>
  paper({ title: day, published: day }),
);

describe('since and until take in the whole period', () => {
  test.each<[SelectOptions, string[]]>([
    [{ since: '2024' }, ['2024-01-01', '2024-02-29', '2024-03-01', '2025-06-15']],
    [{ since: '2024-02' }, ['2024-02-29', '2024-03-01', '2025-06-15']],
    [{ since: '2024-03-01' }, ['2024-03-01', '2025-06-15']],
    [{ until: '2024' }, ['2023-12-31', '2024-01-01', '2024-02-29', '2024-03-01']],
    [{ until: '2024-02' }, ['2023-12-31', '2024-01-01', '2024-02-29']],
    [{ until: '2024-01-01' }, ['2023-12-31', '2024-01-01']],
    [{ since: '2024-02', until: '2024' }, ['2024-02-29', '2024-03-01']],
    [{ since: '2025', until: '2024' }, []],
  ])('%o', async (options, days) => {
    const { titles, said } = await selected(dated, options);
    expect(titles).toEqual(days);
    expect(said).toEqual([]);
  });

  test('and are refused where they are no period', () => {
    expect(() => select(feed(dated).papers, { since: '2024-13' })).toThrow(RangeError);
    expect(() => select(feed(dated).papers, { until: 'May' })).toThrow(/"May" is not a year/);
  });
});

test('match looks into title and abstract, at any number of papers', async () => {
  const papers = [
    paper({ title: 'Rivers' }),
    paper({ title: 'Sheep', abstract: 'Counted beside RIVERS.' }),
    paper({ title: 'Goats', abstract: 'Uncounted.' }),
    paper({ title: 'Old rivers' }),
  ];
  expect((await selected(papers, { match: /rivers/i })).titles).toEqual(['Rivers', 'Sheep', 'Old rivers']);
  expect((await selected(papers, { match: /rivers/gi })).titles).toEqual(['Rivers', 'Sheep', 'Old rivers']);
  expect((await selected(papers, { match: /Rivers Sheep/ })).titles).toEqual([]);
  const pattern = readPattern('^rivers$');
  expect((await selected(papers, 'value' in pattern ? { match: pattern.value } : {})).titles).toEqual([
    'Rivers',
  ]);
});

test.each([
  ['qualcomm', ['a', 'b']],
  ['QUALCOMM', ['a', 'b']],
  ['carnegie-mellon university', ['c']],
  ['cmu', ['c', 'd']],
  ['Qual', []],
])('the organization %s is found by name or handle', async (organization, titles) => {
  const papers = [
    paper({ title: 'a', organization: 'Qualcomm' }),
    paper({ title: 'b', organizationSlug: 'qualcomm' }),
    paper({ title: 'c', organization: 'Carnegie Mellon University', organizationSlug: 'CMU' }),
    paper({ title: 'd', organization: 'Other', organizationSlug: 'cmu' }),
    paper({ title: 'e' }),
  ];
  const found = await selected(papers, { organization });
  expect(found.titles).toEqual(titles);
  expect(found.said).toEqual([]);
});

describe('papers that do not show the field', () => {
  const papers = [
    paper({ title: 'a', upvotes: 0, comments: 3 }),
    paper({ title: 'b', upvotes: 9 }),
    paper({ title: 'c', comments: 4 }),
    paper({ title: 'd', comments: 1 }),
  ];

  test('are left out and counted once', async () => {
    const { titles, said } = await selected(papers, { minComments: 2 });
    expect(titles).toEqual(['a', 'c']);
    expect(said).toMatchObject([
      {
        code: 'field-undecided',
        severity: 'warning',
        field: 'comments',
        message: 'left out 1 paper that does not show comments',
      },
    ]);
  });

  test('are not counted where another condition refuses them anyway', async () => {
    const { titles, said } = await selected(papers, { minUpvotes: 0, minComments: 3 });
    expect(titles).toEqual(['a']);
    expect(said.map(({ field, message }) => [field, message])).toEqual([
      ['upvotes', 'left out 1 paper that does not show upvotes'],
      ['comments', 'left out 1 paper that does not show comments'],
    ]);
  });

  test('count 0 as shown', async () => {
    expect((await selected(papers, { minUpvotes: 0 })).titles).toEqual(['a', 'b']);
  });

  test.each<[SelectOptions, string]>([
    [{ minUpvotes: 1, minComments: 0 }, 'upvotes'],
    [{ since: '2024' }, 'published'],
    [{ organization: 'x' }, 'organization'],
  ])('are said to be all of them for %o', async (options, field) => {
    const { titles, said } = await selected([paper({ comments: 1 }), paper({ comments: 2 })], options);
    expect(titles).toEqual([]);
    expect(said).toMatchObject([
      {
        code: 'field-not-shown',
        field,
        message: `nothing is left: no paper shows ${field}`,
      },
    ]);
  });

  test('are no matter of an empty feed', async () => {
    expect(
      (await selected([], { minUpvotes: 1, since: '2024', sort: [{ field: 'upvotes', descending: true }] }))
        .said,
    ).toEqual([]);
  });

  test('are no reason to say that no paper shows it when reading stopped early', async () => {
    const said: string[] = [];
    const stream = select(feed([paper(), paper({ upvotes: 5 })]).papers, {
      minUpvotes: 1,
      onDiagnostic: ({ code }) => said.push(code),
    });
    const iterator = stream[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.return?.();
    expect(said).toEqual(['field-undecided']);
  });

  test('are no reason to say so when reading failed', async () => {
    const said: string[] = [];
    async function* broken() {
      yield paper();
      throw new Error('torn');
    }
    const stream = select(broken(), { minUpvotes: 1, onDiagnostic: ({ code }) => said.push(code) });
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toThrow('torn');
    expect(said).toEqual(['field-undecided']);
  });
});
