import { expect, it } from 'vitest';
import { type Entry, noFacts, type Page } from '../../src/page.js';
import { settle } from '../../src/settle/index.js';

const entry = (fields: Partial<Entry['fields']> = {}): Entry => ({
  line: null,
  firstLine: null,
  lastLine: null,
  printed: null,
  organizationLine: null,
  fields: { title: 'Folding Paper Cranes', arxivId: '2505.00011', ...fields },
  truncated: false,
});
const settled = (facts: Partial<Page['facts']>, parts: Partial<Page> = {}, entries = [entry()]) => {
  const place = { firstLine: null, lastLine: null, settled: false, continues: false };
  const page: Page = { facts: { ...noFacts(), ...facts }, entries, ...place, ...parts };
  const { day } = settle(page, { source: 'x', today: '2026-11-23' }, null, () => {});
  return { day, submittedOn: page.entries.map(({ fields }) => fields.submittedOn ?? null) };
};
const HEADER = { year: 2025, month: 5, day: 30 };

it("a day's page gives its papers the day in its header", () => {
  expect(settled({ kind: 'day', headerDay: HEADER }).submittedOn).toEqual(['2025-05-30']);
  const stated = entry({ submittedOn: '2025-05-29' });
  expect(settled({ kind: 'day', headerDay: HEADER }, {}, [stated]).submittedOn).toEqual(['2025-05-29']);
});

it('a header without a year has that of the page, if it is the day of the page', () => {
  const header = { ...HEADER, year: null };
  expect(settled({ kind: 'day', headerDay: header }).submittedOn).toEqual([null]);
  const captured = '2025-05-30';
  expect(settled({ kind: 'day', headerDay: header, captured }).submittedOn).toEqual(['2025-05-30']);
  // Saved after the day that it shows.
  expect(settled({ kind: 'day', headerDay: header, captured: '2025-06-02' }).submittedOn).toEqual([
    '2025-05-30',
  ]);
});

it.each(['week', 'month', 'trending', 'search'] as const)('a page of kind %s gives none', (kind) => {
  expect(settled({ kind, headerDay: HEADER }).submittedOn).toEqual([null]);
});

it("the day of an API's answer is the one on which all its papers were submitted", () => {
  const on = (...days: string[]) => days.map((submittedOn) => entry({ submittedOn }));
  const api = { kind: 'api' } as const;
  const whole = { settled: true };
  expect(settled(api, whole, on('2025-05-30', '2025-05-30')).day).toBe('2025-05-30');
  expect(settled(api, whole, on('2025-05-30', '2025-05-29')).day).toBeNull();
  expect(settled(api, whole, [...on('2025-05-30'), entry()]).day).toBeNull();
  expect(settled(api, { settled: true, continues: true }, on('2025-05-30')).day).toBeNull();
  expect(settled({ kind: 'records' }, whole, on('2025-05-30')).day).toBeNull();
});
