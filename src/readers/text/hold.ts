import type { Piece } from './piece.js';
import type { Target } from './target.js';

/** A link left open goes on to its close, the next heading, or this many lines or characters. */
const OPEN_LINES = 400;
const OPEN_CHARACTERS = 1024 * 1024;

/** Holds pieces back until it is known where their link leads: to the end of an open link, else for one line. */
export interface Holder {
  hold(pieces: readonly Piece[]): void;
  release(): void;
  /** The open link has no end: lets go of all but the last line. */
  abandon(): void;
  /** A link begins on this line. */
  open(line: number): void;
  isOpen(): boolean;
  /** The address of a link belongs to everything since its start; where that is not known, since the last address. */
  close(target: Target | null, mark: number | null): void;
  /** Ends an open link that has become too long. */
  limit(line: number): void;
  held(): readonly Piece[];
}

export const holdPieces = (take: (piece: Piece) => void): Holder => {
  let held: Piece[] = [];
  let openSince = 0;
  let characters = 0;
  const release = (): void => {
    for (const piece of held) take(piece);
    held = [];
    openSince = 0;
    characters = 0;
  };
  return {
    release,
    hold(pieces) {
      if (openSince === 0) release();
      for (const piece of pieces) {
        held.push(piece);
        characters += piece.text.length;
      }
    },
    open(line) {
      release();
      openSince = line;
    },
    abandon() {
      const line = held.at(-1)?.line;
      const last = held.filter((piece) => piece.line === line);
      held = held.filter((piece) => piece.line !== line);
      release();
      held = last;
    },
    isOpen: () => openSince > 0,
    close(target, mark) {
      const from = openSince > 0 ? 0 : held.findLastIndex((piece) => piece.target !== null) + 1;
      for (const piece of held.slice(from)) {
        piece.target ??= target;
        piece.mark ??= mark;
      }
      openSince = 0;
    },
    limit(line) {
      if (openSince > 0 && (line - openSince > OPEN_LINES || characters > OPEN_CHARACTERS)) release();
    },
    held: () => held,
  };
};
