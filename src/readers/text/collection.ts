import type { Line } from './token.js';

/** `Paper • 2505.00011 • Published May 3, 2025 • 42 • 3`: the hub's line below a title in a collection. */
const FORM =
  /^Paper • (\d{4}\.\d{4,5}) • (?:Published|Updated) ([^•]{1,40}?)(?: • (\d[\d.,]*[km]?)(?: • (\d[\d.,]*[km]?))?)?$/;
/** Its parts, on lines of their own: `Paper`, `•`, `2505.00011`, `•`, `Published`, `May 3, 2025`, `•`, `42`, `•`, `3`. */
const MOST_PARTS = 10;

export interface Collected {
  id: string;
  day: string;
  upvotes: string | undefined;
  comments: string | undefined;
  /** How many lines it has. */
  length: number;
}

/** The longest one that begins at a line. */
export const inCollection = (lines: readonly Line[], at: number): Collected | null => {
  const { text } = lines[at] as Line;
  if (!text.startsWith('Paper')) return null;
  for (let length = text === 'Paper' ? MOST_PARTS : 1; length > 0; length--) {
    const parts = lines.slice(at, at + length).map((line) => line.text);
    const [found, id = '', day = '', upvotes, comments] = FORM.exec(parts.join(' ')) ?? [];
    if (found !== undefined) return { id, day, upvotes, comments, length: parts.length };
  }
  return null;
};
