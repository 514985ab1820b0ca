import { readCount } from '../../fields/count.js';
import { type DateLine, monthOf, readDateLine } from '../../fields/date.js';
import { DIGEST_LEVEL } from './digest.js';
import { readAuthorCount } from './facts.js';
import type { Kind, Piece } from './piece.js';
import { ARXIV_PAGE, isEmptyWord, isHeaderWord, isPageWords, SUBMITTED_BY, UPVOTE } from './words.js';

/** A piece whose kind is known. */
export type Token = Piece;

const NON_WORDS = /^[^A-Za-z0-9_\s]{1,3}$/;
const BRACKETED = /^\[[^[\]]*\]$/;
const NOTE =
  /^(?:captured|retrieved|exported|fetched|saved|date|url|source|query)(?: ?\([^()]*\))?: +(?:\S.*)?(?:\d{4}-\d\d-\d\d|https?:\/\/)/i;
const LABELLED = /^(?:LINK: )?(Upvote|GitHub)(?: +(\S+))?$/;
const LABEL_START = /^[LUG]/;

/** The header of a week's or a month's page. */
const PERIOD = /^(?:Week \d{1,2}(?:, \d{4})?|([A-Z][a-z]{2,8}) (?:19|20)\d\d)$/;

/** A sentence may begin like a fact. */
const SENTENCE_END = /[.:;,!?]$/;

const LONGEST_FORM = 300;
const LONGEST_NOTE = 160;
const LONGEST_MONTH = 9;
const LONGEST_PERIOD = 14;
/** No count that can be held exactly is written longer. */
const LONGEST_COUNT = 24;

const as = (piece: Piece, kind: Kind, count: number | null = null, date: DateLine | null = null): Token => {
  piece.kind = kind;
  piece.count = count;
  piece.date = date;
  return piece;
};

/** A digest's heading is a title for certain where it leads to a paper. */
const isTitleMark = ({ heading, target }: Piece): boolean =>
  heading > DIGEST_LEVEL || (heading === DIGEST_LEVEL && target?.kind === 'paper');

/** Tells the kind of a piece, strongest sign first: link target, heading mark, exact form of words. */
export const classify = (piece: Piece): Token => {
  const { text, target, heading } = piece;
  if (piece.kind !== 'text' && target === null) return piece;
  if (piece.note) return as(piece, 'note');
  if (text === '') return as(piece, target?.kind === 'upvote' ? 'upvote' : 'decoration');
  if (text.length > LONGEST_FORM) return as(piece, 'text');
  const labelled = LABEL_START.test(text) ? LABELLED.exec(text) : null;
  const counted = labelled?.[2] ?? text;
  const count = counted.length > LONGEST_COUNT ? null : readCount(counted);
  switch (target?.kind) {
    case 'upvote':
      return count === null && !labelled ? as(piece, 'decoration') : as(piece, 'upvote', count);
    case 'comments':
      return count === null ? as(piece, 'decoration') : as(piece, 'count', count);
    case 'github':
      return as(piece, 'github', count);
    case 'arxiv':
      return as(piece, 'arxiv');
    case 'pageDay':
    case 'thumbnail':
      return as(piece, isPageWords(text) ? 'page' : 'decoration');
  }
  if (heading > 0) return as(piece, isTitleMark(piece) ? 'heading' : 'header');
  if (target?.kind === 'paper' && (isPageWords(text) || LABELLED.test(text))) return as(piece, 'text');
  if (text.startsWith(SUBMITTED_BY) && !SENTENCE_END.test(text)) return as(piece, 'submitter');
  const authors = readAuthorCount(text);
  if (authors !== null) return as(piece, 'authors', authors);
  if (labelled) {
    return as(piece, labelled[1] === UPVOTE ? 'upvote' : 'github', labelled[2] === undefined ? null : count);
  }
  if (count !== null) return as(piece, 'count', count);
  if (NON_WORDS.test(text)) return as(piece, 'dot');
  const period = text.length > LONGEST_PERIOD ? null : PERIOD.exec(text);
  if (period && (period[1] === undefined || monthOf(period[1]) !== null)) return as(piece, 'page');
  const date = readDateLine(text);
  if (date) return as(piece, 'date', null, date);
  if (text === ARXIV_PAGE) return as(piece, 'arxiv');
  if (isHeaderWord(text)) return as(piece, 'header');
  if (isEmptyWord(text)) return as(piece, 'empty');
  if (target?.kind === 'hub') return as(piece, 'organization');
  if (isPageWords(text)) return as(piece, 'page');
  if (BRACKETED.test(text) && target?.kind !== 'paper') return as(piece, 'decoration');
  if (text.length <= LONGEST_NOTE && NOTE.test(text) && !SENTENCE_END.test(text)) return as(piece, 'note');
  const isMonth = text.length <= LONGEST_MONTH && monthOf(text) !== null && /^[A-Z][a-z]/.test(text);
  return as(piece, isMonth ? 'month' : 'text');
};
