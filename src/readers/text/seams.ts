import { cutAtCollected } from '../../fields/collection.js';
import { readDateLine } from '../../fields/date.js';
import { oneLine } from '../../fields/text.js';
import { isFeedWord, pageWordsFrom } from './words.js';

// Cards that stand on one line each, as the text of their elements is printed: the head of the page is before the first of
// them, its foot behind the last, and only the space around icons parts what a card says.

/** A title may begin with a word of the page, or with two. */
const FEWEST_IN_HEAD = 3;
/** `Oct 14`, the day of the page, glued to what follows. */
const DAY = /^[A-Z][a-z]{2} {1,9}\d{1,2}(?:, \d{4})?(?=\s|[A-Z])/;
const FOOT = /System ?theme|Previous|Next|Company|©/g;
/** A title may end with one. */
const FEWEST_IN_FOOT = 2;
/** The name of a collection, and its own upvotes. */
const TOP_OF_COLLECTION =
  /^.{0,400}?updated [A-Z][a-z]{2} \d{1,2}(?:, \d{4})? ?(?:Upvote ?-?\d{0,6})?\s*(?=\p{Lu})/u;
const WIDE_SPACE = / {2,}/;
const COUNT_AND_TITLE = /^(-|\d[\d.,]{0,9}[km]?) (?=\S)/;

/** A line cut at the head and the foot of a page; nearly always in one piece. */
export const cutAtSeams = (line: string): string[] => {
  const head = headOf(line);
  const rest = line.slice(head.end);
  const foot = footOf(rest);
  const parts = [...head.parts, ...cardsIn(rest.slice(0, foot.start)), ...foot.parts].filter(
    (part) => part.trim() !== '',
  );
  return parts.length > 1 ? parts : [line];
};

const headOf = (line: string): { parts: string[]; end: number } => {
  const { phrases, end } = pageWordsFrom(line, line.search(/\S/));
  const [said = ''] = DAY.exec(line.slice(end)) ?? [];
  const day = readDateLine(oneLine(said)) === null ? '' : said;
  // Titles may begin with a word of the page, but not with the name of the feed and a day.
  const isHead = phrases.length >= FEWEST_IN_HEAD || (day !== '' && phrases.some(isFeedWord));
  return isHead ? { parts: [...phrases, day], end: end + day.length } : { parts: [], end: 0 };
};

const footOf = (line: string): { parts: string[]; start: number } => {
  for (const { index } of line.matchAll(FOOT)) {
    const { phrases, end } = pageWordsFrom(line, index);
    if (end === line.length && phrases.length >= FEWEST_IN_FOOT) return { parts: phrases, start: index };
  }
  return { parts: [], start: line.length };
};

const cardsIn = (line: string): string[] => {
  const text = line.trim();
  if (text.lastIndexOf('Submitted by ') === 0) return elementsOf(text);
  // Words in quotes or brackets are a link's.
  const lines = /["'\])>]["':]{0,3}$/.test(text) ? [line] : cutAtCollected(oneLine(text));
  if (lines.length === 1) return [line];
  const [first = '', ...others] = lines;
  return [first.replace(TOP_OF_COLLECTION, ''), ...others];
};

/** `Submitted by  gale   57 Kites  Crane Lab  409  2`: what is wide apart was on lines of its own. */
const elementsOf = (card: string): string[] => {
  const [submitter = '', first = '', ...others] = card
    .replace(/^Submitted by +/, 'Submitted by ')
    .split(WIDE_SPACE);
  return others.length === 0 ? [card] : [submitter, ...first.split(COUNT_AND_TITLE), ...others];
};
