import { readTarget, type Target } from './target.js';
import type { Line } from './token.js';
import { isPageWords } from './words.js';

/** `[12]: https://… "Title"`, `[12] https://…`, `12. https://…`, `⟨12⟩ https://…: Title`. */
const DEFINED =
  /^\[([^\]^][^\]]{0,199}|!\[[^\]]*\]\([^()]*\))\]: ?<?((?:\w+:|\/|\.|#|\w+\/)[^\s<>]*)>?(?: ["'({].*)?$/;
/** A label over several lines: `[`, `6 authors`, `]: /papers/…`. */
const DEFINED_BELOW = /^[^[\]]*\]: ?<?((?:\w+:|\/)[^\s<>]+)>?$/;
const MOST_LABEL_LINES = 60;
/** Heads a list of targets. */
const LIST_HEAD = /^(?:Visible|Hidden) links:?$|^(?:References|Links):?$/i;
const LONGEST_HEAD = 14;
const isListHead = (text: string): boolean => text.length <= LONGEST_HEAD && LIST_HEAD.test(text);
const LISTED = /^(?:(\d{1,5})[.:)]|\[(\d{1,5})\]|⟨(\d{1,5})⟩) ?((?:https?|file|ftp):\/\/\S+|\/\S+)/;
const ANY_MARK = /\[(\d{1,5})\]|⟨(\d{1,5})⟩/g;

const LEADING = /^(?:[•*+-] )?\[(\d{1,5})\](?!\()(?!\[\d)/;
const BEHIND = /\]\[ ?\d{1,5} ?\]|⟨\d{1,5}⟩/;
/** Marks count up; links without text take numbers too. */
const STEP = 40;
/** So many in a row that count up are no chance. */
const FEWEST = 3;
const LONGEST_LABEL = 200;

/** How the links of a page are numbered: `[15]Title` before, `[Title][15]` behind what they say. */
export type MarkStyle = 'before' | 'behind' | null;

/** Lists of link targets, wherever they stand. */
export interface References {
  /** Whether the line, by its index, is part of such a list. */
  isListed(index: number): boolean;
  /** What a mark in the line of that index leads to: a number, in the next list below; a label, in the nearest. */
  target(label: string, index: number): Target | null;
  has(label: string): boolean;
}

interface Definition {
  index: number;
  url: string;
}

export const referencesOf = (lines: readonly Line[]): References => {
  const listed = new Set<number>();
  const definitions = new Map<string, Definition[]>();
  const seen = new Set<string>();
  let firstMark = Number.POSITIVE_INFINITY;
  let last = -1;
  let opened = -1;
  for (const [index, { text, gap, signs }] of lines.entries()) {
    // A definition has an address, a mark brackets.
    if (!signs) continue;
    const isList = (gap === 0 && listed.has(index - 1)) || isListHead(lines[index - 1]?.text ?? '');
    const found = definitionIn(text, seen, isList);
    if (found) {
      listed.add(index);
      last = index;
      opened = -1;
      const [label, url] = found;
      const all = definitions.get(label);
      if (all) all.push({ index, url });
      else definitions.set(label, [{ index, url }]);
    } else if (text.startsWith('[') && !text.includes(']')) opened = index;
    else if (
      opened !== -1 &&
      text.includes(']:') &&
      index - opened <= MOST_LABEL_LINES &&
      DEFINED_BELOW.test(text)
    ) {
      for (let line = opened; line <= index; line++) listed.add(line);
      opened = -1;
    } else if (text.includes('[') || text.includes('⟨')) {
      for (const [, number = '', cited = ''] of text.matchAll(ANY_MARK)) {
        seen.add(number || cited);
        firstMark = Math.min(firstMark, index);
      }
    }
  }
  const isAbove = last < firstMark;
  return {
    isListed: (index) => listed.has(index),
    has: (label) => label.length <= LONGEST_LABEL && definitions.has(keyOf(label)),
    target(label, index) {
      const all = definitions.get(keyOf(label));
      if (!all) return null;
      const isNumber = /^\d+$/.test(label);
      const found = nextBelow(all, index) ?? (isNumber && !isAbove ? null : all.at(-1));
      return found ? readTarget(found.url) : null;
    },
  };
};

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

const nextBelow = (all: readonly Definition[], index: number): Definition | null => {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Definition).index > index) high = middle;
    else low = middle + 1;
  }
  return all[low] ?? null;
};

/** Whether a page numbers its links throughout, and on which side: `[1] Considered Harmful` alone is a title. */
export const markStyleOf = (lines: readonly Line[], references: References, from: number): MarkStyle => {
  let behind = 0;
  let before = 0;
  let proven = false;
  let last = 0;
  for (const [i, { text, signs }] of lines.entries()) {
    if (!signs || !(text.includes('[') || text.includes('⟨')) || references.isListed(from + i)) continue;
    if (BEHIND.test(text)) behind++;
    const found = LEADING.exec(text);
    if (!found) continue;
    const number = Number(found[1]);
    if (isPageWords(text.slice(found[0].length))) proven = true;
    if (number > last && number <= last + STEP) before++;
    if (references.target(found[1] as string, from + i) !== null) proven = true;
    last = number;
  }
  if (behind > before) return 'behind';
  return proven || before >= FEWEST ? 'before' : null;
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
    if (!(next || begins) || line[end] === '(') continue;
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
