import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PAPER_FIELDS, type PaperField } from '../../src/paper.js';
import { jsonReader } from '../../src/readers/json/index.js';
import { readPages } from './read-pages.js';

const whole: Record<PaperField, unknown> = {
  title: 'Paper cranes',
  published: '2024-02-29',
  yearInferred: false,
  upvotes: 3,
  comments: 0,
  authorCount: 2,
  organization: 'Crane Lab',
  organizationSlug: 'crane-lab',
  submittedBy: 'ada',
  arxivId: '2505.13379',
  url: 'https://huggingface.co/papers/2505.13379',
  githubRepo: 'https://github.com/crane/cranes',
  githubStars: 12,
  projectPage: 'https://cranes.example/"x"',
  authors: ['Ada Fold', 'Bo Crease'],
  keywords: ['paper', 'wings'],
  links: ['https://cranes.example/a'],
  aiSummary: 'Cranes fold.',
  abstract: 'We fold cranes, see https://cranes.example/a; "all" of 3\\4.',
};
/** Values of every kind that no field, or only some, may have. */
const odd = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  'x',
  ' x',
  'x ',
  'a  b',
  'a\nb',
  'a\u00a0b',
  'a\u007fb',
  'a\u0000b',
  'a\u200bb',
  '\ud800',
  'ü',
  '🦢\u200d',
  'a/b\\c"d',
  '2025-02-29',
  '2025-02-28',
  '0001-01-01',
  '2505.13379v2',
  'hep-th/9901001',
  'github.com/a/b',
  'https://x.example ',
  'HTTPS://X.example',
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  1e300,
  true,
  [],
  {},
  [''],
  ['x', ' y'],
  ['x', 'a  b'],
  ['https://x.example', 'x.example'],
  [['x']],
  [null],
  ['ü', 'x'],
);

/** A space after the title makes a record one that must be mended, and is all that is lost in the mending. */
const readMended = (record: { title?: unknown }) =>
  readPages(
    jsonReader,
    JSON.stringify({ ...record, ...(typeof record.title === 'string' && { title: `${record.title} ` }) }),
  );

it('records that need no mending, or a little, are read as if all were mended', async () => {
  const changes = fc.dictionary(
    fc.constantFrom<string>(...PAPER_FIELDS),
    fc.oneof({ weight: 4, arbitrary: odd }, { weight: 1, arbitrary: fc.constant(undefined) }),
    { maxKeys: 3 },
  );
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const record = { ...whole, ...changed };
      const reading = await readPages(jsonReader, JSON.stringify(record));
      expect(reading).toEqual(await readMended(record));
    }),
    { numRuns: 3000 },
  );
});

it('fields come in their order, whatever the order of the members', async () => {
  const turned = JSON.stringify(Object.fromEntries(Object.entries(whole).reverse()));
  const { pages } = await readPages(jsonReader, turned);
  expect(Object.keys(pages[0]?.entries[0]?.fields ?? {})).toEqual(PAPER_FIELDS);
});

it('a record with more or other members is looked at as a whole', async () => {
  const { title: _, ...untitled } = whole;
  const { pages, diagnostics } = await readPages(
    jsonReader,
    JSON.stringify([
      { ...whole, paper: { title: 'Of the feed' } },
      { ...untitled, name: 'x' },
    ]),
  );
  expect(pages.flatMap(({ entries }) => entries.map(({ fields }) => fields.title))).toEqual(['Of the feed']);
  expect(diagnostics.at(-1)).toMatchObject({ code: 'schema-mismatch', record: 2, expected: 'a title' });
});
