import { readDateLine } from '../../fields/date.js';
import type { Segment } from './segments.js';

const DOT = /·|Â·|[•|](?=\s)|(?<=\s)[•|]/;
/** A digest numbers its papers; prose is not taken apart. */
const LIST_NUMBER = /^\d{1,4}\. (?=\S)/;
const LEADING_DOT = /^(?:·|•|Â·)\s*(?=\S)/;
const AUTHORS = /^[^A-Za-z0-9_]{0,6}(\d{1,6}|\d{1,3}(?:,\d{3})+) authors?$/;
/** `GitHub 3.29k arXiv Page`, also without any space. */
const LABELS = /^(?:(?:Upvote|GitHub|arXiv Page)\s*(?:(?:\\?-|\d[\d.,]*[kmb]?)\s*)?)+$/i;
const LABEL = /(Upvote|GitHub|arXiv Page)\s*(?:\\?(-)|(\d[\d.,]*[kmb]?))?/gi;

const SENTENCE_END = /[.:;,!?]$/;

/** "14 authors" and nothing else, with or without a bullet, however broken its encoding; `null` for other text. */
export const readAuthorCount = (text: string): number | null => {
  if (text.length > 24 || !(text.endsWith(' authors') || text.endsWith(' author'))) return null;
  const found = AUTHORS.exec(text);
  return found ? Number((found[1] as string).replaceAll(',', '')) : null;
};

/** A date or an author count and nothing else. */
export const isFact = (text: string): boolean =>
  readDateLine(text) !== null || readAuthorCount(text) !== null;

/** Prose with a dot in it is longer; only names of authors between other facts are too. */
const LONGEST_FACTS = 200;
const LONGEST_FACT = 40;
/** Longer rows hold more than facts. */
const LONGEST_ROW = 600;
const CELL_EDGE = /(?<!\\)\|/;
const LETTER = /\p{L}/u;

/** A row of a table. */
export const isRow = (text: string): boolean => text.length > 2 && text.startsWith('|') && text.endsWith('|');

/**
 * A row is one paper, in whatever order its cells stand: its longest text is the title, and comes first. Numbers alone
 * are left out: only the table's head says what they count. `null` where no cell is a fact.
 */
const rowFacts = (row: string): string[] | null => {
  const cells = row
    .slice(1, -1)
    .split(CELL_EDGE)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
  const dates = cells.filter((cell) => readDateLine(cell) !== null);
  const authors = cells.filter((cell) => readAuthorCount(cell) !== null);
  const texts = cells.filter((cell) => LETTER.test(cell) && !isFact(cell));
  const title = texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
  if (dates.length + authors.length === 0 || title === '') return null;
  return [
    title,
    ...texts.filter((text) => text !== title),
    ...authors,
    ...dates.flatMap((date) => ['·', date]),
  ];
};

/**
 * `Crane Lab · Published on Oct 4, 2026` is three pieces: facts in a row are taken apart at their dots where one of
 * them is a date or an author count, and at their labels; prose with a dot in it stays whole.
 */
export const splitFacts = (segment: Segment): Segment[] => {
  const { text } = segment;
  const cells = isRow(text) && text.length <= LONGEST_ROW ? rowFacts(text) : null;
  if (cells) return cells.map((cell) => ({ ...segment, text: cell }));
  const isProse =
    text.length > LONGEST_FACTS && !isFact(text.slice(0, LONGEST_FACT).split(DOT, 1)[0]?.trim() ?? '');
  if (isProse || text.length < 3 || SENTENCE_END.test(text)) return [segment];
  if (LABELS.test(text))
    return [...text.matchAll(LABEL)].map(([, label = '', dash, number]) => ({
      ...segment,
      text: `${label} ${dash ?? number ?? ''}`.trim(),
    }));
  const parts = text
    .replace(LEADING_DOT, '')
    .replace(LIST_NUMBER, '')
    .split(DOT)
    .map((part) => part.trim());
  const whole = parts.length === 1 && parts[0] === text;
  const first = parts.findIndex(isFact);
  if (whole || first === -1) return [segment];
  const leading: Segment[] = LEADING_DOT.test(text) ? [{ ...segment, text: '·' }] : [];
  // Whatever else stands behind the first fact is said of the paper too: it begins no other.
  const known = parts.filter((part, i) => i < first || isFact(part));
  return [
    ...leading,
    ...known.flatMap((part, i) =>
      i === 0
        ? [{ ...segment, text: part }]
        : [
            { ...segment, text: '·' },
            { ...segment, text: part },
          ],
    ),
  ];
};
