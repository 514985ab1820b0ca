import { diagnostic, type Report } from '../diagnostic.js';

/** Signs that make a spreadsheet run the cell, also in full width. */
const SIGNS: ReadonlySet<string | undefined> = new Set('=+-@＝＋－＠');
/** What is no sign is looked for without going back, so that no cell is too long. */
const VISIBLE = /[^\s\p{C}]/u;
const BREAK = /[\t\r\n]/;

/** A sign may stand behind what a spreadsheet trims away; a tab or a line break in front may make the next cell one. */
const isFormula = (cell: string): boolean =>
  SIGNS.has(VISIBLE.exec(cell)?.[0]) || BREAK.test(cell.slice(0, cell.length - cell.trimStart().length));

/** Nearly every cell begins with a letter or a digit, or is empty: then it is no formula. */
const isPlain = (cell: string): boolean => {
  const first = cell.charCodeAt(0);
  const small = first | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (first >= 0x30 && first <= 0x39) || cell === '';
};

/** Writes cells so that no spreadsheet runs them, and counts how often that was needed. */
export interface FormulaGuard {
  guard: (cell: string) => string;
  /** Says once how many cells were changed. */
  report: (report: Report | undefined) => void;
}

/** A guard for one run; switched off, it changes nothing. */
export const formulaGuard = (on: boolean): FormulaGuard => {
  let escaped = 0;
  return {
    guard: (cell) => {
      if (!on || isPlain(cell) || !isFormula(cell)) return cell;
      escaped += 1;
      return `'${cell}`;
    },
    report: (report) => {
      if (escaped === 0) return;
      const cells = escaped === 1 ? '1 cell begins' : `${escaped} cells begin`;
      report?.(
        diagnostic('formula-escaped', {
          message: `${cells} like a spreadsheet formula and got an apostrophe (') in front`,
          hint: 'to write them as they are: --no-escape-formulas',
        }),
      );
    },
  };
};
