import { oneLine } from '../../fields/text.js';
import type { Piece } from './pieces.js';

/** Facts that digests name: `Votes: 42`, a column `Authors`. */
export type FactName =
  | 'abstract'
  | 'authors'
  | 'comments'
  | 'date'
  | 'organization'
  | 'repository'
  | 'stars'
  | 'submitter'
  | 'upvotes';

const NAMES: readonly [RegExp, FactName][] = [
  [/^(?:abstract|summary|description|tl;?dr)$/i, 'abstract'],
  [/^authors?$/i, 'authors'],
  [/^comments?$|^💬$/iu, 'comments'],
  [/^(?:date|published|publication date|published on)$/i, 'date'],
  [/^(?:organi[sz]ation|affiliation|institution)s?$/i, 'organization'],
  [/^(?:code|github|repo|repository)$/i, 'repository'],
  [/^(?:github )?stars?$|^⭐️?$/iu, 'stars'],
  [/^(?:submitted by|submitter)$/i, 'submitter'],
  [/^(?:up)?votes?$|^likes?$|^points?$|^[▲⬆👍❤🔥]️?$/iu, 'upvotes'],
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
const BETWEEN = / [·•|] |\n/;

/** A fact in a text of its own: `Votes: 42`, `42 upvotes`, `▲ 42`. */
const factIn = (text: string): [FactName, string] | null => {
  const colon = text.slice(0, LONGEST_LABEL).search(/[:：]/);
  const [label, value] = colon > 0 ? [text.slice(0, colon), text.slice(colon + 1)] : [];
  const [, before = '', word = ''] = COUNTED.exec(text) ?? [];
  const [, mark = '', behind = ''] = COUNT_LAST.exec(text) ?? [];
  const inside = text.length > LONGEST_LINE ? null : COUNT_INSIDE.exec(text);
  for (const [name, said] of [
    [label, value],
    [word, before],
    [mark, behind],
    [inside?.[2], inside?.[1]],
  ] as const) {
    const found = name && nameOf(name);
    if (found && said) return [found, oneLine(said)];
  }
  return null;
};

/** The facts that a card names, the first of each. */
export const factsIn = (pieces: readonly Piece[]): ReadonlyMap<FactName, string> => {
  const facts = new Map<FactName, string>();
  const columns = new Map<FactName, string>();
  for (const [at, { text, title, column, block }] of pieces.entries()) {
    const ofColumn = nameOf(column);
    const ofRow = /^(?:th|dt)$/.test(block?.name ?? '') ? nameOf(oneLine(text)) : undefined;
    if (ofRow) facts.set(ofRow, oneLine(pieces[at + 1]?.text ?? ''));
    else if (ofColumn) columns.set(ofColumn, `${columns.get(ofColumn) ?? ''} ${text}`);
    else if (!title)
      for (const part of text.split(BETWEEN)) {
        const fact = factIn(oneLine(part));
        if (fact && !facts.has(fact[0])) facts.set(...fact);
      }
  }
  for (const [name, text] of columns) facts.set(name, oneLine(text));
  return facts;
};
