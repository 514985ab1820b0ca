import type { Distinct } from '../feed.js';

/** Prints a page in one of the shapes in which text of the feed is kept. */
export type Shape = (papers: readonly Distinct[]) => string;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
export const HUB = 'https://huggingface.co';

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const shortDay = ({ day: { month, day } }: Distinct): string => `${MONTHS[month - 1]} ${day}`;
export const fullDay = (paper: Distinct): string => `${shortDay(paper)}, ${paper.day.year}`;
/** The feed leaves its own year out. */
export const day = (paper: Distinct): string => (paper.day.year === 2026 ? shortDay(paper) : fullDay(paper));
export const url = ({ id }: Distinct): string => `${HUB}/papers/${id}`;
export const login = ({ id }: Distinct): string => `${HUB}/login?next=%2Fpapers%2F${id}`;
export const votes = ({ upvotes }: Distinct): string => (upvotes === 0 ? '-' : String(upvotes));
export const behind = ({ comments }: Distinct, before: string, after = ''): string =>
  comments === 0 ? '' : `${before}${comments}${after}`;

export const wrap = (text: string, width: number): string[] => {
  const lines = [''];
  for (const word of oneLine(text).split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
};

export const lines = (...all: (string | readonly string[] | null)[]): string =>
  `${all
    .filter((line) => line !== null)
    .flat()
    .join('\n')}\n`;
