import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../src/page.js';
import { type Clock, statedDay } from '../../src/settle/years.js';
import { entryOf, pageOf, printed } from './pages.js';

const dayOf = (
  facts: Partial<PageFacts>,
  clock: Partial<Clock> = {},
  dates: readonly string[] = [],
): string | null =>
  statedDay(
    pageOf(
      dates.map((date) => entryOf({ printed: printed(date) })),
      facts,
    ),
    { source: 'dump.txt', today: '2026-11-23', ...clock },
  )?.day ?? null;

/** Every source of a page's day, each with a day of its own. */
const ALL = {
  captured: '2026-05-02',
  previousDay: '2026-05-02',
  headerDay: printed('May 3, 2026'),
};

describe("a page's own day", () => {
  it.each<[string, Partial<PageFacts>, Partial<Clock>, string]>([
    ['--as-of', ALL, { asOf: '2026-05-01', source: '2026-05-04.txt' }, '2026-05-01'],
    ['the capture date', ALL, { source: '2026-05-04.txt' }, '2026-05-02'],
    ['the link to the day before', { ...ALL, captured: null }, { source: '2026-05-04.txt' }, '2026-05-03'],
    ["the file's name", { headerDay: ALL.headerDay }, { source: 'dumps/2026-05-04.txt' }, '2026-05-04'],
    ['the header', { headerDay: ALL.headerDay }, {}, '2026-05-03'],
  ])('comes from %s before what follows', (_, facts, clock, day) => {
    expect(dayOf(facts, clock)).toBe(day);
  });

  it('is unknown where nothing states it, or the header has no year', () => {
    expect(dayOf({})).toBeNull();
    expect(dayOf({ headerDay: printed('May 3') })).toBeNull();
  });

  it.each<[string, Partial<PageFacts>, Partial<Clock>, readonly string[]]>([
    ['a paper is newer', { captured: '2026-05-02' }, {}, ['May 3, 2026']],
    ['it lies after tomorrow', { captured: '2026-11-25' }, {}, []],
    ['the header shows another day', { previousDay: '2026-05-01', headerDay: printed('May 9') }, {}, []],
    ['a file name holds no real day', {}, { source: '2026-02-30.txt' }, []],
  ])('is not believed where %s', (_, facts, clock, dates) => {
    expect(dayOf(facts, clock, dates)).toBeNull();
  });

  it('may be tomorrow, where the clock is behind that of the feed', () => {
    expect(dayOf({ captured: '2026-11-24' })).toBe('2026-11-24');
  });

  it('that does not fit leaves the word to the next source', () => {
    expect(dayOf({ captured: '2026-05-02', headerDay: printed('May 5, 2026') }, {}, ['May 3, 2026'])).toBe(
      '2026-05-05',
    );
  });

  it('by --as-of is taken as it is, even before a paper', () => {
    expect(dayOf({}, { asOf: '2020-01-01' }, ['May 3, 2026'])).toBe('2020-01-01');
  });
});
