import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/page.js';
import type { Clock } from '../../src/settle/years.js';
import { type Settled, settleYears } from '../../src/settle/years.js';
import { entryOf, pageOf as pageOfEntries, printed, reported } from './pages.js';

/** A page of these dates, some with the id of their paper. */
const pageOf = (dates: (string | [string, string])[], facts: Partial<Page['facts']> = {}): Page =>
  pageOfEntries(
    dates.map((one) => {
      const [date, arxivId = null] = typeof one === 'string' ? [one] : one;
      return entryOf({ printed: printed(date), fields: { title: 'Folding Paper Cranes', arxivId } });
    }),
    facts,
  );

const settled = (page: Page, clock: Partial<Clock> = {}, before: Settled | null = null) => {
  const { value, codes } = reported((report) =>
    settleYears(page, { source: 'dump.txt', today: '2026-11-23', ...clock }, before, report),
  );
  return { days: page.entries.map(({ fields }) => fields.published ?? null), day: value.day, codes };
};

const WRITTEN_2023 = ['Dec 1, 2023', 'Nov 2, 2023', 'Feb 4, 2023'];

describe('the year of a date that has none', () => {
  it('follows the latest written year where three papers vouch for it', () => {
    const { days, codes } = settled(pageOf([...WRITTEN_2023, 'Feb 4']));
    expect(days.at(-1)).toBe('2024-02-04');
    expect(codes).toEqual(['year-inferred']);
  });

  it('is the newest possible on thinner ground, with a warning', () => {
    const { days, codes } = settled(pageOf(['Dec 1, 2023', 'Feb 4']));
    expect(days).toEqual(['2023-12-01', '2026-02-04']);
    expect(codes).toEqual(['year-assumed']);
  });

  it('is not in the future', () => {
    const page = pageOf(['Dec 1, 2024', 'Dec 24']);
    expect(settled(page)).toMatchObject({ days: ['2024-12-01', '2025-12-24'], codes: ['year-inferred'] });
  });

  it('does not depend on today where the page tells', () => {
    for (const today of ['2024-06-01', '2026-11-23', '2031-01-01', undefined]) {
      expect(settled(pageOf([...WRITTEN_2023, 'Feb 4']), { today }).days.at(-1)).toBe('2024-02-04');
    }
  });

  it('is not earlier than the newest arXiv id of the page', () => {
    const page = pageOf([...WRITTEN_2023, ['Mar 3, 2025', '2503.00001'], 'Feb 4']);
    expect(settled(page).days.at(-1)).toBe('2026-02-04');
  });

  it.each([
    ['Dec 30', '2501.00001', '2024-12-30'],
    ['Jan 2', '2412.00001', '2025-01-02'],
    ['May 29', '2606.00001', '2026-05-29'],
  ])('of %s is the one nearest to its id %s', (date, id, day) => {
    expect(settled(pageOf([[date, id]])).days).toEqual([day]);
  });

  it('comes from --as-of before all else', () => {
    const page = pageOf([...WRITTEN_2023, 'Feb 4', 'Dec 30'], { captured: '2024-06-01' });
    const { days, codes } = settled(page, { asOf: '2025-01-03' });
    expect(days.slice(-2)).toEqual(['2024-02-04', '2024-12-30']);
    expect(codes).toContain('year-assumed');
  });

  it.each([
    ['the capture date in the dump', { captured: '2022-03-01' }, 'dump.txt'],
    ['the link to the day before', { previousDay: '2022-02-28' }, 'dump.txt'],
    ["the file's name", {}, 'dumps/2022-03-01.txt'],
  ])('comes from %s', (_, facts, source) => {
    expect(settled(pageOf(['Feb 4'], facts), { source }).days).toEqual(['2022-02-04']);
  });

  it('does not believe a capture date that a written date contradicts', () => {
    const page = pageOf([...WRITTEN_2023, 'Feb 4'], { captured: '2022-03-01' });
    expect(settled(page, { source: '2021-01-01.txt' }).days.at(-1)).toBe('2024-02-04');
  });

  it('does not believe a link to the day before that the header contradicts', () => {
    const facts = { previousDay: '2022-02-28', headerDay: printed('Apr 16') };
    expect(settled(pageOf([...WRITTEN_2023, 'Feb 4'], facts)).days.at(-1)).toBe('2024-02-04');
  });

  it('stays unknown where nothing tells it', () => {
    const page = pageOf(['Feb 4']);
    expect(settled(page, { today: undefined })).toMatchObject({ days: [null], codes: ['year-unknown'] });
  });
});

describe('a later part of a very long page', () => {
  const before: Settled = {
    day: null,
    from: null,
    year: { year: 2024, from: 'the latest written year is 2023', sure: true },
  };

  it('keeps the year that an earlier part proved', () => {
    expect(settled(pageOf(['Feb 4', 'Dec 1, 2020']), {}, before)).toMatchObject({
      days: ['2024-02-04', '2020-12-01'],
      codes: ['year-inferred'],
    });
  });

  it('warns where it proves another', () => {
    const { days, codes } = settled(
      pageOf(['Feb 4', 'Dec 1, 2024', 'Dec 2, 2024', 'Dec 3, 2024']),
      {},
      before,
    );
    expect(days[0]).toBe('2025-02-04');
    expect(codes).toEqual(['year-assumed', 'year-inferred']);
  });
});

describe("the page's own day", () => {
  it('takes its year from the same ground', () => {
    expect(settled(pageOf([...WRITTEN_2023, 'Feb 4'], { headerDay: printed('Apr 16') })).day).toBe(
      '2024-04-16',
    );
  });

  it('is unknown where only a guess would tell its year', () => {
    expect(settled(pageOf([], { headerDay: printed('Apr 16') })).day).toBeNull();
  });
});
