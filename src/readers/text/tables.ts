import { arxivId } from '../../fields/arxiv.js';
import { oneLine } from '../../fields/text.js';
import { isEmptyValue, valueFact } from './blocks.js';
import { factOf, formOf } from './facts.js';
import { fieldNamed, type Named } from './field-names.js';
import type { Target } from './target.js';
import type { Fact, Line } from './token.js';
import { isLinkLabel } from './words.js';
import { TABLE_RULE } from './wrapping.js';

/** What a column holds, by its head. `any`: the form of each cell decides; `other`: the head names something else. */
export type Column = Named | 'any' | 'other';

/** Heads of title columns, but only where no column is called `Title`. */
const MAYBE_TITLES = ['paper', 'name', 'work'];

const LETTER = /\p{L}/u;

export interface Row {
  line: Line;
  /** Of a line that only draws, none. */
  cells: readonly string[];
}

/** Consecutive rows, with what their columns hold. */
export interface Table {
  columns: readonly Column[];
  /** Number of lines before the first row, which only draw and name. */
  head: number;
  rows: readonly Row[];
}

/** The rows of lines that touch each other, up to one without cells. */
const rowsIn = (
  lines: readonly Line[],
  from: number,
  cellsIn: (line: Line) => readonly string[] | null,
): Row[] => {
  const rows: Row[] = [];
  for (let line = lines[from]; line?.gap === 0; line = lines[from + rows.length]) {
    const cells = cellsIn(line);
    if (cells === null) break;
    rows.push({ line, cells });
  }
  return rows;
};

const EDGE = /(?<!\\)\|/;
const BARS = /[│┃║]/g;
const DRAWN_RULE = /^[+|\u2500-\u257f][-=+|\u2500-\u257f]*$/;

const barred = (text: string): string => (/^[│┃║]/.test(text) ? text.replace(BARS, '|') : text);
const isRule = (text: string): boolean =>
  (text.includes('|') && TABLE_RULE.test(text)) || (text.length > 4 && DRAWN_RULE.test(text));

const cellsOf = (text: string): string[] => {
  const row = barred(text);
  const inner = row.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(EDGE).map((cell) => cell.trim().replaceAll('\\|', '|'));
};

/** A head without what is around its words: `▲ Upvotes`, `Title (with link)`, `Org.`; signs alone are left. */
const headWords = (head: string): string => {
  const words = head
    .replace(/[*`]|^_|_$/g, '')
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase();
  if (!LETTER.test(words)) return words;
  const last = words.split('').findLastIndex((sign) => LETTER.test(sign) || sign === ')');
  const said = words.slice(words.search(/[\p{L}#]/u), last + 1);
  return said.endsWith(')') ? said.replace(/ \([^()]*\)$/, '') : said;
};

const columnNamed = (head: string): Column => {
  const named = MAYBE_TITLES.includes(head) ? undefined : fieldNamed(head)?.name;
  return named === undefined || named === 'note' ? 'any' : named;
};

const columnsOfHead = (heads: readonly string[]): Column[] => {
  const names = heads.map(headWords);
  const columns = names.map(columnNamed);
  const hasTitle = columns.includes('title');
  const title = hasTitle ? -1 : names.findIndex((name) => MAYBE_TITLES.includes(name));
  return columns.map((column, i) => {
    if (i === title) return 'title';
    if (column !== 'any' || !(hasTitle || title !== -1)) return column;
    return names[i] === 'paper' ? 'link' : LETTER.test(names[i] as string) ? 'other' : 'any';
  });
};

const SIMPLE_RULE = /^\s*[-=]{2,}(?:\s+[-=]{2,})+\s*$/;

/** `-----  ------`: the rule below the head of a table that is set in columns. */
const isSimpleRule = (raw: string): boolean =>
  raw.length < 2000 && /^\s*[-=]/.test(raw) && SIMPLE_RULE.test(raw);

/** Where each column begins, by its rule. */
const columnStarts = (rule: string): number[] => [...rule.matchAll(/[-=]+/g)].map(({ index }) => index);

/** The cells of a line that is set in columns. A cell that is too wide for its column goes on to the next space. */
const sliceColumns = (raw: string, starts: readonly number[]): string[] =>
  starts.map((start, i) => oneLine(raw.slice(i === 0 ? 0 : start, starts[i + 1] ?? raw.length)));

/** The table whose head is at `at`; `null` if there is none. */
export const tableAt = (lines: readonly Line[], at: number): Table | null => {
  const { text } = lines[at] as Line;
  const next = lines[at + 1];
  if (next === undefined || next.gap > 0) return null;
  if (isSimpleRule(next.raw)) return simpleTable(lines, at);
  const aligned = TITLE_HEAD.test(text) && !BAR.test(text) ? alignedTable(lines, at) : null;
  if (aligned !== null) return aligned;
  const isDrawn = isRule(text) && !TABLE_RULE.test(text);
  const head = isDrawn ? at + 1 : at;
  const rule = lines[head + 1];
  if (rule === undefined || rule.gap > 0 || !isRule(rule.text)) return headless(lines, at);
  const heads = cellsOf((lines[head] as Line).text);
  if (heads.length < 2 || !BAR.test((lines[head] as Line).text)) return null;
  const rows = rowsIn(lines, head + 2, ({ text }) =>
    isRule(text) ? [] : BAR.test(text) ? cellsOf(text) : null,
  );
  return { columns: withWords(columnsOfHead(heads), rows), head: head + 2 - at, rows };
};
const BAR = /[|│┃║]/;

/** A column of numbers holds no titles, even below `Papers`: it counts them. */
const withWords = (columns: readonly Column[], rows: readonly Row[]): readonly Column[] =>
  columns.map((column, i) =>
    column === 'title' &&
    !rows.some(({ cells }) => LETTER.test(cells[i] ?? '') || arxivId(cells[i] ?? '') !== null)
      ? 'other'
      : column,
  );

/** `| [Title](/papers/2505.00011) | 42 |` */
const PAPER_ADDRESS = /\/papers\/\d{4}\.\d{4,5}/;
const isPaperRow = (text: string): boolean =>
  text.startsWith('|') && text.endsWith('|') && PAPER_ADDRESS.test(text);
/** A single one may be any line. */
const FEWEST_ROWS = 2;
const NUMBER = /^\d[\d.,]*[km]?$/i;

/**
 * Rows of a table that lost its head: each cell shows what it is, but numbers do not show what they
 * count.
 */
const headless = (lines: readonly Line[], at: number): Table | null => {
  const cellsIn = ({ text }: Line): string[] | null =>
    isPaperRow(text) ? cellsOf(text).map((cell) => (NUMBER.test(cell) ? '' : cell)) : null;
  const line = lines[at] as Line;
  const cells = cellsIn(line);
  const rows = cells === null ? [] : [{ line, cells }, ...rowsIn(lines, at + 1, cellsIn)];
  return rows.length < FEWEST_ROWS ? null : { columns: [], head: 0, rows };
};

const simpleTable = (lines: readonly Line[], at: number): Table | null => {
  const starts = columnStarts((lines[at + 1] as Line).raw);
  const cellsIn = ({ raw }: Line): string[] | null => (isSimpleRule(raw) ? null : sliceColumns(raw, starts));
  const rows = rowsIn(lines, at + 2, cellsIn);
  const columns = columnsOfHead(sliceColumns((lines[at] as Line).raw, starts));
  const isKnown = columns.filter((column) => column !== 'any').length >= 2;
  return isKnown && rows.length > 0 ? { columns, head: 2, rows } : null;
};

/** The head of a column of titles, among others. */
const TITLE_HEAD = /(?:^| )(?:paper )?title(?: |$)/i;
/** What wide gaps part in a line. */
const CELLS = /\S+(?:\s\S+)*/g;

/** The cells of a row that lacks some: each stands below the head that it touches; `null` if one touches none, or two do the same. */
const cellsBelow = (
  heads: readonly RegExpExecArray[],
  cells: readonly RegExpExecArray[],
): string[] | null => {
  const row = heads.map(() => '');
  for (const { 0: cell, index } of cells) {
    const column = heads.findIndex(
      (head) => index < head.index + head[0].length && head.index < index + cell.length,
    );
    if (column === -1 || row[column] !== '') return null;
    row[column] = oneLine(cell);
  }
  return row;
};

/** A table that only spaces align, as command lines print them: `ID  TITLE  UPVOTES`. Wide letters shift its columns. */
const alignedTable = (lines: readonly Line[], at: number): Table | null => {
  const cellsIn = ({ raw }: Line): RegExpExecArray[] => [...raw.matchAll(CELLS)];
  const heads = cellsIn(lines[at] as Line);
  const columns = columnsOfHead(heads.map(([head]) => head));
  if (heads.length < 3 || columns.some((column) => column === 'any' || column === 'other')) return null;
  const rows = rowsIn(lines, at + 1, (line) => {
    const cells = cellsIn(line);
    return cells.length === heads.length ? cells.map(([cell]) => oneLine(cell)) : cellsBelow(heads, cells);
  });
  return rows.length === 0 ? null : { columns, head: 1, rows };
};

/** The lines that draw and name the columns of a table that goes on at the line of that index; none if no table does. */
export const openHead = (lines: readonly Line[], next: number): readonly Line[] => {
  let at = Math.min(next, lines.length - 1);
  while (at > 0 && (lines[at] as Line).gap === 0) at--;
  for (; at < next; at++) {
    const table = tableAt(lines, at);
    if (table === null) continue;
    const end = at + table.head + table.rows.length;
    if (end > next || end === lines.length) return lines.slice(at, at + table.head);
    at = end - 1;
  }
  return [];
};

/** `CVPR 2025`, `Vision`, below heads such as `Venue` and `Topic`; a longer text may be a summary. */
const SHORTEST_PROSE = 60;

const BREAK = /<br ?\/?>/i;
/** A title that is marked up as a whole: further lines in its cell are something else. */
const MARKED =
  /^(?:\*\*[^*]+\*\*|__[^_]+__|<(?:b|strong)>[^<]+<\/(?:b|strong)>|\[[^[\]]+\]\([^()]+\)|\*\*\[[^[\]]+\]\([^()]+\)\*\*)$/;

/** The lines of a cell that say different things. */
export const cellLines = (cell: string, column: Column | undefined): readonly string[] => {
  if (!cell.includes('<')) return [cell];
  const lines = cell.split(BREAK).map((line) => line.trim());
  if (column === 'names') return [lines.join(', ')];
  return MARKED.test(lines[0] as string) ? lines : [cell];
};

/** What a cell of a column says. */
export const cellFact = (
  column: Column,
  text: string,
  target: Target | null,
): { fact: Fact; target: Target | null } => {
  if (column === 'number' || (text === '' && target === null))
    return { fact: { kind: 'nothing' }, target: null };
  if (column === 'title')
    return {
      fact: text === '' || isLinkLabel(text) ? { kind: 'link' } : { kind: 'title' },
      target,
    };
  if (column === 'any') return { fact: factOf(text, target, 0, false), target };
  if (column === 'other') {
    const fact = factOf(text, target, 0, false);
    const isOther = fact.kind === 'count' || (fact.kind === 'text' && text.length < SHORTEST_PROSE);
    return { fact: isOther ? { kind: 'note' } : fact.kind === 'text' ? { kind: 'abstract' } : fact, target };
  }
  if (isEmptyValue(column, text)) return { fact: { kind: target ? 'link' : 'nothing' }, target };
  const form = formOf(text);
  if (form?.kind === 'authors' || (form?.kind === 'date' && column !== 'date')) return { fact: form, target };
  if (column === 'organization' && target?.kind === 'hub')
    return { fact: factOf(text, target, 0, false), target };
  const said = valueFact(column, text, target);
  return said.fact.kind === 'date' ? { ...said, fact: { ...said.fact, published: false } } : said;
};
