import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { PAPER_FIELDS } from '../../src/paper.js';
import { visible } from '../../src/words.js';
import { anyPaper, paper, written } from '../helpers/paper.js';

const name = z.union([
  z.strictObject({ literal: z.string() }),
  z.strictObject({
    family: z.string(),
    given: z.string(),
    suffix: z.optional(z.string()),
    'non-dropping-particle': z.optional(z.string()),
  }),
]);

/** The part of the CSL data schema 1.0.2 that a preprint needs; no package ships the schema itself. */
const items = z.array(
  z.strictObject({
    id: z.string().check(z.minLength(1)),
    type: z.literal('article'),
    genre: z.literal('preprint'),
    title: z.string(),
    author: z.optional(z.array(name).check(z.minLength(1))),
    issued: z.optional(
      z.strictObject({
        'date-parts': z.array(z.array(z.int()).check(z.minLength(1), z.maxLength(3))).check(z.length(1)),
      }),
    ),
    publisher: z.optional(z.literal('arXiv')),
    number: z.optional(z.string()),
    DOI: z.optional(z.string()),
    URL: z.optional(z.string()),
    keyword: z.optional(z.string()),
    abstract: z.optional(z.string()),
  }),
);

/** A text as one line of what can be seen. */
const shown = (text: string | null): string =>
  visible(text ?? '')
    .replace(/ +/g, ' ')
    .trim();

/** The words of a name, in whatever order its parts stand. */
const wordsOf = (name: string): string[] =>
  name
    .split(/[ ,]+/)
    .filter((word) => word !== '')
    .sort();

test('any papers make valid items that a citation processor takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { maxLength: 4 }), async (papers) => {
      const parsed = items.parse(JSON.parse(await written(papers, 'csl-json', { fields: PAPER_FIELDS })));
      expect(parsed.map(({ title }) => title)).toEqual(papers.map(({ title }) => shown(title)));
      expect(parsed.map(({ DOI = null }) => DOI)).toEqual(
        papers.map(({ arxivId }) => arxivId && `10.48550/arXiv.${arxivId}`),
      );
      expect(parsed.map(({ URL = null }) => URL)).toEqual(papers.map(({ url }) => url));
      expect(parsed.map(({ abstract = '' }) => abstract)).toEqual(
        papers.map(({ abstract }) => shown(abstract)),
      );
      const keywords = papers.map((record) => record.keywords.map(shown).filter((word) => word !== ''));
      expect(parsed.map(({ keyword = '' }) => keyword)).toEqual(keywords.map((words) => words.join(', ')));
      parsed.forEach(({ author = [] }, at) => {
        const { authors = [], organization = null } = papers[at] ?? {};
        const names = authors.map(shown).filter((name) => name !== '');
        const whose = names.length > 0 ? names : [shown(organization)].filter((name) => name !== '');
        expect(author.map((parts) => wordsOf(Object.values(parts).join(' ')))).toEqual(whose.map(wordsOf));
      });
      const back = new Cite(parsed).data;
      expect(back.map(({ id }) => id)).toEqual(parsed.map(({ id }) => id));
      expect(back.map(({ issued }) => issued?.['date-parts'])).toEqual(
        parsed.map(({ issued }) => issued?.['date-parts']),
      );
    }),
  );
});

test('is printed as a preprint by names, year, title and archive', async () => {
  const text = await written(
    [
      paper({
        title: 'Thinkless: LLM Learns <think>',
        published: '2025-05-19',
        arxivId: '2505.13379',
        authors: ['Ida van der Quill', 'Bo Marsh Jr.'],
      }),
    ],
    'csl-json',
  );
  expect(new Cite(JSON.parse(text)).format('bibliography', { template: 'apa', lang: 'en-US' }).trim()).toBe(
    'van der Quill, I., & Marsh, B., Jr. (2025). Thinkless: LLM Learns <think> (Preprint arXiv:2505.13379). arXiv. https://doi.org/10.48550/arXiv.2505.13379',
  );
});

test('has the day, or the month of the id if it is one, or no date', async () => {
  const papers = [
    paper({ title: 'A1', published: '2024-02-29' }),
    paper({ title: 'B1', arxivId: '2410.05430' }),
    paper({ title: 'C1', arxivId: 'hep-th/9901001' }),
    paper({ title: 'D1' }),
    paper({ title: 'E1', arxivId: 'hep-th/9913001' }),
  ];
  const dates = items
    .parse(JSON.parse(await written(papers, 'csl-json')))
    .map(({ issued }) => issued?.['date-parts'][0]);
  expect(dates).toEqual([[2024, 2, 29], [2024, 10], [1999, 1], undefined, [1999]]);
});

test('has the same keys as the BibTeX file', async () => {
  const papers = [
    paper({ published: '2025-01-01' }),
    paper({ title: 'Rivers That Run Dry', published: '2025-02-01' }),
  ];
  const ids = items.parse(JSON.parse(await written(papers, 'csl-json'))).map(({ id }) => id);
  const keys = [...(await written(papers, 'bibtex')).matchAll(/^@misc\{(.*),$/gm)].map(([, key]) => key);
  expect(keys).toHaveLength(2);
  expect(ids).toEqual(keys);
});

test('holds together over many pieces', async () => {
  const papers = Array.from({ length: 450 }, (_, at) => paper({ title: `Paper number${at}x` }));
  expect(items.parse(JSON.parse(await written(papers, 'csl-json')))).toHaveLength(450);
});
