import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arxivId, hubPaperUrl } from '../../src/fields/arxiv.js';
import { oneLine } from '../../src/fields/text.js';
import type { Paper } from '../../src/paper.js';
import { anyPaper, paper, written } from '../helpers/paper.js';
import { read } from '../helpers/read-case.js';
import { runs } from '../helpers/runs.js';

const text = (value: string | null): string | null => (value === null ? null : oneLine(value) || null);
const texts = (values: readonly string[]): string[] => values.flatMap((value) => text(value) ?? []);
const address = (value: string | null): string | null => {
  const clean = oneLine(value ?? '');
  return /^https?:\/\/\S+$/i.test(clean) ? clean : null;
};

const idOf = (paper: Paper): string | null => (paper.arxivId === null ? null : arxivId(paper.arxivId));
const hubUrlOf = (id: string | null): string | null => (id === null ? null : hubPaperUrl(id));

/** The record as a reader of ours gives it: texts on one line, nothing invisible, no id of a thirteenth month. */
const asRead = (paper: Paper): Paper => ({
  ...paper,
  title: oneLine(paper.title) || 'x',
  organization: text(paper.organization),
  organizationSlug: text(paper.organizationSlug),
  submittedBy: text(paper.submittedBy),
  arxivId: idOf(paper),
  url: hubUrlOf(idOf(paper)),
  githubRepo: address(paper.githubRepo),
  projectPage: address(paper.projectPage),
  links: paper.links.flatMap((link) => address(link) ?? []),
  authors: texts(paper.authors),
  keywords: texts(paper.keywords),
  aiSummary: text(paper.aiSummary),
  abstract: text(paper.abstract),
});

const format = fc.constantFrom('json', 'jsonl');

// What others read of every format is shown in test/writers.
it('every record that a reader can give comes back from json and jsonl, with nothing to say', async () => {
  const papers = fc.array(anyPaper.map(asRead), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(papers, format, async (records, name) => {
      const { papers: back, diagnostics } = await read(await written(records, name));
      expect(back).toEqual(records);
      expect(diagnostics).toEqual([]);
    }),
    runs(200),
  );
});

it('every other record that the schema lets through comes back as a reader would have given it', async () => {
  const hasTitle = ({ title }: Paper): boolean => oneLine(title) !== '';
  const papers = fc.array(anyPaper.filter(hasTitle), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(papers, format, async (records, name) => {
      expect((await read(await written(records, name))).papers).toEqual(records.map(asRead));
    }),
    runs(200),
  );
});

it.each(['json', 'jsonl'] as const)(
  'the day of the page comes back from %s, what is no day is left out',
  async (format) => {
    const records = ['2025-05-20', null].map((pageDate) => paper({ pageDate }));
    const { papers } = await read(await written(records, format, { fields: ['title', 'pageDate'] }), {
      provenance: true,
    });
    expect(papers).toMatchObject([{ pageDate: '2025-05-20' }, { pageDate: null }]);
    const odd = await read('[{"title":"x","pageDate":"yesterday"}]', { provenance: true });
    expect(odd.papers).toMatchObject([{ title: 'x', pageDate: null }]);
    expect(odd.diagnostics).toMatchObject([{ code: 'date-invalid', field: 'pageDate' }]);
  },
);

it('texts that look like notations of others come back as they are', async () => {
  const odd = paper({
    title: '[Kites](https://huggingface.co/papers/2505.00011)',
    organization: '{"title":"Cranes","name":"Lab"}',
    organizationSlug: '@crane',
    submittedBy: '@gale',
    authors: ['Quill and Ochre', '{"name":"Gale"}', 'Quill, Ada', '12 authors'],
    keywords: ['paper; cranes', '[1]'],
  });
  expect((await read(await written([odd], 'json'))).papers).toEqual([odd]);
});
