import { MONTHS } from '../words.js';

/** A day as a page prints it: the year may be left out. Months are 1–12. */
export interface PrintedDay {
  year: number | null;
  month: number;
  day: number;
}

const MONTH_OF = new Map<string, number>(
  MONTHS.map((name) => name.toLowerCase()).flatMap((name, i) =>
    [name, name.slice(0, 3), name.slice(0, 4)].map((form) => [form, i + 1] as const),
  ),
);
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Number of the month, 1–12, for an English name or its first three or four letters; `null` for any other word. */
export const monthOf = (word: string): number | null => MONTH_OF.get(word.toLowerCase()) ?? null;

/** A printed date with the number after it. */
export interface DateLine {
  day: PrintedDay;
  /** The number after the date, where there is one. */
  comments: number | null;
  /** Day and number are glued and two readings are valid; the likelier one was taken. */
  ambiguous: boolean;
}

const FORM =
  /^(?:Published on )?([A-Z][A-Za-z]{2,8})\.? (\d{1,6})(?:(,? ?)(\d{4})(?!\d{3}))?(\d{1,2})?(?: {1,9}(\d[\d,]{0,9}))?$/;
/**
 * Days with a year, as other languages and programs write them, optionally followed by comments.
 */
const OTHER_FORMS = [
  /^(?:Published on )?(?<year>\d{4})-(?<month>\d\d)-(?<date>\d\d)(?: (?<comments>\d{1,4}))?$/,
  /^(?<date>\d{1,2}) (?<month>[A-Z][a-z]{2,8}),? (?<year>(?:19|20)\d\d)(?: (?<comments>\d{1,4}))?$/,
  /^(?<date>\d{1,2})\.(?<month>0?[1-9]|1[0-2])\.(?<year>(?:19|20)\d\d)$/,
  // Of day and month, the one over 12 is the day; `05/06/2026` may be either.
  /^(?<date>1[3-9]|2\d|3[01])\/(?<month>0?[1-9]|1[0-2])\/(?<year>(?:19|20)\d\d)$/,
  /^(?<month>0?[1-9]|1[0-2])\/(?<date>1[3-9]|2\d|3[01])\/(?<year>(?:19|20)\d\d)$/,
  /^(?<year>(?:19|20)\d\d)\/(?<month>\d\d)\/(?<date>\d\d)$/,
  /^(?<year>\d{4})[年년] ?(?<month>\d{1,2})[月월] ?(?<date>\d{1,2})[日일](?: (?<comments>\d{1,4}))?$/,
];

const otherForm = (text: string): DateLine | null => {
  // Most lines begin with another letter.
  if (text > ':' && !text.startsWith('Published on ')) return null;
  for (const form of OTHER_FORMS) {
    const { year, month: name = '', date, comments } = form.exec(text)?.groups ?? {};
    const month = monthOf(name) ?? Number(name);
    if (year === undefined || !(month > 0)) continue;
    return {
      day: { year: Number(year), month, day: Number(date) },
      comments: comments === undefined ? null : Number(comments),
      ambiguous: false,
    };
  }
  return null;
};

/**
 * Reads a line that is a date and nothing else: by the feed's own forms, `May 19, 2025`, `May 19, 2025 2`, `Feb 4 5`
 * (day 4, 5 comments), `Mar 10`, `Published on Oct 4, 2026`, `May 19 2025`, glued `May 914`, or by others, `2025-05-19`,
 * `19 May 2025`, `19.05.2025`, `19/05/2025`, `2025年5月19日`. `null` for any other text. The day may be on no calendar: see {@link isDay}.
 */
export const readDateLine = (text: string): DateLine | null => {
  if (text.length < 5 || text.length > 40) return null;
  const other = otherForm(text);
  if (other !== null) return other;
  const form = FORM.exec(text);
  const month = form && monthOf(form[1] as string);
  if (!form || !month) return null;
  const [, , digits = '', separator, yearDigits, glued, spaced] = form;
  const comments = spaced === undefined ? null : Number(spaced.replaceAll(',', ''));

  if (yearDigits !== undefined && separator !== '') {
    const year = Number(yearDigits);
    const isYear = separator?.includes(',') || (year >= 1990 && year <= 2100 && digits.length <= 2);
    if (isYear && digits.length <= 2) {
      const behind = glued === undefined ? comments : Number(glued);
      return { day: { year, month, day: Number(digits) }, comments: behind, ambiguous: false };
    }
    if (glued !== undefined || spaced !== undefined) return null;
    return digits.length <= 2
      ? { day: { year: null, month, day: Number(digits) }, comments: year, ambiguous: false }
      : null;
  }
  const run = digits + (yearDigits ?? '') + (glued ?? '');
  if (run.length <= 2 && (Number(run) <= 31 || spaced !== undefined)) {
    return { day: { year: null, month, day: Number(run) }, comments, ambiguous: false };
  }
  return spaced === undefined ? gluedDay(run, month) : null;
};

/** `May 914` is day 9 and 14 comments; `May 123` may be day 12 or day 1: two-digit days are the commoner. */
const gluedDay = (run: string, month: number): DateLine | null => {
  // `May 2025` names a month.
  if (/^20[0-3]\d$/.test(run)) return null;
  const readings = [2, 1]
    .map((length) => ({ day: Number(run.slice(0, length)), rest: run.slice(length) }))
    .filter(({ day, rest }) => rest !== '' && rest[0] !== '0' && isDay({ year: null, month, day }))
    .filter(({ rest }) => rest.length <= 4);
  const [best] = readings;
  if (!best) return null;
  return {
    day: { year: null, month, day: best.day },
    comments: Number(best.rest),
    ambiguous: readings.length > 1,
  };
};

/** Whether the day is on the calendar; without a year February has 29 days. */
export const isDay = ({ year, month, day }: PrintedDay): boolean => {
  const length = month === 2 && year !== null && !isLeap(year) ? 28 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= length;
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** `YYYY-MM-DD`, the form in which days compare as strings. */
export const isoDay = (year: number, month: number, day: number): string =>
  `${year > 999 ? year : String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

const ISO_INSIDE = /(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/;

/** The first day `YYYY-MM-DD` inside a text such as a file name or a time stamp, or `null`. */
export const dayInside = (text: string): string | null => {
  const found = ISO_INSIDE.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  return isDay({ year, month, day }) ? isoDay(year, month, day) : null;
};

/** The parts of a day `YYYY-MM-DD`. */
export const partsOfDay = (iso: string): PrintedDay => {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return { year, month, day };
};

/** The day after, `YYYY-MM-DD` in and out. */
export const dayAfter = (day: string): string => {
  // Not by map(Number): V8 would hold its numbers as doubles, and then those of every other day too.
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  if (isDay({ year, month, day: date + 1 })) return isoDay(year, month, date + 1);
  return month === 12 ? isoDay(year + 1, 1, 1) : isoDay(year, month + 1, 1);
};

/** The day of a moment in UTC, `YYYY-MM-DD`. */
export const dayInUtc = (moment: Date): string => moment.toISOString().slice(0, 10);

const TIMESTAMP =
  /^([12]\d{3})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)? ?(?:Z|UTC|GMT|([+-])(\d\d):?(\d\d))?)?$/i;

/** The UTC day, `YYYY-MM-DD`, of an ISO timestamp; without an offset it is UTC. `null` if it is on no calendar. */
export const utcDay = (text: string): string | null => {
  const parts = TIMESTAMP.exec(text.trim());
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts
    .slice(1, 6)
    .map((part) => Number(part ?? 0));
  const written = new Date(Date.UTC(year, month - 1, day));
  if (written.getUTCMonth() !== month - 1 || written.getUTCDate() !== day || hour > 24 || minute > 59)
    return null;
  const offset = Number(`${parts[7] ?? '+'}1`) * (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0));
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute - offset));
  return dayInUtc(moment);
};

const RFC_822 =
  /^(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3,9}) (\d{4}|\d\d)(?: (\d\d):(\d\d)(?::\d\d)?(?: ([+-])(\d\d):?(\d\d))?)?/i;

/** The UTC day of an RFC 822 date; the day as written where that begins at midnight, wherever that is. */
const rfc822Day = (text: string): string | null => {
  const found = RFC_822.exec(text.trim().replace(/\s+/g, ' '));
  const month = found && monthOf(found[2] as string);
  if (!found || !month) return null;
  const [, date, , year, hour = '00', minute = '00', sign = '+', hours = '0', minutes = '0'] = found;
  // RFC 822, of 1982, has two-digit years.
  const day = { year: Number(year?.padStart(4, '20')), month, day: Number(date) };
  if (!isDay(day)) return null;
  if (hour === '00' && minute === '00') return isoDay(day.year, month, day.day);
  const offset = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const moment = Date.UTC(day.year, month - 1, day.day, Number(hour), Number(minute) - offset);
  return dayInUtc(new Date(moment));
};

/** `2025/05/19`, `2025.05.19`, and `20250519`, there with a time of UTC too: `20250519T100000Z`. */
const OTHER_SIGNS = /^(\d{4})([/.]?)(\d\d)\2(\d\d)(?:T\d{4,6}Z)?$/;

/** A whole day that people or mails write: `May 19, 2025`, `Mon, 19 May 2025 10:00:00 GMT`, `2025/05/19`. */
export const printedDay = (text: string): string | null => {
  const trimmed = text.trim().replace(/^[A-Z][a-z]{2,5}day, /, '');
  const parts = OTHER_SIGNS.exec(trimmed);
  if (parts) return utcDay(`${parts[1]}-${parts[3]}-${parts[4]}`);
  const read = readDateLine(trimmed);
  if (read === null) return rfc822Day(trimmed);
  const { day, comments } = read;
  return day.year !== null && comments === null && isDay(day) ? isoDay(day.year, day.month, day.day) : null;
};

/** The day of a time stamp, or a whole day that people write. */
export const wholeDay = (text: string): string | null => utcDay(text) ?? printedDay(text);
