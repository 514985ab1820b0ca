import { dayAfter, isDay, isoDay, type PrintedDay } from '../fields/date.js';
import type { Entry, Page } from '../page.js';

/** The year in which a page was taken, and how sure that is. */
export interface PageYear {
  year: number;
  /** In words: `the latest written year is 2025`. */
  from: string;
  sure: boolean;
}

/** So many papers of the latest written year prove that the next year had begun. */
const ENOUGH = 3;

/**
 * A page that leaves years out is later than every written year, not earlier than its newest arXiv id, and not after
 * today. Where that leaves one year, or many papers vouch for the latest written one, it is the smallest; else the newest.
 */
export const yearByEvidence = ({ entries, facts }: Page, today: string | undefined): PageYear | null => {
  const days: PrintedDay[] = [];
  let latest = 0;
  let ofLatest = 0;
  for (const { printed } of entries) {
    if (printed === null) continue;
    if (printed.year === null) days.push(printed);
    else if (printed.year === latest) ofLatest++;
    else if (printed.year > latest) {
      latest = printed.year;
      ofLatest = 1;
    }
  }
  if (facts.headerDay) days.push(facts.headerDay);
  if (days.length === 0) return null;

  const idYear = Math.floor(newestId(entries) / 12);
  const earliest = Math.max(latest > 0 ? latest + 1 : 0, idYear);
  const oldest = earliest === 0 ? 0 : withLeapDay(earliest, days, 1);
  const newest = today === undefined ? null : newestYear(days, today);
  if (oldest === 0)
    return newest === null ? null : { year: newest, from: 'no date on the page has a year', sure: false };

  const from =
    earliest === idYear ? 'the newest arXiv id is of that year' : `the latest written year is ${latest}`;
  if (newest !== null && newest < oldest)
    return { year: newest, from: 'a later one would lie in the future', sure: false };
  const isProven = newest === oldest || ofLatest >= ENOUGH;
  if (isProven || newest === null) return { year: oldest, from, sure: isProven };
  return { year: newest, from: `${from}, and nothing rules out later ones`, sure: false };
};

/** The latest year in which none of the days lies after today; a page from another time zone may be a day ahead. */
const newestYear = (days: readonly PrintedDay[], today: string): number => {
  const year = Number(today.slice(0, 4));
  const limit = dayAfter(today);
  const newest = days.some(({ month, day }) => isoDay(year, month, day) > limit) ? year - 1 : year;
  return withLeapDay(newest, days, -1);
};

/** The nearest year, up or down, that has a 29 February where one of the days is one. */
const withLeapDay = (year: number, days: readonly PrintedDay[], step: 1 | -1): number => {
  const leaps = days.some(({ month, day }) => month === 2 && day === 29);
  let fits = year;
  while (leaps && !isDay({ year: fits, month: 2, day: 29 })) fits += step;
  return fits;
};

const newestId = (entries: readonly Entry[]): number =>
  entries.reduce((max, { fields }) => Math.max(max, monthsOfId(fields.arxivId)), 0);

/** `2606.00001` is June 2026: months since year 0; 0 for ids that do not say. */
const monthsOfId = (id: string | null | undefined): number => {
  const found = id == null ? null : /^(\d\d)(\d\d)\./.exec(id);
  return found ? (2000 + Number(found[1])) * 12 + Number(found[2]) - 1 : 0;
};

/** The year in which the month lies nearest to the month of the paper's own arXiv id; `null` without such an id. */
export const yearById = (id: string | null | undefined, month: number): number | null => {
  const months = monthsOfId(id);
  return months === 0 ? null : Math.round((months - (month - 1)) / 12);
};
