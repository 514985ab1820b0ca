import { expect, test } from 'vitest';
import { FIELD_NAMES } from '../../src/paper.js';
import { type FormatName, findWriter, WRITERS, write, writerForFile } from '../../src/writers/index.js';
import { paper } from '../helpers/paper.js';

const collect = async (pieces: AsyncIterable<string>): Promise<string[]> => {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
};

test('no two writers claim the same name or extension', () => {
  const claims = WRITERS.flatMap(({ name, aliases, extensions }) => [name, ...aliases, ...extensions]);
  expect(new Set(claims).size).toBe(claims.length);
});

test.each(WRITERS)('$name has known default fields', async ({ load }) => {
  const { defaultFields } = await load();
  expect(defaultFields.filter((field) => !FIELD_NAMES.includes(field))).toEqual([]);
  expect(defaultFields.length).toBeGreaterThan(0);
});

test.each([
  ['json', 'json'],
  ['ndjson', 'jsonl'],
  ['md', 'markdown'],
  ['markdown-table', 'markdown-table'],
  ['bib', 'bibtex'],
  ['csl-json', 'csl-json'],
  ['atom', 'atom'],
  ['json-feed', 'json-feed'],
  ['html', 'html'],
  ['xml', undefined],
])('the format %s is written by %s', (name, writer) => {
  expect(findWriter(name)?.name).toBe(writer);
});

test.each([
  ['out/papers.json', 'json'],
  ['papers.ndjson', 'jsonl'],
  ['papers.v2.jsonl', 'jsonl'],
  ['PAPERS.CSV', 'csv'],
  ['papers.tsv', 'tsv'],
  ['papers.md', 'markdown'],
  ['papers.bib', 'bibtex'],
  ['daily.atom', 'atom'],
  ['daily.rss', 'rss'],
  ['daily.html', 'html'],
  ['daily.htm', 'html'],
  ['out.json/papers', undefined],
  ['papers', undefined],
  ['papers.docx', undefined],
])('the file %s is written by %s', (path, writer) => {
  expect(writerForFile(path)?.name).toBe(writer);
});

test('an unknown format is refused before anything is read', () => {
  expect(() => write([], 'xml' as FormatName)).toThrow(/unknown format "xml"; there are: json, jsonl/);
});

test('papers may come one by one or all at once', async () => {
  const papers = [paper({ title: 'One' }), paper({ title: 'Two' })];
  async function* later() {
    yield* papers;
  }
  expect(await collect(write(later(), 'jsonl'))).toEqual(await collect(write(papers, 'jsonl')));
});

/** Keys of a bibliography that depend on no order, and the newest day of a feed, are known when every paper is. */
const READ_EVERYTHING = ['bibtex', 'csl-json', 'atom', 'rss', 'json-feed'];
const STREAMING = WRITERS.filter(({ name }) => !READ_EVERYTHING.includes(name));

test.each(STREAMING)('$name hands on text before it has read everything', async ({ name }) => {
  let read = 0;
  function* endless() {
    for (;;) {
      read += 1;
      yield paper({ abstract: 'a'.repeat(1000) });
    }
  }
  let length = 0;
  for await (const piece of write(endless(), name)) {
    length += piece.length;
    if (length > 200_000) break;
  }
  expect(read).toBeLessThan(20_000);
});
