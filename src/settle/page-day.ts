import { dayAfter, dayInside, isDay, isoDay, type PrintedDay } from '../fields/date.js';
import type { Page } from '../page.js';

/** What stands outside of a page and bears on its day. */
export interface Clock {
  /** `--as-of`. */
  asOf?: string | undefined;
  /** No date lies after it. */
  today?: string | undefined;
  /** The input's name; a date in it counts. */
  source: string;
}

/** The day on which a page was taken, with the words that say where it comes from. */
export interface PageDay {
  day: string;
  from: string;
}

/**
 * The page's own day from what states it: `--as-of`, a capture date in the dump, the link to the day before, a date in
 * the file's name, a year in its header. All but the first must fit the page.
 */
export const statedDay = ({ facts, entries }: Page, { asOf, today, source }: Clock): PageDay | null => {
  if (asOf !== undefined) return { day: asOf, from: '--as-of' };
  const header = facts.headerDay;
  const candidates: (PageDay | null)[] = [
    facts.captured === null ? null : { day: facts.captured, from: 'the capture date in the dump' },
    facts.previousDay === null
      ? null
      : { day: dayAfter(facts.previousDay), from: 'the link to the day before' },
    fromName(source),
    header && fullDay(header) ? { day: fullDay(header), from: "the page's header" } : null,
  ];
  const fits = (candidate: PageDay | null): candidate is PageDay =>
    candidate !== null &&
    candidate.day >= latest &&
    (today === undefined || candidate.day <= dayAfter(today)) &&
    (candidate.from !== 'the link to the day before' || header === null || isSameDay(header, candidate.day));
  if (candidates.every((candidate) => candidate === null)) return null;
  const latest = entries.reduce((max, { printed }) => (printed ? laterOf(max, fullDay(printed)) : max), '');
  return candidates.find(fits) ?? null;
};

const fromName = (source: string): PageDay | null => {
  const day = dayInside(source);
  return day === null ? null : { day, from: "the file's name" };
};

const fullDay = ({ year, month, day }: PrintedDay): string =>
  year !== null && isDay({ year, month, day }) ? isoDay(year, month, day) : '';
const laterOf = (a: string, b: string): string => (a > b ? a : b);
const isSameDay = ({ month, day }: PrintedDay, iso: string): boolean =>
  iso.slice(5) === isoDay(0, month, day).slice(5);
