import { readCount } from '../../fields/count.js';
import { type DateLine, monthOf, readDateLine } from '../../fields/date.js';
import { readAuthorCount } from './facts.js';
import type { Piece } from './piece.js';
import { ARXIV_PAGE, isEmptyWord, isHeaderWord, isPageWords, SUBMITTED_BY, UPVOTE } from './words.js';

/** What a piece is by its own looks; text can become a title, prose or an organization by its place. */
export type Kind =
  | 'text'
  | 'heading'
  | 'authors'
  | 'organization'
  | 'dot'
  | 'date'
  | 'month'
  | 'count'
  | 'upvote'
  | 'submitter'
  | 'github'
  | 'arxiv'
  | 'decoration'
  | 'note'
  | 'empty'
  | 'header'
  | 'page';

/** A piece with its kind and the value that the kind carries. */
export interface Token extends Piece {
  kind: Kind;
  /** Of `authors`, `count`, `upvote`, `github`. */
  count: number | null;
  date: DateLine | null;
}

const NON_WORDS = /^[^A-Za-z0-9_\s]{1,3}$/;
const BRACKETED = /^\[[^[\]]*\]$/;
const NOTE =
  /^(?:captured|retrieved|exported|fetched|saved|date|url|source|query)(?: ?\([^()]*\))?: +(?:\S.*)?(?:\d{4}-\d\d-\d\d|https?:\/\/)/i;
const LABELLED = /^(?:LINK: )?(Upvote|GitHub)(?: +(\S+))?$/;

/** Tells the kind of a piece, strongest sign first: link target, heading mark, exact form of words. */
export const classify = (piece: Piece): Token => {
  const { text, target, heading } = piece;
  const as = (kind: Kind, count: number | null = null, date: DateLine | null = null): Token => ({
    ...piece,
    kind,
    count,
    date,
  });
  if (piece.note) return as('note');
  if (text === '') return as('decoration');
  if (text.length > 300) return as('text');
  const labelled = LABELLED.exec(text);
  const count = readCount(labelled?.[2] ?? text);
  switch (target?.kind) {
    case 'upvote':
      return count === null && !labelled ? as('decoration') : as('upvote', count);
    case 'comments':
      return count === null ? as('decoration') : as('count', count);
    case 'github':
      return as('github', count);
    case 'arxiv':
      return as('arxiv');
    case 'pageDay':
    case 'thumbnail':
      return as(isPageWords(text) ? 'page' : 'decoration');
  }
  if (heading > 0) return as(heading < 3 ? 'header' : 'heading');
  if (text.startsWith(SUBMITTED_BY)) return as('submitter');
  const authors = readAuthorCount(text);
  if (authors !== null) return as('authors', authors);
  if (labelled)
    return as(labelled[1] === UPVOTE ? 'upvote' : 'github', labelled[2] === undefined ? null : count);
  if (count !== null) return as('count', count);
  if (NON_WORDS.test(text)) return as('dot');
  const date = readDateLine(text);
  if (date) return as('date', null, date);
  if (text === ARXIV_PAGE) return as('arxiv');
  if (isHeaderWord(text)) return as('header');
  if (isEmptyWord(text)) return as('empty');
  if (target?.kind === 'hub') return as('organization');
  if (isPageWords(text)) return as('page');
  if (BRACKETED.test(text) && target?.kind !== 'paper') return as('decoration');
  if (NOTE.test(text)) return as('note');
  if (monthOf(text) !== null && /^[A-Z][a-z]/.test(text)) return as('month');
  return as('text');
};
