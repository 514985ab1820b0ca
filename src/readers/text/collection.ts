import { type Collected, readCollected } from '../../fields/collection.js';
import type { Line } from './token.js';

/** Its parts on lines of their own: `Paper`, `•`, `2505.00011`, `•`, `Published`, `May 3, 2025`, `•`, `42`, `•`, `3`. */
const MOST_PARTS = 10;
/** The dot before the upvotes ends a line, an icon may be the next. */
const MOST_BEHIND_DOT = 3;
const TAG = /<[^<>]*>/g;

/** What is said of a paper in a collection, over some lines from `at` on. */
export interface CollectedLines extends Collected {
  length: number;
}

/** The longest one that begins at a line. */
export const inCollection = (
  lines: readonly Line[],
  at: number,
  textOf: (at: number) => string,
): CollectedLines | null => {
  const text = textOf(at).replace(TAG, '').trim();
  if (!text.startsWith('Paper')) return null;
  const most = text === 'Paper' ? MOST_PARTS : /(?:•|Published)$/.test(text) ? MOST_BEHIND_DOT : 1;
  for (let length = Math.min(most, lines.length - at); length > 0; length--) {
    const parts = lines.slice(at, at + length).map((_, i) => textOf(at + i).replace(TAG, ''));
    const found = readCollected(parts.join(' ').replace(/ {2,}/g, ' '));
    if (found) return { ...found, length };
  }
  return null;
};
