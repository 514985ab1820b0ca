/** What stood around a text on its line. */
export interface Unwrapped {
  text: string;
  heading: number;
  bullet: string;
  boxed: boolean;
}

const QUOTE = /^(?:> ?)+/;
const HEADING = /^(#{1,6})(?:\s+|$)/;
/** A number counts a list only in front of a link: titles may begin with one. */
const BULLET = /^(?:([•◦▪‣*+-]|â€¢)\s+(?=\S)|\d{1,4}[.)]\s+(?=\[))/;
const BOX = /^(?:- )?(?:\[[ x-]?\](?=\s|$)|\[ \](?!\())\s*/i;
const CLOSING_HASHES = /\s#{1,6}$/;
const STRONG = /^(\*\*|__)(?=\S)(.*\S)\1$/;
/** Two backslashes end a line on any page, one only where the page is Markdown: wrapping may leave one of TeX's there. */
const HARD_BREAK = /\\\\$/;
const MARKDOWN_BREAK = /\\{1,2}$/;
const RULE = /^([*_=~━─—-])(?:\s*\1){2,}$/;
/** Between the head and the rows of a table. */
export const TABLE_RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;
const FENCE = /^(?:```|~~~|:::)/;
const ONLY_TAGS = /^(?:<\/?[a-zA-Z][^<>]*>\s*)+$/;
const ONLY_UNDERSCORES = /^[_\s]{3,}$/;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** Lines that draw rather than say something: rules, fences, boxes to type in, lone HTML tags. */
export const isDrawing = (text: string): boolean =>
  RULE.test(text) ||
  FENCE.test(text) ||
  TABLE_RULE.test(text) ||
  ONLY_UNDERSCORES.test(text) ||
  (text.startsWith('<') && ONLY_TAGS.test(text));

/** Takes quote marks, heading marks, list marks, checkboxes, bold marks and hard breaks off a trimmed line. */
export const unwrap = (line: string, markdown: boolean): Unwrapped => {
  let text = line.startsWith('>') ? line.replace(QUOTE, '') : line;
  let heading = 0;
  const hashes = text.startsWith('#') ? HEADING.exec(text) : null;
  if (hashes) {
    heading = (hashes[1] as string).length;
    text = text.slice(hashes[0].length).replace(CLOSING_HASHES, '');
  }
  let boxed = false;
  const box = BOX.exec(text);
  if (box) {
    boxed = true;
    text = text.slice(box[0].length);
  }
  const list = BULLET.exec(text);
  const bullet = list?.[0] ?? '';
  text = text.slice(bullet.length);
  if (text.endsWith('\\')) text = text.replace(markdown ? MARKDOWN_BREAK : HARD_BREAK, '').trimEnd();
  const strong = text.startsWith('**') || text.startsWith('__') ? STRONG.exec(text) : null;
  return { text: strong ? (strong[2] as string) : text, heading, bullet, boxed };
};

/** Markdown's backslash escapes, on pages that are Markdown; `\  ` is a line break inside a link. */
export const unescapeMarkdown = (text: string): string =>
  text.includes('\\') ? text.replace(/\\ +/g, ' ').replace(ESCAPE, '$1') : text;
