import { diagnostic } from '../../diagnostic.js';
import type { Page } from '../../page.js';
import type { ReadContext, Reader } from '../reader.js';
import { type Labeller, openLabeller } from './labels.js';
import { linesOf } from './lines.js';
import { pageOf } from './page.js';
import { pagesOf } from './pages.js';
import { tokensOf } from './tokens.js';

/** As much text as is read at once: a page that fits is read as a whole, a longer one in parts. */
const MOST_CHARACTERS = 1024 * 1024;

/** Every text shape of the feed: lines → tokens → pages → layout → labels → entries → page. */
export const textReader: Reader = {
  name: 'text',
  detect: () => 'neither JSON nor HTML',
  async *read(content, context) {
    const labeller = openLabeller();
    const part = openParts(context, labeller);
    for await (const chunk of content.text()) yield* part.add(chunk);
    yield* part.end();
  },
};

/** Text that comes in pieces, read in parts that do not depend on how it was cut. */
const openParts = (context: ReadContext, labeller: Labeller) => {
  let pieces: string[] = [];
  let length = 0;
  let number = 1;
  let skips = false;

  /** Reads what is there, but not its last page, or the last entry of a page that fills it: these may go on. */
  const readOn = (): Page[] => {
    let text = pieces.join('');
    const pages: Page[] = [];
    while (text.length > MOST_CHARACTERS) {
      if (skips) text = skipLine(text);
      const end = endOfPart(text);
      if (end === 0) break;
      const {
        pages: read,
        characters,
        lines,
      } = readPart(text.slice(0, end), number, false, context, labeller);
      pages.push(...read);
      text = text.slice(characters);
      number += lines;
    }
    pieces = [text];
    length = text.length;
    return pages;
  };

  /** A line longer than a part is cut there, and the rest of it goes. */
  const skipLine = (text: string): string => {
    const end = text.search(LINE_END);
    skips = end === -1;
    return end === -1 ? '' : text.slice(end);
  };
  const endOfPart = (text: string): number => {
    const end = lastLineEnd(text.slice(0, MOST_CHARACTERS + 1));
    if (end > 0) return end;
    skips = true;
    const message = 'a line of over 1 MiB; the rest of it was skipped';
    context.report(diagnostic('entry-too-large', { message, line: number }));
    return MOST_CHARACTERS;
  };

  return {
    add(chunk: string): Page[] {
      pieces.push(chunk);
      length += chunk.length;
      // A carriage return at the end may belong to the line feed of the next piece.
      return length > MOST_CHARACTERS * 2 ? readOn() : [];
    },
    end(): Page[] {
      const pages = readOn();
      const text = skips ? skipLine(pieces.join('')) : pieces.join('');
      return [...pages, ...readPart(text, number, true, context, labeller).pages];
    },
  };
};

const LINE_END = /\r\n?|\n/;

/** Where the last whole line of a text ends; 0 if it has none. */
const lastLineEnd = (text: string): number => {
  const feed = text.lastIndexOf('\n');
  if (feed !== -1) return feed + 1;
  return text.lastIndexOf('\r', text.length - 2) + 1;
};

interface Part {
  pages: Page[];
  /** What was read of the text; the rest goes into the next part. */
  characters: number;
  lines: number;
}

/** Reads a part from its first line to its last page, or to the end of the input. */
const readPart = (
  text: string,
  first: number,
  ends: boolean,
  { report, lines: counts, keepLines = false }: ReadContext,
  labeller: Labeller,
): Part => {
  const removed = { characters: 0, line: 0 };
  const lines = linesOf(text, first, (count, line) => {
    removed.line ||= line;
    removed.characters += count;
  });
  if (removed.characters > 0) {
    const message = `${removed.characters} control or invisible characters removed, the first on line ${removed.line}`;
    report(diagnostic('control-characters-removed', { message, line: removed.line }));
  }
  const pages = pagesOf(tokensOf(lines));
  const raws = text.split(LINE_END);
  const total = raws.length - (raws.at(-1) === '' ? 1 : 0);
  const rawLine = keepLines ? (line: number): string => raws[line - first] ?? '' : null;
  const context = { report, labeller, counts, rawLine };
  if (pages.length === 0) pages.push([]);
  const starts = pages.map((page, i) => (i === 0 ? first : (page[0]?.line ?? first)));
  // The last page may go on in the next part: it is read there, if it does not fill this one.
  const whole = !ends && pages.length > 1 ? pages.slice(0, -1) : pages;
  const out = whole.map((tokens, i) => {
    const isLast = i === pages.length - 1;
    const nextLine = starts[i + 1] ?? first + total;
    return pageOf(
      { tokens, firstLine: starts[i] ?? first, nextLine, continues: isLast && !ends, ends: isLast && ends },
      context,
    );
  });
  const next = ends ? first + total : (out.at(-1)?.lastLine ?? 0) + 1;
  return { pages: out, characters: lengthOfLines(text, next - first), lines: next - first };
};

/** Characters of so many lines, with their ends. */
const lengthOfLines = (text: string, count: number): number => {
  const ends = /\r\n?|\n/g;
  for (let i = 0; i < count; i++) if (ends.exec(text) === null) return text.length;
  return ends.lastIndex;
};
