import type { Diagnostic } from '../../src/diagnostic.js';
import { readDateLine } from '../../src/fields/date.js';
import { type Entry, noFacts, type Page, type PrintedDay } from '../../src/page.js';

/** A day as a page prints it: `Feb 4`, `May 19, 2025`. */
export const printed = (text: string): PrintedDay => readDateLine(text)?.day as PrintedDay;

/** An entry with a title; `more` is what it shows besides. */
export const entryOf = ({ fields, ...more }: Partial<Entry> = {}): Entry => ({
  line: 1,
  firstLine: 1,
  lastLine: 1,
  printed: null,
  organizationLine: null,
  truncated: false,
  ...more,
  fields: { title: 'Folding Paper Cranes', ...fields },
});

export const pageOf = (entries: Entry[], facts: Partial<Page['facts']> = {}): Page => ({
  facts: { ...noFacts(), ...facts },
  entries,
  firstLine: 1,
  lastLine: 9,
  settled: false,
  continues: false,
});

/** Runs a step that reports, and gives what it gave with what it said. */
export const reported = <Value>(run: (report: (one: Diagnostic) => void) => Value) => {
  const found: Diagnostic[] = [];
  const value = run((one) => found.push(one));
  return { value, found, codes: found.map(({ code }) => code) };
};
