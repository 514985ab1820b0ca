import { diagnostic, type Report } from '../../diagnostic.js';
import { readDateLine } from '../../fields/date.js';
import { type Piece, plainPiece } from './piece.js';
import { isPageWords, SUBMITTED_BY } from './words.js';

/** A line with as many papers on it is a page whose line ends were lost. */
const FEWEST = 2;
const AUTHORS = /·\s*\d[\d,]* authors?(?![a-z])|\d authors?\s*·/g;
const SUBMITTERS = /Submitted by/g;
const SUBMITTER = /^\s+(?:\[[^[\]]*\]\s*)*([\w.-]{1,96})(?:\s+(-|\d[\d,]*))?\s+(\S.*)$/;
/** On pages without abstracts the dot stands before the authors; nothing else ends a title. */
const TAIL = /·\s*(\d{1,6} authors?)(?=\s|$)((?:\s+(?:-|\d[\d,]*)(?=\s|$)){0,2})/;
const HEADER_DAY = /\b[A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})?$/;
/** Two numbers in a row are comments and upvotes: another paper ends inside this text. */
const TWO_COUNTS = /\s\d[\d,]* (?:-|\d[\d,]*)\s/;
const LONGEST_TITLE = 259;

const countOf = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** Whether a long line is a whole page, or a part of one, without line ends. */
export const isFolded = (text: string): boolean =>
  (text.includes(SUBMITTED_BY) && countOf(text, SUBMITTERS) >= FEWEST) ||
  (text.includes('·') && text.includes(' authors') && countOf(text, AUTHORS) >= FEWEST);

/**
 * Takes a page on one line apart at `Submitted by …` and `· N authors`, which stand before and behind a title. Where
 * abstracts, dates or names of organizations stand there too, nothing tells where the title ends: such papers are
 * left out, and that is said.
 */
export const unfold = (text: string, line: number, report: Report): Piece[] => {
  const [head = '', ...chunks] = text.split(SUBMITTED_BY);
  const said: string[] = [];
  let lost = chunks.length === 0 ? countOf(text, AUTHORS) : 0;
  for (const chunk of chunks) {
    const found = SUBMITTER.exec(chunk);
    if (!found) {
      lost++;
      continue;
    }
    const [, handle = '', upvotes = '', rest = ''] = found;
    const { facts, missing } = readEntries(rest);
    lost += missing;
    if (facts.length > 0) said.push(`${SUBMITTED_BY} ${handle}`, upvotes, ...facts);
  }
  if (lost > 0) reportLost(lost, line, report);
  const day = HEADER_DAY.exec(head.trim())?.[0] ?? '';
  const pieces = [head.includes('Daily Papers') ? 'Daily Papers' : '', readDateLine(day) ? day : '', ...said];
  const shared = { shared: true };
  return ['', ...pieces.filter((part) => part !== '')].map((part) => ({
    ...plainPiece(part, line, 1),
    ...shared,
  }));
};

/** The papers between two submitters: the first is theirs, others have none. */
const readEntries = (text: string): { facts: string[]; missing: number } => {
  const facts: string[] = [];
  let missing = 0;
  let rest = text.trim();
  for (let tail = TAIL.exec(rest); tail; tail = TAIL.exec(rest)) {
    const [whole, authors = '', counts = ''] = tail;
    const title = rest.slice(0, tail.index).trimEnd();
    rest = rest.slice(tail.index + whole.length).trim();
    const isTitle = title.length <= LONGEST_TITLE && !TWO_COUNTS.test(title);
    if (isTitle && missing === 0)
      facts.push(title, '·', authors, ...counts.split(' ').filter((count) => count !== ''));
    else missing += isTitle ? 1 : 2;
  }
  const foot = isPageWords(rest.split(' ', 2).join(' '));
  if (foot) facts.push('Next', rest);
  else if (rest !== '') missing++;
  return { facts, missing };
};

const reportLost = (count: number, line: number, report: Report): void => {
  const message = `about ${count} papers stand on one line, and nothing tells where their titles end: they are left out`;
  const hint = 'save the page as HTML, or copy its text with line ends';
  report(diagnostic('entry-without-title', { message, line, field: 'title', hint }));
};
