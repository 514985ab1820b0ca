import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseText } from '../../src/parse.js';
import { anyPaper, written } from '../helpers/paper.js';
import { read } from '../helpers/read-case.js';
import { readerOf } from './read-pages.js';

test.each([
  ['title,published\n', 'its columns are called title, published'],
  [
    '\ufeff\r\ntitle,published,upvotes,comments\r\nA,,,',
    'its columns are called title, published, upvotes, …',
  ],
  ['"Paper Title","Num Comments"\n', 'its columns are called Paper Title, Num Comments'],
  ['id\ttitle\trating', 'its columns are called id, title'],
  ['Title;Date', 'its columns are called Title, Date'],
  ['sep=;\r\nTitle;Date\r\n', 'its columns are called Title, Date'],
  ['# saved today\n\ntitle,date\n', 'its columns are called title, date'],
  ['title|arxiv_id|upvotes\nCranes|2505.00011|3', 'its columns are called title, arxiv_id, upvotes'],
  ['Title | Upvotes\n--- | ---:\nCranes | 3', null],
  ['| Title | Upvotes |', null],
  ['#,Title,Link,▲', 'its columns are called Title, Link, ▲'],
  ['date,paper,link', 'its columns are called date, paper, link'],
  ['titre,auteurs,résumé,votes,lien', 'its columns are called titre, auteurs, résumé, …'],
  ['No.,論文タイトル,著者,いいね,URL', 'its columns are called 論文タイトル, 著者, いいね, …'],
  ['Título\tResumen\tVotos', 'its columns are called Título, Resumen, Votos'],
  ['title\nCranes', null],
  ['title,rating', null],
  ['published,abstract', null],
  ['Title: Cranes, Published: 2025', null],
  ['Cranes, their title, and what was published', null],
  ['# title, published', null],
  ['| title | published |', null],
])('%j', (head, why) => {
  expect(readerOf('csv').detect(head)).toBe(why);
});

/** What the text of a cell cannot tell: where two items meet that hold `; `, and an apostrophe of its own. */
const isTold = (text: string): boolean => !/;\s|;$|^\s*'/u.test(text);

describe.each([
  ['csv', {}],
  ['csv', { excel: true }],
  ['csv', { escapeFormulas: false }],
  ['tsv', {}],
] as const)('our own %s %j', (format, options) => {
  test('gives every record back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { maxLength: 4 }), async (given) => {
        // As a reader of ours would have them: on one line each, without what cannot be seen.
        const { papers } = await parseText(JSON.stringify(given));
        const plain = papers.filter(
          ({ title, authors, keywords, organization, abstract, aiSummary, submittedBy, organizationSlug }) =>
            [
              title,
              organization,
              abstract,
              aiSummary,
              submittedBy,
              organizationSlug,
              ...authors,
              ...keywords,
            ].every((text) => text === null || isTold(text)),
        );
        const back = await parseText(await written(plain, format, options), { inputFormat: 'csv' });
        expect(back.papers).toEqual(plain);
      }),
    );
  });
});

const found = async (text: string) => {
  const { papers, diagnostics, inputs } = await read(text);
  expect(inputs[0]?.reader).toBe('csv');
  return [papers.length, diagnostics.map(({ code, line }) => `${code} ${line}`)];
};

test('lines above the header', async () => {
  expect(await found('sep=;\n# saved today\ntitle;arxiv_id\nA;2505.00011\nB\n')).toEqual([
    2,
    ['field-invalid 5'],
  ]);
});

test.each(['title,year,rating,votes\nA,1999,7.1,12\n', 'name,title,date\nIda Bell,Professor,2025-05-01\n'])(
  'rows that only have titles are no papers: %j',
  async (text) => {
    expect(await found(text)).toEqual([0, expect.arrayContaining(['schema-mismatch 2'])]);
  },
);

test.each([
  ['a sum', 'title,url,upvotes\nA,/papers/2505.00011,3\n,,\nTotal,,3\n', 4],
  ['what made it', 'title,url,upvotes\nA,/papers/2505.00011,3\nMade by a script on 2025-05-03,,\n', 3],
  ['sections', 'title,url,upvotes\nAnimals,,\nA,/papers/2505.00011,3\n', 2],
])('%s among papers with ids is none', async (_, text, line) => {
  expect(await found(text)).toEqual([1, [`unrecognised-line ${line}`]]);
});

test('a title alone is a paper where no paper has an id', async () => {
  expect(await found('title,upvotes,published\nA,3,\nB,,2025-05-01\n')).toEqual([2, []]);
});

test.each([
  ['with commas', 'Ada Fold, Ben Crease'],
  ['as JSON', '["Ada Fold", "Ben Crease"]'],
  ['as Python has it', "['Ada Fold', 'Ben Crease']"],
  ['as a database has it', '{"Ada Fold","Ben Crease"}'],
  ['with `and`', 'Ada Fold and Ben Crease'],
  ['with strokes', 'Ada Fold|Ben Crease'],
  ['with semicolons', 'Ada Fold;Ben Crease'],
  ['with lines', 'Ada Fold\nBen Crease'],
  ['with the commas of Chinese', 'Ada Fold、Ben Crease'],
  ['as papers writes it', 'Ada Fold; Ben Crease'],
])('a list %s in columns with our names', async (_, authors) => {
  const cell = `"${authors.replaceAll('"', '""')}"`;
  const { papers, diagnostics } = await read(
    `title,authors,organization,url\nA,${cell},N/A,https://huggingface.co/papers/2505.00011\n`,
  );
  expect(papers).toMatchObject([{ authors: ['Ada Fold', 'Ben Crease'], authorCount: 2, organization: null }]);
  expect(diagnostics).toEqual([]);
});

test.each([
  ['"A ""B"" C"', 'A "B" C'],
  ['"A \\"B\\" C"', 'A "B" C'],
  ['"A\\"', 'A\\'],
  ['"M\\""uller ""B"""', 'M\\"uller "B"'],
])('quotes in a cell: %s', async (cell, title) => {
  const { papers } = await read(`title,arxiv_id\n${cell},2505.00011\n`);
  expect(papers.map((paper) => paper.title)).toEqual([title]);
});

test.each([
  ['no names', 'A one,https://hf.co/papers/2505.00011,3\n"B, two",https://hf.co/papers/2505.00012,5\n'],
  ['no names, and ids first', '2505.00011\tA one\t3\n2505.00012\tB, two\t5\n'],
  ['names that are not known', 'X;Where;Y\nA one;/papers/2505.00011;3\n"B, two";/papers/2505.00012;5\n'],
  ['counts in words', '5 upvotes,A one,2505.00011\n9 upvotes,"B, two",2505.00012\n'],
  [
    'cells that all begin alike, and over lines',
    'w href,w src,w\n/papers/2505.00011,"Submitted by\nada",A one\n/papers/2505.00012,"Submitted by\nben","B, two"\n',
  ],
])('columns with %s are found by what is in them', async (_, text) => {
  const { papers, diagnostics } = await read(text);
  expect(papers.map(({ title, arxivId }) => [title, arxivId])).toEqual([
    ['A one', '2505.00011'],
    ['B, two', '2505.00012'],
  ]);
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'unrecognised-line', line: 1 }));
});

test.each([
  'A one, https://hf.co/papers/2505.00011\nB, two, https://hf.co/papers/2505.00012\n',
  'A one,https://hf.co/papers/2505.00011\n',
  'A one,https://a.example/\nB two,https://b.example/\n',
  '- A one, 2505.00011, 3 upvotes\n- B two, 2505.00012, 5 upvotes\n',
  '1. A one, 2505.00011\n2. B two, 2505.00012\n',
])('%j is no table', (text) => {
  expect(readerOf('csv').detect(text)).toBeNull();
});

test('names that objects have of their own', async () => {
  expect(await found('title,upvotes,comments,__proto__,constructor,toString\nA,1,2,x,y,z\n')).toEqual([
    1,
    ['member-unknown undefined'],
  ]);
});

test.each<[string, [string, string | null, string | null][], string]>([
  ['B,"2505.00012","We fo', [['B', '2505.00012', 'We fo']], 'entry-truncated 3'],
  ['B,"2505.0', [['B', null, null]], 'entry-truncated 3'],
  ['"B goes', [], 'malformed-csv 3'],
  ['B,2505.00012,"We fo\nC,2505.00013,x', [], 'malformed-csv 3'],
])('a table that ends in %j', async (end, kept, message) => {
  const { papers, diagnostics } = await read(`title,arxiv_id,abstract,note\nA,2505.00011,We fold.,x\n${end}`);
  expect(papers.slice(1).map(({ title, arxivId, abstract }) => [title, arxivId, abstract])).toEqual(kept);
  expect(
    diagnostics.filter(({ severity }) => severity !== 'info').map(({ code, line }) => `${code} ${line}`),
  ).toEqual([message]);
});

test('a table without a column for titles is an error that says so', async () => {
  const { papers, diagnostics } = await read('rating,stars\n1,2\n', { inputFormat: 'csv' });
  expect(papers).toEqual([]);
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'malformed-csv: the first row names no column for titles',
  ]);
});

test.each([
  ['a name above it', 'Papers of May,,\n\ntitle,arxiv_id,upvotes\nA,2505.00011,3\nB,2505.00012,5\n'],
  [
    'two cells above it',
    'Made,2025-05-03,,\n,,,\nrank,title,arxiv_id,upvotes\n1,A,2505.00011,3\n2,B,2505.00012,5\n',
  ],
  [
    'the prompt of a database above it',
    'papers=# select title, arxiv_id, upvotes from p;\n title | arxiv_id | upvotes\n---+---+---\nA | 2505.00011 | 3\nB | 2505.00012 | 5\n(2 rows)\n\npapers=# \n',
  ],
  ['the delimiter in quotes', '"sep=;"\r\ntitle;arxiv_id;upvotes\r\nA;2505.00011;3\r\nB;2505.00012;5\r\n'],
  ['a fence around it', '```csv\ntitle,arxiv_id,upvotes\nA,2505.00011,3\nB,2505.00012,5\n```\n'],
  [
    'what a database prints around rows',
    'title | arxiv_id | upvotes\n---+---+---\nA | 2505.00011 | 3\nB | 2505.00012 | 5\n(2 rows)\n',
  ],
  ['spaces before its quotes', 'title, arxiv_id, upvotes\n"A", "2505.00011", 3\n"B", "2505.00012", 5\n'],
  ['two columns of one name', 'title,arxiv_id,upvotes,title\nA,2505.00011,3,\nB,2505.00012,5,B\n'],
  [
    'titles that are links',
    'Paper,Upvotes\n[A](https://hf.co/papers/2505.00011),3\n[B](/papers/2505.00012),5\n',
  ],
  ['ids as the text of a spreadsheet', 'title,arxiv_id,upvotes\nA,="2505.00011",3\nB,\'2505.00012,5\n'],
  ['its header again', 'title,arxiv_id,upvotes\nA,2505.00011,3\ntitle,arxiv_id,upvotes\nB,2505.00012,5\n'],
  ['another below it', 'title,arxiv_id,upvotes\nA,2505.00011,3\n\nupvotes,title,arxiv_id\n5,B,2505.00012\n'],
  ['a comment below it', 'title,arxiv_id,upvotes\nA,2505.00011,3\nB,2505.00012,5\n# 2 rows\n'],
  [
    'papers in the notation of Python, as pandas writes the records of the feed',
    `paper,title,numComments\n"{'id': '2505.00011', 'title': 'A', 'upvotes': 3}",A,1\n"{'id': '2505.00012', 'title': 'B', 'upvotes': 5}",B,2\n`,
  ],
  ['columns of inner members', 'paper.title,paper.id,paper.upvotes\nA,2505.00011,3\nB,2505.00012,5\n'],
])('a table with %s', async (_, text) => {
  const { papers, diagnostics, inputs } = await read(text);
  expect(inputs[0]?.reader).toBe('csv');
  expect(papers.map(({ title, arxivId, upvotes }) => [title, arxivId, upvotes])).toEqual([
    ['A', '2505.00011', 3],
    ['B', '2505.00012', 5],
  ]);
  expect(diagnostics).toEqual([]);
});

test('a title that could be the name of a host', async () => {
  const { papers } = await read('2505.00011,A one\n2505.00012,llm.c\n');
  expect(papers.map(({ title }) => title)).toEqual(['A one', 'llm.c']);
});
