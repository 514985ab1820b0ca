import { formOf, HANDLE, type Layout } from './layout.js';
import type { FactKind, Token } from './token.js';

/** How a token joins the words before it. */
export const JOINS = ['apart', 'early', 'full', 'same', 'beside', 'hanging'] as const;
export type Join = (typeof JOINS)[number];

/** What comes next, as far as it tells what a line is. */
export type Next = 'dot' | 'dot apart' | 'date' | 'authors' | 'tail' | 'words' | 'end' | 'none' | 'other';

/** Lengths are classed up to these: measured on 9,581 records, see `costs.ts`. */
export const LENGTHS = [3, 9, 19, 39, 79, 97, 129, 164, 175, 259, Number.POSITIVE_INFINITY] as const;

/** Everything about a token that its price may depend on. */
export interface Look {
  fact: FactKind;
  /** Index in {@link LENGTHS}. */
  length: number;
  /** How it ends: in a stop, in `?` or `!`, in an ellipsis. */
  ends: 'plain' | 'stop' | 'mark' | 'cut';
  /** One word. */
  word: boolean;
  /** Begins with a small letter, or in the middle of a sentence. */
  lower: boolean;
  /** Holds a letter. */
  letters: boolean;
  /** An address, a tag, or a piece of one. */
  markup: boolean;
  /** Holds an address, or is a time of day. */
  address: boolean;
  join: Join;
  /** The next line touches it, and it is full: words go on there. */
  wraps: boolean;
  /** The next line touches it and begins in the middle of a sentence. */
  goesOn: boolean;
  link: 'none' | 'paper' | 'hub' | 'other';
  heading: 'none' | 'title' | 'other';
  next: Next;
  /** The next line is the name that it is the handle of. */
  alike: boolean;
  form: boolean;
  doubled: boolean;
  row: 'none' | 'starts' | 'within';
  bullet: boolean;
  /** Of a number: `-`, `1.09k`. Of a label: its value is missing, and follows. */
  dash: boolean;
  short: boolean;
  waits: boolean;
}

const STOP = /[.:;,。](?:["'”’)\]]*)$/;
const MARK = /[?!？！]["'”’)\]]*$/;
const CLOCK = /^\d{1,2}:\d\d(?: ?[AP]M)?$/i;
const CUT = /(?:\.\.\.|…)$/;
const LETTER = /\p{L}/u;
const LOWER = /^[\p{Ll}\p{Pd},;:)]/u;
const MARKUP = /^(?:https?:\/\/|\/)\S+$|^<\/?[a-z][a-z0-9-]*(?:\s[^<>=]{0,80}=|>\s?<\/?[a-z]|>[^<>]{0,200}<\/[a-z])|\]\(|\.(?:png|jpe?g|svg|webp|gif)\)?$/i;

export interface Looks {
  /** For each token the index of its look in `list`. */
  of: Uint16Array;
  list: readonly Look[];
  /** For each token the number of the paper's id that its link names; 0 for none. */
  ids: Int32Array;
}

/** What each token looks like on its page. */
export const looksOf = (page: readonly Token[], layout: Layout): Looks => {
  const of = new Uint16Array(page.length);
  const ids = new Int32Array(page.length);
  const list: Look[] = [];
  const known = new Map<string, number>();
  const numbers = new Map<string, number>();
  const nexts = nextWords(page);
  let before = -1;
  let gap = 0;
  for (const [i, token] of page.entries()) {
    gap = Math.max(gap, token.gap);
    const look = lookOf(page, i, before, nexts[i] as number, gap, layout);
    const key = Object.values(look).join();
    let index = known.get(key);
    if (index === undefined) {
      index = list.push(look) - 1;
      known.set(key, index);
    }
    of[i] = index;
    const id = token.target?.id;
    if (id) {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      ids[i] = number;
    }
    if (isSilent(token)) continue;
    before = i;
    gap = 0;
  }
  return { of, list, ids };
};

/** It says nothing, or what the line above said already. */
const isSilent = ({ fact, doubled }: Token): boolean => fact.kind === 'nothing' || (doubled && fact.kind === 'text');

/** For each token the next one that says something; the page's length behind the last. */
const nextWords = (page: readonly Token[]): Int32Array => {
  const nexts = new Int32Array(page.length);
  let next = page.length;
  for (let i = page.length - 1; i >= 0; i--) {
    nexts[i] = next;
    if (!isSilent(page[i] as Token)) next = i;
  }
  return nexts;
};

const lookOf = (
  page: readonly Token[],
  i: number,
  before: number,
  next: number,
  gap: number,
  layout: Layout,
): Look => {
  const token = page[i] as Token;
  const above = page[before];
  const below = page[next];
  const { fact, text, target, heading } = token;
  const isWords = fact.kind === 'text' || fact.kind === 'title' || fact.kind === 'abstract';
  const touches = below !== undefined && below.line !== token.line && gapBefore(page, i, next) === 0;
  const form = layout.forms.size > 0 ? formOf(token) : null;
  return {
    fact: fact.kind,
    length: isWords ? LENGTHS.findIndex((most) => text.length <= most) : 0,
    ends: !isWords ? 'plain' : CUT.test(text) ? 'cut' : STOP.test(text) ? 'stop' : MARK.test(text) ? 'mark' : 'plain',
    word: isWords && HANDLE.test(text),
    lower: isWords && LOWER.test(text),
    letters: !isWords || LETTER.test(text),
    markup: isWords && MARKUP.test(text),
    address: isWords && (text.includes('://') || CLOCK.test(text)),
    join: joinOf(token, above, gap, layout),
    wraps: touches && below.fact.kind === 'text' && isFull(token, below, layout),
    goesOn: touches && below.fact.kind === 'text' && LOWER.test(below.text),
    link: target === null ? 'none' : linkOf(target.kind),
    heading: heading === 0 ? 'none' : heading === layout.level ? 'title' : 'other',
    next: nextOf(below, below === undefined ? 0 : gapBefore(page, i, next)),
    alike: isWords && below?.fact.kind === 'text' && below.line !== token.line && isHandleOf(text, below.text),
    form: form !== null && layout.forms.has(form),
    doubled: token.doubled,
    row: token.row === 0 ? 'none' : above?.row === token.row ? 'within' : 'starts',
    bullet: token.bullet !== '',
    dash: fact.kind === 'count' && fact.dash,
    short: fact.kind === 'count' && fact.short,
    waits: isWaiting(token),
  };
};

const gapBefore = (page: readonly Token[], from: number, to: number): number => {
  let gap = 0;
  for (let i = from + 1; i <= to; i++) gap = Math.max(gap, page[i]?.gap ?? 0);
  return gap;
};

const isWaiting = ({ fact }: Token): boolean =>
  (fact.kind === 'submitter' && fact.handle === null) ||
  (fact.kind === 'upvotes' && fact.count === null) ||
  (fact.kind === 'github' && fact.stars === null) ||
  (fact.kind === 'names' && fact.names.length === 0);

const linkOf = (kind: NonNullable<Token['target']>['kind']): Look['link'] =>
  kind === 'paper' || kind === 'arxiv' ? 'paper' : kind === 'hub' ? 'hub' : 'other';

const joinOf = (token: Token, above: Token | undefined, gap: number, layout: Layout): Join => {
  if (above === undefined) return 'apart';
  if (token.link > 0 && token.link === above.link) return 'same';
  // An abstract that says so is whole.
  if (token.line === above.line) return above.fact.kind === 'abstract' ? 'apart' : 'beside';
  if (gap > 0) return 'apart';
  if (token.heading > 0 && token.heading === above.heading) return 'same';
  if (isFull(above, token, layout)) return 'full';
  return layout.hanging && token.indent > above.indent ? 'hanging' : 'early';
};

/** Whether the first word of the line below would not have fitted behind this one. */
const isFull = (above: Token, below: Token, { width }: Layout): boolean => {
  if (width === 0) return false;
  const space = below.text.indexOf(' ');
  const word = space === -1 ? below.text.length : space;
  return above.text.length + 1 + word > width;
};

const nextOf = (below: Token | undefined, gap: number): Next => {
  switch (below?.fact.kind) {
    case undefined:
      return 'none';
    case 'header':
    case 'page':
    case 'note':
      return 'end';
    case 'dot':
      return gap === 0 ? 'dot' : 'dot apart';
    case 'date':
      return 'date';
    case 'authors':
      return 'authors';
    case 'count':
    case 'comments':
    case 'upvotes':
    case 'submitter':
    case 'github':
    case 'link':
      return 'tail';
    case 'text':
      return 'words';
    default:
      return 'other';
  }
};

const squash = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** `cranelab` above `Crane Lab`: the alternative text of a logo above the name beside it. */
const isHandleOf = (text: string, name: string): boolean => {
  if (!HANDLE.test(text) || name.length > LENGTHS[4] || !LETTER.test(text)) return false;
  const [handle, said] = [squash(text), squash(name)];
  if (handle === '' || said === '') return false;
  if (said.startsWith(handle.slice(0, 5)) || handle.startsWith(said.slice(0, 5)) || said.includes(handle)) return true;
  const initials = name.split(/[^\p{L}\p{N}]+/u).map((word) => word[0] ?? '').join('').toLowerCase();
  return initials.length > 2 && handle.includes(initials);
};
