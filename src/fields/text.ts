import { INVISIBLE } from '../words.js';

// Everything that the slow path would touch, except plain spaces. Halves of surrogate pairs are in it
// as a whole range: that costs the slow path on emoji and saves the fast one a Unicode regex.
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x1f\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufeff\ufff9-\ufffc]/;

/**
 * Control, zero-width and directional characters, tags and lone surrogates. Tabs, line breaks and
 * NEL are white space; a zero-width joiner inside an emoji belongs to it.
 */
const NOT_SHOWN = new RegExp(
  String.raw`[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200c${INVISIBLE}]|\p{Cs}|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)\u200d`,
  'gu',
);

/** On prose twice as fast as `includes`. */
const TWO_SPACES = / {2}/;

const isClean = (text: string): boolean => !TWO_SPACES.test(text) && !SUSPECT.test(text);
/** White space to `trim`, but invisible: it counts as removed. */
const BYTE_ORDER_MARK = '\ufeff';

/** Called with how many invisible characters were removed, if any. */
export type OnRemoved = (count: number) => void;

/**
 * The text on one line: every run of white space is one space, none at the ends, nothing invisible left. Safari copies a
 * picture as U+FFFC, which is white space here.
 */
export const oneLine = (text: string, onRemoved?: OnRemoved): string => {
  const trimmed = text.trim();
  if (isClean(trimmed) && !text.includes(BYTE_ORDER_MARK)) return trimmed;
  let removed = 0;
  const visible = text.replace(NOT_SHOWN, () => {
    removed++;
    return '';
  });
  if (removed > 0) onRemoved?.(removed);
  return visible.replace(/[\s\x85\ufffc]+/g, ' ').trim();
};

/**
 * Between two lines of a word that was broken behind its hyphen: `Mixture-of-` above `Agents`, but not `pre-` above
 * `and post-training`. The same inside of an address, behind `https://`.
 */
const INSIDE_WORD =
  /(?:(?<=[\p{L}\p{N}]-)\n(?=[\p{L}\p{N}])(?!(?:and|or|to|vs|und|oder|et|ou)\s)|(?<=:\/\/)\n(?=\S))/giu;
const MAY_BE_INSIDE = /[-/]\n/;

/** The lines of a paragraph, or of a title, as one. */
export const joinLines = (lines: readonly string[]): string => {
  const text = lines.join('\n');
  return (MAY_BE_INSIDE.test(text) ? text.replace(INSIDE_WORD, '') : text).replaceAll('\n', ' ');
};

/** The text without any of these characters at its end. */
export const cutEnd = (text: string, characters: string): string => {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
};

/** What the hub prints between a summary and the abstract; text copied from the page has it too. */
const BETWEEN = ' AI-generated summary ';

/** An abstract, and the summary that came with it in one text. */
export const withoutSummary = (text: string): { abstract: string; aiSummary: string | null } => {
  const at = text.indexOf(BETWEEN);
  return at > 0
    ? { abstract: text.slice(at + BETWEEN.length), aiSummary: text.slice(0, at) }
    : { abstract: text, aiSummary: null };
};
