import { type Diagnostic, diagnostic, type Report } from '../../diagnostic.js';
import type { Content } from '../../input/decode.js';
import type { Page } from '../../page.js';
import { counted } from '../../words.js';
import type { ReadContext } from '../reader.js';
import { type Labeller, openLabeller } from './labels.js';
import { lineCutter, linesOf } from './lines.js';
import { pageOf } from './page.js';
import { pagesOf } from './pages.js';
import { referencesOf } from './references.js';
import { openHead } from './tables.js';
import type { FactKind, Line, Token } from './token.js';
import { tokensOf } from './tokens.js';

/** A page that fits is read as a whole, a longer one in parts. */
const MOST_CHARACTERS = 1024 * 1024;
/** A page whose links are listed further below is read as a whole up to this length. */
const MOST_OPEN_CHARACTERS = 4 * MOST_CHARACTERS;
/** What is made of a line takes memory too: each line counts as this many characters more. */
const LINE_CHARACTERS = 96;
/**
 * Many pages are read this much at a time: the results are freed before the garbage collector has
 * to move them.
 */
const FEW_CHARACTERS = MOST_CHARACTERS / 4;

/** Every text shape of the feed: lines → tokens → pages → layout → labels → entries → page. */
export async function* readText(
  content: Content,
  context: ReadContext,
): AsyncGenerator<Page, void, undefined> {
  const cutter = lineCutter((line) => {
    const message = 'a line of over 1 MiB; the rest of it was skipped';
    context.report(diagnostic('entry-too-large', { message, line }));
  });
  const parts = openParts(context, openLabeller());
  for await (const bytes of content.bytes()) yield* parts.add(cutter.add(bytes));
  const last = cutter.end();
  yield* parts.end(last === null ? [] : [last]);
}

/** Lines that come in lists, read in parts that do not depend on how they came. */
const openParts = (context: ReadContext, labeller: Labeller) => {
  let raws: string[] = [];
  let characters = 0;
  /** Number of the first line. */
  let number = 1;
  /** What the page that goes on says above the first line. */
  let above: readonly Line[] = [];
  let wanted = FEW_CHARACTERS;
  /** This much is collected before the first part, so that a few pages are read together. */
  let least = MOST_CHARACTERS;
  /** Whether the page that continues lacks the list of its links; reported once. */
  let isUnlisted = false;

  const put = (lines: readonly string[]): void => {
    for (const line of lines) {
      raws.push(line);
      characters += line.length + LINE_CHARACTERS;
    }
  };

  /**
   * Reads what has come, except its last page, or the last entry of a page that fills it: these may
   * continue.
   */
  function* readOn(): Generator<Page> {
    while (characters > Math.max(wanted, least)) {
      const count = linesWithin(raws, wanted);
      const then =
        wanted < MOST_CHARACTERS ? 'goesOn' : wanted < MOST_OPEN_CHARACTERS ? 'fills' : 'overflows';
      const part = readPart(raws.slice(0, count), above, number, then, context, labeller);
      const { pages, lines } = part;
      if (lines === 0) {
        wanted *= 2;
        continue;
      }
      if (part.isUnlisted && !isUnlisted) context.report(listedTooFarBelow(number));
      isUnlisted = part.isUnlisted;
      yield* pages;
      wanted = isUnlisted ? MOST_OPEN_CHARACTERS : pages.at(-1)?.continues ? MOST_CHARACTERS : FEW_CHARACTERS;
      for (let i = 0; i < lines; i++) characters -= (raws[i] as string).length + LINE_CHARACTERS;
      raws = raws.slice(lines);
      number += lines;
      above = part.above;
      least = 0;
    }
  }

  return {
    *add(lines: readonly string[]): Generator<Page> {
      put(lines);
      yield* readOn();
    },
    *end(lines: readonly string[]): Generator<Page> {
      put(lines);
      yield* readOn();
      yield* readPart(raws, above, number, 'ends', context, labeller).pages;
    },
  };
};

/** How many lines fit into that many characters; at least one. */
const linesWithin = (lines: readonly string[], most: number): number => {
  let count = 0;
  for (let sum = 0; count < lines.length; count++) {
    sum += (lines[count] as string).length + LINE_CHARACTERS;
    if (sum > most && count > 0) break;
  }
  return count;
};

interface Part {
  pages: Page[];
  /** How many lines were read; the others go into the next part. */
  lines: number;
  /** If its last page continues: the lines above that still apply to it, and to a table that is open. */
  above: readonly Line[];
  /** Whether it is part of a page whose links are listed further below than is read at once. */
  isUnlisted: boolean;
}

/**
 * Reads a part from its first line to its last page: to the end of the input where it `ends`; where it `fills` what is read
 * at once, a page that is alone in it too, if its links are listed in it, and where it `overflows`, all the same.
 */
const readPart = (
  raws: readonly string[],
  above: readonly Line[],
  first: number,
  then: 'goesOn' | 'fills' | 'overflows' | 'ends',
  { report, lines: counts, keepLines = false }: ReadContext,
  labeller: Labeller,
): Part => {
  const ends = then === 'ends';
  const removed: { characters: number; line: number }[] = [];
  const onRemoved = (characters: number, line: number) => removed.push({ characters, line });
  // Lines are not kept while pages are read: they take a lot of memory.
  const linesWith = (told?: typeof onRemoved): Line[] => [...above, ...linesOf(raws, first, told)];
  const { tokens, isOpen } = readTokens(linesWith(onRemoved), first);
  const pages = pagesOf(tokens);
  const isUnlisted = isOpen && pages.length === 1;
  const unread: Part = { pages: [], lines: 0, above, isUnlisted };
  if (isUnlisted && then === 'fills') return unread;
  if (pages.length === 0) pages.push([]);
  // The last page may go on in the next part: it is read there, if it does not fill this one.
  const whole = !ends && pages.length > 1 ? pages.slice(0, -1) : pages;
  if (then === 'goesOn' && whole.length === pages.length) return unread;
  const rawLine = keepLines ? (line: number): string => raws[line - first] ?? '' : null;
  const context = { report, labeller, counts, rawLine };
  const starts = pages.map((page, i) => (i === 0 ? first : (page[0]?.line ?? first)));
  const out = whole.map((tokens, i) => {
    const isLast = i === pages.length - 1;
    const nextLine = starts[i + 1] ?? first + raws.length;
    return pageOf(
      { tokens, firstLine: starts[i] ?? first, nextLine, continues: isLast && !ends, ends: isLast && ends },
      context,
    );
  });
  const last = out.at(-1);
  const next = (last?.lastLine ?? 0) + 1;
  reportRemoved(
    removed.filter(({ line }) => line < next),
    report,
  );
  return {
    pages: out,
    lines: next - first,
    above:
      last?.continues && last.entries.length > 0 ? aboveOf(linesWith(), pages.at(-1) ?? [], last, next) : [],
    isUnlisted,
  };
};

const readTokens = (lines: readonly Line[], first: number): { tokens: Token[]; isOpen: boolean } => {
  const references = referencesOf(lines);
  return { tokens: tokensOf(lines, references, first), isOpen: references.isOpen };
};

const listedTooFarBelow = (line: number): Diagnostic => {
  const message =
    'the links of this page are numbered, but not listed within 4 MiB: their addresses and arXiv ids are unknown';
  return diagnostic('entry-too-large', { message, line });
};

/** What a page says above its papers about all of them. */
const OF_TOP: ReadonlySet<FactKind> = new Set(['header', 'note', 'page', 'date', 'month']);
/**
 * No menu or front matter is longer; of anything longer, only the lines right above the papers are
 * kept.
 */
const MOST_TOP_LINES = 100;

/**
 * The lines of a part that hold for what comes behind it on its last page: the top of this page, and the head of a table that
 * goes on. The next part is read below them.
 *
 * @param tokens of its last page, which holds those of the page's top too where it began in an earlier part
 * @param next number of the first line of the next part
 */
const aboveOf = (
  lines: readonly Line[],
  tokens: readonly Token[],
  { entries }: Page,
  next: number,
): Line[] => {
  const papers = Math.min(next, entries[0]?.firstLine ?? next);
  const from = tokens[0]?.line ?? next;
  const to = tokens.findLast(({ fact, line }) => line < papers && OF_TOP.has(fact.kind))?.line ?? 0;
  const top = lines.filter(({ number }) => number >= from && number <= to).slice(-MOST_TOP_LINES);
  const behind = lines.findIndex(({ number }) => number >= next);
  const head = openHead(lines, behind === -1 ? lines.length : behind);
  return [...top, ...head.filter((line) => !top.includes(line))];
};

const reportRemoved = (removed: readonly { characters: number; line: number }[], report: Report): void => {
  const [first] = [...removed].sort((a, b) => a.line - b.line);
  if (first === undefined) return;
  const characters = removed.reduce((sum, one) => sum + one.characters, 0);
  const message = `${counted(characters, 'control or invisible character')} removed, the first on line ${first.line}`;
  report(diagnostic('control-characters-removed', { message, line: first.line }));
};
