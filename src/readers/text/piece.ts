import type { Target } from './target.js';
import type { Fact, Line } from './token.js';

/** A stretch of a line, free of its notation; what it says is not yet known, unless the notation itself says it. */
export interface Piece {
  line: Line;
  text: string;
  target: Target | null;
  link: number;
  heading: number;
  bullet: string;
  boxed: boolean;
  row: number;
  /** Blank lines above it that are lost, where a page stands on one line. */
  gap: number;
  fact: Fact | null;
}

export const newPiece = (line: Line, text: string, more?: Partial<Piece>): Piece => {
  const piece: Piece = {
    line,
    text,
    target: null,
    link: 0,
    heading: 0,
    bullet: '',
    boxed: false,
    row: 0,
    gap: 0,
    fact: null,
  };
  return more === undefined ? piece : Object.assign(piece, more);
};
