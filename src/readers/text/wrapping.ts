import { labelledLine } from './blocks.js';
import type { Line } from './token.js';

/** A line without what wraps its text. */
export interface Unwrapped {
  text: string;
  heading: number;
  bullet: string;
  /** A check box came before it: `[ ] 94`. */
  boxed: boolean;
}

const QUOTE = /^(?:> ?)+/;
/** Bars at both sides of a line, as terminals draw them. */
const BARS = /^[│┃║▌▏] ?(.*?) ?[│┃║▐▕]?$/;
/** A quoted line without words, or one between bars. */
export const isEmptyQuote = (text: string): boolean => /^[>│┃║▌▐▏▕\s]+$/.test(text);
/** How each begins, its level, and what it says. */
const HEADINGS: readonly (readonly [start: string, form: RegExp])[] = [
  ['#', /^(#{1,6})(?: (.*?)(?: #{1,6})?)?$/],
  // `=== Title ===` of wikis, `== Title` of AsciiDoc
  ['=', /^(={1,6}) (\S.*?)(?: ?\1)?$/],
  // `--- 1. Title ---` of plain text
  ['---', /^(-)-{2,7} (\S.*?) -{3,8}$/],
  // Org mode
  ['**', /^(\*{2,6}) (\S.*[^*])$/],
  ['<h', /^<h([1-6])(?:\s[^<>]*)?>(.*)$/],
  // pandoc's in reStructuredText, without a level
  ['..', /^\.\. (rubric):: (\S.*)$/],
  // Jira and Textile
  ['h', /^h([1-6])(?:\([^()]*\))?\. (\S.*)$/],
];
const HEADING_STARTS = '#=-*<.h';
/** What Org mode writes around the link of a task: `TODO [#A] [[…][Title]] :vision:`. */
const TASK =
  /^(?:TODO|NEXT|WAITING|DONE|CANCELLED) (?:\[#[A-C]\] )?(?=\[)|(?<=\]\]) {1,40}(?::[\w@#%]{1,40}){1,9}:$/g;
/** Levels are 1 to 6. */
const LOWEST = 6;

/** A number counts a list only in front of a link: titles may begin with one. */
const BULLET =
  /^(?:([•◦▪‣⁃∙●○■□*+–-]|\*\.|â€¢|Â·|[📌📰📑📄📝🔹🔸👉🏆🥇🥈🥉🆕]\ufe0f?|[🔥✨💡🚀🧠🤖🎯🔬💥⚡➡▶➤]\ufe0f?(?=\s+\p{L})|\d{1,2}\ufe0f?\u20e3|🔟)\s+(?=\S)|\d{1,4}[.)]\s+(?=!?\[))/u;
/** Empty items in a row before the one that says something: `*   *   * 11 authors`. */
const EMPTY_ITEMS = /^(?:[•◦▪‣*+-]\s+){2,}(?=\S)/;
const BOX = /^([-*+] )?(?:\[[ x-]?\](?=\s|$)|\[ \](?![([]))\s*/i;
const STRONG = /^(\*\*|__)(?=\S)(.*\S)\1$/;
/** The other mark may occur inside: `*Submitted by mo_ss*`. */
const EMPHASIS = /^(?:\*(?![\s*_])([^*]*[^\s*_])\*|_(?![\s*_])([^_]*[^\s*_])_)$/;
/** An id as code; words of a title may be code too. */
const CODE = /^`(\d{4}\.\d{4,5})`$/;
/** Two backslashes end a line on any page; one does only in Markdown, since wrapping may leave a TeX backslash there. */
const HARD_BREAK = /\\\\$/;
const MARKDOWN_BREAK = /\\{1,2}$/;
const RULE = /^([*_=~━─—–-])(?:\s*\1){2,}$/;
/** Between the head and the rows of a table. */
export const TABLE_RULE = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?$/;
const BOX_DRAWING = /^[\s│┃|┌┐└┘├┤┬┴┼─━═╔╗╚╝╭╮╰╯+=-]{3,}$/;
const FENCE = /^(?:```|~~~|:::)/;
/** The mark around a block of code. */
export const isFence = (text: string): boolean => FENCE.test(text);
/** An address in such brackets is not a tag. */
const ONLY_TAGS = /^(?:<(?!https?:)(?:\/?[a-zA-Z]|!--)[^<>]*>\s*)+$/;
const ONLY_UNDERSCORES = /^[_\s]{3,}$/;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
/** A TeX command with a single, unescaped backslash. */
const TEX = /(?<!\\)\\[A-Za-z]/;
export const hasTex = (text: string): boolean => text.includes('\\') && TEX.test(text);

/** Nothing wraps a line that begins with a word; `h3. ` is a mark. */
export const WORD_START = /^(?!h[1-6])[A-Za-z]/;

/** Marks of emphasis around a link, not around a title that begins with a word in brackets. */
const BEFORE_LINK = /(?:\*{1,3}|_{1,3}|~~)(?=!?\[)(?!\[[^[\]]{0,40}\] [\p{L}\p{N}])/gu;
const BEHIND_LINK = /(?<=\)|\]|\d\])(?:\*{1,3}|_{1,3}|~~)/g;
/** `**Cakes (and How to Eat Them)** - [Link](…)`: these marks are no link's. */
const BOLD_WORDS = /^(?:\*\*|__)[^[!]/;
export const withoutMarks = (text: string): string =>
  text.includes('*') || text.includes('_') || text.includes('~~')
    ? BOLD_WORDS.test(text)
      ? text.replace(BEFORE_LINK, '')
      : text.replace(BEFORE_LINK, '').replace(BEHIND_LINK, '')
    : text;

/** Lines that draw rather than say something: rules, fences, boxes to type in, lone HTML tags. */
export const isDrawing = (text: string): boolean => !WORD_START.test(text) && isDrawn(text);

const isDrawn = (text: string): boolean =>
  FENCE.test(text) ||
  (text.startsWith('<') && ONLY_TAGS.test(text)) ||
  (text.length > 1 &&
    !/[A-Za-z\d]/.test(text) &&
    (RULE.test(text) || TABLE_RULE.test(text) || ONLY_UNDERSCORES.test(text) || BOX_DRAWING.test(text)));

const headingOf = (text: string): RegExpExecArray | null => {
  if (!HEADING_STARTS.includes(text.charAt(0))) return null;
  const [, form] = HEADINGS.find(([start]) => text.startsWith(start)) ?? [];
  return form?.exec(text) ?? null;
};

/** A line without any notation around it. */
const bare = (text: string): Unwrapped => ({ text, heading: 0, bullet: '', boxed: false });

/** Takes quote marks, heading marks, list marks, check boxes, bold marks and hard breaks off a trimmed line. */
export const unwrap = (line: string, markdown: boolean): Unwrapped => {
  if (WORD_START.test(line) && !line.endsWith('\\')) return bare(line);
  let text = line.startsWith('>') ? line.replace(QUOTE, '') : line.replace(BARS, '$1');
  const [, level = '', said = ''] = headingOf(text) ?? [];
  const heading = Number(level) || Math.min(level.length, LOWEST);
  if (heading > 0) text = said;
  const box = BOX.exec(text);
  if (box) text = text.slice(box[0].length);
  const list = EMPTY_ITEMS.exec(text) ?? BULLET.exec(text);
  let bullet = list?.[0] ?? '';
  text = text.slice(bullet.length);
  // Words in a check list are an item; a number is the hub's upvotes.
  if (box && bullet === '' && !/^[\d-]/.test(text)) bullet = box[1] ?? '';
  if (heading > 0 || bullet !== '') text = text.replace(TASK, '');
  if (bullet.length > 4) bullet = `${bullet.trimEnd().slice(-1)} `;
  if (text.endsWith('\\')) text = text.replace(markdown ? MARKDOWN_BREAK : HARD_BREAK, '').trimEnd();
  // `[]` is a picture.
  const boxed = box !== null && !box[0].includes('[]');
  return { text: withoutEmphasis(text, markdown), heading, bullet, boxed };
};

export const withoutEmphasis = (text: string, markdown: boolean): string => {
  const strong = text.startsWith('**') || text.startsWith('__') ? STRONG.exec(text) : null;
  if (strong) return strong[2] as string;
  const first = text.charAt(0);
  if (first === '`') return CODE.exec(text)?.[1] ?? text;
  const weak = markdown && (first === '*' || first === '_') ? EMPHASIS.exec(text) : null;
  return weak?.[1] ?? weak?.[2] ?? text;
};

/** Markdown's backslash escapes, on pages that are Markdown; `\  ` is a line break inside a link. `\%` is TeX's where others are. */
export const unescapeMarkdown = (text: string, tex: boolean): string =>
  text.includes('\\')
    ? text
        .replace(/\\ +/g, ' ')
        .replace(ESCAPE, (whole, sign: string) => (sign === '%' && tex ? whole : sign))
    : text;

const SETEXT = /^(=+|-+)$/;

/** Level of the heading that the line below makes of a text, by underlining it; 0 if it does not. */
const setextLevel = (text: string, below: string): number => {
  const found = below.length > 2 ? SETEXT.exec(below) : null;
  if (!found || SETEXT.test(text)) return 0;
  if (below.startsWith('=')) return 1;
  return Math.abs(below.length - text.length) <= 3 ? 2 : 0;
};

/** `1. Title`, `#1: Title`, `Paper 1: Title`, `#1 Title`, `1 — Title`, `[1] Title`, `[1/9] Title`; bold marks or a link may go around number and title. */
const NUMBERED =
  /^((?:\*\*|__)?(?:\[(?!\d+\]|\d+\/))?)(?:(?:#|Paper #?)?(\d{1,4})(?:\\?[.):]| ?[–—])(?= )|#(\d{1,4})(?= )|\[(\d{1,4})(?:\/\d{1,4})?\](?= )|【(\d{1,4})】) ?(?=\S)/;
const BRACKETED = /^\[\d+\]/;
/** Markdown numbers items by itself: every item may be written as `1.` */
const LAZY = /^1\. $/;
/** One number may be of the title. */
const FEWEST = 2;

/** The number before a title, and what begins before both. */
interface Mark {
  around: string;
  number: string;
}

/**
 * The mark of each line whose number only counts items: numbers rise by one, or a list has the single item 1. A lone
 * `3. Title` keeps its number: a title may begin with one.
 */
const listNumbers = (lines: readonly Unwrapped[]): Map<number, Mark> => {
  const counted = new Map<number, Mark>();
  /** By the level of their headings. */
  const runs = new Map<number, { last: number; members: [index: number, mark: Mark][] }>();
  const end = (heading: number): void => {
    const run = runs.get(heading);
    // `[1] Considered Harmful` alone is a title.
    const isOfOne = run?.last === 1 && !BRACKETED.test(run.members[0]?.[1].number ?? '');
    if (run && (run.members.length >= FEWEST || isOfOne))
      for (const [index, mark] of run.members) counted.set(index, mark);
    runs.delete(heading);
  };
  for (const [index, { text, heading, bullet }] of lines.entries()) {
    const found = NUMBERED.exec(bullet + text);
    if (!found) continue;
    const [mark, around = '', ...numbers] = found;
    const member: [number, Mark] = [index, { around, number: mark.slice(around.length) }];
    const number = Number(numbers.find((said) => said !== undefined));
    const run = runs.get(heading);
    const isNext = run && (number === run.last + 1 || (number === 1 && run.last === 1 && LAZY.test(mark)));
    if (run && isNext) {
      run.last = number;
      run.members.push(member);
    } else if (!run || number !== run.last) {
      end(heading);
      runs.set(heading, { last: number, members: [member] });
    }
  }
  for (const heading of [...runs.keys()]) end(heading);
  return counted;
};

/** Lines without what wraps them: underlines make headings, and numbers that only count go. */
export const unwrapped = (
  lines: readonly Line[],
  texts: readonly string[],
  plain: readonly boolean[],
  markdown: boolean,
): Unwrapped[] => {
  let quoted = true;
  const outer = texts.map((text, i): Unwrapped => {
    const { gap } = lines[i] as Line;
    const isQuoted: boolean = text.startsWith('>');
    // A `>` that touches an unquoted line is prose that wraps there, but not below a heading.
    const goesOn = lines[i + 1]?.gap === 0 && texts[i + 1]?.startsWith('>') === true;
    const isBelowHeading = texts[i - 1]?.startsWith('#') === true;
    const wraps: boolean = isQuoted && gap === 0 && !quoted && !goesOn && !isBelowHeading;
    quoted = isQuoted && !wraps;
    if (plain[i] || wraps) return bare(text);
    const taken = unwrap(text, markdown);
    const below = lines[i + 1];
    if (taken.heading > 0 || taken.bullet !== '' || below === undefined || below.gap > 0) return taken;
    const heading = setextLevel(text, below.text);
    // A rule may part blocks of names and values.
    return heading === 0 || labelledLine(text) !== null ? taken : { ...taken, heading };
  });
  for (const [index, { around, number }] of listNumbers(outer)) {
    const item = outer[index] as Unwrapped;
    if (item.bullet !== '') continue;
    item.text = withoutEmphasis(around + item.text.slice(around.length + number.length), markdown);
    item.bullet = number.replace('\\', '');
  }
  return outer;
};
