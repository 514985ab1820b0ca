import { diagnostic, type Report } from '../diagnostic.js';
import type { FieldName, PaperRecord } from '../paper.js';
import { counted, valueInWords } from '../words.js';

/**
 * The fields as cells that programs read. A bare id such as `2410.05430` would come back as the number 2410.0543,
 * so ids carry their prefix.
 */
export const dataCells = (paper: PaperRecord, fields: readonly FieldName[]): string[] =>
  fields.map((field) =>
    field === 'arxivId' && paper.arxivId ? `arXiv:${paper.arxivId}` : valueInWords(paper[field]),
  );

/** Signs that make a spreadsheet run the cell, also in full width. */
const SIGNS: ReadonlySet<string | undefined> = new Set('=+-@＝＋－＠');
/** The first visible character: one search without backtracking, however long the cell. */
const VISIBLE = /[^\s\p{C}]/u;
const BREAK = /[\t\r\n]/;

/** A sign may follow what a spreadsheet trims away; after a leading tab or line break the rest may become a cell. */
const isFormula = (cell: string): boolean =>
  SIGNS.has(VISIBLE.exec(cell)?.[0]) || BREAK.test(cell.slice(0, cell.length - cell.trimStart().length));

/** Those before a formula get one more, so that taking one off gives the cell back. */
const APOSTROPHES = /^'+/;

/** Nearly every cell begins with a letter or a digit, or is empty: then it is not a formula. */
const isHarmless = (cell: string): boolean => {
  const first = cell.charCodeAt(0);
  const small = first | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (first >= 0x30 && first <= 0x39) || cell === '';
};

/** Writes cells so that no spreadsheet runs them, and counts how often that was needed. */
export interface FormulaGuard {
  guard: (cell: string) => string;
  /** Reports once how many cells were changed. */
  report: (report: Report | undefined) => void;
}

/** A guard for one run; switched off, it changes nothing. */
export const formulaGuard = (on: boolean): FormulaGuard => {
  let escaped = 0;
  return {
    guard: (cell) => {
      if (!on || isHarmless(cell) || !isFormula(cell.replace(APOSTROPHES, ''))) return cell;
      escaped += 1;
      return `'${cell}`;
    },
    report: (report) => {
      if (escaped === 0) return;
      report?.(
        diagnostic('formula-escaped', {
          message: `${counted(escaped, 'cell begins', 'cells begin')} like a spreadsheet formula and got an apostrophe (') in front`,
          hint: 'to write them as they are: --no-escape-formulas',
        }),
      );
    },
  };
};
