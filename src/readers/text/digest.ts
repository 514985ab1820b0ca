import { joinLines } from '../../fields/text.js';
import { BOLD_LABEL, IN_BRACKETS_LAST, listedNames, votesIn } from './blocks.js';
import { factOf, formOf, githubFact } from './facts.js';
import { fieldNamed } from './field-names.js';
import { ENDS_BOLD, OPEN_BOLD, STRONG } from './headed.js';
import { titleAmong } from './pieces.js';
import { areFacts, factsIn, SET_OFF } from './rows.js';
import type { Fact, Piece } from './token.js';
import { isLinkLabel, isSectionWord } from './words.js';

// What a digest says about a paper below its title, in its own words.

/** Shorter text is a remark. */
const SHORTEST_PROSE = 60;
const SENTENCE = /^\P{Ll}.{14,}[.!?。！？…]$/u;
/** The longest link text that is not the paper's title. */
const LONGEST_LINK = 40;
/** `**Venue:** …`; a summary under any name is longer. */
const LONGEST_NOTE = 100;
/** `Venue: …`, as an item of a list. */
const PLAIN_LABEL = /^\p{L}[\p{L}\p{N} /_&()-]{0,24}[:：] ?\S/u;
/** A Chinese, Japanese or Korean character says more than a letter: it counts as two. */
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/g;
const width = (text: string): number => text.replace(WIDE, 'xx').length;

/** Marks who posted a paper; an organization is marked with a building. */
const A_PERSON = '👤';
const BOLD_MARK = '**'.length;

/** Sets the fact of every piece of a digest's paper whose own words do not say it. */
export const readDigest = (pieces: readonly Piece[]): void => {
  const title = titleAmong(pieces);
  const below = pieces.filter((piece) => piece !== title);
  if (title?.fact === null) title.titles = true;
  const [second] = below;
  if (title && second && OPEN_BOLD.test(title.text) && ENDS_BOLD.test(second.text)) {
    title.text = title.text.slice(BOLD_MARK);
    second.text = second.text.slice(0, -BOLD_MARK);
    join(title, second);
  }
  let under: 'title' | 'abstract' | 'other' = 'title';
  let titleEnds = title?.line;
  let hasAbstract = false;
  /** Its last piece. */
  let abstract: Piece | null = null;
  for (const [i, piece] of below.entries()) {
    if (title && piece.link > 0 && piece.link === title.link) {
      join(title, piece);
      titleEnds = piece.line;
    }
    if (piece.target?.kind === 'hub' && below[i - 1]?.text === A_PERSON) piece.fact ??= { kind: 'link' };
    const isHeading = piece.line !== title?.line && (piece.heading > 0 || STRONG.test(piece.line.text));
    if (isHeading && (piece.fact === null || piece.fact.kind === 'section')) {
      const isAbstract = namesAbstract(piece.text);
      under = isAbstract && !hasAbstract ? 'abstract' : 'other';
      hasAbstract ||= isAbstract;
      piece.fact = { kind: isAbstract ? 'link' : 'other' };
      continue;
    }
    if (abstract !== null && isRestOf(piece, abstract)) {
      piece.text ||= piece.target?.url ?? '';
      piece.fact ??= { kind: 'abstract' };
    }
    const isBeside = piece.line === titleEnds;
    const next = below[i + 1];
    const rest = isBeside && next && isRestOf(next, piece) ? next.text : '';
    piece.fact ??= factBelow(piece, isBeside, rest, under, hasAbstract && !goesOn(piece, abstract));
    if (!isBeside) piece.fact ??= otherOf(piece);
    if (piece.fact?.kind === 'abstract') {
      piece.text = piece.text.replace(SET_OFF, '');
      hasAbstract = true;
      abstract = piece;
    }
  }
};

/** Text that belongs to no field is marked as such, or it would be read as one. */
const otherOf = ({ text, target }: Piece): Fact | null => {
  const words = text.replace(SET_OFF, '');
  if (formOf(words) !== null) return null;
  // In a row of facts: `· Project page`.
  if (isLinkLabel(words) || (words !== text && words.length <= LONGEST_LINK)) return { kind: 'link' };
  const isText = factOf(words, target, 0, false).kind === 'text' && factsIn(text, null).length === 1;
  return isText ? { kind: 'other' } : null;
};

/** A line right below the abstract continues it, also inside of one link. */
const isRestOf = ({ line, bullet, target, link, text }: Piece, abstract: Piece): boolean =>
  bullet === '' &&
  (target === null ||
    (link > 0 && link === abstract.link) ||
    (target.id === null && (text === '' || text.startsWith('http')))) &&
  line.gap === 0 &&
  line.number === abstract.line.number + 1 &&
  formOf(text) === null &&
  !BOLD_LABEL.test(text);

/** A further line of the abstract, or a further paragraph or item right below it. */
const goesOn = ({ line, text }: Piece, abstract: Piece | null): boolean =>
  abstract !== null &&
  !BOLD_LABEL.test(text) &&
  line.number - line.gap <= abstract.line.number + 1 &&
  line.gap < 2;

/** Appends the words of another piece to a title. */
const join = (title: Piece, piece: Piece): void => {
  title.text = joinLines([title.text, piece.text]).trim();
  piece.text = '';
  piece.fact = { kind: 'nothing' };
};

const namesAbstract = (text: string): boolean => {
  const words = text.replace(IN_BRACKETS_LAST, '');
  return isSectionWord(words) || fieldNamed(words)?.name === 'abstract';
};

/**
 * What a piece says by its length, its label and what is above it. `null`: its own words say it.
 *
 * @param isBeside on the title's line
 * @param rest its continuation on the line below
 */
const factBelow = (
  { text, target, bullet }: Piece,
  isBeside: boolean,
  rest: string,
  under: 'title' | 'abstract' | 'other',
  hasAbstract: boolean,
): Fact | null => {
  if (target?.kind === 'github') return githubFact(text);
  const form = formOf(text);
  if (form !== null) return isBeside ? form : null;
  if (target !== null && target.kind !== 'hub' && text.length <= LONGEST_LINK) return { kind: 'link' };
  const names = under === 'title' ? listedNames(text.replace(SET_OFF, '')) : null;
  if (names) return names;
  if (isBeside && areFacts(text.replace(SET_OFF, ''))) return null;
  if (isBeside && width(text) + width(rest) >= SHORTEST_PROSE && factsIn(text, null).length === 1)
    return { kind: 'abstract' };
  if (isBeside || text === '' || target?.kind === 'hub') return null;
  const isNote = BOLD_LABEL.test(text) || (bullet !== '' && PLAIN_LABEL.test(text));
  if (isNote && width(text) <= LONGEST_NOTE) {
    const count = votesIn(text);
    return count === null ? { kind: 'other' } : { kind: 'upvotes', count };
  }
  if (factsIn(text, null).length > 1) return null;
  if (under === 'abstract') return { kind: 'abstract' };
  const isProse =
    under === 'title' &&
    !hasAbstract &&
    (width(text) >= (isNote ? LONGEST_NOTE : SHORTEST_PROSE) || (!isNote && SENTENCE.test(text)));
  return isProse ? { kind: 'abstract' } : null;
};
