import { oneLine } from '../../fields/text.js';
import { factOf } from './facts.js';
import { type LinkContext, segmentLine } from './links.js';
import { rewritten, withoutAnchors } from './notations.js';
import { marksBehind, markStyleOf, type References, referencesOf } from './references.js';
import { columnsOf, factsIn } from './rows.js';
import { readTarget, type Target } from './target.js';
import type { Fact, Line, Token } from './token.js';
import { isPageStart } from './words.js';
import { decodeEntities, isDrawing, unescapeMarkdown, unwrap } from './wrapping.js';

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
  fact: Fact | null;
}

/** A link goes on over so many lines at most. */
const MOST_LINES = 400;
const BARE_ADDRESS = /^(?:https?:\/\/|\/)\S+$/;
const LONE_BRACKETS = /^[[\]()]+$/;
/** Addresses on lines of their own that no text of a link goes around. */
const OF_A_PAPER: ReadonlySet<Target['kind']> = new Set(['paper', 'comments', 'upvote']);

const newPiece = (line: Line, text: string): Piece => ({
  line,
  text,
  target: null,
  link: 0,
  heading: 0,
  bullet: '',
  boxed: false,
  row: 0,
  fact: null,
});

/** The tokens of lines, in order: every line has one at least, or its words stand in another's. */
export const tokensOf = (lines: readonly Line[]): Token[] => {
  const references = referencesOf(lines);
  const pieces: Piece[] = [];
  const links = { count: 0 };
  for (const { from, to } of sectionsOf(lines)) readSection(lines, from, to, references, links, pieces);
  return toTokens(pieces);
};

/** Stretches of lines with one notation: a page may be Markdown and the next plain text. */
const sectionsOf = (lines: readonly Line[]): { from: number; to: number }[] => {
  const sections: { from: number; to: number }[] = [];
  let from = 0;
  for (let at = 1; at < lines.length; at++) {
    const { text, gap } = lines[at] as Line;
    if (!isPageStart(text) || !(gap > 0 || text.includes(' ')) || text === '---') continue;
    sections.push({ from, to: at });
    from = at;
  }
  if (lines.length > 0) sections.push({ from, to: lines.length });
  return sections;
};

const MARKDOWN_LINK = /\]\(<?([^\s()<>]+)/g;
const isMarkdown = (texts: readonly string[]): boolean =>
  texts.some(
    (text) =>
      text.includes('](') &&
      [...text.matchAll(MARKDOWN_LINK)].some(([, url = '']) => readTarget(url).kind !== 'other'),
  );

const readSection = (
  lines: readonly Line[],
  from: number,
  to: number,
  references: References,
  links: { count: number },
  pieces: Piece[],
): void => {
  const section = lines.slice(from, to);
  const texts = withoutAnchors(section.map(({ text }) => text));
  const markdown = isMarkdown(texts);
  const style = markStyleOf(section, references, from);
  const start = pieces.length;
  let lastMark = 0;
  /** A link that waits for its end: its first piece. */
  let open: { piece: number; index: number } | null = null;
  let quoted = true;

  const say = (line: Line, text: string, more: Partial<Piece> = {}): void => {
    pieces.push({ ...newPiece(line, text), ...more });
  };
  const nothing = (line: Line, boxed = false): void => say(line, '', { boxed });
  /** Everything since gets the link; where nothing is open, what stands behind the last link on the lines above. */
  const close = (target: Target | null, index: number): void => {
    let at = open?.piece ?? pieces.length - 1;
    if (open === null) while (at >= start && (pieces[at] as Piece).line === section[index]) at--;
    if (open === null) at = sinceLastLink(pieces, start, at);
    links.count++;
    for (const piece of pieces.slice(Math.max(at, start))) {
      if (piece.link !== 0 && piece.target !== null && piece.line !== section[index]) continue;
      piece.target ??= target;
      piece.link ||= links.count;
    }
    open = null;
  };

  const bareAddress = (line: Line, url: string): void => {
    const target = readTarget(url);
    const isKnown = target.kind !== 'other';
    if (line.gap > 0 && open !== null && OF_A_PAPER.has(target.kind)) open = null;
    const above = open === null && line.gap > 0 && isKnown ? ofLineAbove(pieces, start) : [];
    const isFree = above.length > 0 && above.every((piece) => piece.target === null);
    if (isFree) {
      links.count++;
      for (const piece of above) Object.assign(piece, { target, link: links.count });
    }
    const text = url.startsWith('/') || (line.gap > 0 && isKnown) ? '' : url;
    const isSaid = isKnown && (line.gap > 0 || url.startsWith('/') || pieces.at(-1)?.target?.url === url);
    say(line, isSaid ? '' : text || url, {
      target: isKnown ? target : null,
      link: isFree ? links.count : 0,
      fact: isKnown && target.kind !== 'pageDay' ? { kind: 'link' } : null,
    });
  };

  for (let i = 0; i < section.length; i++) {
    const line = section[i] as Line;
    if (open !== null && i - open.index > MOST_LINES) open = null;
    if (line.frontMatter) {
      open = null;
      say(line, line.text, { fact: { kind: 'note' } });
      continue;
    }
    if (references.isListed(from + i)) {
      nothing(line);
      continue;
    }
    const isQuoted: boolean = line.text.startsWith('>');
    const wrapsThere: boolean = isQuoted && line.gap === 0 && !quoted;
    quoted = isQuoted && !wrapsThere;
    if (wrapsThere) {
      say(line, plainWords(line.text, markdown));
      continue;
    }
    const columns = line.raw.length < 400 ? columnsOf(line.raw) : null;
    if (columns && !line.text.includes('[')) {
      for (const column of columns) say(line, oneLine(column));
      continue;
    }
    const outer = unwrap(texts[i] as string, markdown);
    const inMarkdown = rewritten(outer.text);
    const marked: { text: string; last: number } =
      style === 'before' ? withMarks(inMarkdown, lastMark, references, from + i) : { text: inMarkdown, last: lastMark };
    lastMark = marked.last;
    const { text } = marked;
    if (text === '' || isDrawing(line.text) || isDrawing(text) || LONE_BRACKETS.test(text)) {
      if (text.startsWith('[')) open = { piece: pieces.length, index: i };
      nothing(line, outer.boxed);
      continue;
    }
    if (BARE_ADDRESS.test(text)) {
      bareAddress(line, text);
      continue;
    }
    const continues = pieces.at(-1)?.heading === outer.heading;
    if (outer.heading > 0 && open !== null && !continues) open = null;
    const context: LinkContext = { references, index: from + i, marks: style !== null };
    const { list, closes, opens } = segmentLine(text, context);
    if (list.length === 0) nothing(line);
    const first = pieces.length;
    for (const [n, segment] of list.entries()) {
      const inner = unwrap(segment.text, markdown);
      say(line, plainWords(inner.text, markdown), {
        target: n === closes ? null : segment.target,
        link: segment.isLink && n !== closes ? ++links.count : 0,
        heading: outer.heading || inner.heading,
        bullet: (n === 0 && outer.bullet) || inner.bullet,
        boxed: inner.boxed || (n === 0 && outer.boxed),
      });
      if (n === closes) close(segment.target, i);
    }
    if (opens !== null) open = { piece: opens === 'behind' ? pieces.length : first, index: i };
  }
};

const withMarks = (text: string, last: number, references: References, index: number) =>
  text.includes('[')
    ? marksBehind(text, last, (number) => references.target(number, index) !== null)
    : { text, last };

/** Taking marks and escapes off may leave white space behind. */
const plainWords = (text: string, markdown: boolean): string =>
  oneLine(decodeEntities(markdown ? unescapeMarkdown(text) : text));

const ofLineAbove = (pieces: readonly Piece[], start: number): Piece[] => {
  const line = pieces.length > start ? pieces.at(-1)?.line : undefined;
  const found: Piece[] = [];
  for (let at = pieces.length - 1; at >= start && pieces[at]?.line === line; at--)
    if (pieces[at]?.text !== '') found.unshift(pieces[at] as Piece);
  return found;
};

/** A link whose beginning is lost goes no further back than the line above. */
const sinceLastLink = (pieces: readonly Piece[], start: number, from: number): number => {
  const line = pieces[from]?.line;
  let at = from;
  while (at >= start && pieces[at]?.line === line && pieces[at]?.target === null) at--;
  return at + 1;
};

/** `- 94 upvotes` behind a title: the sign sets it off. */
const SET_OFF = /^[·•|–—:-]\s+(?=\S)/;

const toTokens = (pieces: readonly Piece[]): Token[] => {
  const tokens: Token[] = [];
  for (let at = 0; at < pieces.length; ) {
    const { line } = pieces[at] as Piece;
    const first = tokens.length;
    for (; at < pieces.length && pieces[at]?.line === line; at++) {
      const piece = pieces[at] as Piece;
      const text = tokens.length > first && piece.target === null ? piece.text.replace(SET_OFF, '') : piece.text;
      const parts = piece.fact ? [text] : factsIn(text);
      for (const part of parts) {
        const { target, link, heading, bullet, boxed, row } = piece;
        const fact = piece.fact ?? factOf(part, target, heading, boxed);
        const isNext = tokens.length > first;
        tokens.push({
          line: line.number,
          text: part,
          fact,
          gap: isNext ? 0 : line.gap,
          indent: line.indent,
          heading,
          bullet: part === parts[0] ? bullet : '',
          target,
          link,
          row,
          shared: false,
          doubled: false,
          joined: isNext ? [] : line.joined,
        });
      }
    }
    if (tokens.length - first > 1) for (const token of tokens.slice(first)) token.shared = true;
  }
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    token.doubled = token.text !== '' && before?.text === token.text && before.line !== token.line;
  }
  return tokens;
};
