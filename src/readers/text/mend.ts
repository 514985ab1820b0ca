import { MONTHS } from '../../words.js';
import type { Line } from './token.js';
import { isPageWords } from './words.js';

/** An image embedded in a tag may make it very long. */
const MOST_BROKEN = 64 * 1024;
/** Each joining copies what was joined before. */
const MOST_LINES = 400;

/** A kind of text that may be broken over lines. */
interface Break {
  /** A line that leaves it open has this. */
  sign: string;
  opens: Pick<RegExp, 'test'>;
  /** What the line that closes it looks like. */
  closes: RegExp;
  /** What a line that keeps it open looks like; if absent, the very next line must close it. */
  goesOn?: RegExp;
  /** A further test of the two lines. */
  check?: (line: string, next: string) => boolean;
  /** What joins the two parts. */
  glue: '' | ' ';
}

/** `![](https://cdn-`, `](/papers/`: the rest of the link's address is on the next line. */
const ADDRESS = /\]\(<?(?:https?:\/\/|\/|file:)[^\s()<>]*$/;
const WIKI = /^\[\[[^[\]|]*(?:\||\]\[)[^|]*$/;
const count = (text: string, what: string): number => text.split(what).length - 1;

/** `[Hugging`, or behind the image of a link: words of the page's own, as `Face](/)` on the next line shows. */
const LABEL = /(?:\[|\[!\[[^[\]]*\]\([^()]*\))([^[\]]*)$/;
const LABEL_ENDS = /^([^[\]]*)\]\(/;
const isOfPageWords = (line: string, next: string): boolean =>
  isPageWords(`${LABEL.exec(line)?.[1]} ${LABEL_ENDS.exec(next)?.[1]}`.trim());

const MONTH = MONTHS.map((month) => month.slice(0, 3)).join('|');
const MONTH_NAME = [...MONTHS, 'Week'].join('|');
const DATE = new RegExp(
  String.raw`(?:^|[·>}] ?|^\S{1,4} )(?:(?:${MONTH})(?: \d{1,2},)?|${MONTH_NAME})$|Published(?: on(?: (?:${MONTH})(?: \d{1,2},)?)?)?$`,
);
const DATE_GOES_ON = /^\[?(?:\d{4}|\d{1,2}|(?:on )?[A-Z][a-z]{2} \d{1,2})(?!\d)/;
/** The name of an organization may come before it, with a link. */
const LONGEST_DATE = 140;
const ADDRESSES = /\]\([^\s()]*\)/g;
const isShort = (text: string): boolean =>
  text.length <= LONGEST_DATE ||
  (text.includes('](') && text.length <= MOST_BROKEN && text.replace(ADDRESSES, ']').length <= LONGEST_DATE);

const BREAKS: readonly Break[] = [
  {
    sign: '<',
    opens: /<(?:a|img|span|div|video|p|svg|time|input|button|h[1-6])(?:\s[^<>]*)?$/,
    closes: /^[^<>]*>/,
    goesOn: /^[^<>]*$/,
    glue: ' ',
  },
  { sign: '{', opens: /[)\]]\{[.#\w][^{}]*$/, closes: /^[^{}]*\}/, goesOn: /^[^{}]*$/, glue: ' ' },
  // The title of a link is on a line of its own.
  { sign: '](', opens: ADDRESS, closes: /^"[^"]*" ?\)/, glue: ' ' },
  { sign: '](', opens: ADDRESS, closes: /^[^\s()<>[\]]+>?\)/, goesOn: /^[^\s()<>[\]]+$/, glue: '' },
  // `[12]: https://cdn-`, `[Title]:`, `[12]: /papers/2410.00001`: definitions, which go on with an address or attributes
  { sign: ']: ', opens: /^\[[^[\]]+\]: \S*[-/]$/, closes: /^(?!\[)[^ ]*$/, glue: '' },
  {
    sign: ']:',
    opens: /^\[.*\]:$/,
    closes: /^<?(?:https?:\/\/|\/|file:|data:)\S+(?: \{[^{}]*\}?)?$/,
    glue: ' ',
  },
  { sign: ']: ', opens: /^\[.*\]: \S+(?: \{[^{}]*)?$/, closes: /^(?!\[).*\}$/, glue: ' ' },
  // `` `Title <…>`__ `` of reStructuredText
  { sign: '`', opens: /`[^`]*$/, closes: /^[^`]*<[^\s<>`]+>`_/, goesOn: /^[^`]*$/, glue: ' ' },
  // `https://…[image:…[cranelab] Crane` of AsciiDoc: the name goes on
  {
    sign: '[',
    opens: /https?:\/\/[^\s[\]]{1,400}\[(?:[^[\]]|\[[^[\]]{0,200}\]){0,400}$/,
    closes: /^(?:[^[\]]|\[[^[\]]{0,200}\]){0,400}\]/,
    glue: ' ',
  },
  // `.. container::` of reStructuredText: its classes, which no blank line parts from it
  { sign: '::', opens: /^\.\. (?:container|class|rst-class)::$/, closes: /^\S/, glue: ' ' },
  // `[[…|Title]]` of wikis
  {
    sign: '[[',
    opens: {
      test: (text) => WIKI.test(text.slice(text.indexOf('[['))) && count(text, '[[') > count(text, ']]'),
    },
    closes: /^(?:[^[\]]*|(?!.*\[\[).*)\]\]/,
    goesOn: /^(?!.*\[\[)/,
    glue: ' ',
  },
  // `![Hugging Face's`: the alternative text of an image
  { sign: '![', opens: /!\[[^[\]]*$/, closes: /\]/, glue: ' ' },
  { sign: '[', opens: LABEL, closes: LABEL_ENDS, check: isOfPageWords, glue: ' ' },
  // `[Crane` of pandoc: a span, as its attributes on the next line show
  { sign: '[', opens: /(?:^|[\s}(])\[[^[\]]{1,200}$/, closes: /^[^[\]]{0,200}\]\{[.#]/, glue: ' ' },
  {
    sign: '',
    opens: { test: (text) => isShort(text) && DATE.test(text) },
    closes: DATE_GOES_ON,
    glue: ' ',
  },
];

/** Joins lines that were broken inside a tag, an address, attributes or a date. */
export const mended = (lines: readonly Line[]): Line[] => {
  const out: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    let line = lines[at] as Line;
    let next = at + 1;
    // What closes one thing may open the next.
    for (let found = mend(lines, next, line); found !== null; found = mend(lines, next, line)) {
      line = found;
      next = at + line.joined.length + 1;
    }
    out.push(line);
    at = next;
  }
  return out;
};

/** The line joined with those from `at` on that belong to it; `null` if none does. */
const mend = (lines: readonly Line[], at: number, line: Line): Line | null => {
  const next = lines[at];
  if (next === undefined || next.gap > 0) return null;
  if (!line.signs && !line.text.endsWith('::') && !DATE_GOES_ON.test(next.text)) return null;
  if (line.frontMatter || line.text.length > MOST_BROKEN || line.joined.length > MOST_LINES) return null;
  for (const { sign, opens, closes, goesOn, check, glue } of BREAKS) {
    if (!line.text.includes(sign) || !opens.test(line.text)) continue;
    let length = line.text.length;
    for (let end = at; end < lines.length && length < MOST_BROKEN; end++) {
      const { text, gap } = lines[end] as Line;
      if (gap > 0) break;
      length += text.length;
      if (closes.test(text) && (check?.(line.text, text) ?? true))
        return joined(line, lines.slice(at, end + 1), glue);
      if (!goesOn?.test(text)) break;
    }
  }
  return null;
};

const joined = (line: Line, more: readonly Line[], glue: string): Line => ({
  ...line,
  text: [line, ...more].map(({ text }) => text).join(glue),
  signs: line.signs || more.some(({ signs }) => signs),
  joined: [...line.joined, ...more.map(({ number }) => number)],
});
