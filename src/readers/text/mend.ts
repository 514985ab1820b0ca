import type { Line } from './token.js';
import { isPageWords } from './words.js';

/** One thing that lines are broken inside of. */
interface Break {
  /** Whether a line leaves it open at its end. */
  opens(text: string): boolean;
  /** What the next line does: closes it, keeps it open, or shows that it never was. */
  next(line: string, soFar: string): 'closes' | 'goesOn' | 'not';
  /** What joins the two parts. */
  glue: string;
}

const TAG = /<(?:a|img|span|div|video|p|svg|time|input|button|h[1-6])(?:\s[^<>]*)?$/;
const ATTRIBUTES = /[)\]]\{[.#\w][^{}]*$/;
const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const MONTH_NAME = 'January|February|March|April|June|July|August|September|October|November|December|Week';
const DATE = new RegExp(
  String.raw`(?:^|[·>}] ?|^\S{1,4} )(?:(?:${MONTH})(?: \d{1,2},)?|${MONTH_NAME})$|Published(?: on(?: (?:${MONTH})(?: \d{1,2},)?)?)?$`,
);
const DATE_GOES_ON = /^\[?(?:\d{4}|\d{1,2}|(?:on )?[A-Z][a-z]{2} \d{1,2})(?!\d)/;
/** `Jan`; the name of an organization may come before it. */
const SHORTEST_DATE = 3;
const LONGEST_DATE = 140;
/** `` `Title <…>`__ `` of reStructuredText, `[[…|Title]]` of wikis. */
const RST = /`[^`]*$/;
const RST_GOES_ON = /^[^`]*$/;
const RST_CLOSES = /^[^`]*<[^\s<>`]+>`_/;
const WIKI = /^\[\[[^[\]|]*(?:\||\]\[)[^|]*$/;
/** `[12]: https://cdn-`, `[Title]:`, `[12]: /papers/2410.00001`: a definition whose address follows on the next line. */
const DEFINITION = /^\[[^[\]]+\]: \S*[-/]$/;
const LABEL_GOES_ON = /^<?(?:https?:\/\/|\/|file:|data:)\S+(?: \{[^{}]*\}?)?$/;
const DEFINED = /\]: \S+(?: \{[^{}]*)?$/;
/** `![](https://cdn-`, `](/papers/`: the rest of the link's address is on the next line. */
const ADDRESS = /\]\(<?(?:https?:\/\/|\/|file:)[^\s()<>]*$/;
const ADDRESS_GOES_ON = /^[^\s()<>[\]]+(?:>?\)|$)/;
/** `![Hugging Face's`: the alternative text of an image goes on. */
const IMAGE = /!\[[^[\]]*$/;
/** `[Hugging`, or behind the image of a link: words of the page's own, as `Face](/)` on the next line shows. */
const LABEL = /(?:\[|\[!\[[^[\]]*\]\([^()]*\))([^[\]]*)$/;
const LABEL_ENDS = /^([^[\]]*)\]\(/;
/** The title of a link is on a line of its own. */
const LINK_TITLE = /^"[^"]*" ?\)/;

const isBrokenDate = (text: string): boolean =>
  text.length >= SHORTEST_DATE && text.length <= LONGEST_DATE && DATE.test(text);

/** The only one without a sign. */
const BROKEN_DATE: Break = {
  opens: isBrokenDate,
  next: (line, soFar) =>
    DATE_GOES_ON.test(line) ? (isBrokenDate(`${soFar} ${line}`) ? 'goesOn' : 'closes') : 'not',
  glue: ' ',
};

const BREAKS: readonly Break[] = [
  {
    opens: (text) => text.includes('<') && TAG.test(text),
    next: (line) => sides(line, '<', '>'),
    glue: ' ',
  },
  {
    opens: (text) => text.includes('{') && ATTRIBUTES.test(text),
    next: (line) => sides(line, '{', '}'),
    glue: ' ',
  },
  {
    opens: (text) => text.includes('](') && ADDRESS.test(text),
    next: (line) => (LINK_TITLE.test(line) ? 'closes' : 'not'),
    glue: ' ',
  },
  {
    opens: (text) => text.includes('](') && ADDRESS.test(text),
    next: (line) => (ADDRESS_GOES_ON.test(line) ? (line.includes(')') ? 'closes' : 'goesOn') : 'not'),
    glue: '',
  },
  {
    opens: (text) => text.startsWith('[') && DEFINITION.test(text),
    next: (line) => (line.includes(' ') || line.startsWith('[') ? 'not' : 'closes'),
    glue: '',
  },
  {
    opens: (text) => text.startsWith('[') && text.endsWith(']:'),
    next: (line) => (LABEL_GOES_ON.test(line) ? 'closes' : 'not'),
    glue: ' ',
  },
  {
    opens: (text) => text.startsWith('[') && DEFINED.test(text),
    next: (line) => (line.endsWith('}') && !line.startsWith('[') ? 'closes' : 'not'),
    glue: ' ',
  },
  {
    opens: (text) => text.includes('`') && RST.test(text),
    next: (line) => (RST_CLOSES.test(line) ? 'closes' : RST_GOES_ON.test(line) ? 'goesOn' : 'not'),
    glue: ' ',
  },
  {
    opens: (text) =>
      text.includes('[[') &&
      WIKI.test(text.slice(text.indexOf('[['))) &&
      count(text, '[[') > count(text, ']]'),
    next: (line) => (line.includes('[[') ? 'not' : line.includes(']]') ? 'closes' : 'goesOn'),
    glue: ' ',
  },
  {
    opens: (text) => text.includes('![') && IMAGE.test(text),
    next: (line) => (line.includes(']') ? 'closes' : 'not'),
    glue: ' ',
  },
  {
    opens: (text) => text.includes('[') && LABEL.test(text),
    next: (line, soFar) => {
      const [begins, ends] = [LABEL.exec(soFar)?.[1], LABEL_ENDS.exec(line)?.[1]];
      return begins !== undefined && ends !== undefined && isPageWords(`${begins} ${ends}`.trim())
        ? 'closes'
        : 'not';
    },
    glue: ' ',
  },
  BROKEN_DATE,
];

const count = (text: string, what: string): number => text.split(what).length - 1;

const sides = (line: string, opening: string, closing: string): 'closes' | 'goesOn' | 'not' => {
  const closed = line.indexOf(closing);
  const opened = line.indexOf(opening);
  if (closed === -1) return opened === -1 ? 'goesOn' : 'not';
  return opened === -1 || closed < opened ? 'closes' : 'not';
};

/** Images written out in a line may make a tag very long. */
const MOST_BROKEN = 64 * 1024;
const MOST_LINES = 400;

/** Puts lines together again that were broken inside of a tag, an address, attributes or a date. */
export const mended = (lines: readonly Line[]): Line[] => {
  const out: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    let line = lines[at] as Line;
    let used = 1;
    // What closes one thing may open the next.
    for (let found = mend(lines, at, line, used); found !== null; found = mend(lines, at, line, used)) {
      line = found;
      used = line.joined.length + 1;
    }
    out.push(line);
    at += used;
  }
  return out;
};

const mend = (lines: readonly Line[], at: number, line: Line, used: number): Line | null => {
  const next = lines[at + used];
  if (next === undefined || next.gap > 0 || !(line.signs || DATE_GOES_ON.test(next.text))) return null;
  if (line.frontMatter || line.text.length > MOST_BROKEN || line.joined.length > MOST_LINES) return null;
  for (const broken of line.signs ? BREAKS : [BROKEN_DATE]) {
    if (!broken.opens(line.text)) continue;
    const parts = [line.text];
    let length = line.text.length;
    for (let i = at + used; i < lines.length && length < MOST_BROKEN; i++) {
      const { text, gap, number } = lines[i] as Line;
      const does = gap > 0 ? 'not' : broken.next(text, parts.length === 1 ? line.text : '');
      if (does === 'not') break;
      parts.push(text);
      length += text.length;
      if (does === 'goesOn') continue;
      const more = lines.slice(at + used, i + 1).map((next) => next.number);
      return {
        ...line,
        text: parts.join(broken.glue),
        signs: line.signs || more.some((_, i) => lines[at + used + i]?.signs),
        joined: [...line.joined, ...more.slice(0, -1), number],
      };
    }
  }
  return null;
};
