import type { DateLine } from '../../fields/date.js';
import type { LineRole } from '../../page.js';
import type { Target } from './target.js';

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

/** A stretch of a line that says one thing, with what its wrapping said. A plain line is one piece. */
export interface Piece {
  /** What it says, without wrapping. */
  text: string;
  line: number;
  /** Blank lines between it and what stands before; 0 means that it touches it. */
  gap: number;
  /** The list mark that stood before it, with its space: `- `, `• `. */
  bullet: string;
  /** Level of a Markdown heading; 0 for none. */
  heading: number;
  /** Where its link leads. */
  target: Target | null;
  /** Number of its reference mark, `[12]Title` or `[Title][12]`. */
  mark: number | null;
  /** A checkbox stood before it: `[ ] 94`. */
  boxed: boolean;
  /** A line of front matter. */
  note: boolean;
  /** All that its line says stands in a piece before. */
  joined: boolean;
  /** The line holds other pieces too. */
  shared: boolean;
  /** Told by {@link classify}, or before. */
  kind: Kind;
  /** Of `authors`, `count`, `upvote`, `github`. */
  count: number | null;
  date: DateLine | null;
  /** What it became in its entry. */
  role: LineRole;
}

export const plainPiece = (text: string, line: number, gap: number): Piece => ({
  text,
  line,
  gap,
  bullet: '',
  heading: 0,
  target: null,
  mark: null,
  boxed: false,
  note: false,
  joined: false,
  shared: false,
  kind: 'text',
  count: null,
  date: null,
  role: 'unrecognised',
});
