import { arxivId } from '../../fields/arxiv.js';
import { wholeDay } from '../../fields/date.js';
import { isTitleName } from '../json/names.js';

// The columns of a table without names, or with names that nobody knows, by what is in them.

/** Rows that are looked at. */
const MOST_SAMPLED = 20;
/** No table of papers is wider. */
const MOST_CELLS = 100;
/** Abstracts are longer. */
const LONGEST_TITLE = 300;

/** The cells of a line; a delimiter in quotes belongs to its cell. */
export const cutAt = (line: string, delimiter: string): string[] => {
  const cells: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at <= line.length && cells.length < MOST_CELLS; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (at < line.length && (isQuoted || line[at] !== delimiter)) continue;
    cells.push(
      line
        .slice(from, at)
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .replaceAll('""', '"'),
    );
    from = at + 1;
  }
  return cells;
};

const isPaper = (cell: string): boolean => !/\s/.test(cell) && arxivId(cell) !== null;

const isWords = (cell: string): boolean =>
  cell.length <= LONGEST_TITLE &&
  /\p{L}{2}/u.test(cell) &&
  !isPaper(cell) &&
  !/^(?:https?:\/\/|www\.)/i.test(cell) &&
  wholeDay(cell) === null;

const COUNTED = /^\d[\d.,]*k? \p{L}+$/u;

/** Titles differ, and do not all begin with one word as `Submitted by ada` and `Submitted by ben` do, or count as `9 upvotes`. */
const areTitles = (cells: readonly string[]): boolean =>
  cells.every(isWords) &&
  !cells.every((cell) => COUNTED.test(cell)) &&
  new Set(cells).size === cells.length &&
  new Set(cells.map((cell) => cell.split(/\s/, 1)[0])).size > 1;

/** The mark of an item: a list is no table. */
const ITEM = /^\s*(?:[-*+•]|\d{1,4}[.)]) /;

/** The rows in lines: a cell in quotes may go on over several. */
export const rowsIn = (lines: readonly string[]): string[] => {
  const rows: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isOpen) rows.push(`${rows.pop()}\n${line}`);
    else if (line.trim() !== '') rows.push(line);
    if (line.split('"').length % 2 === 0) isOpen = !isOpen;
  }
  return rows;
};

/** The names of the columns of a table, found by its rows; whether its first row has names that are not known. */
export interface FoundColumns {
  names: string[];
  hasHead: boolean;
}

/** The column with the id of a paper in every row, and the first with other words in each: its titles. */
const columnsIn = (rows: readonly string[][], head: readonly string[]): string[] | null => {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));
  const ids = columns.findIndex((cells) => cells.every(isPaper));
  const named = head.findIndex(isTitleName);
  const titles = named >= 0 ? named : columns.findIndex(areTitles);
  if (ids < 0 || titles < 0) return null;
  return columns.map((_, at) => (at === titles ? 'title' : at === ids ? 'arxiv_id' : (head[at] ?? '')));
};

/**
 * The columns that the rows show; `null` unless all rows have the same number of cells and each
 * names a paper.
 */
export const findColumns = (sample: readonly string[], delimiter: string): FoundColumns | null => {
  const rows = sample.slice(0, MOST_SAMPLED).map((row) => cutAt(row, delimiter));
  const [first = []] = rows;
  if (first.length < 2 || rows.length < 2 || rows.some(({ length }) => length !== first.length)) return null;
  if (sample.every((row) => ITEM.test(row))) return null;
  const hasHead = !first.some(isPaper);
  const names = hasHead ? columnsIn(rows.slice(1), first) : columnsIn(rows, []);
  return names && { names, hasHead };
};
