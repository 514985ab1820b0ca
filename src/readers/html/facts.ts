import type { Element } from 'domhandler';
import { readCollected } from '../../fields/collection.js';
import { readCount } from '../../fields/count.js';
import { readAuthors } from '../../fields/lists.js';
import { oneLine } from '../../fields/text.js';
import { type Slot, slotOfLabel } from '../json/names.js';
import type { Piece } from './pieces.js';
import { isElement } from './titles.js';

/** What is on one line of a card, its links included, without its title. */
export interface CardLine {
  text: string;
  pieces: readonly Piece[];
}

export const linesOf = (pieces: readonly Piece[]): CardLine[] => {
  const lines: Piece[][] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (!piece.title && last && last.line === piece.line && !last.text.endsWith('\n'))
      lines.at(-1)?.push(piece);
    else if (!piece.title) lines.push([piece]);
    last = piece.title ? undefined : piece;
  }
  return lines.map((one) => ({ text: oneLine(one.map(({ text }) => text).join('')), pieces: one }));
};

/** `Title (211 ▲)`: the links of the feed's newsletter. */
const VOTES_BEHIND = /^(.*\S) \((\d[\d.,]{0,8}[kK]?) ?[▲👍]\)$/u;

/** The title without the upvotes behind it, and these. */
export const titleAndVotes = (title: string | null): { title: string | null; upvotes: number | null } => {
  const [, words = title, votes = ''] = VOTES_BEHIND.exec(title ?? '') ?? [];
  return { title: words, upvotes: readCount(votes) };
};

/** No name of a field is longer. */
const LONGEST_LABEL = 24;
/** `42 upvotes`, `(42 ▲)` and `▲ 42`. */
const COUNTED = /^\(?([\d.,]{1,9}[kK]?) ?([^\d()]{1,16})\)?$/u;
const COUNT_LAST = /^\(?([^\d()]{1,16}?) ?([\d.,]{1,9}[kK]?)\)?$/u;
/** The same inside of a short text, the number before or behind what it counts. */
const COUNTS_INSIDE =
  /(?:^|[ (])(\d[\d.,]{0,8}[kK]?) ?(?:(upvotes?|votes?|likes?|points?|comments?|stars?)\b(?!:)|([▲👍🔥💬⭐]))/giu;
const COUNTS_BEHIND =
  /(?:^|[ (])(?:(upvotes?|votes?|likes?|points?|comments?|stars?):|([▲👍🔥💬⭐])\ufe0f?) ?(\d[\d.,]{0,8}[kK]?)(?=\s?(?:$|[,;|·()▲👍🔥💬⭐]|\p{L}[\p{L} ]{2,16}:))/giu;
/** A longer line is prose. */
const LONGEST_LINE = 80;
/** Between facts on one line. */
const BETWEEN = / [·•|] /;

/** A mark is a label by itself: `✍️ Ada Quill`. */
const MARK = /^(\p{Extended_Pictographic}\ufe0f?|▲) ?/u;

const COUNTS: ReadonlySet<Slot> = new Set(['authorCount', 'comments', 'githubStars', 'upvotes']);

const BY_LINE = /^by (\p{Lu}.{2,400})$/u;
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]{0,40}(?: [\p{L}.'’-]{1,40}){1,4}$/u;

/** Whether a text is a list of names and nothing else. */
export const areNames = (text: string): boolean => {
  const { names, areAll } = readAuthors(text);
  return (names.length > 1 || !areAll) && names.every((name) => FULL_NAME.test(name));
};

/** The authors in `by Ada Quill, Ben Ochre` or `by Ada Quill et al.`; a single name may be anyone's. */
const byLine = (text: string): string | undefined => {
  const list = BY_LINE.exec(text.replace(/^B/, 'b'))?.[1];
  if (list === undefined) return undefined;
  return areNames(list) ? list : undefined;
};

/** A fact that is all of a text: `Votes: 42`, `42 upvotes`, `▲ 42`. */
const wholeFact = (text: string): [Slot, string] | null => {
  const colon = text.slice(0, LONGEST_LABEL).search(/[:：]/);
  const [label, value] = colon > 0 ? [text.slice(0, colon), text.slice(colon + 1)] : [];
  const [mark, sign] = MARK.exec(text) ?? [];
  const [, before = '', word = ''] = COUNTED.exec(text) ?? [];
  const [, first = '', behind = ''] = COUNT_LAST.exec(text) ?? [];
  for (const [name, said] of [
    [label, value],
    [sign, text.slice(mark?.length)],
    [word, before],
    [first, behind],
    ['upvotes', readCollected(text)?.upvotes],
    ['authors', byLine(text)],
  ] as const) {
    const found = name && slotOfLabel(name);
    const value = oneLine(said ?? '');
    if (found && value !== '' && (!COUNTS.has(found) || readCount(value) !== null)) return [found, value];
  }
  return null;
};

/** The facts of a text: it is one, or has several counts in it, `42 upvotes, 7 comments`, `Upvotes: 42 Comments: 7`. */
const factsOfText = (text: string): readonly (readonly [Slot | undefined, string])[] => {
  const whole = wholeFact(text);
  if (whole !== null) return [whole];
  if (text.length > LONGEST_LINE) return [];
  const behind = /^\(?\d/.test(text)
    ? []
    : Array.from(
        text.matchAll(COUNTS_BEHIND),
        ([, word, sign, count = '']) => [word ?? sign, count] as const,
      );
  const counts =
    behind.length > 0
      ? behind
      : Array.from(
          text.matchAll(COUNTS_INSIDE),
          ([, count = '', word, sign]) => [word ?? sign, count] as const,
        );
  return counts.map(([name = '', count]) => [slotOfLabel(name), count]);
};

/** Of a row of two cells, with white space around them. */
const MOST_NODES = 5;

/** Whether an element may name what is behind or below it: a heading, a term, the first of two cells. */
const isLabel = (block: Element | null): boolean => {
  if (block?.name !== 'td') return /^(?:th|dt|h[2-6])$/.test(block?.name ?? '');
  const nodes = block.parent?.children ?? [];
  const cells = nodes.length <= MOST_NODES ? nodes.filter(isElement) : [];
  return cells.length === 2 && cells[0] === block;
};

/** A line from one of its pieces on; there is a comma between two links that have nothing between them. */
const lineAt = (pieces: readonly Piece[], from: number): CardLine => {
  let end = from;
  while (end < pieces.length && pieces[end]?.line === pieces[from]?.line) end++;
  const found = pieces.slice(from, end);
  const texts = found.map(({ text, href }, at) => (href && found[at - 1]?.href ? `, ${text}` : text));
  return { text: oneLine(texts.join('')), pieces: found };
};

/** A text that has names on both sides. */
const BETWEEN_NAMES = /[,;|·•、]|\band\b|&/;

/** The facts that a card names, the first of each, with what they were found in. */
export const factsIn = (
  pieces: readonly Piece[],
  lines: readonly CardLine[],
): ReadonlyMap<Slot, CardLine> => {
  const facts = new Map<Slot, CardLine>();
  const columns = new Map<Slot, Piece[]>();
  for (const [at, piece] of pieces.entries()) {
    const ofColumn = piece.title ? undefined : slotOfLabel(piece.column);
    const ofRow = isLabel(piece.block) ? slotOfLabel(oneLine(piece.text)) : undefined;
    if (ofRow) facts.set(ofRow, lineAt(pieces, at + 1));
    else if (ofColumn) {
      const found = columns.get(ofColumn) ?? [];
      columns.set(ofColumn, found);
      found.push(piece);
    }
  }
  for (const [name, found] of columns) {
    // Names may have a line each.
    const texts = found.map(({ text }) => (name === 'authors' ? text.replace(/\n$/, ',') : text));
    const arePartNames = name === 'authors' && !texts.some((text) => BETWEEN_NAMES.test(text));
    const text = oneLine(texts.join(arePartNames ? ', ' : ' '));
    const [slot, said] = wholeFact(text) ?? [];
    facts.set(name, { text: slot === name && said ? said : text, pieces: found });
  }
  for (const line of lines)
    for (const part of [line, ...line.pieces].flatMap(({ text }) => text.split(BETWEEN)))
      for (const [name, text] of factsOfText(oneLine(part)))
        if (name !== undefined && !facts.has(name)) facts.set(name, { text, pieces: line.pieces });
  return facts;
};
