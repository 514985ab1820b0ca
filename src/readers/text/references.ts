import { readTarget, type Target } from './target.js';
import type { Line } from './token.js';
import { isFeedWord, isHeaderWord, isPageWords } from './words.js';

/**
 * `[12]: https://… "Title"`, `[12] https://…`, `12. https://…`, `⟨12⟩ https://…: Title`. A label may hold an image, and signs
 * behind a backslash.
 */
const DEFINED =
  /^\[(?!\^)((?:[^[\]\\]|\\.|\[(?:[^[\]\\]|\\.)*\])+)\]: ?<?((?:\w+:|\/|\.|#|\w+\/)[^\s<>]*)>?(?: ["'({].*)?$/;
/** A label over several lines: `[`, `6 authors`, `]: /papers/…`. */
const DEFINED_BELOW = /^[^[\]]*\]: ?<?((?:\w+:|\/)[^\s<>]+)>?$/;
/** A card is a link on some pages, and this many lines hold the longest. */
const MOST_LABEL_LINES = 60;
/** The heading of a list of targets. */
const LIST_HEAD = /^(?:Visible|Hidden) links:?$|^(?:References|Links):?$/i;
/** `Visible links:` */
const LONGEST_HEAD = 14;
const isListHead = (text: string): boolean => text.length <= LONGEST_HEAD && LIST_HEAD.test(text);
const LISTED = /^(?:(\d{1,5})[.:)]|\[(\d{1,5})\]|⟨(\d{1,5})⟩) ?((?:https?|file|ftp):\/\/\S+|\/\S+)/;
const ANY_MARK = /[[⟨](\d{1,5})[\]⟩]/g;
/** `[12]`, `][12]`, `⟨12⟩`, `[Title][]`. */
const ANY_LABEL = /\[ ?([^[\]]{1,500}?) ?\]|⟨(\d{1,5})⟩/g;
const NUMBER = /^\d+$/;
/** What numbers and brackets go around: `* [Models][2]`. */
const AROUND_WORDS = /^[*+•#>-]+ |\[\d{0,5}\]|⟨\d{1,5}⟩|[[\]]/g;

const LEADING = /^(?:(?:[•*+-]|#{1,6}) )?\[(\d{1,5})\](?!\(|\[[\d\]])/;
/** `[3]94`: nothing but a mark is glued to a number. */
const NUMBERED = /^(?:-|\d[\d.,]*k?)$/;
const BEHIND = /\]\[ ?\d{1,5} ?\]|⟨\d{1,5}⟩/;
/** Marks count up; links without text take numbers too. */
const STEP = 40;
/** This many rising numbers in a row are no coincidence. */
const FEWEST = 3;
/** A title, with room to spare. */
const LONGEST_LABEL = 500;
/** More bracketed numbers than abstracts cite, or than a damaged list is missing. */
const MANY_MARKS = 100;

/** How the links of a page are numbered: `[15]Title` before, `[Title][15]` behind what they say. */
export type MarkStyle = 'before' | 'behind' | null;

/** Lists of link targets, wherever they are on the page. */
export interface References {
  /** Whether many links are numbered whose list is not there: it comes further below. */
  isOpen: boolean;
  /** Whether the line, by its index, is part of such a list. */
  isListed(index: number): boolean;
  /** What a mark in that line leads to on its own page: a number, in the next list below; a label, in the nearest. */
  target(label: string, index: number): Target | null;
  /** The same, once for each mark: a list may define a label again for every link that says it. */
  next(label: string, index: number): Target | null;
  has(label: string): boolean;
  /** Whether links are defined by name: a number in brackets is then plain text, not a mark. */
  areNamed: boolean;
  /** The label of a link that goes over those lines; empty if no label does. */
  labelOf(from: number, to: number): string;
  /** Whether Markdown's definitions, of links that the feed uses, stand in those lines. */
  isMarkdown(from: number, to: number): boolean;
}

interface Definition {
  index: number;
  url: string;
  /** Line with which its list begins. */
  list: number;
}

export const referencesOf = (lines: readonly Line[]): References => {
  const listed = new Set<number>();
  const definitions = new Map<string, Definition[]>();
  const used = new Map<string, { list: number; times: number }>();
  /** Where links are defined in Markdown's form. */
  const inMarkdown: { index: number }[] = [];
  const seen = new Set<string>();
  let firstMark = Number.POSITIVE_INFINITY;
  let last = -1;
  let list = 0;
  let opened = -1;
  let isOverLines = false;
  const define = (from: number, to: number, label: string, url: string): void => {
    if (!listed.has(from - 1)) list = from;
    for (let line = from; line <= to; line++) listed.add(line);
    last = to;
    opened = -1;
    const all = definitions.get(label);
    if (all) all.push({ index: to, url, list });
    else definitions.set(label, [{ index: to, url, list }]);
  };
  for (const [index, { text, gap, signs }] of lines.entries()) {
    // A definition has an address, a mark brackets.
    if (!signs) continue;
    const isList = (gap === 0 && listed.has(index - 1)) || isListHead(lines[index - 1]?.text ?? '');
    const found = definitionIn(text, seen, isList);
    const below = opened !== -1 && index - opened <= MOST_LABEL_LINES && text.includes(']:');
    const url = found === null && below ? DEFINED_BELOW.exec(text)?.[1] : undefined;
    if (found) {
      const [label, url] = found;
      define(index, index, label, url);
      if (text.includes(']: ') && readTarget(url).kind !== 'other') inMarkdown.push({ index });
    } else if (url !== undefined) {
      define(opened, index, keyOf(saidIn(lines, opened, index)), url);
      isOverLines = true;
    } else if (text.startsWith('[') && !text.includes(']')) opened = index;
    else if (text.includes('[') || text.includes('⟨')) {
      for (const [, number = ''] of text.matchAll(ANY_MARK)) {
        seen.add(number);
        firstMark = Math.min(firstMark, index);
      }
    }
  }
  const { tops, ends } = bordersOf(lines, listed, definitions);
  const isAbove = last < firstMark;
  /** The definitions of a label, and which of them a mark in that line means first. */
  const find = (label: string, index: number): { all: readonly Definition[]; first: number } | null => {
    const all = definitions.get(keyOf(label));
    if (!all) return null;
    const below = countUpTo(all, index);
    const isNumber = NUMBER.test(label);
    const next = all[below];
    if (next && isSame(tops, index, next.index) && !(isNumber && !isSame(ends, index, next.list)))
      return { all, first: below };
    const above = all[below - 1];
    if (!above || (isNumber ? !isAbove : !isSame(tops, above.index, index))) return null;
    return { all, first: below - 1 };
  };
  const ofPapers = [...definitions].filter(([, [first]]) => targetOf(first)?.kind === 'paper');
  let open = 0;
  for (const mark of seen) if (!definitions.has(mark)) open++;
  return {
    isOpen: open >= MANY_MARKS,
    isListed: (index) => listed.has(index),
    areNamed: ofPapers.length > 0 && ofPapers.every(([label]) => !NUMBER.test(label)),
    has: (label) => label !== '' && label.length <= LONGEST_LABEL && definitions.has(keyOf(label)),
    target(label, index) {
      const found = find(label, index);
      return found && targetOf(found.all[found.first]);
    },
    next(label, index) {
      const found = find(label, index);
      if (!found) return null;
      const { all, first } = found;
      const list = all[first]?.list ?? 0;
      const key = keyOf(label);
      const before = used.get(key);
      const times = before?.list === list ? before.times + 1 : 0;
      used.set(key, { list, times });
      const one = all[first + times];
      return targetOf(one?.list === list ? one : all[first]);
    },
    labelOf: (from, to) => (isOverLines && to - from <= MOST_LABEL_LINES ? saidIn(lines, from, to) : ''),
    isMarkdown: (from, to) => countUpTo(inMarkdown, to - 1) > countUpTo(inMarkdown, from - 1),
  };
};

/** Whether no border lies between two lines, the first of which is above. */
const isSame = (borders: readonly { index: number }[], above: number, below: number): boolean =>
  countUpTo(borders, above) === countUpTo(borders, below);

/**
 * What parts links from lists of other pages: `tops` of pages, and `ends` of lists, above the next link of a paper. The words
 * at the top of a page begin one if links of papers stand above them, and those below begin to count, or use a name, again.
 */
const bordersOf = (
  lines: readonly Line[],
  listed: ReadonlySet<number>,
  definitions: ReadonlyMap<string, readonly Definition[]>,
): { tops: readonly { index: number }[]; ends: readonly { index: number }[] } => {
  const tops: { index: number }[] = [];
  const ends: { index: number }[] = [];
  if (definitions.size === 0) return { tops, ends };
  const ofPapers = new Set<string>();
  for (const [label, all] of definitions)
    if (all.some(({ url }) => readTarget(url).id !== null)) ofPapers.add(label);
  /** The words that may begin a page, below links of papers; what those above count to, and their names. */
  let top = -1;
  let isPassed = false;
  let highest = 0;
  let names = new Set<string>();
  /** How many definitions come right above. */
  let length = 0;
  const begins = (label: string): boolean =>
    NUMBER.test(label) ? Number(label) <= highest : names.has(label);
  const begin = (): void => {
    tops.push({ index: top });
    top = -1;
    highest = 0;
    names = new Set();
  };
  for (const [index, { text, signs }] of lines.entries()) {
    if (listed.has(index)) {
      length++;
      top = -1;
      continue;
    }
    if ((top === -1 || isPassed) && (highest > 0 || names.size > 0) && isTopLine(text)) {
      top = topAbove(lines, listed, index);
      isPassed = false;
      if (lines.slice(top, index).some((line) => labelsIn(line.text).some(begins))) begin();
    }
    if (!signs) continue;
    for (const label of labelsIn(text)) {
      if (top !== -1 && begins(label)) begin();
      if (!ofPapers.has(label)) continue;
      if (length >= FEWEST) ends.push({ index });
      length = 0;
      isPassed = true;
      if (NUMBER.test(label)) highest = Math.max(highest, Number(label));
      else names.add(label);
    }
  }
  return { tops, ends };
};

const labelsIn = (text: string): string[] =>
  [...text.matchAll(ANY_LABEL)].map(([, named = '', cited = '']) => keyOf(cited || named));

const wordsOf = (text: string): string => text.replace(AROUND_WORDS, '').trim();

const isTopLine = (text: string): boolean => {
  const words = wordsOf(text);
  return isHeaderWord(words) && isFeedWord(words);
};

/** Links to other parts of the site may come above the words that begin a page. */
const topAbove = (lines: readonly Line[], listed: ReadonlySet<number>, index: number): number => {
  let at = index;
  while (at > 0 && !listed.has(at - 1) && isPageWords(wordsOf((lines[at - 1] as Line).text))) at--;
  return at;
};

/** The text in brackets over several lines. */
const saidIn = (lines: readonly Line[], from: number, to: number): string => {
  const ofLine = ({ text }: Line, i: number): string =>
    text.slice(i === 0 ? text.lastIndexOf('[') + 1 : 0, i === to - from ? text.indexOf(']') : undefined);
  return lines
    .slice(from, to + 1)
    .map(ofLine)
    .join(' ');
};

const targetOf = (definition: Definition | undefined): Target | null =>
  definition ? readTarget(definition.url) : null;

const keyOf = (label: string): string => label.trim().toLowerCase();

const definitionIn = (
  text: string,
  seen: ReadonlySet<string>,
  isList: boolean,
): readonly [string, string] | null => {
  const defined = text.startsWith('[') ? DEFINED.exec(text) : null;
  if (defined) return [keyOf(defined[1] as string), defined[2] as string];
  const found = LISTED.exec(text);
  if (!found) return null;
  const [, dotted, bracketed, cited, url = ''] = found;
  const number = dotted ?? bracketed ?? cited ?? '';
  if (!(seen.has(number) || isList) || (found[0].length < text.length && cited === undefined)) return null;
  return [number, url.replace(/:$/, '')];
};

/** How many there are up to a line. */
const countUpTo = (all: readonly { index: number }[], index: number): number => {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as { index: number }).index > index) high = middle;
    else low = middle + 1;
  }
  return low;
};

/**
 * On which side the links of each line are numbered: `[1] Considered Harmful` alone is a title. Where two pages share the
 * lines, it may change once.
 */
export const markStylesOf = (
  lines: readonly Line[],
  references: References,
  from: number,
): ((at: number) => MarkStyle) => {
  if (references.areNamed) return () => null;
  const marks: { at: number; side: 1 | -1 }[] = [];
  let proven = false;
  let last = 0;
  for (const [i, { text, signs }] of lines.entries()) {
    if (!signs || !(text.includes('[') || text.includes('⟨')) || references.isListed(from + i)) continue;
    if (BEHIND.test(text)) marks.push({ at: i, side: 1 });
    const found = LEADING.exec(text);
    if (!found) continue;
    const number = Number(found[1]);
    const rest = text.slice(found[0].length);
    if (isPageWords(rest) || NUMBERED.test(rest)) proven = true;
    if (number > last && number <= last + STEP) marks.push({ at: i, side: -1 });
    if (references.target(found[1] as string, from + i) !== null) proven = true;
    last = number;
  }
  const total = marks.reduce((sum, { side }) => sum + side, 0);
  let [above, most, cut] = [0, Math.abs(total) + 2 * FEWEST, marks.length];
  for (const [i, { side }] of marks.entries()) {
    above += side;
    const agree = Math.abs(above) + Math.abs(total - above);
    if (agree < most) continue;
    [most, cut] = [agree, i + 1];
  }
  const styleOf = (part: typeof marks): MarkStyle => {
    const before = part.filter(({ side }) => side === -1).length;
    return part.length > 2 * before ? 'behind' : proven || before >= FEWEST ? 'before' : null;
  };
  const [first, second] = [styleOf(marks.slice(0, cut)), styleOf(marks.slice(cut))];
  const border = marks[cut]?.at ?? lines.length;
  return (at) => (at < border ? first : second);
};

/** `May 29 [23]5`: the number of a link stands glued before what it says. */
const MARK = /\[(\d{1,5})\]/g;
/** Boxes and images without words: `[IMG]`, `[ ]`. */
const WORDLESS = /^(?:[•*] ?)?\[[^[\]]*\]$/;

/**
 * Writes marks that stand before what they say in Markdown's form, if they go on in the count: `[15]Title` becomes
 * `[Title][15]`.
 */
export const marksBehind = (
  line: string,
  last: number,
  isKnown: (number: string) => boolean,
): { text: string; last: number } => {
  let out = '';
  let done = 0;
  let open: string | null = null;
  let now = last;
  const say = (to: number): void => {
    const said = line.slice(done, to);
    const trimmed = WORDLESS.test(said.trim()) ? '' : said.trim();
    if (open === null) out += said;
    else out += `${/^\s/.test(said) ? ' ' : ''}[${trimmed}][${open}] `;
  };
  for (const found of line.matchAll(MARK)) {
    const digits = found[1] as string;
    const number = Number(digits);
    const end = found.index + found[0].length;
    const begins = found.index === 0 && isPageWords(line.slice(end).trim());
    const isGlued = line[end] !== ' ' && (found.index === 0 || line[found.index - 1] === ' ');
    const next =
      number > now ? number <= now + STEP || now === 0 || isKnown(digits) : isGlued && isKnown(digits);
    if (!(next || begins) || line[end] === '(' || line.startsWith('[]', end)) continue;
    // A number in brackets with a space behind it may be a title's own.
    if (line[end] === ' ' && !isKnown(digits) && !begins) continue;
    say(found.index);
    open = digits;
    done = end;
    now = Math.max(now, number);
    if (begins) now = number;
  }
  say(line.length);
  return { text: open === null ? line : out.trim(), last: now };
};
