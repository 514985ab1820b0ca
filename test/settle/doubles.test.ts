import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/page.js';
import { mergeDoubles } from '../../src/settle/doubles.js';
import { entryOf, printed, reported } from './pages.js';

const merged = (...entries: Entry[]) => {
  const { value, found, codes } = reported((report) => mergeDoubles(entries, report));
  return { entries: value.merged, keptOf: value.keptOf, found, codes };
};
const titled = (title: string, fields: Partial<Entry['fields']> = {}): Entry =>
  entryOf({ fields: { title, ...fields } });

describe('one paper printed twice in a row', () => {
  it.each<[string, Entry, Entry]>([
    ['the same id', titled('Cranes', { arxivId: '2501.00001' }), titled('Boats', { arxivId: '2501.00001' })],
    ['the same title', titled('Folding Paper Cranes'), titled('folding paper cranes!')],
    ['the same title, one with an id', titled('Cranes', { arxivId: '2501.00001' }), titled('Cranes')],
    [
      'the same abstract, and one title that lost a line',
      titled('Folding Paper Cranes with Care', { abstract: 'We fold.' }),
      titled('Folding Paper', { abstract: 'We fold.' }),
    ],
  ])('is seen by %s', (_, one, other) => {
    const { entries, keptOf, codes } = merged(one, other);
    expect(entries).toEqual([one]);
    expect([...keptOf]).toEqual([[other, one]]);
    expect(codes).toContain('duplicate-merged');
  });

  it.each<[string, Entry[]]>([
    ['two ids', [titled('Cranes', { arxivId: '2501.00001' }), titled('Cranes', { arxivId: '2501.00002' })]],
    ['two titles', [titled('Folding Cranes'), titled('Folding Boats')]],
    ['a beginning of a title alone', [titled('Folding Cranes'), titled('Folding')]],
    ['another between them', [titled('Cranes'), titled('Boats'), titled('Cranes')]],
  ])('is not seen in %s', (_, entries) => {
    expect(merged(...entries)).toEqual({ entries, keptOf: new Map(), found: [], codes: [] });
  });

  it('takes what one copy lacks from the other, and the longer title with its line', () => {
    const short = entryOf({
      line: 3,
      lastLine: 5,
      fields: { title: 'Folding Paper', arxivId: '2501.00001', upvotes: 7 },
    });
    const long = entryOf({
      line: 13,
      lastLine: 19,
      printed: printed('Feb 4, 2025'),
      organizationLine: 'cranelab Crane Lab',
      fields: { title: 'Folding Paper Cranes', arxivId: '2501.00001', abstract: 'We fold.' },
    });
    const { entries, codes } = merged(short, long);
    expect(entries).toMatchObject([
      {
        line: 13,
        lastLine: 19,
        printed: { year: 2025, month: 2, day: 4 },
        organizationLine: 'cranelab Crane Lab',
        fields: { title: 'Folding Paper Cranes', upvotes: 7, abstract: 'We fold.' },
      },
    ]);
    expect(codes).toEqual(['duplicate-merged']);
  });

  it('keeps the first value where the copies disagree, and says so', () => {
    const { entries, found } = merged(
      titled('Cranes', { upvotes: 7 }),
      entryOf({ line: 9, fields: { title: 'Cranes', upvotes: 8 } }),
    );
    expect(entries[0]?.fields.upvotes).toBe(7);
    expect(found).toMatchObject([
      { code: 'duplicate-conflict', field: 'upvotes', line: 9, expected: '7', actual: '8' },
      { code: 'duplicate-merged' },
    ]);
  });

  it('quotes the beginning of a long value, and cuts no character in two', () => {
    const { found } = merged(
      titled('Cranes', { organization: `${'x'.repeat(58)}🦢 Lab` }),
      titled('Cranes', { organization: 'Crane Lab' }),
    );
    expect(found[0]?.expected).toBe(`${'x'.repeat(58)}…`);
  });

  it('says dates as a page prints them', () => {
    const { found } = merged(
      titled('Cranes', {}),
      entryOf({ printed: printed('Feb 4, 2025'), fields: { title: 'Cranes' } }),
      entryOf({ printed: printed('Feb 5'), fields: { title: 'Cranes' } }),
    );
    expect(found[0]?.message).toBe(
      'two copies of “Cranes” disagree on published: Feb 4, 2025 was kept, not Feb 5',
    );
  });

  it.each([
    ['Feb 4, 2025', 'Feb 4', []],
    ['Feb 4, 2025', 'Feb 4, 2024', ['published']],
    ['Feb 4', 'Feb 5', ['published']],
  ])('with the dates %s and %s disagrees on %j', (one, other, fields) => {
    const { found } = merged(entryOf({ printed: printed(one) }), entryOf({ printed: printed(other) }));
    expect(found.flatMap(({ code, field }) => (code === 'duplicate-conflict' ? [field] : []))).toEqual(
      fields,
    );
  });

  it('may be printed three times, and is counted once', () => {
    const { entries, found } = merged(
      titled('A B'),
      titled('A B'),
      titled('A B'),
      titled('C D'),
      titled('C D'),
    );
    expect(entries.map(({ fields }) => fields.title)).toEqual(['A B', 'C D']);
    expect(found.map(({ message }) => message)).toEqual([expect.stringMatching(/^2 papers occur /)]);
  });
});
