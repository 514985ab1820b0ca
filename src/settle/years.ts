import { diagnostic, type Report } from '../diagnostic.js';
import { dayAfter, isDay, isoDay, type PrintedDay } from '../fields/date.js';
import type { Entry, Page } from '../page.js';
import { type PageYear, yearByEvidence, yearById } from './evidence.js';
import { type Clock, type PageDay, statedDay } from './page-day.js';

/** The page's day, and the words that say where it or its year comes from; `null` where nothing tells it. */
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
 * @param before what the part before found out, where this is a later part of the same page
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
  reportGroup(sure ? 'year-inferred' : 'year-assumed', byGround.page, `read as ${year} (${from})`, report);
  reportGroup('year-inferred', byGround.id, 'given the year nearest to their arXiv ids', report);
  reportGroup(
    'year-assumed',
    byGround.before,
    `read as the year before: after ${stated?.day} (${from})`,
    report,
  );
  reportGroup(
    'year-unknown',
    byGround.none,
    'and nothing on the page tells it; name the day with --as-of',
    report,
  );
  const known = evidence?.sure || byGround.page.length > 0 ? evidence : null;
  return { ...pageDay(page, stated, known), year: known };
};

/** What an earlier part of the page proved holds for this one, unless it prints a date of that year or a later one. */
const carriedYear = ({ entries }: Page, before: Settled | null, report: Report): PageYear | null => {
  const carried = before?.year ?? null;
  if (carried === null) return null;
  const against = entries.find(({ printed }) => (printed?.year ?? 0) >= carried.year);
  if (!against) return carried;
  const message = `earlier dates of this page were read as ${carried.year}, but here a date has the year ${against.printed?.year}`;
  report(
    diagnostic('year-assumed', {
      message,
      ...(against.line === null ? {} : { line: against.line }),
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
      ...(entry.line === null ? {} : { line: entry.line }),
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

const reportGroup = (
  code: 'year-inferred' | 'year-assumed' | 'year-unknown',
  entries: readonly Entry[],
  words: string,
  report: Report,
): void => {
  const [first] = entries;
  if (!first) return;
  const dates = entries.length === 1 ? '1 date without a year' : `${entries.length} dates without a year`;
  const line = first.line === null ? {} : { line: first.line };
  report(diagnostic(code, { message: `${dates}, ${words}`, ...line, field: 'published' }));
};
