import { readCount } from '../../fields/count.js';
import { oneLine } from '../../fields/text.js';
import type { Piece } from './pieces.js';

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

/** Facts that digests name: `Votes: 42`, a column `Authors`. */
export type FactName =
  | 'abstract'
  | 'authors'
  | 'comments'
  | 'date'
  | 'organization'
  | 'stars'
  | 'submitter'
  | 'upvotes';

const NAMES: readonly [RegExp, FactName][] = [
  [/^(?:abstract|summary|description|tl;?dr)$/i, 'abstract'],
  [/^authors?$|^(?:👤|👥|✍|🧑)\ufe0f?$/iu, 'authors'],
  [/^comments?$|^💬$/iu, 'comments'],
  [/^(?:date|published|publication date|published on)$|^(?:📅|🗓)\ufe0f?$/iu, 'date'],
  [/^(?:organi[sz]ation|affiliation|institution|org)s?$/i, 'organization'],
  [/^(?:github )?stars?$|^⭐\ufe0f?$/iu, 'stars'],
  [/^(?:submitted by|submitter)$/i, 'submitter'],
  [/^(?:up)?votes?$|^likes?$|^points?$|^[▲⬆👍❤🔥]\ufe0f?$/iu, 'upvotes'],
];

const nameOf = (label: string): FactName | undefined =>
  NAMES.find(([pattern]) => pattern.test(label.trim()))?.[1];

const LONGEST_LABEL = 24;
/** `42 upvotes`, `(42 ▲)` and `▲ 42`. */
const COUNTED = /^\(?([\d.,]{1,9}[kK]?) ?([^\d()]{1,16})\)?$/u;
const COUNT_LAST = /^\(?([^\d()]{1,16}?) ?([\d.,]{1,9}[kK]?)\)?$/u;
/** The same inside of a short text. */
const COUNT_INSIDE =
  /(?:^|[ (])(\d[\d.,]{0,8}[kK]?) ?(upvotes?|votes?|likes?|points?|comments?|stars?|[▲👍🔥💬⭐])/iu;
const LONGEST_LINE = 80;
/** Between facts on one line. */
const BETWEEN = / [·•|] /;

/** A line of the hub's collections: `Paper • 2505.00011 • Published May 3, 2025 • 42`. */
const OF_COLLECTION = /^Paper ?• ?[\w./-]{1,20} ?• ?Published [\w ,]{4,20} ?• ?([\d.,]{1,9}[kK]?)$/;

/** A mark is a label by itself: `✍️ Ada Quill`. */
const MARK = /^(\p{Extended_Pictographic}\ufe0f?|▲) ?/u;

const COUNTS: ReadonlySet<FactName> = new Set(['comments', 'stars', 'upvotes']);

/** A fact in a text of its own: `Votes: 42`, `42 upvotes`, `▲ 42`. */
const factIn = (text: string): [FactName, string] | null => {
  const colon = text.slice(0, LONGEST_LABEL).search(/[:：]/);
  const [label, value] = colon > 0 ? [text.slice(0, colon), text.slice(colon + 1)] : [];
  const [mark, sign] = MARK.exec(text) ?? [];
  const [, before = '', word = ''] = COUNTED.exec(text) ?? [];
  const [, first = '', behind = ''] = COUNT_LAST.exec(text) ?? [];
  const inside = text.length > LONGEST_LINE ? null : COUNT_INSIDE.exec(text);
  for (const [name, said] of [
    [label, value],
    [sign, text.slice(mark?.length)],
    [word, before],
    [first, behind],
    [inside?.[2], inside?.[1]],
    ['upvotes', OF_COLLECTION.exec(text)?.[1]],
  ] as const) {
    const found = name && nameOf(name);
    const value = oneLine(said ?? '');
    if (found && value !== '' && (!COUNTS.has(found) || readCount(value) !== null)) return [found, value];
  }
  return null;
};

/** The facts that a card names, the first of each. */
export const factsIn = (
  pieces: readonly Piece[],
  lines: readonly CardLine[],
): ReadonlyMap<FactName, string> => {
  const facts = new Map<FactName, string>();
  for (const [at, { text, title, column, block }] of pieces.entries()) {
    const ofColumn = title ? undefined : nameOf(column);
    const ofRow = /^(?:th|dt)$/.test(block?.name ?? '') ? nameOf(oneLine(text)) : undefined;
    if (ofRow) facts.set(ofRow, oneLine(pieces[at + 1]?.text ?? ''));
    else if (ofColumn) {
      const said = ofColumn === 'authors' ? text.replace(/\n$/, ',') : text;
      facts.set(ofColumn, oneLine(`${facts.get(ofColumn) ?? ''} ${said}`));
    }
  }
  for (const { text, pieces: ofLine } of lines)
    for (const part of [text, ...ofLine.map((piece) => piece.text)].flatMap((one) => one.split(BETWEEN))) {
      const fact = factIn(oneLine(part));
      if (fact && !facts.has(fact[0])) facts.set(...fact);
    }
  return facts;
};
