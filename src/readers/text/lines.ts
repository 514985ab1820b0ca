import { stripVTControlCharacters } from 'node:util';
import { oneLine } from '../../fields/text.js';
import { linesIn } from './delimited.js';
import { mended } from './mend.js';
import { withoutPrefixes } from './prefixes.js';
import { cutAtSeams } from './seams.js';
import type { Line } from './token.js';
import { withoutUnderlines } from './underscored.js';
import { withColons } from './vertical.js';
import { isEmptyQuote } from './wrapping.js';

/** A longer line is cut there, and the rest of it is skipped. */
const MOST_BYTES = 1024 * 1024;
/** Room for nearly every line; it grows if needed. */
const ROOM_BYTES = 4096;
const FEED = 10;
const RETURN = 13;
/** What decoding makes of a cut character: at most one U+FFFD for each of its bytes. */
const HALF_CHARACTER = /\ufffd{1,3}$/;

/** Cuts an input that comes in pieces into lines. */
export interface LineCutter {
  /** The lines that end in the bytes. */
  add(bytes: Uint8Array): string[];
  /** The text behind the last line end; `null` if there is none. */
  end(): string | null;
}

/**
 * Lines end in `\n`, `\r\n` or `\r`. Each is decoded by itself: a Latin-1 string takes half the memory, and half the time in
 * all later steps, and a single `•` would make the whole chunk a two-byte string.
 *
 * @param onCut gets the number of each line that is too long
 */
export const lineCutter = (onCut: (line: number) => void): LineCutter => {
  /** The beginning of a line whose end has not come yet. */
  let begun = Buffer.alloc(ROOM_BYTES);
  let length = 0;
  let skips = false;
  let lines = 0;
  /** A line feed right behind a carriage return belongs to it. */
  let isBehindReturn = false;

  const keep = (bytes: Buffer): void => {
    const taken = Math.min(bytes.length, MOST_BYTES - length);
    if (length + taken > begun.length)
      begun = Buffer.concat([begun], Math.min(MOST_BYTES, (length + taken) * 2));
    bytes.copy(begun, length, 0, taken);
    length += taken;
    if (taken === bytes.length || skips) return;
    skips = true;
    onCut(lines + 1);
  };
  const take = (): string => {
    const line = begun.toString('utf8', 0, length);
    const whole = skips ? line.replace(HALF_CHARACTER, '') : line;
    length = 0;
    skips = false;
    return whole;
  };

  return {
    add(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      const out: string[] = [];
      let at = isBehindReturn && bytes[0] === FEED ? 1 : 0;
      isBehindReturn &&= bytes.length === 0;
      let feed = bytes.indexOf(FEED, at);
      let carriage = bytes.indexOf(RETURN, at);
      while (feed !== -1 || carriage !== -1) {
        const isFeed = carriage === -1 || (feed !== -1 && feed < carriage);
        const end = isFeed ? feed : carriage;
        if (length === 0 && end - at <= MOST_BYTES) out.push(bytes.toString('utf8', at, end));
        else {
          keep(bytes.subarray(at, end));
          out.push(take());
        }
        lines++;
        at = end + 1;
        if (!isFeed && feed === at) at++;
        else isBehindReturn = !isFeed && at === bytes.length;
        if (feed !== -1 && feed < at) feed = bytes.indexOf(FEED, at);
        if (carriage !== -1 && carriage < at) carriage = bytes.indexOf(RETURN, at);
      }
      keep(bytes.subarray(at));
      return out;
    },
    end: () => (length === 0 ? null : take()),
  };
};

const EDGE = '---';
/** A sheet of a printed page begins: what is above it is whole, but for running text. */
const SHEET = '\f';
/** The last line of a sheet is shorter where its paragraph ends there. */
const SHORTEST_RUNNING = 60;
const KEY = /^[A-Za-z_][\w-]*:(?:\s|$)/;
/** As terminals and browsers show it. */
const TAB = 8;
/** Signs of Markdown, HTML, wikis, tables, references and addresses, also inside of a line. */
const SIGN = /[<>[\]{}|`\\*_~&/⟨⟩│┃║]/;
/** Words that show that a line may be several, joined by a program. */
const MAY_BE_JOINED = /[·•]|Submitted by|Upvote|GitHub|arXiv Page/;
const NONE: readonly number[] = [];

/** Told how many invisible characters were taken out of a line. */
export type OnRemoved = (count: number, line: number) => void;

/**
 * The lines that are not blank: tidied, numbered, with the number of blank lines above each; what
 * was broken over lines is joined again.
 * @param first number of its first line, from 1
 */
export const linesOf = (raws: readonly string[], first: number, onRemoved?: OnRemoved): Line[] => {
  const lines: Line[] = [];
  let gap = 0;
  // Front matter begins right below an edge, and each of its lines counts as such from there.
  let below: 'edge' | 'frontMatter' | null = null;
  let hasTitle = false;
  let number = first - 1;
  const removed = onRemoved && ((count: number): void => onRemoved(count, number));
  const shown = raws.map((raw, i) =>
    raw.includes(ESCAPE) ? withoutEscapes(raw, (count) => onRemoved?.(count, first + i)) : raw,
  );
  for (const raw of withColons(withoutUnderlines(withoutPrefixes(shown)))) {
    number++;
    const said = oneLine(raw, removed);
    if (said === '') {
      gap++;
      below = null;
      continue;
    }
    if (raw.startsWith(SHEET) && (lines.at(-1)?.text.length ?? 0) < SHORTEST_RUNNING) gap ||= 1;
    const wasInside: boolean = below === 'frontMatter';
    const frontMatter: boolean = wasInside ? said !== EDGE : below === 'edge' && KEY.test(said);
    // A title above an edge shows that it parts blocks of labels.
    const opens: boolean = said === EDGE && !wasInside && !hasTitle;
    below = frontMatter ? 'frontMatter' : opens ? 'edge' : null;
    if (said === EDGE) hasTitle = false;
    else if (!frontMatter && TITLE_KEY.test(said)) hasTitle = true;
    const parts = MAY_BE_JOINED.test(said) ? linesIn(raw).flatMap(cutAtSeams) : [raw];
    for (const [part, whole] of parts.entries()) {
      const text = parts.length === 1 ? said : oneLine(whole);
      if (text === '') continue;
      const signs = SIGN.test(text);
      const onSheet = whole.startsWith(SHEET) ? whole.slice(SHEET.length) : whole;
      lines.push({
        number,
        part,
        raw: onSheet,
        text,
        indent: indentOf(onSheet),
        gap,
        frontMatter,
        signs,
        joined: NONE,
      });
      gap = 0;
    }
    gap = isEmptyQuote(said) ? 1 : 0;
  }
  return mended(withoutPapersFrontMatter(lines));
};

const TITLE_KEY = /^title:/i;
const PAPER_KEY = /^(?:arxiv(?:[_-]?(?:id|url))?|paper[_-](?:id|url)|upvotes|authors):/i;

/** Front matter at the top of a note about one paper is read like labels; any other belongs to the page. */
const withoutPapersFrontMatter = (lines: Line[]): Line[] => {
  if (lines[0]?.text !== EDGE && !lines[0]?.frontMatter) return lines;
  for (let from = 0; from < lines.length; from++) {
    if (!lines[from]?.frontMatter) continue;
    let to = from;
    while (lines[to]?.frontMatter) to++;
    const block = lines.slice(from, to);
    const isOfPaper = [TITLE_KEY, PAPER_KEY].every((key) => block.some(({ text }) => key.test(text)));
    if (isOfPaper) for (const [i, line] of block.entries()) lines[from + i] = { ...line, frontMatter: false };
    from = to;
  }
  return lines;
};

const ESCAPE = '\u001b';

/** Removes escape sequences of terminals; each counts as one invisible character. */
const withoutEscapes = (raw: string, onRemoved: (count: number) => void): string => {
  const visible = stripVTControlCharacters(raw);
  const count = raw.split(ESCAPE).length - visible.split(ESCAPE).length;
  if (count > 0) onRemoved(count);
  return visible;
};

const indentOf = (raw: string): number => {
  let column = 0;
  for (let at = 0; at < raw.length; at++) {
    const character = raw[at];
    if (character === '\t') column += TAB - (column % TAB);
    else if (character === ' ' || character === '\u00a0') column++;
    else break;
  }
  return column;
};
