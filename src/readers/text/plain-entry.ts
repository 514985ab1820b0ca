import { readDateLine } from '../../fields/date.js';
import { LONGEST_TITLE, looksLikeOrganization, looksLikeTitle } from './block.js';
import { classify, type Token } from './classify.js';
import { isDressed, LONG } from './dressed.js';
import { isWholeLine } from './join.js';
import type { RawLines } from './lines.js';
import { type Kind, plainPiece } from './piece.js';

/** An entry in the form in which browsers copy search pages. */
export interface PlainEntry {
  title: Token;
  abstract: Token;
  /** The author count, or the organization. */
  who: Token;
  dot: Token;
  date: Token;
}

/** From its title to its date, with the two blank lines. */
export const PLAIN_ENTRY_LINES = 7;
/** What has to be seen of what follows: the blank line and the next title. */
export const PLAIN_ENTRY_SIGHT = PLAIN_ENTRY_LINES + 2;

const LONGEST_ABSTRACT = 64 * 1024;
/** `•` and `·` in bytes: a raw line has a character for each of them. */
const AUTHORS = /^ {0,8}\xe2\x80\xa2 (\d{1,6}) authors?$/;
const DOT = '\xc2\xb7';
/** No address, nor the end of a link, that could belong to the date above. */
const NEXT_TITLE = /^[A-Z0-9][^\]]*$/;
const FIRST = /^[A-Za-z0-9]/;

/** A plain line is what it says, whatever stands around it. */
const isUnmarked = (text: string): boolean =>
  FIRST.test(text) && !text.includes('&') && isWholeLine(text) && !isDressed(text);

const told = (kind: Kind, text: string, line: number, gap: number): Token => {
  const piece = plainPiece(text, line, gap);
  piece.kind = kind;
  return piece;
};

const textLine = (text: string, line: number, gap: number): Token | null => {
  if (!isUnmarked(text)) return null;
  const piece = classify(plainPiece(text, line, gap));
  return piece.kind === 'text' ? piece : null;
};

const titleLine = (text: string, line: number, gap: number): Token | null => {
  const title = textLine(text, line, gap);
  return title && looksLikeTitle([title]) ? title : null;
};

const authorsLine = (raw: string, line: number): Token | null => {
  const count = AUTHORS.exec(raw)?.[1];
  if (count === undefined) return null;
  const authors = told('authors', `• ${count} authors`, line, 1);
  authors.count = Number(count);
  return authors;
};

/** Below prose, and touching the dot. */
const organizationLine = (text: string, line: number): Token | null => {
  const organization = textLine(text, line, 1);
  return organization && looksLikeOrganization(organization) ? organization : null;
};

const dateLine = (text: string, line: number): Token | null => {
  const date = told('date', text, line, 0);
  date.date = readDateLine(text);
  return date.date && date;
};

/**
 * The entry whose title is the line at `at`, which is the `number`th of the input, where the lines are, to the letter, of
 * the plain form: most of a plain page is made of these. `null` where it takes a closer look.
 */
export const readPlainEntry = (
  { length, isPlain, text }: RawLines,
  at: number,
  number: number,
  gap: number,
): PlainEntry | null => {
  const isPlace =
    isPlain(at) &&
    length(at) <= LONGEST_TITLE &&
    length(at + 1) === 0 &&
    isPlain(at + 2) &&
    length(at + 2) > LONG &&
    length(at + 2) <= LONGEST_ABSTRACT &&
    length(at + 3) === 0 &&
    length(at + 5) === DOT.length &&
    text(at + 5) === DOT &&
    isPlain(at + 6) &&
    length(at + 7) === 0;
  if (!isPlace) return null;
  const date = dateLine(text(at + 6), number + 6);
  if (date === null) return null;
  const hasName = isPlain(at + 4);
  if (hasName && !NEXT_TITLE.test(text(at + 8))) return null;
  const who = hasName ? organizationLine(text(at + 4), number + 4) : authorsLine(text(at + 4), number + 4);
  const title = who && titleLine(text(at), number, gap);
  const abstract = text(at + 2);
  if (who === null || title === null || !isUnmarked(abstract)) return null;
  return {
    title,
    abstract: told('text', abstract, number + 2, 1),
    who,
    dot: told('dot', '·', number + 5, 0),
    date,
  };
};
