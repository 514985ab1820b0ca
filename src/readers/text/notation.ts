import { readDateLine } from '../../fields/date.js';
import type { Marks } from './marks.js';
import { readTarget } from './target.js';

/** `Title [/papers/2410.00001]`: the address of a link stands in brackets behind what it says. */
const ADDRESS = /\[((?:https?:\/\/|\/)[^\s[\]]*)\]/g;
const IMAGE = /\.(?:png|jpe?g|svg|webp|gif)$/i;
/** `May 29 [23]5`: the number of a link stands glued before what it says. */
const MARK_INSIDE = /(\s?)\[(\d{1,5})\](?=[^\s[\]])([^[\]]*)/g;
const HREF = /\shref="([^"]*)"/;
const TAG = /<(\/?)a(?:\s[^<>]*)?>/g;
/** Pandoc's attributes behind a link or a span: `[Title](…){.line-clamp-3}`, `[·]{.mx-2}`. */
const ATTRIBUTE = String.raw`(?:[.#][!\w:./#[\]-]*|[\w-]+="[^"]*")`;
const ATTRIBUTES = String.raw`\{ ?${ATTRIBUTE}(?: ${ATTRIBUTE})* ?\}`;
const SPAN = new RegExp(String.raw`\[([^[\]]*)\]${ATTRIBUTES}`, 'g');
const BEHIND_LINK = new RegExp(String.raw`\)${ATTRIBUTES}`, 'g');
/** Other tags say nothing that the reader needs. */
const SILENT_TAG = /<\/?(?:img|span|div|svg|time|input)(?:\s[^<>]*)?>/g;
/** The days before and after a page's own, where their links say nothing. */
const BARE_DAY = /(?<=^|\s)(\/papers(?:\/date\/|\?date=)\d{4}-\d\d-\d\d)(?=\s|$)/g;
const BARE_PERIOD = /(?<=^|\s)\/papers\/(?:week|month)\/\d[\w-]*(?=\s|$)/g;
/** Empty brackets stand for an image without words. */
const NO_WORDS = /\[\](?!\()/g;

const COUNT_BEHIND = /(?:^|\s)[\d,]+$/;
const ONE_WORD = /^[\w.-]+$/;

/** Writes the links of a line in Markdown's form, whatever form they came in. */
export interface Notation {
  rewrite(line: string, marks: Marks): string;
}

export const linkNotation = (): Notation => {
  /** Address of an `<a>` that a later line closes. */
  let address: string | null = null;

  const fromTags = (line: string): string =>
    line.replace(TAG, (tag, slash: string) => {
      if (slash === '') {
        address = HREF.exec(tag)?.[1] ?? null;
        return address === null ? '' : '[';
      }
      const closing = address === null ? '' : `](${address})`;
      address = null;
      return closing;
    });

  return {
    rewrite(line, marks) {
      let text = line;
      if (text.includes('<a') || text.includes('</a>')) text = fromTags(text);
      if (text.includes('<')) text = text.replace(SILENT_TAG, '');
      if (text.includes(']{')) text = text.replace(SPAN, '$1');
      if (text.includes('){')) text = text.replace(BEHIND_LINK, ')');
      if (text.includes('/papers')) text = text.replace(BARE_PERIOD, '').replace(BARE_DAY, '[]($1)').trim();
      if (!text.includes('[')) return text;
      if (marks.used()) text = fromMarks(text, marks);
      return fromAddresses(
        text.includes('[]') ? text.replace(NO_WORDS, ' ').replace(/ {2,}/g, ' ').trim() : text,
      );
    },
  };
};

const fromMarks = (line: string, marks: Marks): string =>
  line.replace(MARK_INSIDE, (whole, before: string, number: string, said: string, at: number) =>
    at === 0 || !marks.isNext(Number(number)) ? whole : `${before}[${said.trim()}][${number}]`,
  );

/** An image keeps its one word as `[word]`; an address that the feed does not use goes without a trace. */
const fromAddresses = (line: string): string => {
  let out = '';
  let done = 0;
  for (const found of line.matchAll(ADDRESS)) {
    const [whole, address = ''] = found;
    if (line[found.index - 1] === ']' || line[found.index + whole.length] === '(') continue;
    let said = line.slice(done, found.index).trim();
    const isImage = IMAGE.test(address);
    const { kind } = readTarget(address);
    if (kind === 'comments' && said !== '') {
      const before = said.replace(COUNT_BEHIND, '');
      const isGlued = readDateLine(said) !== null && readDateLine(before) === null;
      out += `${isGlued ? said : before} `;
      said = isGlued ? '' : (COUNT_BEHIND.exec(said)?.[0]?.trim() ?? '');
      if (said === '') {
        done = found.index + whole.length;
        continue;
      }
    }
    if (isImage || kind === 'other') out += isImage && ONE_WORD.test(said) ? `[${said}] ` : `${said} `;
    else out += said === '' ? `](${address}) ` : `[${said}](${address}) `;
    done = found.index + whole.length;
  }
  return done === 0 ? line : (out + line.slice(done)).trim();
};
