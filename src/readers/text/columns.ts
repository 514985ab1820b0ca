import { oneLine } from '../../fields/text.js';
import {
  type Column,
  isNumber,
  isPrinted,
  LONGEST_COLUMNS,
  numbersBehind,
  numbersBesideBlocks,
  type PrintedTitle,
  plain,
  printedFacts,
  titleBelowVotes,
  titleBesideVotes,
  WIDE_GAP,
} from './printed.js';
import { isSure } from './rows.js';
import type { Line } from './token.js';
import { isPageWords } from './words.js';

// Lines that wide gaps take apart, as a printed page has them: `33        · 9 authors        2`.

const LIST_MARK = /^[*+•◦▪·-]$/;
/** `10      · 1 authors  28`: upvotes in a column beside the last line of a card. */
const BESIDE_CARD = /^ *(?:-|\d[\d.,]*[km]?) {3,}· \d+ authors?\b/i;
/** A quick test first: most lines begin with a word. */
const hasVotesBeside = (raw: string): boolean => raw < ':' && BESIDE_CARD.test(raw);

/** `133 and the Patience of the People`: the second line of a title. */
const BESIDE_TITLE = /^(-|\d{1,5})\s+(\p{Ll}.*)$/u;
const besideTitle = (said: string): readonly string[] | null => {
  const [, votes, words] = BESIDE_TITLE.exec(said) ?? [];
  return votes && words && !isSure(said) ? [words, votes] : null;
};

/** Links and bars have spaces of their own. */
const NO_COLUMNS = /[[│┃║]/;

/** `votesBeside`: a number alone is a column, because this page prints its upvotes in one. */
const columnsOf = (raw: string, votesBeside: boolean): readonly string[] | null => {
  if (raw.length > LONGEST_COLUMNS || NO_COLUMNS.test(raw)) return null;
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

const NOTHING = plain(['']);

/** Splits the lines of a page at their columns; `null` for a line without columns, empty for a number inside a block. */
export const columnReader = (lines: readonly Line[]): ((at: number) => readonly Column[] | null) => {
  const printed = isPrinted(lines);
  const votesBeside = lines.some(({ raw }) => hasVotesBeside(raw));
  const beside = numbersBesideBlocks(lines);
  const votesAt = new Map([...beside.values()].map(({ first, number }) => [first, number]));
  /** Lines before this one belong to the last title that was read with its upvotes. */
  let read = 0;
  /** Where these are. */
  let votesOfLast: PrintedTitle['votes'] | null = null;
  return (at) => {
    if (at < read || (at === read + 1 && votesOfLast === 'below')) return NOTHING;
    if (at === read && votesOfLast !== null) {
      const facts = printedFacts(lines, at, votesOfLast === 'facts');
      if (facts !== null) return votesOfLast === 'facts' ? facts.slice(1) : facts;
    }
    const title = printed ? titleBesideVotes(lines, at) : null;
    if (title !== null) {
      read = at + title.length;
      votesOfLast = title.votes;
      return title.columns;
    }
    const votes = votesAt.get(at);
    const words = beside.get(at)?.words ?? (lines[at] as Line).text;
    if (votes === undefined && beside.get(at)?.words === '') return [];
    if (votes !== undefined || beside.has(at)) return plain(votes === undefined ? [words] : [votes, words]);
    const below = printed ? titleBelowVotes(lines, at) : null;
    if (below !== null) {
      read = at + 2;
      votesOfLast = null;
      return below;
    }
    const facts = printed ? printedFacts(lines, at) : null;
    // Where upvotes are known by their column, only names need more than that.
    if (facts && (!votesBeside || facts.some(({ fact }) => fact !== null))) return facts;
    const columns = columnsOf((lines[at] as Line).raw, votesBeside);
    return columns && plain(columns.map((text) => oneLine(text)));
  };
};
