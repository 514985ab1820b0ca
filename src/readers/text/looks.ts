import { isHandleAndName, isHandleOf } from '../../fields/organization.js';
import { isCounted, isOfForm } from './forms.js';
import { firstWord, type Layout, SHORTEST_PROSE } from './layout.js';
import { areBeside, type FactKind, HANDLE, type Token } from './token.js';

/** How a token joins the words before it. */
export const JOINS = ['apart', 'early', 'full', 'same', 'beside', 'hanging'] as const;
export type Join = (typeof JOINS)[number];
/** The number of each in {@link JOINS}. */
export const JOIN = Object.fromEntries(JOINS.map((join, i) => [join, i])) as Record<Join, number>;

/** Lengths are classed up to these: measured on 9,581 records, see `costs.ts`. */
const LENGTHS = [3, 9, 19, 39, 79, 97, 129, 164, 175, 259, Number.POSITIVE_INFINITY] as const;
/**
 * Everything about a token that its price may depend on: the values of each feature, in the order of their numbers. A look is
 * one number of each.
 */
const FEATURES = {
  fact: [
    'text',
    'title',
    'abstract',
    'authors',
    'names',
    'dot',
    'date',
    'month',
    'count',
    'upvotes',
    'comments',
    'github',
    'submitter',
    'organization',
    'link',
    'header',
    'page',
    'section',
    'empty',
    'note',
    'nothing',
    'other',
  ],
  /** Index in {@link LENGTHS}. */
  length: LENGTHS.map((_, i) => i),
  /** How it ends: in a stop, in `?` or `!`, in an ellipsis, in a colon or comma. */
  ends: ['plain', 'stop', 'mark', 'cut', 'open'],
  /** One word. */
  word: [false, true],
  /** Begins with a small letter, or in the middle of a sentence. */
  lower: [false, true],
  /** Holds a letter. */
  letters: [false, true],
  /** An address, a tag, or a piece of one. */
  markup: [false, true],
  /** Holds an address, or is a time of day. */
  address: [false, true],
  join: JOINS,
  /** The next line touches it, and it is full: words go on there. */
  wraps: [false, true],
  /** A whole paragraph ends right above, with a gap between. */
  behindProse: [false, true],
  /** The next line touches it and begins in the middle of a sentence. */
  goesOn: [false, true],
  link: ['none', 'paper', 'hub', 'thumbnail', 'other'],
  heading: ['none', 'title', 'other'],
  /** What comes next, as far as it bears on what a line is. */
  next: ['dot', 'dot apart', 'date', 'authors', 'tail', 'words', 'end', 'none', 'other'],
  /** The next line is the name that it is the handle of. */
  alike: [false, true],
  /** A handle and the name it is for: `cranelab Crane Lab`. */
  named: [false, true],
  form: [false, true],
  /** A number and the words that say what it counts. */
  counts: [false, true],
  doubled: [false, true],
  record: ['none', 'starts', 'within'],
  /** Of a number: `-`. */
  dash: [false, true],
  /** Of a number: like `1.09k`, or the first of two. */
  short: [false, true],
  /** Of a date, or of words on a page of a day: the comments follow on its line. */
  counted: [false, true],
  /** Of a label: its value is missing, and follows. */
  waits: [false, true],
} as const satisfies { fact: readonly FactKind[]; [feature: string]: readonly unknown[] };

export type Look = { [Feature in keyof typeof FEATURES]: (typeof FEATURES)[Feature][number] };

const STOP = /[.。](?:["'”’)\]]*)$/;
/** A sentence ends and another begins: `vs. X` and `No. 1` are shorter. It counts like a stop at the end. */
const STOP_INSIDE = /\p{Ll}{3}\. \p{Lu}/u;
/** `Crane Lab Inc.`, `cranelab Crane Lab Inc.`: the stop is the name's. */
const COMPANY =
  /^(?:[\w.-]{3,96} )?\P{Ll}.{1,60}[ ,](?:Inc|Ltd|Corp|Co|Bros|Pty|LLC|S\.A|B\.V|N\.V|S\.p\.A|e\.V)\.$/u;
const GOES_ON = /[:;,]$/;
const MARK = /[?!？！]["'”’)\]]*$/;
const CLOCK = /^\d{1,2}:\d\d(?: ?[AP]M)?$/i;
const WORD_END = /[A-Za-z0-9]$/;
const COUNT_BEHIND = / \d{1,4}$/;
const CUT = /(?:\.\.\.|…)$/;
const LETTER = /\p{L}/u;
/** Names of models begin with a small letter too, and have a capital, a digit or a stop inside: `nanoVLM`, `o1-mini`, `llm.c`. */
const LOWER = /^[\p{Ll}\p{Pd},;:)](?!\p{L}{0,12}[-.]?[\p{Lu}\d]|\p{L}{1,12}\.\p{L})/u;
const MARKUP =
  /^(?:https?:\/\/|\/)\S+$|^<\/?[a-z][a-z0-9-]*(?:\s[^<>=]{0,80}=|>\s?<\/?[a-z]|>[^<>]{0,200}<\/[a-z])|\]\(|\.(?:png|jpe?g|svg|webp|gif)\)?$/i;

const FACT_NUMBER = new Map<FactKind, number>(FEATURES.fact.map((kind, i) => [kind, i]));
const FEATURE_VALUES = Object.entries(FEATURES);
/** The place of each feature in a look's numbers. */
const AT = Object.fromEntries(FEATURE_VALUES.map(([feature], i) => [feature, i])) as Record<
  keyof typeof FEATURES,
  number
>;
const SIZES = FEATURE_VALUES.map(([, { length }]) => length);

/** Every look that the pages so far have had, once each. */
export interface LookTable {
  list: readonly Look[];
  /** For each token the index of its look in `list`. */
  looksOf(page: readonly Token[], layout: Layout): Uint16Array;
}

export const lookTable = (): LookTable => {
  const list: Look[] = [];
  const known = new Map<number, number>();
  /** The numbers of one look's features. */
  const numbers = new Array<number>(SIZES.length).fill(0);
  const indexOf = (): number => {
    let key = 0;
    for (let i = 0; i < SIZES.length; i++) key = key * (SIZES[i] as number) + (numbers[i] as number);
    const index = known.get(key);
    if (index !== undefined) return index;
    const look = Object.fromEntries(
      FEATURE_VALUES.map(([feature, values], i) => [feature, values[numbers[i] as number]]),
    );
    known.set(key, list.length);
    return list.push(look as unknown as Look) - 1;
  };
  return {
    list,
    looksOf(page, layout) {
      const looks = new Uint16Array(page.length);
      const nexts = nextWords(page);
      let before = -1;
      let gap = 0;
      /** Levels of the headings of the last words, and of the last ones at or above `before`; 0 for none. */
      let heading = page[0]?.heading ?? 0;
      let over = 0;
      for (let i = 0; i < page.length; i++) {
        const token = page[i] as Token;
        gap = Math.max(gap, token.gap);
        lookAt(numbers, page, i, before, nexts[i] as number, gap, over, layout);
        looks[i] = indexOf();
        if (token.text !== '') heading = token.heading;
        if (isQuiet(token)) {
          // A rule separates the lines around it.
          if (!token.shared && !token.doubled) gap = Math.max(gap, 1);
          continue;
        }
        before = i;
        over = heading;
        gap = 0;
      }
      return looks;
    },
  };
};

/** It has no content, or repeats the line above. */
const isQuiet = ({ fact, doubled }: Token): boolean =>
  fact.kind === 'nothing' || (doubled && fact.kind === 'text');

/** The same of a look. */
export const isSilent = ({ fact, doubled }: Look): boolean =>
  fact === 'nothing' || (doubled && fact === 'text');

/** For each token the next one that says something; the page's length behind the last. */
const nextWords = (page: readonly Token[]): Int32Array => {
  const nexts = new Int32Array(page.length);
  let next = page.length;
  for (let i = page.length - 1; i >= 0; i--) {
    nexts[i] = next;
    if (!isQuiet(page[i] as Token)) next = i;
  }
  return nexts;
};

/** An ending is this many characters: a stop, and the quotes and brackets behind it. */
const ENDING = 6;
/** Longer lines are prose: expensive features are not computed for them. */
const LONGEST_LOOKED = 300;

/** Writes the numbers of a token's features. */
const lookAt = (
  into: number[],
  page: readonly Token[],
  i: number,
  before: number,
  next: number,
  gap: number,
  over: number,
  layout: Layout,
): void => {
  const token = page[i] as Token;
  const above = page[before];
  const below = page[next];
  const { fact, text, target, heading } = token;
  const isWords = fact.kind === 'text' || fact.kind === 'title' || fact.kind === 'abstract';
  const isLong = text.length > LONGEST_LOOKED;
  const isGap = below !== undefined && hasGap(page, i, next);
  const touches = below !== undefined && !isGap && !areBeside(below, token) && below.fact.kind === 'text';
  into[AT.fact] = FACT_NUMBER.get(fact.kind) as number;
  into[AT.length] = isWords ? lengthClass(text.length) : 0;
  into[AT.ends] = isWords ? FEATURES.ends.indexOf(endOf(text)) : 0;
  into[AT.word] = Number(isWords && !isLong && HANDLE.test(text));
  into[AT.lower] = Number(isWords && LOWER.test(text));
  into[AT.letters] = Number(!isWords || isLong || LETTER.test(text));
  into[AT.markup] = Number(isWords && !isLong && MARKUP.test(text));
  into[AT.address] = Number(!isLong && (text.includes('://') || (isWords && CLOCK.test(text))));
  into[AT.join] = joinOf(token, above, gap, over, layout);
  into[AT.wraps] = Number(touches && isFull(token, below, layout));
  into[AT.behindProse] = Number(isBehindProse(page, before, gap));
  into[AT.goesOn] = Number(touches && LOWER.test(below.text));
  into[AT.link] = target === null ? 0 : linkOf(target.kind);
  into[AT.heading] = heading === 0 ? 0 : heading === layout.level ? 1 : 2;
  into[AT.next] = nextOf(below, isGap);
  into[AT.alike] = Number(touches && isWords && !isLong && isHandleOf(text, below.text));
  into[AT.named] = Number(fact.kind === 'text' && !isLong && isHandleAndName(text));
  into[AT.form] = Number(isOfForm(token, layout.forms));
  into[AT.counts] = Number(isCounted(token));
  into[AT.doubled] = Number(token.doubled);
  into[AT.record] = token.record === 0 ? 0 : above?.record === token.record ? 2 : 1;
  into[AT.dash] = Number(fact.kind === 'count' && fact.dash);
  // Of two numbers side by side the first counts stars; of two on lines of their own where upvotes do not come first.
  const isPaired =
    below?.fact.kind === 'count' &&
    (areBeside(below, token) || (layout.kind === 'day' && layout.upvotes === 'last' && !isGap));
  into[AT.short] = Number(fact.kind === 'count' && !fact.dash && (fact.short || isPaired));
  into[AT.counted] = Number(
    fact.kind === 'date'
      ? fact.date.comments !== null
      : layout.kind === 'day' &&
          !layout.commentsApart &&
          fact.kind === 'text' &&
          !isLong &&
          COUNT_BEHIND.test(text) &&
          LETTER.test(text),
  );
  into[AT.waits] = Number(isWaiting(token));
};

/** The class of a length in {@link LENGTHS}. */
export const lengthClass = (length: number): number => {
  let at = 0;
  while (length > (LENGTHS[at] as number)) at++;
  return at;
};

const endOf = (text: string): Look['ends'] => {
  if (STOP_INSIDE.test(text)) return 'stop';
  const ending = text.slice(-ENDING);
  if (WORD_END.test(ending)) return 'plain';
  if (CUT.test(ending)) return 'cut';
  if (ending.endsWith('.') && COMPANY.test(text)) return 'plain';
  if (STOP.test(ending)) return 'stop';
  if (MARK.test(ending)) return 'mark';
  return GOES_ON.test(ending) ? 'open' : 'plain';
};

/** The lines that touch each other up to this one are a paragraph's length. */
const isBehindProse = (page: readonly Token[], at: number, gap: number): boolean => {
  if (gap === 0) return false;
  let length = 0;
  for (let i = at; i >= 0 && length < SHORTEST_PROSE; i--) {
    const token = page[i] as Token;
    if (token.fact.kind !== 'text') break;
    length += token.text.length;
    if (token.gap > 0) break;
  }
  return length >= SHORTEST_PROSE;
};
const hasGap = (page: readonly Token[], from: number, to: number): boolean => {
  for (let i = from + 1; i <= to; i++) if ((page[i] as Token).gap > 0) return true;
  return false;
};

const isWaiting = ({ fact }: Token): boolean =>
  (fact.kind === 'submitter' && fact.handle === null) ||
  (fact.kind === 'upvotes' && fact.count === null) ||
  (fact.kind === 'github' && fact.stars === null) ||
  (fact.kind === 'names' && fact.names.length === 0);

const linkOf = (kind: NonNullable<Token['target']>['kind']): number =>
  FEATURES.link.indexOf(
    kind === 'paper' || kind === 'arxiv' ? 'paper' : kind === 'hub' || kind === 'thumbnail' ? kind : 'other',
  );

const joinOf = (
  token: Token,
  above: Token | undefined,
  gap: number,
  heading: number,
  layout: Layout,
): number => {
  if (above === undefined) return JOIN.apart;
  if (token.link > 0 && token.link === above.link) return JOIN.same;
  // A labelled abstract is whole.
  if (areBeside(token, above)) return above.fact.kind === 'abstract' ? JOIN.apart : JOIN.beside;
  if (gap > 0) return JOIN.apart;
  if (token.heading > 0 && token.heading === heading) return JOIN.same;
  if (isFull(above, token, layout)) return JOIN.full;
  // Something new begins below a heading, unless blank lines separate everything and nothing
  // separates these two.
  const isParted = above.text === '' || !layout.airy;
  if (heading > 0 && token.heading === 0 && token.indent <= above.indent && isParted) return JOIN.apart;
  return layout.hanging && token.indent > above.indent ? JOIN.hanging : JOIN.early;
};

/** Lines that exceed the width by more than this were not broken at it. */
const UNBROKEN = 2;

/** Whether the first word of the line below would not have fitted behind this one. */
const isFull = (above: Token, below: Token, { width }: Layout): boolean => {
  if (width === 0 || above.text.length > width + UNBROKEN) return false;
  return above.text.length + 1 + firstWord(below.text) > width;
};

/** What follows, by the fact of the next token that says something. */
const NEXT_OF: Readonly<Partial<Record<FactKind, Look['next']>>> = {
  header: 'end',
  page: 'end',
  note: 'end',
  date: 'date',
  authors: 'authors',
  count: 'tail',
  comments: 'tail',
  upvotes: 'tail',
  submitter: 'tail',
  github: 'tail',
  link: 'tail',
  text: 'words',
};

const nextOf = (below: Token | undefined, isGap: boolean): number => {
  if (below === undefined) return FEATURES.next.indexOf('none');
  if (below.fact.kind === 'dot') return FEATURES.next.indexOf(isGap ? 'dot apart' : 'dot');
  return FEATURES.next.indexOf(NEXT_OF[below.fact.kind] ?? 'other');
};
