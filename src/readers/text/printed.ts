import { joinLines, oneLine } from '../../fields/text.js';
import { formOf } from './facts.js';
import { type Fact, type Line, LONGEST_TITLE, MOST_TITLE_LINES } from './token.js';
import { isPageWords } from './words.js';

// A page printed as PDF, its text taken in columns: the upvotes to the left of a title, of its abstract or of its facts.

/** What a column says; `fact` where its place shows that. */
export interface Column {
  text: string;
  fact: Fact | null;
}

export const plain = (texts: readonly string[]): readonly Column[] =>
  texts.map((text) => ({ text, fact: null }));

export const WIDE_GAP = /\s{3,}/;
/** A line of facts: upvotes, authors or an organization, comments. */
const MOST_COLUMNS = 3;
/** A wider line is prose that was not broken. */
export const LONGEST_COLUMNS = 400;
/** Facts are indented at least this much more than the number above them. */
const LEAST_INDENT = 6;
/** Titles are indented at least this much more than the number beside them. */
const LEAST_VOTES_INDENT = 3;

export const isNumber = (text: string | undefined): boolean =>
  text !== undefined && formOf(text)?.kind === 'count';
/** Longer text with a number after it is a line of an abstract. */
const LONGEST_NAME = 80;
/** A dash close to its words is a list mark, not a number. */
const DASH_APART = /^\s*-\s{6,}/;

const columnsIn = ({ raw }: Line): string[] =>
  raw.length > LONGEST_COLUMNS
    ? []
    : raw
        .trim()
        .split(WIDE_GAP)
        .map((column) => oneLine(column));

/**
 * `109 Patience of the People`: a number close to words that begin about where their block does.
 */
const CLOSE = /^(\d\S*)\s{1,2}(?=\S)/;
/** Letters of different widths are rounded to columns. */
const ABOUT = 2;

/** The number close to the words of a line, and where they would begin; `begins`: columns in which its block may begin. */
const closeNumber = (line: Line, begins: readonly number[]): { number: string; column: number } | null => {
  const close = begins.length === 0 ? null : CLOSE.exec(line.raw.trimStart());
  if (close === null || !isNumber(close[1])) return null;
  const at = line.indent + close[0].length;
  const column = begins.find(
    (begin) => Math.abs(begin - at) <= ABOUT && begin - line.indent >= LEAST_VOTES_INDENT,
  );
  return column === undefined ? null : { number: close[1] as string, column };
};

/** `· 14 authors 812 37`: stars and comments, a space apart. */
export const numbersBehind = (column: string): string[] => {
  const space = column.lastIndexOf(' ');
  const number = column.slice(space + 1);
  return space > 0 && isNumber(number) ? [...numbersBehind(column.slice(0, space)), number] : [column];
};

/** `33        Lantern Lab        5`, `33        · 9 authors`. */
const isSign = (line: Line, haveSubmitters: boolean): boolean => {
  const apart = columnsIn(line);
  const columns = haveSubmitters ? apart.flatMap(numbersBehind) : apart;
  if (columns.length < 2 || columns.length > MOST_COLUMNS || !isNumber(columns[0])) return false;
  if (columns[0] === '-' && !DASH_APART.test(line.raw)) return false;
  return columns.length === MOST_COLUMNS
    ? !isNumber(columns[1]) && isNumber(columns[2])
    : formOf(columns[1] as string)?.kind === 'authors';
};

/** Below a number alone, and further in: `               · 9 authors            2`; a gap parts the two only above authors. */
const isBelowNumber = (line: Line, above: Line | undefined): boolean =>
  above !== undefined &&
  line.indent - above.indent >= LEAST_INDENT &&
  isNumber(above.text) &&
  (line.gap === 0 || isOfAuthors(columnsIn(line)[0] ?? ''));

/** `· 5 authors        1`, `Crane Lab        1`: facts without upvotes. */
const isOfFacts = (line: Line): boolean => {
  const [who = '', ...numbers] = columnsIn(line).flatMap(numbersBehind);
  // `Crane Lab · Jul 3, 2026`, below an abstract.
  const isName =
    numbers.length > 0 && formOf(who) === null && who.length <= LONGEST_NAME && !who.includes(' · ');
  return (formOf(who)?.kind === 'authors' || isName) && numbers.every(isNumber);
};

/** A number alone, right below facts and not as far in. */
const isBelowFacts = (lines: readonly Line[], at: number): boolean => {
  const [above, line] = [lines[at - 1], lines[at]];
  const isRightBelow = above !== undefined && line?.gap === 0 && above.indent - line.indent >= LEAST_INDENT;
  if (!isRightBelow || !isNumber(line.text) || !isOfFacts(above)) return false;
  // A line of an abstract has the next one below it.
  const below = lines[at + 1];
  return below === undefined || below.gap > 0 || below.indent < above.indent;
};

/** Whether lines of facts have their upvotes to the left, above or below. */
const hasSigns = (lines: readonly Line[]): boolean => {
  const haveSubmitters = lines.some(({ text }) => formOf(text)?.kind === 'submitter');
  return lines.some(
    (line, at) =>
      line.raw.length <= LONGEST_COLUMNS &&
      line.raw.includes('   ') &&
      (isSign(line, haveSubmitters) || isBelowNumber(line, lines[at - 1]) || isBelowFacts(lines, at + 1)),
  );
};

/** The number above it is right below the submitter: this is the title. */
const isBelowSubmitter = (lines: readonly Line[], at: number): boolean => {
  const [submitter, votes] = [lines[at - 2], lines[at - 1]];
  return isNumber(votes?.text) && formOf(submitter?.text ?? '')?.kind === 'submitter';
};

/**
 * What a line of facts on such a page says, one after the other; `null` for any other line.
 *
 * @param beginsInVotes whether its upvotes are in it, and not above or below; only known of a line below a title
 */
export const printedFacts = (
  lines: readonly Line[],
  at: number,
  beginsInVotes?: boolean,
): readonly Column[] | null => {
  const columns = columnsIn(lines[at] as Line).flatMap(numbersBehind);
  const isAbove = isBelowFacts(lines, at + 1);
  const begins = beginsInVotes ?? !(isAbove || isBelowNumber(lines[at] as Line, lines[at - 1]));
  const who = begins ? 1 : 0;
  const areFacts =
    !isBelowSubmitter(lines, at) &&
    (who === 0 || isNumber(columns[0])) &&
    columns.length > who &&
    columns.length <= who + MOST_COLUMNS &&
    !isNumber(columns[who]) &&
    columns.slice(who + 1).every(isNumber);
  if (!areFacts) return null;
  // If another line follows right below, the number is beside a title.
  const below = lines[at + 1];
  const isLast = beginsInVotes !== undefined || isAbove || below === undefined || below.gap > 0;
  return columns.map((text, column) => ({
    text,
    fact:
      column === who && isLast && formOf(text) === null
        ? { kind: 'organization', name: text, slug: null }
        : null,
  }));
};

/** A title of one line with its upvotes to the left, above words as far in as it is: upvotes are read first, as on a screen. */
export const titleBelowVotes = (lines: readonly Line[], at: number): readonly Column[] | null => {
  const [title, votes, below] = [lines[at] as Line, lines[at + 1], lines[at + 2]];
  const isBeside =
    title.gap > 0 &&
    isNumber(votes?.text) &&
    votes?.gap === 0 &&
    title.indent - votes.indent >= LEAST_VOTES_INDENT &&
    below?.gap === 0 &&
    below.indent === title.indent;
  const areWords = [title, below].every(
    (line) => line && formOf(line.text) === null && columnsIn(line).length === 1,
  );
  return isBeside && areWords ? plain([votes.text, title.text]) : null;
};

/** `· 5 authors`, `· 5 authors 12` */
const isOfAuthors = (text: string): boolean => formOf(numbersBehind(text)[0] ?? '')?.kind === 'authors';

/**
 * What is behind the upvotes of a line of facts: who wrote it, and numbers in columns of their own, or, where it begins in
 * another column than the title, close to it: `by 2030` may end a title.
 */
const areBehindVotes = (
  who: string,
  numbers: readonly string[],
  { raw }: Line,
  titleBegins: number,
): boolean => {
  const isOfTitle = raw[titleBegins] !== ' ' && oneLine(raw.slice(titleBegins)) === who;
  const [name = '', ...all] = isOfTitle ? [who, ...numbers] : [...numbersBehind(who), ...numbers];
  return isOfAuthors(name) || (all.length > 0 && formOf(name) === null && all.every(isNumber));
};

/** A number to the left of words, and the column in which these begin. */
interface Beside {
  number: string;
  words: string;
  column: number;
}

const beginsWithNumber = ({ text }: Line): boolean => text < ':' && /^[-\d]/.test(text);

/** @param begins columns in which the words may begin close to the number */
const numberBeside = (line: Line, begins: readonly number[]): Beside | null => {
  if (!beginsWithNumber(line)) return null;
  const close = closeNumber(line, begins);
  if (close !== null) return { ...close, words: line.text.slice(close.number.length).trim() };
  if (!WIDE_GAP.test(line.raw)) return null;
  const [number = '', words = '', ...more] = columnsIn(line);
  if (words === '' || more.length > 0 || !isNumber(number)) return null;
  const column = line.raw.indexOf(words.split(' ', 1)[0] as string, line.indent + number.length);
  return { number, words, column };
};

/** Where the lines begin that touch this one. */
const beginsAround = (lines: readonly Line[], at: number): readonly number[] => {
  const above = lines[at]?.gap === 0 ? lines[at - 1] : undefined;
  const below = lines[at + 1]?.gap === 0 ? lines[at + 1] : undefined;
  return [above, below].flatMap((line) => (line ? [line.indent] : []));
};

/** The number to the left of a line, and its words, which may begin where the lines around do. */
const numberAt = (lines: readonly Line[], at: number): Beside | null => {
  const line = lines[at] as Line;
  // Most lines begin with a letter.
  return beginsWithNumber(line) ? numberBeside(line, beginsAround(lines, at)) : null;
};

/** What is read as one title. */
export interface PrintedTitle {
  /** Upvotes come first, as on a screen. */
  columns: readonly Column[];
  /** How many lines it has. */
  length: number;
  /** Where its upvotes are: `beside` it, at the beginning of the `facts` below, or `below` these. */
  votes: 'beside' | 'facts' | 'below';
}

/** A title with its upvotes to the left: of one of its lines, between these, or of or below the facts. */
export const titleBesideVotes = (lines: readonly Line[], at: number): PrintedTitle | null => {
  const begin = lines[at] as Line;
  const indent = numberAt(lines, at)?.column ?? begin.indent;
  const title: string[] = [];
  let votes: string | null = null;
  const read = (number: string, length: number, where: PrintedTitle['votes']): PrintedTitle => ({
    columns: plain([number, joinLines(title)]),
    length,
    votes: where,
  });
  // The upvotes and the facts may have lines of their own.
  for (const [length, line] of lines.slice(at, at + MOST_TITLE_LINES + 2).entries()) {
    const [first = '', second = '', ...more] = columnsIn(line);
    const isGap = length > 0 && line.gap > 0;
    if (votes === null && length > 0 && isNumber(first) && areBehindVotes(second, more, line, indent))
      return read(first, length, 'facts');
    if (isGap) return votes !== null && isOfFacts(line) ? read(votes, length, 'beside') : null;
    if (votes === null && length > 0 && isNumber(line.text) && indent - line.indent >= LEAST_VOTES_INDENT) {
      votes = line.text;
      continue;
    }
    if (isOfAuthors(first) || (line.indent > indent && isOfFacts(line))) {
      if (votes !== null) return read(votes, length, 'beside');
      const below = isBelowFacts(lines, at + length + 1) ? lines[at + length + 1] : undefined;
      return below && length > 0 ? read(below.text, length, 'below') : null;
    }
    // `44        Sliding-Window Attention`: its words begin where those of its other lines do.
    const beside: Beside | null = votes === null ? numberBeside(line, [indent]) : null;
    if (beside !== null && beside.column !== indent) return null;
    votes = beside?.number ?? votes;
    const words = beside?.words ?? line.text;
    const isWords = (beside !== null || (line.indent === indent && second === '')) && formOf(words) === null;
    const isFull =
      title.length === MOST_TITLE_LINES || title.join(' ').length + words.length >= LONGEST_TITLE;
    if (!isWords || isFull) return null;
    title.push(words);
  }
  return null;
};

/** Numbers that merely count the titles are not upvotes. */
const areRanks = (numbers: readonly string[]): boolean =>
  numbers.every((number, i) => Number(number) === i + 1);

/** Whether numbers are to the left of titles. */
const areVotesBesideTitles = (lines: readonly Line[]): boolean => {
  const numbers = lines.flatMap((_, at) => {
    const beside = numberAt(lines, at);
    const isVotes = beside !== null && beside.number !== '-' && titleBesideVotes(lines, at) !== null;
    return isVotes ? [beside.number] : [];
  });
  return numbers.length > 0 && !areRanks(numbers);
};

/** Whether the lines of a page have columns as a printed one has. */
export const isPrinted = (lines: readonly Line[]): boolean => hasSigns(lines) || areVotesBesideTitles(lines);

/** One may be a line of anything. */
const FEWEST_BESIDE = 2;

/** A number to the left of a block whose lines all begin in one column: on a line of its own, or beside one of them. */
const numberOfBlock = (lines: readonly Line[], at: number): Beside | null => {
  const line = lines[at] as Line;
  // Most lines begin with a letter.
  if (line.text > ':') return null;
  const [above, below] = [lines[at - 1], lines[at + 1]];
  if (!isNumber(line.text)) {
    const beside = numberAt(lines, at);
    if (beside === null || formOf(beside.words) !== null) return null;
    const isBelow = line.gap === 0 && above?.indent === beside.column;
    const isAbove = below?.gap === 0 && below.indent === beside.column;
    return isBelow || isAbove ? beside : null;
  }
  const column = above?.indent ?? 0;
  const isInside = line.gap === 0 && below?.gap === 0 && below.indent === column;
  return isInside && column - line.indent >= LEAST_VOTES_INDENT
    ? { number: line.text, words: '', column }
    : null;
};

/** The first line of a title that touches its abstract and begins in another column; the line itself if there is none. */
const titleAbove = (lines: readonly Line[], at: number): number => {
  const indent = lines[at - 1]?.indent;
  let first = at;
  while (first > 0 && at - first < MOST_TITLE_LINES && lines[first]?.gap === 0) {
    const { text, indent: column } = lines[first - 1] as Line;
    if (column !== indent || text.includes(' · ') || formOf(text) !== null || isPageWords(text)) break;
    first--;
  }
  return first;
};

/**
 * Numbers to the left of blocks, by their lines: upvotes beside a title and its abstract. `first`: index of the block's first
 * line.
 */
export const numbersBesideBlocks = (
  lines: readonly Line[],
): ReadonlyMap<number, Beside & { first: number }> => {
  const found = new Map<number, Beside & { first: number }>();
  for (let at = 0; at < lines.length; at++) {
    const beside = numberOfBlock(lines, at);
    if (beside === null) continue;
    let first = at;
    while (first > 0 && lines[first]?.gap === 0 && lines[first - 1]?.indent === beside.column) first--;
    found.set(at, { ...beside, first: titleAbove(lines, first) });
  }
  const numbers = [...found.values()].flatMap(({ number }) => (number === '-' ? [] : [number]));
  return numbers.length < FEWEST_BESIDE || areRanks(numbers) ? new Map() : found;
};
