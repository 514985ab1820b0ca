import { plainName, slotOf } from '../json/fields.js';

/** What separates cells: in CSV, in TSV, and in CSV of a spreadsheet whose numbers have a decimal comma. */
const DELIMITERS = [',', '\t', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A header names some twenty columns. */
export const LONGEST_HEADER = 16 * 1024;

const isField = (name: string): boolean => slotOf(plainName(name)) !== undefined;

/** The first line with words, cut at every delimiter: names hold none. */
const cellsOf = (text: string, delimiter: Delimiter): string[] => {
  const [line = ''] = text
    .slice(0, LONGEST_HEADER)
    .trimStart()
    .split(/[\r\n]/, 1);
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
};

const isHeader = (cells: readonly string[]): boolean => {
  const slots = new Set(cells.filter(isField).map((cell) => slotOf(plainName(cell))?.slot));
  return slots.has('title') && slots.size > 1;
};

/** The delimiter with which the first line names a title and another field of papers; `null` if none does. */
export const delimiterIn = (text: string): Delimiter | null =>
  DELIMITERS.find((delimiter) => isHeader(cellsOf(text, delimiter))) ?? null;

/** The delimiter that the first line has most of. */
export const likelyDelimiter = (text: string): Delimiter =>
  [...DELIMITERS].sort(
    (one, other) => cellsOf(text, other).length - cellsOf(text, one).length,
  )[0] as Delimiter;

const MOST_NAMED = 3;

/** The fields that the first line names, in words; `null` if it is no header. */
export const headerInWords = (text: string): string | null => {
  const delimiter = delimiterIn(text);
  if (delimiter === null) return null;
  const names = cellsOf(text, delimiter).filter(isField);
  const more = names.length > MOST_NAMED ? ', …' : '';
  return `its columns are called ${names.slice(0, MOST_NAMED).join(', ')}${more}`;
};
