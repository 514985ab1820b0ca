import type { Picked } from './pick.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1 author`, `14 authors`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `2025-04-29` as `29 Apr 2025`. */
export const dayInWords = (day: string): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** Who wrote it, as the feed says it: the organization, else `14 authors`. */
export const who = ({ organization, authorCount }: Picked): string | null =>
  organization ?? (authorCount == null ? null : counted(authorCount, 'author'));
