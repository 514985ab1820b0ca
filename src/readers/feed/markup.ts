import { Parser } from 'htmlparser2';
import type { FeedText } from './item.js';

/** Text that a feed holds, taken out of its markup. */
export interface Prose {
  /** What has white space around it when shown: a paragraph, a heading, an item of a list. */
  paragraphs: readonly Paragraph[];
  links: readonly Link[];
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
}

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
);
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title']);

/** A description nests a few elements; for each more the parser takes longer. */
const DEEPEST = 200;

const BLANK_LINES = /\n[^\S\n]*\n/;

const proseOfText = (text: string): Prose => ({
  paragraphs: text.split(BLANK_LINES).map((paragraph) => ({ name: '', lines: paragraph.split('\n') })),
  links: [],
});

/** Nothing runs and nothing is loaded: only its text is taken. */
const proseOfHtml = (html: string): Prose => {
  const paragraphs: Paragraph[] = [];
  const links: Link[] = [];
  let [name, line, depth, unseen] = ['', '', 0, 0];
  let lines: string[] = [];
  let link: Link | null = null;
  const endLine = (): void => {
    if (line.trim() !== '') lines.push(line);
    line = '';
  };
  const endParagraph = (): void => {
    endLine();
    if (lines.length > 0) paragraphs.push({ name, lines });
    [name, lines] = ['', []];
  };
  const endLink = (): void => {
    if (link !== null) links.push(link);
    link = null;
  };
  const parser = new Parser({
    onopentag(tag, { class: given = '', href }) {
      depth += 1;
      if (depth > DEEPEST) parser.pause();
      if (UNSEEN.has(tag)) unseen += 1;
      else if (tag === 'br') endLine();
      else if (BLOCKS.has(tag)) {
        endParagraph();
        name = given;
      } else if (tag === 'a' && href !== undefined) {
        endLink();
        link = { address: href, words: '', within: name };
      }
    },
    ontext(text) {
      if (unseen > 0) return;
      line += text;
      if (link !== null) link.words += text;
    },
    onclosetag(tag) {
      depth -= 1;
      if (UNSEEN.has(tag)) unseen -= 1;
      else if (BLOCKS.has(tag)) endParagraph();
      else if (tag === 'a') endLink();
    },
  });
  parser.write(html);
  parser.end();
  endLink();
  endParagraph();
  return { paragraphs, links };
};

/** The paragraphs and links of a text. */
export const proseOf = ({ value, isHtml }: FeedText): Prose =>
  isHtml && /[<&]/.test(value) ? proseOfHtml(value) : proseOfText(value);
