import type { Token } from './classify.js';

/** What lone numbers between two entries turn out to be. */
export interface CountReading {
  /** Of the entry before. */
  comments: Token | null;
  /** Of the entry that follows. */
  upvotes: Token | null;
  /** The one number could be either. */
  ambiguous: boolean;
  /** Dashes that stand for avatars, or numbers too many. */
  rest: Token[];
}

/** What follows the numbers. */
export type Next = 'title' | 'facts' | 'end';

const isDash = ({ text }: Token): boolean => text === '-';

/**
 * Numbers after the facts of an entry: comments, then the upvotes of the next. Before a submitter, the footer or the end
 * there are no upvotes to come; one number before a title is upvotes where the page's first title had one before it. A
 * single dash before a title is no upvotes; several, or one before the authors, stand for avatars.
 */
export const readCounts = (
  counts: readonly Token[],
  next: Next,
  countFirst: boolean | null,
): CountReading => {
  const numbers = counts.filter((token) => !isDash(token));
  const dashes = counts.filter(isDash);
  const dash = next === 'title' && dashes.length === 1 ? (dashes[0] as Token) : null;
  const avatars = dash ? [] : dashes;
  const [first = null, ...more] = numbers;
  const reading = (comments: Token | null, upvotes: Token | null, rest: Token[]): CountReading => ({
    comments,
    upvotes,
    ambiguous: false,
    rest: [...avatars, ...rest],
  });
  if (next !== 'title') return reading(first, null, more);
  if (dash) return reading(first, dash, more);
  if (more.length > 0) return reading(first, more.at(-1) as Token, more.slice(0, -1));
  if (countFirst !== false) return reading(null, first, []);
  return { ...reading(first, null, []), ambiguous: first !== null };
};
