import { bar } from './bar.js';
import type { Look } from './look.js';

/** A bar with what it stands for. */
export interface BarRow {
  label: string;
  value: number;
}

const NARROWEST_BAR = 4;

/** Rows of a label, a bar and a number; the row of the largest number fills the width. */
export const chart = (rows: readonly BarRow[], { width, bars, paint }: Look): string[] => {
  const labelWidth = Math.max(...rows.map(({ label }) => label.length));
  const largest = Math.max(...rows.map(({ value }) => value));
  const rest = `  ${' '.repeat(labelWidth)}   ${largest}`.length;
  const columns = Math.max(NARROWEST_BAR, width - rest);
  return rows.map(({ label, value }) => {
    const drawn = bar(value, largest, columns, bars);
    const tail = drawn === '' ? '' : `${drawn} `;
    return `  ${paint('date', label.padEnd(labelWidth))}  ${tail}${paint('number', String(value))}`;
  });
};
