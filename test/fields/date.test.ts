import { describe, expect, it } from 'vitest';
import { dayAfter, dayInside, isDay, readDateLine } from '../../src/fields/date.js';

describe('readDateLine', () => {
  it.each([
    ['May 19, 2025', 2025, 5, 19, null],
    ['May 19, 2025 2', 2025, 5, 19, 2],
    ['May 19, 2025 1,234', 2025, 5, 19, 1234],
    ['Oct 4, 20262', 2026, 10, 4, 2],
    ['Feb 4 5', null, 2, 4, 5],
    ['Mar 10', null, 3, 10, null],
    ['Apr 29, 2016', 2016, 4, 29, null],
    ['Published on Oct 4, 2026', 2026, 10, 4, null],
    ['September 5, 2023', 2023, 9, 5, null],
    ['May 19 2025', 2025, 5, 19, null],
    ['May 19 2025 3', 2025, 5, 19, 3],
    ['May 19 199', null, 5, 19, 199],
    ['May 914', null, 5, 9, 14],
    ['May 45', null, 5, 4, 5],
    ['2025-05-19', 2025, 5, 19, null],
    ['2025-05-19 12', 2025, 5, 19, 12],
    ['19 May 2025', 2025, 5, 19, null],
    ['19 May, 2025 3', 2025, 5, 19, 3],
    ['19.05.2025', 2025, 5, 19, null],
    ['1.5.2025', 2025, 5, 1, null],
    ['2025年5月19日', 2025, 5, 19, null],
    ['2025년 5월 19일 4', 2025, 5, 19, 4],
  ])('reads %s', (text, year, month, day, comments) => {
    expect(readDateLine(text)).toEqual({ day: { year, month, day }, comments, ambiguous: false });
  });

  it('says where day and number can be parted in two ways', () => {
    expect(readDateLine('May 123')).toEqual({
      day: { year: null, month: 5, day: 12 },
      comments: 3,
      ambiguous: true,
    });
  });

  it.each([
    'Imagen 3',
    '12 Monkeys 2025',
    '2025-13 12',
    'May',
    'may 19, 2025',
    'May 19, 2025 in Paris',
    'On May 19, 2025',
    'Marching 10',
    'May 19, 2025 2 3',
    'May 0000000',
    'May 2025',
    'Sept. 2025',
    '19.13.2025',
    '1.5.25',
  ])('does not take %j for a date', (text) => {
    expect(readDateLine(text)).toBeNull();
  });

  it('gives days that are on no calendar as they are printed', () => {
    expect(readDateLine('Feb 30, 2025')?.day).toEqual({ year: 2025, month: 2, day: 30 });
  });
});

describe('the calendar', () => {
  it.each([
    [2024, 2, 29, true],
    [2025, 2, 29, false],
    [2000, 2, 29, true],
    [1900, 2, 29, false],
    [2025, 4, 31, false],
    [2025, 13, 1, false],
    [2025, 1, 0, false],
  ])('%i-%i-%i', (year, month, day, expected) => {
    expect(isDay({ year, month, day })).toBe(expected);
  });

  it.each([
    ['2025-12-31', '2026-01-01'],
    ['2024-02-28', '2024-02-29'],
    ['2025-02-28', '2025-03-01'],
  ])('the day after %s', (day, next) => {
    expect(dayAfter(day)).toBe(next);
  });

  it.each([
    ['dumps/2026-04-16.txt', '2026-04-16'],
    ['papers_20260416_final.txt', '2026-04-16'],
    ['Captured (UTC): 2026-06-29T16:31:22', '2026-06-29'],
    ['2026-02-30.txt', null],
    ['2410.05430.txt', null],
    ['12026-04-167', null],
  ])('the day inside %s', (text, day) => {
    expect(dayInside(text)).toBe(day);
  });
});
