import { contentAt } from '../above.js';

/** What else may be above a page: white space, a declaration, comments. */
const PREAMBLE = /^(?:\s+|<\?xml[^<>]{0,200}\?>|<!--(?:(?!-->)[\s\S])*-->)/;
const DOCUMENT = /^<(?:!doctype (?:html|netscape-bookmark-file)|(?:html|head|body|main|article)(?=[\s/>]))/i;
const FRAGMENT =
  /^<(?:h[1-6]|div|section|header|nav|ul|ol|dl|table|p|style|link|meta|title|blockquote|center)(?=[\s/>])[^<>]*>/i;

/** What only the feed's own markup has, for pieces of pages that begin anywhere. */
const MARKS: readonly [RegExp, string][] = [
  [/\sdata-props=["']\{/, 'holds data-props="{'],
  [
    /<h3(?:\s[^<>]{0,400})?>\s{0,20}<a\s[^<>]{0,400}?href="(?:https:\/\/huggingface\.co)?\/papers\//i,
    'holds <h3><a href="/papers/',
  ],
];

const withoutPreamble = (head: string): string => {
  // No preamble begins with a word in small letters, as most texts do.
  if (/^[A-Z]?[a-z]/.test(head)) return head;
  let rest = head.slice(contentAt(head));
  for (let found = PREAMBLE.exec(rest); found !== null; found = PREAMBLE.exec(rest))
    rest = rest.slice(found[0].length);
  return rest;
};

/** Markdown, and what wikis and Textile write for links and headings. */
const MARKDOWN =
  /\]\(|\[\[[^\s|[\]]{1,400}\||^#{1,6} |^(?:```|~~~)|":(?:https?:\/\/|\/papers)|^h[1-6](?:\([^()\n]{0,200}\))?\. /m;
const EMPTY = /^(?:area|base|br|col|hr|img|input|link|meta|source|wbr)$/i;

/** A tag in markup: `/` where it is an end, and what is inside of it. */
export const TAG = /<(\/?)([a-z][^<>]*)>/gi;
export const nameOfTag = (inside: string): string => inside.split(/[^\w-]/, 1)[0] ?? '';

const withoutComments = (html: string): string =>
  html
    .split('<!--')
    .map((part, at) => (at === 0 ? part : part.split('-->').slice(1).join('-->')))
    .join('');

/** Whether a text is HTML all through: no words outside of an element, and no Markdown. */
const keepsToHtml = (text: string): boolean => {
  const html = withoutComments(text);
  const words: string[] = [];
  let depth = 0;
  let from = 0;
  let isCode = false;
  const areWordsOutside = (to: number): boolean => {
    const between = html.slice(from, to);
    if (!isCode) words.push(between);
    return depth === 0 && /[\p{L}\p{N}]/u.test(between);
  };
  for (const { 0: tag, 1: close, 2: inside = '', index } of html.matchAll(TAG)) {
    if (areWordsOutside(index)) return false;
    from = index + tag.length;
    const name = nameOfTag(inside);
    isCode = close === '' && /^(?:script|style|pre|code)$/i.test(name);
    if (!EMPTY.test(name) && !inside.endsWith('/')) depth = Math.max(0, depth + (close ? -1 : 1));
  }
  return !areWordsOutside(html.length) && !MARKDOWN.test(words.join('<>'));
};

/** HTML is known by how it begins or by the feed's own markup; a tag inside a line of text is neither. */
export const detectHtml = (head: string): string | null => {
  const rest = withoutPreamble(head);
  const beginning = DOCUMENT.exec(rest)?.[0];
  if (beginning !== undefined)
    return `begins with ${beginning.toLowerCase()}${beginning.endsWith('>') ? '' : '>'}`;
  const [tag] = FRAGMENT.exec(rest) ?? [];
  if (tag !== undefined && keepsToHtml(rest))
    return `is HTML from <${/\w+/.exec(tag)?.[0].toLowerCase()}> on`;
  return MARKS.find(([pattern]) => pattern.test(head))?.[1] ?? null;
};
