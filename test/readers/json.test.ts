import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utcDay } from '../../src/fields/date.js';
import { faultIn } from '../../src/readers/json/fault.js';
import { runs } from '../helpers/runs.js';
import { readerOf, readPages } from './read-pages.js';

describe('detect', () => {
  it.each([
    ['{"paper": 1}', 'begins with {"'],
    ['\ufeff \n[ \n {', 'begins with [{'],
    ['{}', 'begins with {}'],
    ['["a"', 'begins with ["'],
    [' [ ]\n', 'an empty JSON list'],
    ['const papers = [\n{"title"', 'begins with [{'],
    ['window.data = {"papers"', 'begins with {"'],
    ['callback([{"title"', 'begins with [{'],
    ['/**/ callback({"papers"', 'begins with {"'],
    ['/**/ typeof callback === \'function\' && callback([{"title"', 'begins with [{'],
    [')]}\'\n[{"title"', 'begins with [{'],
    ['data: {"title"', 'begins with {"'],
    ['"[{\\"title', 'begins with "[{\\"'],
    ['[["title", "id"]', 'begins with [["'],
    ['[[{"title"', 'begins with [[{'],
    ['\u001e{"title"', 'begins with {"'],
    ['Here are the papers:\n\n```json\n[\n{\n"title": "A"', 'begins with [{ below a fence'],
    ['# Papers\n\n[{"paper_title": "A"', 'begins with [{ below words'],
    ["2 papers\n[{'upvotes': 3, 'title': 'A'", 'begins with [{ below words'],
    ["2 papers\n{'title': 'A'", "begins with {' below words"],
    ["// made\nexport const papers: Paper[] = [\n{ id: '1', title: 'A'", 'begins with [{id: below words'],
    ["{ date: '1', papers: [{ title: 'A'", 'begins with {date:'],
    [">>> papers\n[{'id'", 'begins with [{ below lines of a log'],
  ])('%j: %s', (head, why) => {
    expect(readerOf('json').detect(head)).toBe(why);
  });

  it.each([
    '',
    '[',
    '[-] 12\nhttps://…',
    '[ ] 12',
    '[\n65\n][35]',
    '[15]Title',
    '[]\n[Upvote',
    '{ paper',
    '{ color: "red" }',
    "2 films\n[{ subtitle: 'A'",
    'Here is an example:\n\n```json\n{"name": "a"',
    'One\ntwo\nthree\nfour\nfive\nsix\n[{"title": "A"',
    'const x = 3;',
    '12',
    'null',
  ])('%j is not JSON', (head) => {
    expect(readerOf('json').detect(head)).toBeNull();
  });
});

describe('lines of a log that end in records', () => {
  const line = (n: number, abstract = 'x') =>
    `2025-05-19 10:12:00,${n} INFO scraper: got {"id": "2505.${n}", "title": "Crane ${n}", "abstract": "${abstract}"}\n`;

  it('are read, however long, with their columns', async () => {
    const log = `${line(10001)}${line(10002, 'long '.repeat(40_000))}\n${line(10003)}2025-05-19 10:13:00,1 INFO done\n`;
    const { pages, diagnostics } = await readPages('json', log);
    const entries = pages.flatMap((page) => page.entries);
    expect(entries.map(({ line, fields }) => [line, fields.arxivId])).toEqual([
      [1, '2505.10001'],
      [2, '2505.10002'],
      [4, '2505.10003'],
    ]);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it.each([
    [line(10001) + line(10002), 'lines of a log that end in {"'],
    [`2025-05-19 10:12:00 INFO begin\n${line(10001)}${line(10002)}`, null],
    ['2025-05-19 10:12:00 INFO sent {"title": "Crane", "to": "ada"}\n', null],
    [line(10001).slice(24), null],
  ])('%j: %j', (head, why) => {
    expect(readerOf('json').detect(head)).toBe(why);
  });
});

describe('pages', () => {
  it('come in parts, the last of which ends the page', async () => {
    const lines = Array.from({ length: 600 }, (_, n) => `{"title":"Crane ${n}"}\n`).join('');
    const { pages } = await readPages('json', lines);
    expect(pages.map(({ entries, continues }) => [entries.length, continues])).toEqual([
      [256, true],
      [256, true],
      [88, false],
    ]);
    expect(pages[1]?.entries[0]).toMatchObject({ line: 257, fields: { title: 'Crane 256' } });
    expect(pages[0]).toMatchObject({ settled: true, facts: { kind: 'records' } });
  });

  it('change with the kind of the records and with the object around them', async () => {
    const feed = '{"paper":{"title":"Crane"}}';
    const text = `{"title":"Boat"}\n${feed}\n{"dateString":"2026-05-12","prevDate":"2026-05-11","data":[${feed}]}\n{"query":"kites","searchResults":[${feed}]}`;
    const { pages } = await readPages('json', text);
    expect(pages.map(({ facts }) => [facts.kind, facts.captured, facts.previousDay, facts.query])).toEqual([
      ['records', null, null, null],
      ['api', null, null, null],
      ['api', '2026-05-12', '2026-05-11', null],
      ['api', null, null, 'kites'],
    ]);
  });
});

it('tells no more than a thousand flaws one by one', async () => {
  const { diagnostics } = await readPages('json', `[${'{},'.repeat(5000)}{}]`);
  expect(diagnostics).toHaveLength(1001);
  expect(diagnostics.at(-1)?.message).toMatch(/^4001 more/);
});

it('tells a record that is nested too deep and keeps the others', async () => {
  const bomb = `{"title":"x","links":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const { pages, diagnostics } = await readPages('json', `[${bomb},{"title":"Crane"}]`);
  expect(pages[0]?.entries).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ code: 'entry-too-large', record: 1, line: 1 }]);
});

describe('faultIn', () => {
  it.each([
    ['{"a":1,}', 7, 'a key in double quotes'],
    ['{"a" 1}', 5, '":"'],
    ['{"a":1 "b":2}', 7, '"," or "}"'],
    ['[1,]', 3, 'a value'],
    ['[1 2]', 3, '"," or "]"'],
    ['[1}', 2, '"," or "]"'],
    ['{"a":NaN}', 5, 'a value'],
    ['{"a":01}', 5, 'a value'],
    ["{'a':1}", 1, 'a key in double quotes or "}"'],
    ['{"a":"\\x"}', 6, 'a valid escape'],
    ['{"a":"\t"}', 6, 'no control character in a string'],
    ['{"a":"b\n"}', 7, 'the closing quote of a string'],
    ['{"a":"b', 7, 'the closing quote of a string'],
    ['{"a":1', 6, '"," or "}"'],
    ['1 2', 2, 'the end of the record'],
    ['', 0, 'a value'],
  ])('%j at %i: %s', (text, offset, expected) => {
    expect(faultIn(text)).toEqual({ offset, expected });
  });

  it('finds none exactly where JSON.parse finds none', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      ' ',
      '\\',
      '1',
      '-',
      '.',
      'e',
      'true',
      '"a"',
      '"a":',
      '\n',
    );
    const isJson = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const agree = (text: string): void => {
      expect([text, faultIn(text) === null]).toEqual([text, isJson(text)]);
    };
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 8 }).map((list) => list.join('')),
        agree,
      ),
      runs(3000),
    );
    fc.assert(fc.property(fc.json(), agree));
  });
});

describe('utcDay', () => {
  it.each([
    ['2026-05-09T17:34:15.000Z', '2026-05-09'],
    ['2026-05-09T23:30:00-02:00', '2026-05-10'],
    ['2026-03-01T00:30:00+0530', '2026-02-28'],
    ['2026-05-09 12:00', '2026-05-09'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', null],
    ['2026-13-01T00:00:00Z', null],
    ['2026-05-09T12:61:00Z', null],
    ['May 9, 2026', null],
    ['0050-01-01', null],
    ['2026-05', null],
  ])('%s → %s', (text, day) => {
    expect(utcDay(text)).toBe(day);
  });
});

it('what closes a script or a call behind its JSON is nothing to report', async () => {
  for (const [open, close] of [
    ['const papers = ', ';\n'],
    ['callback(', ');'],
    ['>>> papers\n', '\n>>> \n'],
    ['```json\n', '\n```\n'],
  ] as const) {
    const { pages, diagnostics } = await readPages(
      'json',
      `${open}[{"title":"A","id":"2505.00011"}]${close}`,
    );
    expect(pages.flatMap(({ entries }) => entries)).toHaveLength(1);
    expect(diagnostics).toEqual([]);
  }
});
