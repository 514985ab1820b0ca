import { isFact } from './facts.js';
import type { Piece } from './piece.js';

const SIGN = /^[·•|–—-]\s+/;
const LETTER = /\p{L}/u;
/** No abstract is shorter. */
const SHORTEST_PROSE = 165;

/**
 * What a sign sets off from a linked title, or from a fact, on its line is no part of any title: ` - 94 upvotes` says what
 * only a reader understands. A long text behind a title is the abstract.
 */
export const setOff = (pieces: readonly Piece[]): void => {
  let isBehindTitle = false;
  let isBehindFact = false;
  for (const piece of pieces) {
    const { target, bullet, text } = piece;
    const isSetOff = target === null && (bullet !== '' || SIGN.test(text)) && LETTER.test(text);
    if (isFact(text)) isBehindFact = true;
    else if (isSetOff && (isBehindTitle || isBehindFact)) {
      const said = text.replace(SIGN, '');
      if (said.length < SHORTEST_PROSE) piece.text = '';
      else if (isBehindTitle && !isBehindFact) Object.assign(piece, { text: said, gap: 1 });
    }
    isBehindTitle = target?.kind === 'paper';
  }
};
