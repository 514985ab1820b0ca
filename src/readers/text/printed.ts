import { joinLines, oneLine } from '../../fields/text.js';
import { formOf } from './facts.js';
import { type Fact, type Line, LONGEST_TITLE, MOST_TITLE_LINES } from './token.js';

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
export const LONGEST_COLUMNS = 400;
/** Facts are indented at least this much more than the number above them. */
const LEAST_INDENT = 6;
/** Titles are indented at least this much more than the number beside them. */
const LEAST_VOTES_INDENT = 3;

export const isNumber = (text: string | undefined): boolean =>
  text !== undefined && formOf(text)?.kind === 'count';
/** A dash close to its words is a list mark, not a number. */
const DASH_APART = /^\s*-\s{6,}/;

const columnsIn = ({ raw }: Line): string[] =>
  raw.length > LONGEST_COLUMNS
    ? []
    : raw
        .trim()
        .split(WIDE_GAP)
        .map((column) => oneLine(column));

/** `· 14 authors 812 37`: stars and comments, a space apart. */
export const numbersBehind = (column: string): string[] => {
  const space = column.lastIndexOf(' ');
  const number = column.slice(space + 1);
  return space > 0 && isNumber(number) ? [...numbersBehind(column.slice(0, space)), number] : [column];
};

/** `33        Lantern Lab        5`, `33        · 9 authors`. */
const isSign = (line: Line): boolean => {
  const columns = columnsIn(line);
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
  const isName = numbers.length > 0 && formOf(who) === null && !who.includes(' · ');
  return (formOf(who)?.kind === 'authors' || isName) && numbers.every(isNumber);
};

/** A number alone, right below facts and not as far in. */
export const isBelowFacts = (lines: readonly Line[], at: number): boolean => {
  const [above, line] = [lines[at - 1], lines[at] as Line];
  const isRightBelow = above !== undefined && line.gap === 0 && above.indent - line.indent >= LEAST_INDENT;
  return isRightBelow && isNumber(line.text) && isOfFacts(above);
};

/** Whether lines of facts have their upvotes to the left, or above. */
const hasSigns = (lines: readonly Line[]): boolean =>
  lines.some(
    (line, at) =>
      line.raw.length <= LONGEST_COLUMNS &&
      line.raw.includes('   ') &&
      (isSign(line) || isBelowNumber(line, lines[at - 1])),
  );

/**
 * What a line of facts on such a page says, one after the other; `null` for any other line.
 *
 * @param isBelow its upvotes are above
 */
export const printedFacts = (
  lines: readonly Line[],
  at: number,
  isBelow = isBelowNumber(lines[at] as Line, lines[at - 1]),
): readonly Column[] | null => {
  const columns = columnsIn(lines[at] as Line).flatMap(numbersBehind);
  const who = isBelow ? 0 : 1;
  const areFacts =
    (isBelow || isNumber(columns[0])) &&
    columns.length > who &&
    columns.length <= who + MOST_COLUMNS &&
    !isNumber(columns[who]) &&
    columns.slice(who + 1).every(isNumber);
  if (!areFacts) return null;
  // Where another line touches it from below, the number is beside a title.
  const below = lines[at + 1];
  const isLast = below === undefined || below.gap > 0;
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

/** What is behind the upvotes of a line of facts: who wrote it, and numbers in columns of their own. */
const areBehindVotes = (who: string, numbers: readonly string[]): boolean =>
  isOfAuthors(who) || (numbers.length > 0 && formOf(who) === null && numbers.every(isNumber));

/** A number to the left of words, and the column in which these begin. */
interface Beside {
  number: string;
  words: string;
  column: number;
}

const numberBeside = (line: Line): Beside | null => {
  const { text, raw, indent } = line;
  if (text > ':' || !/^[-\d]/.test(text) || !raw.includes('   ')) return null;
  const [number = '', words = '', ...more] = columnsIn(line);
  if (words === '' || more.length > 0 || !isNumber(number)) return null;
  return { number, words, column: raw.indexOf(words.split(' ', 1)[0] as string, indent + number.length) };
};

/**
 * A title with its upvotes to the left: of one of its lines, of the facts below, or between; how many lines it has, and
 * whether the facts below begin with the upvotes. Upvotes come first, as on a screen.
 */
export const titleBesideVotes = (
  lines: readonly Line[],
  at: number,
): { columns: readonly Column[]; length: number; areInFacts: boolean } | null => {
  const begin = lines[at] as Line;
  const indent = numberBeside(begin)?.column ?? begin.indent;
  const title: string[] = [];
  let votes: string | null = null;
  const read = (length: number, areInFacts = false) => ({
    columns: plain([votes ?? '', joinLines(title)]),
    length,
    areInFacts,
  });
  for (const [length, line] of lines.slice(at, at + MOST_TITLE_LINES).entries()) {
    const [first = '', second = '', ...more] = columnsIn(line);
    const isGap = length > 0 && line.gap > 0;
    if (votes === null && length > 0 && isNumber(first) && areBehindVotes(second, more)) {
      votes = first;
      return read(length, true);
    }
    if (isGap) return votes !== null && isOfFacts(line) ? read(length) : null;
    if (votes === null && length > 0 && isNumber(line.text) && indent - line.indent >= LEAST_VOTES_INDENT) {
      votes = line.text;
      continue;
    }
    if (isOfAuthors(first) || (line.indent > indent && second !== '' && isOfFacts(line)))
      return votes === null ? null : read(length);
    if (votes === null && second !== '' && isNumber(first)) {
      votes = first;
      // `44        Sliding-Window Attention`: its words begin where those of its other lines do.
      const isTitle = more.length === 0 && oneLine(line.raw.slice(indent)) === second;
      if (!isTitle || formOf(second) !== null) return null;
      title.push(second);
      continue;
    }
    const isWords = line.indent === indent && second === '' && formOf(line.text) === null;
    if (!isWords || title.join(' ').length + line.text.length >= LONGEST_TITLE) return null;
    title.push(line.text);
  }
  return null;
};

/** Numbers that count titles say nothing of them. */
const areRanks = (numbers: readonly string[]): boolean =>
  numbers.every((number, i) => Number(number) === i + 1);

/** Whether numbers are to the left of titles. */
const areVotesBesideTitles = (lines: readonly Line[]): boolean => {
  const numbers = lines.flatMap((line, at) => {
    const beside = numberBeside(line);
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
    const beside = numberBeside(line);
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
    found.set(at, { ...beside, first });
  }
  const numbers = [...found.values()].flatMap(({ number }) => (number === '-' ? [] : [number]));
  return numbers.length < FEWEST_BESIDE || areRanks(numbers) ? new Map() : found;
};
