import { diagnostic, type Report } from '../diagnostic.js';
import { dayAfter, dayInside, isDay, isoDay, type PrintedDay } from '../fields/date.js';
import type { Entry, Page } from '../page.js';
import { counted, monthOfId } from '../words.js';

/** The page's day, and the words that say where it or its year comes from; `null` where nothing shows it. */
export interface Settled {
  day: string | null;
  from: string | null;
  /** The year that the page's own dates proved: where a very long page goes on, its next part begins with it. */
  year: PageYear | null;
}

/** What settled the year of a date. */
type Ground = 'written' | 'id' | 'page' | 'before' | 'none';

/**
 * Gives every printed date its year: into `fields.published` and `fields.yearInferred`.
 *
 * @param before what was settled for the part before, where this is a later part of the same page
 */
export const settleYears = (page: Page, clock: Clock, before: Settled | null, report: Report): Settled => {
  const stated = statedDay(page, clock);
  const evidence = stated ? null : (carriedYear(page, before, report) ?? yearByEvidence(page, clock.today));
  const byGround: Record<Ground, Entry[]> = { written: [], id: [], page: [], before: [], none: [] };
  for (const entry of page.entries) {
    if (!entry.printed) continue;
    const [year, ground] = yearOf(entry, entry.printed, stated, evidence);
    byGround[ground].push(entry);
    if (year !== null)
      place(
        entry,
        { year, month: entry.printed.month, day: entry.printed.day },
        ground !== 'written',
        report,
      );
  }

  const sure = stated !== null || (evidence?.sure ?? false);
  const from = stated?.from ?? evidence?.from;
  const year = stated?.day.slice(0, 4) ?? evidence?.year;
  const say = (code: YearCode, entries: readonly Entry[], words: string): void =>
    reportGroup(code, entries, words, clock.asOf !== undefined, report);
  say(sure ? 'year-inferred' : 'year-assumed', byGround.page, `read as ${year} (${from})`);
  say('year-inferred', byGround.id, 'given the year nearest to the arXiv id');
  say('year-assumed', byGround.before, `read as the year before: after ${stated?.day} (${from})`);
  say('year-unknown', byGround.none, 'and nothing on the page shows it');
  const known = evidence?.sure || byGround.page.length > 0 ? evidence : null;
  return { ...pageDay(page, stated, known), year: known };
};

/** The year that an earlier part of the page proved, unless this part prints a date of that year or a later one. */
const carriedYear = ({ entries }: Page, before: Settled | null, report: Report): PageYear | null => {
  const carried = before?.year ?? null;
  if (carried === null) return null;
  const against = entries.find(({ printed }) => (printed?.year ?? 0) >= carried.year);
  if (!against) return carried;
  const message = `earlier dates of this page were read as ${carried.year}, but here a date has the year ${against.printed?.year}`;
  report(
    diagnostic('year-assumed', {
      message,
      line: against.line,
      field: 'published',
    }),
  );
  return null;
};

const yearOf = (
  { fields }: Entry,
  printed: PrintedDay,
  stated: PageDay | null,
  evidence: PageYear | null,
): [number | null, Ground] => {
  if (printed.year !== null) return [printed.year, 'written'];
  const byId = yearById(fields.arxivId, printed.month);
  if (byId !== null) return [byId, 'id'];
  if (!stated) return evidence ? [evidence.year, 'page'] : [null, 'none'];
  const year = yearUpTo(printed, stated);
  return [year, year === Number(stated.day.slice(0, 4)) ? 'page' : 'before'];
};

/** The feed leaves the current year out: a day after the page's own can only be of the year before. */
const yearUpTo = ({ month, day }: PrintedDay, stated: PageDay): number => {
  const year = Number(stated.day.slice(0, 4));
  return isoDay(year, month, day) <= dayAfter(stated.day) ? year : year - 1;
};

const place = (entry: Entry, day: PrintedDay & { year: number }, inferred: boolean, report: Report): void => {
  if (isDay(day)) {
    entry.fields.published = isoDay(day.year, day.month, day.day);
    entry.fields.yearInferred = inferred;
    return;
  }
  report(
    diagnostic('date-invalid', {
      message: `${day.year}-${day.month}-${day.day} is not a real date: “${entry.fields.title}” has no date`,
      line: entry.line,
      field: 'published',
      actual: `${day.year}-${day.month}-${day.day}`,
    }),
  );
};

const pageDay = (
  { facts }: Page,
  stated: PageDay | null,
  evidence: PageYear | null,
): Omit<Settled, 'year'> => {
  const header = facts.headerDay;
  if (!header) return { day: stated?.day ?? null, from: stated?.from ?? null };
  const year = header.year ?? (stated ? yearUpTo(header, stated) : (evidence?.year ?? null));
  if (year === null || !isDay({ ...header, year })) return { day: null, from: null };
  const from = header.year === null ? (stated?.from ?? evidence?.from ?? null) : "the page's header";
  return { day: isoDay(year, header.month, header.day), from };
};

type YearCode = 'year-inferred' | 'year-assumed' | 'year-unknown';

/** Reports the dates whose year was found in one way; if that was a guess, a hint asks for `--as-of`. */
const reportGroup = (
  code: YearCode,
  entries: readonly Entry[],
  words: string,
  isDayGiven: boolean,
  report: Report,
): void => {
  const [first] = entries;
  if (!first) return;
  const hint =
    code === 'year-inferred' || isDayGiven
      ? {}
      : { hint: 'give the day on which the page was saved: --as-of YYYY-MM-DD' };
  const message = `${counted(entries.length, 'date')} without a year, ${words}`;
  report(diagnostic(code, { message, ...hint, line: first.line, field: 'published' }));
};

/** What is known about a page's day from outside the page. */
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

/** The year in which a page was taken, and how sure that is. */
export interface PageYear {
  year: number;
  /** In words: `the latest written year is 2025`. */
  from: string;
  sure: boolean;
}

/** This many papers of the latest written year prove that the next year had begun. */
const ENOUGH = 3;

/**
 * A page that leaves years out is later than every written year, not earlier than its newest arXiv id, and not after
 * today. If only one year is left, or many papers show the latest written one, it is the earliest; else the latest.
 */
const yearByEvidence = ({ entries, facts }: Page, today: string | undefined): PageYear | null => {
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
  const [year = 0, month] = id == null ? [] : monthOfId(id);
  return month === undefined ? 0 : year * 12 + month - 1;
};

/** The year in which the month lies nearest to the month of the paper's own arXiv id; `null` without such an id. */
const yearById = (id: string | null | undefined, month: number): number | null => {
  const months = monthsOfId(id);
  return months === 0 ? null : Math.round((months - (month - 1)) / 12);
};
