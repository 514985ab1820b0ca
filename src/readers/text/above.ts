import type { Page } from '../../page.js';
import { openHead } from './tables.js';
import type { FactKind, Line, Token } from './token.js';

/** What a page says above its papers, of all of them. */
const OF_TOP: ReadonlySet<FactKind> = new Set(['header', 'note', 'page', 'date', 'month']);
/** No menu and no front matter is longer; of what is, the lines right above the papers. */
const MOST_TOP_LINES = 100;

/**
 * The lines of a part that hold for what comes behind it on its last page: the top of this page, and the head of a table that
 * goes on. The next part is read below them.
 *
 * @param tokens of its last page, which holds those of the page's top too where it began in an earlier part
 * @param next number of the first line of the next part
 */
export const aboveOf = (
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
