import { joinLines, oneLine } from '../../fields/text.js';
import { formOf } from './facts.js';
import { isSure } from './rows.js';
import { type Fact, type Line, LONGEST_TITLE, MOST_TITLE_LINES } from './token.js';
import { isPageWords } from './words.js';

// A page printed as PDF, its text taken in columns: the upvotes to the left of the facts of their paper, or right above them.

const WIDE_GAP = /\s{3,}/;
/** A line of facts: upvotes, authors or an organization, comments. */
const MOST_COLUMNS = 3;
const LONGEST = 400;
/** Facts are indented at least this much more than the number above them. */
const LEAST_INDENT = 6;
/** Titles are indented at least this much more than the number beside them. */
const LEAST_VOTES_INDENT = 3;

const isNumber = (text: string | undefined): boolean => text !== undefined && formOf(text)?.kind === 'count';
/** A dash close to its words is a list mark, not a number. */
const DASH_APART = /^\s*-\s{6,}/;

const columnsIn = ({ raw }: Line): string[] =>
  raw.length > LONGEST
    ? []
    : raw
        .trim()
        .split(WIDE_GAP)
        .map((column) => oneLine(column));

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
const isBelowFacts = (lines: readonly Line[], at: number): boolean => {
  const [above, line] = [lines[at - 1], lines[at] as Line];
  const isRightBelow = above !== undefined && line.gap === 0 && above.indent - line.indent >= LEAST_INDENT;
  return isRightBelow && isNumber(line.text) && isOfFacts(above);
};

/** Whether the lines of a page have columns as a printed one has. */
const isPrinted = (lines: readonly Line[]): boolean =>
  lines.some(
    (line, at) =>
      line.raw.length <= LONGEST &&
      line.raw.includes('   ') &&
      (isSign(line) || isBelowNumber(line, lines[at - 1])),
  );

/**
 * What a line of facts on such a page says, one after the other; `null` for any other line.
 *
 * @param isBelow its upvotes are above
 */
const printedFacts = (
  lines: readonly Line[],
  at: number,
  isBelow = isBelowNumber(lines[at] as Line, lines[at - 1]),
): readonly Column[] | null => {
  const columns = columnsIn(lines[at] as Line).flatMap(numbersBehind);
  const who = isBelow ? 0 : 1;
  const isOfFacts =
    (isBelow || isNumber(columns[0])) &&
    columns.length > who &&
    columns.length <= who + MOST_COLUMNS &&
    !isNumber(columns[who]) &&
    columns.slice(who + 1).every(isNumber);
  if (!isOfFacts) return null;
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

const LIST_MARK = /^[*+•◦▪·-]$/;
/** `10      · 1 authors  28`: upvotes in a column beside the last line of a card. */
const BESIDE_CARD = /^ *(?:-|\d[\d.,]*[km]?) {3,}· \d+ authors?\b/i;
/** Words begin most lines. */
const hasVotesBeside = (raw: string): boolean => raw < ':' && BESIDE_CARD.test(raw);

/** `· 14 authors 812 37`: stars and comments, a space apart. */
const numbersBehind = (column: string): string[] => {
  const space = column.lastIndexOf(' ');
  const number = column.slice(space + 1);
  return space > 0 && isNumber(number) ? [...numbersBehind(column.slice(0, space)), number] : [column];
};

/** `133 and the Patience of the People`: the second line of a title. */
const BESIDE_TITLE = /^(-|\d{1,5})\s+(\p{Ll}.*)$/u;
const besideTitle = (said: string): readonly string[] | null => {
  const [, votes, words] = BESIDE_TITLE.exec(said) ?? [];
  return votes && words && !isSure(said) ? [words, votes] : null;
};

/** Links and bars have spaces of their own. */
const NO_COLUMNS = /[[│┃║]/;

/** `votesBeside`: numbers alone make columns, as the upvotes of this page are one. */
const columnsOf = (raw: string, votesBeside: boolean): readonly string[] | null => {
  if (raw.length > LONGEST || NO_COLUMNS.test(raw)) return null;
  const said = raw.trim();
  const beside = votesBeside ? besideTitle(said) : null;
  if (beside || !(said.includes('   ') || said.includes('\t'))) return beside;
  const all = said.split(WIDE_GAP);
  const first = votesBeside ? 0 : all.findIndex((column) => !LIST_MARK.test(column));
  const columns = first > 0 ? all.slice(first) : all;
  if (columns.length < 2 || columns.length > 12) return null;
  if (columns[0] === 'Submitted by') return [columns.slice(0, 2).join(' '), ...columns.slice(2)];
  if (votesBeside && (isNumber(columns[0]) || isNumber(columns.at(-1))))
    return columns.flatMap(numbersBehind);
  const isKnown = (column: string, i: number): boolean =>
    isSure(column) || isPageWords(column) || (i > 0 && isNumber(column));
  return columns.some(isKnown) ? columns : null;
};

/** What a column says; `fact` where its place shows that. */
export interface Column {
  text: string;
  fact: Fact | null;
}

/** A title of one line with its upvotes to the left, above words as far in as it is: upvotes are read first, as on a screen. */
const titleBelowVotes = (lines: readonly Line[], at: number): readonly Column[] | null => {
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
  return isBeside && areWords ? [votes.text, title.text].map((text) => ({ text, fact: null })) : null;
};

/** `· 5 authors`, `· 5 authors 12` */
const isOfAuthors = (text: string): boolean => formOf(numbersBehind(text)[0] ?? '')?.kind === 'authors';

/** Who wrote it, and the numbers behind. */
const isFacts = (who: string, numbers: readonly string[]): boolean =>
  isOfAuthors(who) || (numbers.length > 0 && formOf(who) === null && numbers.every(isNumber));

/**
 * A title with its upvotes to the left: of one of its lines, of the facts below, or between; how many lines it has, and
 * whether the facts below begin with the upvotes. Upvotes come first, as on a screen.
 */
const titleBesideVotes = (
  lines: readonly Line[],
  at: number,
): { columns: readonly Column[]; length: number; areInFacts: boolean } | null => {
  const begin = lines[at] as Line;
  const columns = columnsIn(begin);
  const [number = '', words = ''] = columns;
  const indent = hasNumberBeside(begin, columns)
    ? begin.raw.indexOf(words.split(' ', 1)[0] ?? '', begin.indent + number.length)
    : begin.indent;
  const title: string[] = [];
  let votes: string | null = null;
  const read = (length: number, areInFacts = false) => ({
    columns: [votes ?? '', joinLines(title)].map((text) => ({ text, fact: null })),
    length,
    areInFacts,
  });
  for (const [length, line] of lines.slice(at, at + MOST_TITLE_LINES).entries()) {
    const [first = '', second = '', ...more] = columnsIn(line);
    const isGap = length > 0 && line.gap > 0;
    if (votes === null && length > 0 && isNumber(first) && isFacts(second, more)) {
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

/** A number to the left of words; a dash close to them is a list mark. */
const hasNumberBeside = ({ raw }: Line, [number, words]: readonly string[]): boolean =>
  words !== undefined && isNumber(number) && (number !== '-' || DASH_APART.test(raw));

/** Whether numbers are to the left of titles, and do not only count them. */
const areVotesBesideTitles = (lines: readonly Line[]): boolean => {
  const numbers = lines.flatMap((line, at) => {
    const columns = columnsIn(line);
    return hasNumberBeside(line, columns) && titleBesideVotes(lines, at) !== null ? [columns[0]] : [];
  });
  return numbers.length > 0 && !numbers.every((number, i) => Number(number) === i + 1);
};

const NOTHING: readonly Column[] = [{ text: '', fact: null }];

/** Takes the lines of a page apart at their columns; `null` for a line that has none. */
export const columnReader = (lines: readonly Line[]): ((at: number) => readonly Column[] | null) => {
  const printed = isPrinted(lines) || areVotesBesideTitles(lines);
  const votesBeside = lines.some(({ raw }) => hasVotesBeside(raw));
  /** Upvotes may also be below the facts: those above a title are of the paper before. */
  const votesBelow = votesBeside && lines.some((_, at) => isBelowFacts(lines, at));
  /** Up to here lines are those of a title that was read. */
  let read = 0;
  /** Whether the line below that title begins with its upvotes; `null` where none was read. */
  let areInFacts: boolean | null = null;
  return (at) => {
    if (at < read) return NOTHING;
    if (at === read && areInFacts !== null) {
      const facts = printedFacts(lines, at, !areInFacts);
      if (facts !== null) return areInFacts ? facts.slice(1) : facts;
    }
    const title = printed && !votesBelow ? titleBesideVotes(lines, at) : null;
    if (title !== null) {
      read = at + title.length;
      areInFacts = title.areInFacts;
      return title.columns;
    }
    const beside = printed ? titleBelowVotes(lines, at) : null;
    if (beside !== null) {
      read = at + 2;
      areInFacts = null;
      return beside;
    }
    const facts = printed ? printedFacts(lines, at) : null;
    // Where upvotes are known by their column, only names need more than that.
    if (facts && (!votesBeside || facts.some(({ fact }) => fact !== null))) return facts;
    const columns = columnsOf((lines[at] as Line).raw, votesBeside);
    return columns?.map((text) => ({ text: oneLine(text), fact: null })) ?? null;
  };
};
