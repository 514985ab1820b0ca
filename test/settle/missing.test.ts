import { describe, expect, it } from 'vitest';
import type { Entry, PageFacts } from '../../src/page.js';
import { reportMissing } from '../../src/settle/missing.js';
import { entryOf, pageOf, printed, reported } from './pages.js';

const saidOf = (entries: Entry[], facts: Partial<PageFacts> = {}) =>
  reported((report) => reportMissing(pageOf(entries, facts), report)).found.map(({ code, line }) => [
    code,
    line,
  ]);

const bare = entryOf({ line: 7 });

describe('what an entry lacks though its page shows it', () => {
  it.each<[string, Entry, string]>([
    ['an abstract', entryOf({ fields: { title: 'A', abstract: 'We fold.' } }), 'abstract-missing'],
    ['an author count', entryOf({ fields: { title: 'A', authorCount: 3 } }), 'authors-missing'],
    ['an organization', entryOf({ organizationLine: 'cranelab Crane Lab' }), 'authors-missing'],
    ['a printed date', entryOf({ printed: printed('Feb 4') }), 'date-missing'],
    ['a stated date', entryOf({ fields: { title: 'A', published: '2025-02-04' } }), 'date-missing'],
  ])('is said where another shows %s', (_, other, code) => {
    expect(saidOf([other, bare])).toEqual([[code, 7]]);
  });

  it('is not said where no entry shows it', () => {
    expect(saidOf([bare, entryOf()])).toEqual([]);
  });

  it('is not said of authors on a trending page, whose cards may have none', () => {
    const other = entryOf({ fields: { title: 'A', authorCount: 3 } });
    expect(saidOf([other, bare], { kind: 'trending' })).toEqual([]);
  });

  it('is not said of authors whose line was reported as an unknown form', () => {
    const other = entryOf({ fields: { title: 'A', authorCount: 3 } });
    const [one, two] = [4, 9].map((line) => entryOf({ line, unknownForm: 'N contributors' })) as [
      Entry,
      Entry,
    ];
    expect(saidOf([other, one, two])).toEqual([['form-unknown', 4]]);
    expect(saidOf([other, one])).toEqual([['authors-missing', 4]]);
  });

  it('has no line where the source has none', () => {
    const other = entryOf({ fields: { title: 'A', abstract: 'We fold.' } });
    expect(saidOf([other, entryOf({ line: null })])).toEqual([['abstract-missing', undefined]]);
  });
});

it('an entry that is cut off is called that, and nothing else of it is missed', () => {
  const other = entryOf({ printed: printed('Feb 4'), fields: { title: 'A', abstract: 'We fold.' } });
  expect(saidOf([other, entryOf({ line: 7, truncated: true })])).toEqual([['entry-truncated', 7]]);
});
