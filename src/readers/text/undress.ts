import { splitFacts } from './facts.js';
import type { Marks } from './marks.js';
import { type Piece, plainPiece } from './piece.js';
import { type Segment, segmentLine } from './segments.js';
import { readTarget, type Target } from './target.js';
import { decodeEntities, isDrawing, unescapeMarkdown, unwrap } from './wrapping.js';

/** A link left open goes on to its close, the next heading, or this many lines or characters. */
const OPEN_LINES = 400;
const OPEN_CHARACTERS = 1024 * 1024;

const BARE_URL = /^(?:https?:\/\/|\/)\S+$/;
const LONE_BRACKETS = /^[[\]()]+$/;
/** `Feb 5, 2023new`: the next page of a file without a line end at its seam. */
const GLUED_PAGE_WORD = /^(.*\b[A-Z][a-z]{2} \d.*\d)(new)$/;
/** Lines that may wear something begin like this; any other short line only if a fact's dot or a URL is in it. */
const DRESSED_START = /^[[\]#>*+•◦▪‣!<`~_=━─—|(/\\·-]|^https?:|^\d+\.\s|^â€¢/;
const DRESSED_INSIDE = / [·•|] |\\$|\dnew$|^.{0,80}submitted by/i;
const LONG = 300;

export interface Undresser {
  /** Takes one line off its wrapping; `text` is trimmed and not empty. */
  line(text: string, number: number, gap: number): void;
  /** A line of front matter. */
  note(text: string, number: number): void;
  /** The end of the input: what is held goes out. */
  end(): void;
}

/** Turns lines into pieces and hands them on one line late: the URL on the next line may belong to them. */
export const undress = (marks: Marks, take: (piece: Piece) => void): Undresser => {
  let held: Piece[] = [];
  let openSince = 0;
  let heldCharacters = 0;
  let markdown = false;

  const release = (): void => {
    for (const piece of held) take(piece);
    held = [];
    openSince = 0;
    heldCharacters = 0;
  };
  const hold = (pieces: readonly Piece[]): void => {
    if (openSince === 0) release();
    for (const piece of pieces) {
      held.push(piece);
      heldCharacters += piece.text.length;
    }
  };
  const open = (line: number): void => {
    release();
    openSince = line;
  };
  const close = (target: Target | null, mark: number | null): void => {
    if (openSince === 0) return;
    for (const piece of held) {
      piece.target ??= target;
      piece.mark ??= mark;
    }
    openSince = 0;
  };

  const pieceOf = (segment: Segment, line: number): Piece => {
    const { text, ...wrapping } = unwrap(segment.text);
    const said = decodeEntities(markdown ? unescapeMarkdown(text) : text);
    return { ...plainPiece(said, line, 0), ...wrapping, target: segment.target, mark: segment.mark };
  };

  const bareUrl = (url: string, line: number, gap: number): void => {
    const target = readTarget(url);
    const attaches = gap > 0 && target.kind !== 'other' && openSince === 0;
    if (!attaches) return hold([plainPiece(url, line, gap)]);
    const said = held.filter(({ text }) => text !== '');
    if (said.every((piece) => piece.target === null)) for (const piece of said) piece.target = target;
    hold([{ ...plainPiece('', line, gap), target }]);
  };

  const dressed = (line: string, number: number, gap: number): void => {
    if (marks.list(line)) return hold([plainPiece('', number, gap)]);
    const outer = unwrap(line);
    const { text, mark } = marks.take(outer.text);
    if (text === '' || isDrawing(line) || isDrawing(text) || LONE_BRACKETS.test(text)) {
      if (text.startsWith('[')) open(number);
      return hold([{ ...plainPiece('', number, gap), mark, boxed: outer.boxed }]);
    }
    if (BARE_URL.test(text)) return bareUrl(text, number, gap);
    const continues = held.some(({ heading }) => heading === outer.heading);
    if (outer.heading > 0 && openSince > 0 && !continues) release();

    const { list, closes, opens } = segmentLine(text, marks.used());
    for (const { mark: number } of list) marks.saw(number);
    markdown ||= list.some(({ target }) => target !== null && target.kind !== 'other');
    const pieces = list.flatMap(splitFacts).map((segment) => pieceOf(segment, number));
    const [first] = pieces;
    if (!first) return hold([plainPiece('', number, gap)]);
    for (const piece of pieces) piece.shared = pieces.length > 1;
    first.gap = gap;
    first.mark ??= mark;
    first.bullet ||= outer.bullet;
    first.boxed ||= outer.boxed;
    if (outer.heading > 0) for (const piece of pieces) piece.heading = outer.heading;
    const closing = list[closes];
    if (closing) close(closing.target, closing.mark);
    if (opens) open(number);
    hold(pieces);
    if (openSince > 0 && (number - openSince > OPEN_LINES || heldCharacters > OPEN_CHARACTERS)) release();
  };

  return {
    line(text, number, gap) {
      const links = text.includes('](') || text.includes('][');
      const short = text.length < LONG;
      if (links || DRESSED_START.test(text) || (short && DRESSED_INSIDE.test(text))) {
        const glued = short ? GLUED_PAGE_WORD.exec(text) : null;
        if (!glued) return dressed(text, number, gap);
        hold([
          { ...plainPiece(glued[1] as string, number, gap), shared: true },
          { ...plainPiece('new', number, 0), shared: true },
        ]);
      } else hold([plainPiece(decodeEntities(text), number, gap)]);
    },
    note(text, number) {
      release();
      hold([{ ...plainPiece(text, number, 0), note: true }]);
    },
    end: release,
  };
};
