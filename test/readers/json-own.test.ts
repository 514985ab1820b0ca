import { expect, it } from 'vitest';
import { PAPER_FIELDS, type PaperField } from '../../src/paper.js';
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
  submittedOn: '2024-03-02',
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
it('fields come in their order, whatever the order of the members', async () => {
  const turned = JSON.stringify(Object.fromEntries(Object.entries(whole).reverse()));
  const { pages } = await readPages('json', turned);
  expect(Object.keys(pages[0]?.entries[0]?.fields ?? {})).toEqual(PAPER_FIELDS);
});

it('a record with more or other members is looked at as a whole', async () => {
  const { title: _, ...untitled } = whole;
  const { pages, diagnostics } = await readPages(
    'json',
    JSON.stringify([
      { ...whole, paper: { title: 'Of the feed' } },
      { ...untitled, name: 'x' },
    ]),
  );
  expect(pages.flatMap(({ entries }) => entries.map(({ fields }) => fields.title))).toEqual(['Of the feed']);
  expect(diagnostics.at(-1)).toMatchObject({ code: 'schema-mismatch', record: 2, expected: 'a title' });
});

it.each([
  ['2505.13379', 'https://huggingface.co/papers/2505.00009'],
  [null, 'https://evil.example/x'],
])('the address of a record follows its id %s, not %s', async (arxivId, url) => {
  const { pages, diagnostics } = await readPages('json', JSON.stringify([{ ...whole, arxivId, url }]));
  expect(pages[0]?.entries[0]?.fields.url).toBe(arxivId === null ? null : whole.url);
  expect(diagnostics).toMatchObject([{ code: 'field-invalid', field: 'url' }]);
});
