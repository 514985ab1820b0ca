import { decodeEntities } from '../../fields/entities.js';
import { oneLine } from '../../fields/text.js';
import { formOf } from './facts.js';
import type { LinkContext } from './links.js';
import type { Column } from './printed.js';
import type { MarkStyle, References } from './references.js';
import type { Target } from './target.js';
import type { Line, Piece } from './token.js';
import { isPageWords } from './words.js';
import { type Unwrapped, unescapeMarkdown } from './wrapping.js';

/** State that all sections of an input share: its lists of targets, and the numbering of links and records. */
export interface Numbering {
  references: References;
  links: number;
  records: number;
  /** It shows several blocks of code: a document about something. */
  isDocument: boolean;
  /** Number of the first line of this part; the lines above it repeat the top of the page. */
  first: number;
}

/** A stretch of lines with one notation, as it is read. */
export interface Section {
  lines: readonly Line[];
  /** Index of its first line among all. */
  from: number;
  markdown: boolean;
  /** Backslashes are as TeX has them, not escaped. */
  tex: boolean;
  styleAt: (at: number) => MarkStyle;
  columnsAt: (at: number) => readonly Column[] | null;
  outer: readonly Unwrapped[];
  numbering: Numbering;
  pieces: Piece[];
  lastMark: number;
  /** A link that waits for its end: where it began. */
  open: { piece: number; index: number } | null;
}

/** Adds what a line, or a part of it, says. */
export const say = ({ pieces }: Section, line: Line, text: string, more?: Partial<Piece>): void => {
  const piece: Piece = {
    line,
    text,
    target: null,
    link: 0,
    heading: 0,
    bullet: '',
    boxed: false,
    record: 0,
    gap: 0,
    fact: null,
    titles: false,
  };
  pieces.push(more === undefined ? piece : Object.assign(piece, more));
};

export const linkOf = ({ numbering }: Section, target: Target | null): Pick<Piece, 'target' | 'link'> => ({
  target,
  link: target === null ? 0 : ++numbering.links,
});

export const isWords = (text: string): boolean => formOf(text) === null && !isPageWords(text);

/** Taking marks and escapes off may leave white space behind. */
export const plainWords = (text: string, { markdown, tex }: Section): string => {
  const said = decodeEntities(markdown ? unescapeMarkdown(text, tex) : text);
  return said === text ? text : oneLine(said);
};

export const contextOf = ({ numbering, from, styleAt, open }: Section, at: number): LinkContext => ({
  references: numbering.references,
  index: from + at,
  open: open && from + open.index,
  marks: styleAt(at) !== null,
});

/** The title among the pieces of an entry: the first, or behind `57 upvotes` the second. */
export const titleAmong = ([first, second]: readonly Piece[]): Piece | undefined => {
  const isLinked = second?.target?.id && second.line === first?.line && first.target === null;
  return isLinked && formOf(first.text)?.kind === 'upvotes' ? second : first;
};
