import { readDateLine } from '../../fields/date.js';
import { formOf } from './facts.js';
import { isPageWord, isPageWords } from './words.js';

// A page, or a card, whose line ends were lost.

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';
const COUNT = String.raw`(?:-|\d[\d.,]{0,9}[kmb]?)`;
/** Facts that are sure wherever they stand in a line. */
const FACT = new RegExp(
  [
    String.raw`Submitted by (?:\[[\w .:-]*\] )?[\w.-]+(?= |$)(?: ${COUNT}(?= |$))?`,
    String.raw`(?:· ?)?(?<![\d,])\d[\d,]{0,8} authors?(?= |$)(?: ·(?! (?:Published on|${MONTH} \d)))?(?: \d[\d.,]{0,8}k(?= |$))?(?: \d[\d,]{0,8}(?= |$))?`,
    String.raw`(?:· ?)(?:Published on )?${MONTH} \d{1,2}(?:, \d{4})?(?= |$)(?: \d{1,4}(?= |$))?`,
    String.raw`Published on ${MONTH} \d{1,2}(?:, \d{4})?(?= |$)`,
    `Upvote ${COUNT}(?= |$)`,
    `GitHub ${COUNT}(?= |$)`,
    'arXiv Page(?= |$)',
  ].join('|'),
  'g',
);
const FEWEST = 2;
const SHORTEST = 120;

const AUTHORS = /·\s*\d[\d,]* authors?(?![a-z])|\d authors?\s*·/g;
const SUBMITTERS = /Submitted by/g;
const DATES = /Published on [A-Z]/g;

const isMany = (text: string, what: RegExp): boolean => {
  let count = 0;
  for (const _ of text.matchAll(what)) if (++count >= FEWEST) return true;
  return false;
};

/** Whether a long line is a whole page, or a part of one, without line ends. */
export const isFolded = (text: string): boolean =>
  text.length >= SHORTEST &&
  ((text.includes('Submitted by') && isMany(text, SUBMITTERS)) ||
    (text.includes('·') && text.includes(' authors') && isMany(text, AUTHORS)) ||
    (text.includes('Published on') && isMany(text, DATES)));

/** A text, or several, in the order of the line; `fact`: it is one for sure. */
export interface Part {
  text: string;
  /** `title`, `abstract`: told by the place where title case ends. */
  as: 'title' | 'abstract' | null;
  /** Where a paper begins, as far as that is known. */
  gap: number;
}

/** The parts of a folded line: its facts, and what stands between. */
export const unfolded = (text: string): Part[] => {
  const parts: Part[] = [];
  const say = (said: string, as: Part['as'] = null, gap = 0): void => {
    if (said !== '') parts.push({ text: said, as, gap });
  };
  let done = 0;
  let isFirst = true;
  for (const found of text.matchAll(FACT)) {
    between(text.slice(done, found.index).trim(), isFirst, false, say);
    for (const fact of factsOf(found[0])) say(fact);
    done = found.index + found[0].length;
    isFirst = false;
  }
  between(text.slice(done).trim(), isFirst, true, say);
  return parts;
};

type Say = (text: string, as?: Part['as'], gap?: number) => void;

const TRAILING_COUNTS = /^(.*?)((?: (?:-|\d[\d.,]*[kmb]?)){1,2})$/;

const factsOf = (text: string): string[] => {
  if (text.startsWith('Submitted by')) {
    const found = TRAILING_COUNTS.exec(text);
    return found && text.split(' ').length > 3 ? [found[1] as string, (found[2] as string).trim()] : [text];
  }
  if (!text.includes('author')) {
    const bare = text.replace(/^· ?/, '');
    return [...(bare === text ? [] : ['·']), bare];
  }
  const [, before = '', counts = '', dot = '', numbers = ''] =
    /^(· ?)?(\d[\d,]* authors?)( ·)?(.*)$/.exec(text) ?? [];
  return [before.trim(), counts, dot.trim(), ...numbers.trim().split(' ')].filter((part) => part !== '');
};

/** Words of the page at either end of a stretch come off; what remains is a title, or a title and what follows it. */
const between = (text: string, isFirst: boolean, isLast: boolean, say: Say): void => {
  if (text === '') return;
  const words = text.split(' ');
  const head = isFirst ? pageWordsAtStart(words) : 0;
  for (const phrase of phrases(words.slice(0, head))) say(phrase);
  const foot = isLast ? pageWordsAtEnd(words, head) : words.length;
  const rest = words.slice(head, foot).join(' ');
  if (isFirst && isLast) say(rest);
  else titleAndAbstract(rest, say);
  if (foot < words.length) say(words.slice(foot).join(' '));
};

/** Header, then the page's day. */
const MOST_WORDS = 60;
const pageWordsAtStart = (words: readonly string[]): number => {
  let known = 0;
  for (let end = 1; end <= Math.min(words.length, MOST_WORDS); end++) {
    const said = words.slice(known, end).join(' ');
    if (isPageWords(said) || readDateLine(said) !== null) known = end;
  }
  return known;
};
const pageWordsAtEnd = (words: readonly string[], from: number): number => {
  let start = words.length;
  for (let at = words.length - 1; at >= Math.max(from, words.length - MOST_WORDS); at--)
    if (isPageWords(words.slice(at, start).join(' '))) start = at;
  return start;
};

/** The longest page words first. */
const phrases = (words: readonly string[]): string[] => {
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    let to = words.length;
    while (to > at + 1 && !isOne(words.slice(at, to).join(' '))) to--;
    out.push(words.slice(at, to).join(' '));
    at = to;
  }
  return out;
};
const isOne = (text: string): boolean => formOf(text) !== null || isPageWord(text);

const SMALL = new Set(
  'a an and as at but by for from in into is it its nor of off on onto or over per so than that the their to up upon via vs vs. with without yet'.split(
    ' ',
  ),
);
const SHORTEST_TITLE = 8;
const LONGEST_TITLE = 175;
const SHORTEST_ABSTRACT = 90;
const STOP = /[.!?]["')\]]* (?=\S)/g;
const LONGEST_NAME = 60;

/** Title case ends where the abstract's first sentence begins: the first small word that is none of a title's. */
const titleEnd = (words: readonly string[]): number => {
  const small = words.findIndex((word, i) => i > 0 && /^\p{Ll}/u.test(word) && !SMALL.has(word));
  if (small === -1) return -1;
  let begins = small - 1;
  while (begins > 0 && !/^\p{Lu}/u.test(words[begins] as string)) begins--;
  return begins;
};

const titleAndAbstract = (text: string, say: Say): void => {
  if (text === '') return;
  if (text.length <= LONGEST_TITLE) return say(text, null, 1);
  const words = text.split(' ', 60);
  const end = titleEnd(words);
  const title = end > 0 ? words.slice(0, end).join(' ') : '';
  const rest = title === '' ? text : text.slice(title.length + 1);
  const isTold =
    title.length >= SHORTEST_TITLE && title.length <= LONGEST_TITLE && rest.length >= SHORTEST_ABSTRACT;
  if (isTold) say(title, 'title', 1);
  const [abstract, name] = nameBehind(isTold ? rest : text);
  say(abstract, isTold ? 'abstract' : null);
  say(name);
};

/** Behind the last sentence stands the name of an organization. */
const nameBehind = (text: string): [string, string] => {
  let stop = -1;
  for (const found of text.matchAll(STOP)) stop = found.index + found[0].length;
  const name = stop === -1 ? '' : text.slice(stop);
  return name.length > 0 && name.length <= LONGEST_NAME && !/[.!?]$/.test(name)
    ? [text.slice(0, stop).trimEnd(), name]
    : [text, ''];
};
