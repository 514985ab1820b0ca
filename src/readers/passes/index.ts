import { diagnostic } from '../../diagnostic.js';
import type { Page } from '../../entry.js';
import type { ReadContext, Reader } from '../reader.js';
import { linesOf } from './lines.js';
import { type Labeller, openLabeller } from './labels.js';
import { type PageContext, pageOf } from './page.js';
import { pagesOf } from './pages.js';
import { tokensOf } from './tokens.js';

/** A page up to this length, or this many lines, is read as a whole; a longer one in parts. */
const MOST_CHARACTERS = 1024 * 1024;

/** Every text shape of the feed: lines → tokens → pages → layout → labels → entries. */
export const textReader: Reader = {
  name: 'text',
  detect: () => 'neither JSON nor HTML',
  async *read(chunks, context) {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const labeller = openLabeller();
    let rest = '';
    let number = 1;
    for await (const chunk of chunks) {
      rest += decoder.decode(chunk, { stream: true });
      while (rest.length > MOST_CHARACTERS * 2) {
        const part = readPart(rest.slice(0, cutAt(rest)), number, false, context, labeller);
        yield* part.pages;
        const taken = part.taken;
        rest = rest.slice(taken.characters);
        number += taken.lines;
      }
    }
    rest += decoder.decode();
    yield* readPart(rest, number, true, context, labeller).pages;
  },
};

const cutAt = (text: string): number => {
  const end = text.lastIndexOf('\n', MOST_CHARACTERS);
  return end === -1 ? MOST_CHARACTERS : end + 1;
};

const readPart = (
  text: string,
  first: number,
  ends: boolean,
  { report, lines: counts, keepLines = false }: ReadContext,
  labeller: Labeller,
): { pages: Page[]; taken: { characters: number; lines: number } } => {
  const removed = { characters: 0, line: 0 };
  const lines = linesOf(text, first, (count, line) => {
    removed.line ||= line;
    removed.characters += count;
  });
  if (removed.characters > 0) {
    const message = `${removed.characters} control or invisible characters taken out, the first on line ${removed.line}`;
    report(diagnostic('control-characters-removed', { message, line: removed.line }));
  }
  const pages = pagesOf(tokensOf(lines));
  const raws = text.split(LINE_END);
  const total = raws.length - (raws.at(-1) === '' ? 1 : 0);
  const context: PageContext = { report, labeller, counts, rawLine: keepLines ? (line) => raws[line - first] ?? '' : null };
  const starts = pages.map((page, i) => (i === 0 ? first : (page[0]?.line ?? first)));
  const out: Page[] = [];
  if (pages.length === 0) pages.push([]);
  for (const [i, tokens] of pages.entries()) {
    const firstLine = starts[i] ?? first;
    const nextLine = starts[i + 1] ?? first + total;
    const isLast = i === pages.length - 1;
    out.push(pageOf({ tokens, firstLine, nextLine, continues: isLast && !ends, ends: isLast && ends }, context));
  }
  return { pages: out, taken: { characters: text.length, lines: total } };
};

const LINE_END = /\r\n?|\n/;
