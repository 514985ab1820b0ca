import { expect, it } from 'vitest';
import { read } from '../helpers/read-case.js';

// Where one of these takes time by the square of its length again, it does not end before the tests' time limit.

const MANY = 200_000;
const idOf = (number: number): string => `2606.${String(10_000 + number).slice(-5)}`;
const inProps = (json: string): string => ` data-props="${json.replaceAll('"', '&quot;')}"`;

it('a page of which every card and every record have the same title', async () => {
  const records = Array.from({ length: 40_000 }, () => '{"paper":{"title":"Cranes"}}').join(',');
  const cards = Array.from(
    { length: 5000 },
    (_, i) => `<article><h3><a href="/papers/${idOf(i)}">Cranes</a></h3></article>`,
  ).join('');
  const { papers } = await read(
    `<!doctype html><body><div${inProps(`{"dailyPapers":[${records}]}`)}></div>${cards}`,
  );
  expect(papers.map(({ title, arxivId }) => [title, arxivId])).toEqual([['Cranes', idOf(0)]]);
});

it('a page with the data of a list, empty, again and again', async () => {
  const props = inProps('{"papers":[]}');
  const record = inProps('{"papers":[{"paper":{"title":"Cranes"}}]}');
  const { papers } = await read(`<!doctype html><body>${`<i${props}></i>`.repeat(MANY / 2)}<i${record}></i>`);
  expect(papers.map(({ title }) => title)).toEqual(['Cranes']);
});

it('a broken record of megabytes that holds the beginnings of others', async () => {
  for (const name of ['a', '"a"']) {
    const { papers } = await read(`[{${name}:"${'{a:[1],'.repeat(MANY * 2)}" 1}]\n{"title":"Cranes"}`);
    expect(papers.map(({ title }) => title)).toEqual(['Cranes']);
  }
});

it('columns of broken records on one long line', async () => {
  const record = '{"纸鹤":x},';
  const { diagnostics } = await read(`[${record.repeat(MANY)}{"title":"Cranes"}]`);
  const columns = diagnostics.filter(({ code }) => code === 'malformed-json').map(({ column }) => column);
  expect(columns).toEqual(Array.from({ length: MANY }, (_, i) => 1 + i * record.length + '[{"纸鹤":'.length));
});

it('tags that are never closed, and lines and lines of words', async () => {
  const { papers, inputs } = await read(`Daily Papers\n\n${`<a ${'\nx y z'.repeat(10)}`.repeat(MANY / 5)}`);
  expect(papers).toEqual([]);
  expect(inputs[0]?.lines.total).toBe(2 * MANY + 3);
});

it('pages without line ends, one below the other', async () => {
  const line = `Submitted by ida 7 ${'Cranes '.repeat(20)}· 3 authors Submitted by max 7 Boats · 4 authors\n`;
  const { papers } = await read(line.repeat(MANY / 5));
  expect(new Set(papers.map(({ submittedBy }) => submittedBy))).toEqual(new Set(['ida', 'max']));
});

it('a list that does not hold what it should, item by item', async () => {
  const { papers, diagnostics } = await read(`[{"title":"Cranes","authors":[1${',1'.repeat(MANY)}]}]`);
  expect(papers.map(({ title, authors }) => [title, authors])).toEqual([['Cranes', []]]);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'record 1: authors[0]: expected a name, got 1; the paper is kept without it',
  ]);
});

const titled = (number: number): string => `<h3><a href="/papers/${idOf(number)}">Cranes ${number}</a></h3>`;

it.each<[string, string]>([
  ['paragraphs below a title', titled(1) + '<p>x</p>'.repeat(MANY / 2) + titled(2)],
  [
    'links in a paragraph',
    `${titled(1)}<p>${`<a href="/papers/${idOf(3)}">3</a>`.repeat(MANY / 4)}</p>${titled(2)}`,
  ],
  [
    'cells in a row',
    `<table><tr>${'<th>a'.repeat(MANY / 4)}<tr>${'<td><a href="/x">x</a>'.repeat(MANY / 4)}</table>${titled(1)}${titled(2)}`,
  ],
])('a page with many %s', async (_, page) => {
  const { papers } = await read(page, { inputFormat: 'html' });
  expect(papers.map(({ arxivId }) => arxivId)).toEqual([idOf(1), idOf(2)]);
});
