// Makes large inputs out of the sample: every paper under a new title, so that no two are the same.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const sample = readFileSync(new URL('../../fixtures/daily-papers.txt', import.meta.url), 'utf8').split('\n');
const header = `${sample.slice(0, 12).join('\n')}\n`;
const papers = [];
for (let i = 12; i < sample.length; i += 8) papers.push(sample.slice(i, i + 7));

const page = (numbers, withHeader) =>
  (withHeader ? header : '') +
  papers.map(([title, ...rest]) => `${title} (${++numbers.papers})\n${rest.join('\n')}\n\n`).join('');

const record = (numbers) => {
  const [title, , abstract] = papers[numbers.papers % papers.length];
  numbers.papers++;
  return JSON.stringify({
    title: `${title} (${numbers.papers})`,
    published: '2025-05-19',
    authorCount: 3,
    abstract,
  });
};
const randomLine = () =>
  Array.from({ length: 60 }, () => String.fromCharCode(32 + Math.floor(Math.random() * 95))).join('');
const randomBlock = Array.from({ length: 4000 }, randomLine).join('\n');

/** The page's own data is a part of its markup. */
const HTML_DATA_BYTES = 1.5e6;
const htmlCards = '<div><p>Paper &amp; <b>cranes</b></p><svg><path d="M0 0"></path></svg></div>'.repeat(100);
const feedRecord = (numbers) => {
  const { title, abstract } = JSON.parse(record(numbers));
  const id = `2510.${String(numbers.papers).padStart(5, '0')}`;
  const publishedAt = '2025-10-01T00:00:00.000Z';
  const paper = { id, authors: [{ name: 'Ada Crane' }], publishedAt, title, summary: abstract, upvotes: 3 };
  return JSON.stringify({ paper, publishedAt, title, numComments: 1 });
};
const htmlHead = (numbers) => {
  const records = [];
  for (let size = 0; size < HTML_DATA_BYTES; size += records.at(-1).length) records.push(feedRecord(numbers));
  const data = `{"dailyPapers":[${records.join(',')}]}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html><html><body><main><div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${data}"></div>\n`;
};

/** How each kind of input goes on; `numbers.papers` counts. */
const KINDS = {
  pages: (numbers) => page(numbers, true),
  'one page': (numbers) => page(numbers, numbers.papers === 0),
  'no line end': () => 'no line end '.repeat(20_000),
  'random lines': () => `${randomBlock}\n`,
  'html page': (numbers) => (numbers.papers === 0 ? htmlHead(numbers) : `${htmlCards}\n`),
  jsonl: (numbers) => Array.from({ length: 200 }, () => `${record(numbers)}\n`).join(''),
  'json array': (numbers) => {
    const first = numbers.papers === 0;
    return (first ? '[' : ',') + Array.from({ length: 200 }, () => record(numbers)).join(',\n');
  },
};
const ENDS = { 'json array': ']\n', 'html page': '</main></body></html>\n' };

/** Writes an input of the kind until it has so many bytes; gives the number of its papers. */
export const generate = (kind, path, bytes) => {
  const numbers = { papers: 0 };
  const file = openSync(path, 'w');
  for (let written = 0; written < bytes; ) written += writeSync(file, KINDS[kind](numbers));
  writeSync(file, ENDS[kind] ?? '');
  closeSync(file);
  return numbers.papers;
};
