import { isDay } from '../fields/date.js';
import type { SelectOptions } from './options.js';
import type { Reading } from './reading.js';

const PERIOD = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

const isOnCalendar = (year: string, month = '01', day = '01'): boolean =>
  isDay({ year: Number(year), month: Number(month), day: Number(day) });

/** A year, a month or a day: `2025`, `2025-03`, `2025-03-07`. The value is the text itself. */
export const readPeriod = (text: string): Reading<string> => {
  const [, year, month, day] = PERIOD.exec(text) ?? [];
  if (year === undefined) {
    return { message: `“${text}” is not a year, month or day such as 2025, 2025-03 or 2025-03-07` };
  }
  return isOnCalendar(year, month, day) ? { value: text } : { message: `“${text}” is not a real date` };
};

/** Refuses periods that no day could be compared with. */
export const checkPeriods = ({ since, until }: SelectOptions): void => {
  for (const text of [since, until]) {
    const reading = text === undefined ? null : readPeriod(text);
    if (reading !== null && 'message' in reading) throw new RangeError(reading.message);
  }
};

/** Whether a day lies in the span; days and periods compare as texts. */
export const isWithin = (day: string, { since = '', until }: SelectOptions): boolean =>
  day >= since && (until === undefined || day.slice(0, until.length) <= until);
