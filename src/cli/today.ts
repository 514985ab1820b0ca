import type { Io } from './io.js';
import { misused } from './usage.js';

/** The day of a moment, in UTC as the feed counts it. */
export const utcDay = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Today, or the day that SOURCE_DATE_EPOCH says, so that a build gives the same records on every day. */
export const today = ({ env, today: clock }: Pick<Io, 'env' | 'today'>): string => {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (!epoch) return clock;
  return /^\d{1,12}$/.test(epoch)
    ? utcDay(new Date(Number(epoch) * 1000))
    : misused(`SOURCE_DATE_EPOCH is "${epoch}"; it must be a whole number of seconds since 1970`);
};
