/** Values as words, the visible part of a text, and when two texts count as the same. */

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `1 author`, `14 authors`; `many` where the plural is not made with an s. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** `1 contributor` and `6 contributors` are of one form. */
export const withoutPlural = (form: string): string => form.replace(/s$/, '');

/** What a JSON text says; `undefined` if it is not JSON. */
export const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The value of a field: lists joined with `; `, nothing for `null`. */
export const valueInWords = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join('; ') : String(value ?? '');
};

/** `a, b and 3 more`: the first items of a list, and how many more there are. */
export const firstFew = <Item>(
  items: readonly Item[],
  most: number,
  inWords: (item: Item) => string,
): string => {
  const rest = items.length - most;
  return `${items.slice(0, most).map(inWords).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
};

/** A text cut to at most `most` characters, ending in `…` if it was longer; surrogate pairs stay whole. */
export const shortened = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;

/** The words with commas between, over lines of at most `width` characters where no word is longer. */
export const listInLines = (words: readonly string[], width: number): string[] => {
  const lines: string[] = [];
  words.forEach((word, at) => {
    const part = at === words.length - 1 ? word : `${word},`;
    const longer = `${lines.at(-1)} ${part}`;
    if (lines.length === 0 || longer.length > width) lines.push(part);
    else lines[lines.length - 1] = longer;
  });
  return lines;
};

const NEEDS_NO_QUOTES = /^[\w./:=@%+,-]+$/;

/** A word as a shell takes it. */
export const shellWord = (word: string): string =>
  NEEDS_NO_QUOTES.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** `math.GT/0309136` */
const OLD_STYLE = /\/(?=\d)/;

/** Year and month in which arXiv gave the id; the year alone where the month is none. */
export const monthOfId = (id: string): readonly number[] => {
  const digits = id.split(OLD_STYLE).at(-1) ?? '';
  const [year, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  const fullYear = year + (year > 90 ? 1900 : 2000);
  return month >= 1 && month <= 12 ? [fullYear, month] : [fullYear];
};

/** `2025-04-29` as `29 Apr 2025`. */
export const dayInWords = (day: string): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]?.slice(0, 3)} ${day.slice(0, 4)}`;

/**
 * What shows nothing, or reorders the text around it, for the inside of a character class with the flag u: soft hyphens,
 * zero-width spaces, directional and annotation characters, tags. The joiners U+200C and U+200D are not included: emoji and
 * words of some languages hold them.
 */
export const INVISIBLE = String.raw`\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}`;

/** ESC, and the one-character form of `ESC [`: the start of a command to a terminal. */
const [ESC, CSI] = ['\\u001b', '\\u009b'];

const ESCAPE_SEQUENCES = new RegExp(
  `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]?|${ESC}[\\]PX^_][^\\u0007${ESC}]*(?:\\u0007|${ESC}\\\\)?|${ESC}.`,
  'gu',
);
const NOT_PLAIN = /[^ -~]| {2}/;
const NOT_SHOWN = new RegExp(`(?!\\s)[\\p{Cc}${INVISIBLE}]`, 'gu');
const WHITE_SPACE = /\s+/gu;
const LONE_SURROGATES = /\p{Cs}/gu;

/** Scraped text as one line that does nothing to a terminal but show itself. */
export const visible = (text: string): string =>
  NOT_PLAIN.test(text)
    ? text
        .replace(ESCAPE_SEQUENCES, '')
        .replace(NOT_SHOWN, '')
        .replace(WHITE_SPACE, ' ')
        .replace(LONE_SURROGATES, '\ufffd')
        .trim()
    : text.trim();

/**
 * Letters with their marks, and digits, lower-case: titles that differ in case, spacing or punctuation are the
 * same title.
 */
export const titleKey = (title: string): string =>
  title
    .normalize('NFC')
    .toLowerCase()
    // In runs of a limited length: an endless one would overflow the stack of the engine.
    .replace(/[^\p{L}\p{M}\p{N}]{1,99}/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

/** The same for texts that differ only in case, spacing, punctuation or Unicode form; empty only for a text that is. */
export const folded = (text: string): string => titleKey(text.normalize('NFKC')) || text.trim();

/** Whether a text is an absolute address of the web. */
export const isWebUrl = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/** Whether an address leads to a paper, on the hub or on arXiv. */
export const isOfPaper = (url: string): boolean =>
  /^https?:\/\/(?:[\w-]{1,20}\.)?(?:arxiv\.org|alphaxiv\.org|(?:huggingface|hf)\.co\/papers)\//i.test(url);
