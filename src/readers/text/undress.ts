import type { Report } from '../../diagnostic.js';
import { decodeEntities } from '../../fields/entities.js';
import { oneLine } from '../../fields/text.js';
import { isDressed, LONG } from './dressed.js';
import { isRow, readAuthorCount, splitFacts } from './facts.js';
import { holdPieces } from './hold.js';
import { joinLines } from './join.js';
import type { Marks } from './marks.js';
import { linkNotation } from './notation.js';
import { type Piece, plainPiece } from './piece.js';
import { type Segment, segmentLine } from './segments.js';
import { setOff } from './set-off.js';
import { readTarget, type Target } from './target.js';
import { unfold } from './unfold.js';
import { isPageStart } from './words.js';
import { isDrawing, TABLE_RULE, unescapeMarkdown, unwrap } from './wrapping.js';

const BARE_URL = /^(?:https?:\/\/|\/)\S+$/;
const LONE_BRACKETS = /^[[\]()]+$/;
/** `Feb 5, 2023new`: the next page of a file without a line end at its seam. */
const GLUED_PAGE_WORD = /\dnew$/;
const DATE_BEGINS = /\b[A-Z][a-z]{2} \d/;
/** Addresses on lines of their own that no text of a link goes around. */
const OF_A_PAPER: ReadonlySet<Target['kind']> = new Set(['paper', 'comments', 'upvote']);

export interface Undresser {
  /** Takes one line off its wrapping; `text` is trimmed and not empty. */
  line(text: string, number: number, gap: number): void;
  /** A line of front matter. */
  note(text: string, number: number): void;
  /** Nothing is open, and nothing says that plain lines are anything else than they seem. */
  isPlain(): boolean;
  /** Takes the place of a line that wears nothing. */
  plain(piece: Piece): void;
  /** What is held goes out. */
  release(): void;
  /** The end of the input: what is held goes out. */
  end(): void;
}

/** Turns lines into pieces and hands them on one line late: the URL on the next line may belong to them. */
export const undress = (marks: Marks, take: (piece: Piece) => void, report: Report): Undresser => {
  const { hold, release, abandon, open, isOpen, close, limit, held } = holdPieces(take);
  let markdown = false;
  /** The line before is quoted; where it is not, a line that touches it and begins with `>` only wraps there. */
  let quoted = true;
  const notation = linkNotation();

  /** Taking marks and escapes off may leave white space behind. */
  const plainWords = (text: string): string => {
    const said = decodeEntities(markdown ? unescapeMarkdown(text) : text);
    return said === text ? text : oneLine(said);
  };
  const pieceOf = (segment: Segment, line: number): Piece => {
    const { text, ...wrapping } = unwrap(segment.text, markdown);
    const said = oneLine(plainWords(text));
    return { ...plainPiece(said, line, 0), ...wrapping, target: segment.target, mark: segment.mark };
  };

  const bareUrl = (url: string, line: number, gap: number): void => {
    const target = readTarget(url);
    if (gap > 0 && isOpen() && OF_A_PAPER.has(target.kind)) abandon();
    const isDoubled = gap === 0 && held().at(-1)?.target?.url === url;
    if (isDoubled) return hold([{ ...plainPiece('', line, gap), target }]);
    const attaches = gap > 0 && target.kind !== 'other' && !isOpen();
    const isOwn = url.startsWith('/') && target.kind !== 'other';
    if (!attaches)
      return hold([isOwn ? { ...plainPiece('', line, gap), target } : plainPiece(url, line, gap)]);
    const said = held().filter(({ text }) => text !== '');
    if (said.every((piece) => piece.target === null)) for (const piece of said) piece.target = target;
    hold([{ ...plainPiece('', line, gap), target }]);
  };

  const dressed = (line: string, number: number, gap: number): void => {
    if (marks.list(line)) return hold([plainPiece('', number, gap)]);
    const outer = unwrap(line, markdown);
    const taken = marks.take(outer.text);
    const { mark } = taken;
    const text = notation.rewrite(taken.text, marks);
    // What stands right above is the head of a table.
    if (TABLE_RULE.test(line) && !isOpen()) for (const piece of held()) piece.text = '';
    if (text === '' || isDrawing(line) || isDrawing(text) || LONE_BRACKETS.test(text)) {
      if (text.startsWith('[')) open(number);
      return hold([{ ...plainPiece('', number, gap), mark, boxed: outer.boxed }]);
    }
    if (BARE_URL.test(text)) return bareUrl(text, number, gap);
    const continues = held().some(({ heading }) => heading === outer.heading);
    if (outer.heading > 0 && isOpen() && !continues) release();

    const { list: segments, closes, opens } = segmentLine(text, marks.used());
    // In a row links alone say what they are: the other cells' meaning stands in the table's head.
    const isLinked = isRow(text) && segments.some(({ target }) => target?.kind === 'paper');
    const list = isLinked ? segments.filter(({ target }) => target !== null) : segments;
    for (const { mark: number } of list) marks.saw(number);
    markdown ||= line.includes('](') && list.some(({ target }) => target !== null && target.kind !== 'other');
    const pieces = list.flatMap(splitFacts).map((segment) => pieceOf(segment, number));
    const [first] = pieces;
    if (!first) return hold([plainPiece('', number, gap)]);
    for (const piece of pieces) piece.shared = pieces.length > 1;
    setOff(pieces);
    first.gap = isRow(text) ? Math.max(gap, 1) : gap;
    first.mark ??= mark;
    first.bullet ||= outer.bullet;
    first.boxed ||= outer.boxed;
    if (outer.heading > 0) for (const piece of pieces) piece.heading = outer.heading;
    const closing = segments[closes];
    if (closing) close(closing.target, closing.mark);
    if (opens === 'behind') hold(pieces);
    if (opens !== null) open(number);
    if (opens !== 'behind') hold(pieces);
    limit(number);
  };

  const takeLine = (text: string, number: number, gap: number): void => {
    if ((markdown || isOpen()) && isPageStart(text) && (gap > 0 || text.includes(' '))) {
      if (isOpen()) release();
      markdown = false;
    }
    if (text === '·' || readAuthorCount(text) !== null) return hold([plainPiece(text, number, gap)]);
    if (isDressed(text)) {
      const glued = text.length < LONG && GLUED_PAGE_WORD.test(text) && DATE_BEGINS.test(text.slice(0, -4));
      if (!glued) return dressed(text, number, gap);
      hold([
        { ...plainPiece(text.slice(0, -3), number, gap), shared: true },
        { ...plainPiece('new', number, 0), shared: true },
      ]);
    } else hold([plainPiece(plainWords(text), number, gap)]);
  };
  const joiner = joinLines({
    line(text, number, gap) {
      const isQuoted = text.startsWith('>');
      const isProse = isQuoted && gap === 0 && !quoted;
      quoted = isQuoted && !isProse;
      if (isProse) hold([plainPiece(plainWords(text), number, gap)]);
      else takeLine(text, number, gap);
    },
    page: (text, number) => hold(unfold(text, number, report)),
    joined: (number) => hold([{ ...plainPiece('', number, 0), joined: true }]),
  });

  return {
    line: joiner.line,
    isPlain: () => !markdown && !quoted && !joiner.isOpen() && !isOpen() && !marks.used(),
    plain: (piece) => hold([piece]),
    release,
    note(text, number) {
      joiner.end();
      release();
      hold([{ ...plainPiece(text, number, 0), note: true }]);
    },
    end() {
      joiner.end();
      release();
    },
  };
};
