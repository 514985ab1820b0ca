import type { Parser } from 'htmlparser2';
import { decodeEntities } from '../../fields/entities.js';

/** A text of a feed as it was written. */
export interface FeedText {
  value: string;
  isHtml: boolean;
}

/** Text that a feed holds, taken out of its markup. */
export interface Prose {
  /** What has white space around it when shown: a paragraph, a heading, an item of a list. */
  paragraphs: readonly Paragraph[];
  links: readonly Link[];
  /** It is nested deeper than is read: the rest is missing. */
  isCut: boolean;
}

export interface Paragraph {
  /** Its `class`. */
  name: string;
  lines: readonly string[];
}

export interface Link {
  address: string;
  words: string;
  /** The `class` of its paragraph. */
  within: string;
  /** What is next to it on its line. */
  before: string;
  after: string;
}

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
);
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title']);
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big br center cite code data del dfn em font head html i img input ins kbd label link mark math meta nobr q s samp small source span strike strong sub sup svg time tt u var video wbr'.split(
    ' ',
  ),
);

/** `<think>` in an abstract that was not escaped: no element of HTML, and nothing in it but its name. */
const isWord = (tag: string, attributes: object): boolean =>
  /^[a-z]\w*$/i.test(tag) &&
  ![BLOCKS, UNSEEN, INLINE].some((known) => known.has(tag.toLowerCase())) &&
  Object.keys(attributes).length === 0;

/** A description nests a few elements; for each more the parser takes longer. */
export const DEEPEST = 200;

/** Characters beside a link that are looked at. */
const AROUND_LINK = 80;

const HAS_BREAKS = /<(?:br|p|div|li|tr|h\d)[\s/>]/i;
const BLANK_LINES = /\n[^\S\n]*\n/;

const proseOfText = (text: string): Prose => ({
  paragraphs: text.split(BLANK_LINES).map((paragraph) => ({ name: '', lines: paragraph.split('\n') })),
  links: [],
  isCut: false,
});

/** Nothing runs and nothing is loaded: only its text is taken. */
const proseOfHtml = (html: string, HtmlParser: typeof Parser): Prose => {
  const paragraphs: Paragraph[] = [];
  const links: Link[] = [];
  /** Elements that are open; those that are words with their brackets. */
  const open: string[] = [];
  let [name, line, unseen] = ['', '', 0];
  let isCut = false;
  let lines: string[] = [];
  let link: Link | null = null;
  /** Those on the line that is read, and where each begins and ends on it. */
  let ofLine: { of: Link; from: number; to: number }[] = [];
  const addText = (text: string): void => {
    if (unseen > 0) return;
    line += text;
    if (link !== null) link.words += text;
  };
  /** Of empty lines only those between others are kept. */
  const endLine = (): void => {
    for (const { of, from, to } of ofLine) {
      of.before = line.slice(Math.max(0, from - AROUND_LINK), from);
      of.after = line.slice(to, to + AROUND_LINK);
    }
    ofLine = [];
    if (line.trim() !== '' || lines.length > 0) lines.push(line);
    line = '';
  };
  const endParagraph = (): void => {
    if (line.trim() !== '') endLine();
    [line, ofLine] = ['', []];
    if (lines.length > 0) paragraphs.push({ name, lines });
    [name, lines] = ['', []];
  };
  const endLink = (): void => {
    if (link !== null) links.push(link);
    const last = ofLine.at(-1);
    if (last?.of === link) last.to = line.length;
    link = null;
  };
  const parser = new HtmlParser(
    {
      onopentag(given, attributes) {
        if (open.length === DEEPEST) {
          isCut = true;
          return parser.pause();
        }
        if (isWord(given, attributes)) {
          open.push(`<${given}>`);
          return addText(`<${given}>`);
        }
        const tag = given.toLowerCase();
        open.push(tag);
        if (UNSEEN.has(tag)) unseen += 1;
        else if (tag === 'br') endLine();
        else if (BLOCKS.has(tag)) {
          endParagraph();
          name = attributes.class ?? '';
        } else if (tag === 'a' && attributes.href !== undefined) {
          endLink();
          link = { address: attributes.href, words: '', within: name, before: '', after: '' };
          ofLine.push({ of: link, from: line.length, to: line.length });
        }
      },
      ontext: addText,
      onclosetag(_, isImplied) {
        const tag = open.pop() ?? '';
        if (tag.startsWith('<')) addText(isImplied ? '' : tag.replace('<', '</'));
        else if (UNSEEN.has(tag)) unseen -= 1;
        else if (BLOCKS.has(tag)) endParagraph();
        else if (tag === 'a') endLink();
      },
    },
    { lowerCaseTags: false },
  );
  // Without an element that breaks lines they break where they are broken.
  parser.write(HAS_BREAKS.test(html) ? html : html.split(BLANK_LINES).join('<p>').replaceAll('\n', '<br>'));
  parser.end();
  endLink();
  endParagraph();
  return { paragraphs, links, isCut };
};

/** A text as it is written in markup. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Takes the paragraphs and links out of a text. */
export type ProseOf = (text: FeedText) => Prose;

/** A tag that is still text after its feed was read: all of the HTML was escaped twice if there is no other. */
const ESCAPED_TAG = /&lt;(?:\/[a-z]|br\b)/i;

/** Loads what reads HTML. */
export const loadProse = async (): Promise<ProseOf> => {
  const { Parser: HtmlParser } = await import('htmlparser2');
  return ({ value, isHtml }) => {
    if (!isHtml || !/[<&]/.test(value)) return proseOfText(value);
    const isEscaped = !value.includes('<') && ESCAPED_TAG.test(value);
    return proseOfHtml(isEscaped ? decodeEntities(value) : value, HtmlParser);
  };
};
