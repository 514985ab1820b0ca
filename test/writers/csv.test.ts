import { type Options, parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.js';
import { PAPER_FIELDS, type PaperRecord } from '../../src/paper.js';
import { parseText } from '../../src/parse.js';
import { anyPaper, paper, written } from '../helpers/paper.js';

const READING: Record<string, Options> = {
  csv: {},
  // TSV quotes only a cell that starts with a quote, so others may hold quotes.
  tsv: { delimiter: '\t', relax_quotes: true, record_delimiter: '\n' },
};

const rows = (text: string, format: string): string[][] =>
  parse(text, { ...READING[format] }) as unknown as string[][];

const folded = (text: string): string => text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ');
const AS_STORED: Record<string, (text: string) => string> = { csv: (text) => text, tsv: folded };

/** The mapping of CSV; no file holds half a character. It is undone as far as it can be: what a cell says about the record. */
const meaning = (paper: PaperRecord, format: string): string[] =>
  PAPER_FIELDS.map((field) => {
    const value = paper[field];
    if (value === null) return '';
    const text = Array.isArray(value) ? value.join('; ') : String(value);
    return (AS_STORED[format] ?? String)(Buffer.from(text).toString());
  });

const undone = (cells: readonly string[]): string[] =>
  cells.map((cell, index) => {
    const bare = cell.replace(/^'(?=[\s\p{C}\ufffd]*[=+\-@＝＋－＠]|\s*[\t\r\n])/u, '');
    return PAPER_FIELDS[index] === 'arxivId' ? bare.replace(/^arXiv:/, '') : bare;
  });

/** A value that itself begins like an escaped cell cannot be told from one. */
const looksEscaped = (paper: PaperRecord): boolean =>
  meaning(paper, 'csv').some((cell) => cell.startsWith("'"));

describe.each(['csv', 'tsv'] as const)('%s', (format) => {
  test('is read back by csv-parse with the same values', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { maxLength: 4 }), async (papers) => {
        fc.pre(!papers.some(looksEscaped));
        const [header, ...body] = rows(await written(papers, format), format);
        expect(header).toEqual(PAPER_FIELDS);
        expect(body.map(undone)).toEqual(papers.map((paper) => meaning(paper, format)));
      }),
    );
  });

  test('writes no cell that a spreadsheet would run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { maxLength: 4 }), async (papers) => {
        const cells = rows(await written(papers, format), format).flat();
        expect(cells.filter((cell) => /^[\s\0\u200b]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
        expect(cells.filter((cell) => /^ *[\t\r\n]/.test(cell))).toEqual([]);
      }),
    );
  });

  test('always has a header, in the order asked for', async () => {
    expect(await written([], format, { fields: ['upvotes', 'title'] })).toMatch(/^upvotes[,\t]title\n$/);
  });

  test('counts the escaped cells in one diagnostic', async () => {
    const found: Diagnostic[] = [];
    const papers = [paper({ title: '=A1' }), paper({ title: 'fine', abstract: ' @x', upvotes: 0 })];
    const text = await written(papers, format, {
      fields: ['title', 'upvotes', 'abstract'],
      onDiagnostic: (diagnostic) => found.push(diagnostic),
    });
    expect(rows(text, format).slice(1)).toEqual([
      ["'=A1", '', ''],
      ['fine', '0', "' @x"],
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'formula-escaped', severity: 'info' });
    expect(found[0]?.message).toMatch(/^2 cells begin /);
  });

  test('leaves formulas alone when told to, and says nothing', async () => {
    const found: Diagnostic[] = [];
    const text = await written([paper({ title: '=A1' })], format, {
      fields: ['title', 'upvotes'],
      escapeFormulas: false,
      onDiagnostic: (diagnostic) => found.push(diagnostic),
    });
    expect(rows(text, format)[1]).toEqual(['=A1', '']);
    expect(found).toEqual([]);
  });

  test('keeps the zero at the end of an arXiv id', async () => {
    const text = await written([paper({ arxivId: '2410.05430' }), paper()], format, {
      fields: ['arxivId', 'title'],
    });
    expect(rows(text, format).map(([id]) => id)).toEqual(['arxivId', 'arXiv:2410.05430', '']);
  });
});

test('csv for Excel has a byte-order mark and CRLF, and quotes every kind of line break', async () => {
  const papers = [paper({ title: 'a\nb' }), paper({ title: 'c\rd' }), paper({ title: 'é' })];
  expect(await written(papers, 'csv', { fields: ['title', 'upvotes'], excel: true })).toBe(
    '\uFEFFtitle,upvotes\r\n"a\nb",\r\n"c\rd",\r\né,\r\n',
  );
});

test('a lone empty cell in csv is still a record', async () => {
  const text = await written([paper(), paper({ abstract: 'x' })], 'csv', { fields: ['abstract'] });
  expect(parse(text, { skip_empty_lines: true })).toEqual([['abstract'], [''], ['x']]);
});

test.each(['csv', 'tsv'] as const)('%s keeps apostrophes before a formula', async (format) => {
  const titles = ["'=A1", "'' =A1", '=A1', '="A1"', "'tis", "'"];
  const { papers } = await parseText(
    await written(
      titles.map((title) => paper({ title })),
      format,
    ),
  );
  expect(papers.map(({ title }) => title)).toEqual(titles);
});
