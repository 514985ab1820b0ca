import type { Target } from './target.js';

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
  /** The line holds other pieces too. */
  shared: boolean;
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
  shared: false,
});
