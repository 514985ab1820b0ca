import type { Paper } from '../../src/paper.js';
import { type Field, printedValue, SHOWN } from './expected.js';
import type { Invented } from './invent.js';
import type { Form, Loss } from './losses.js';
import type { Kind } from './pages.js';

export interface Comparison {
  /** Fields of the page that were read right, and all that it shows, what the converter lost among them. */
  right: number;
  shown: number;
  /** Records whose title is none of the page's. */
  invented: number;
  /** Records with a text of another paper. */
  mixed: number;
  missing: number;
  /** What the text shows and was not found, in words. */
  unread: string[];
  /** What was found and is not so. */
  untrue: string[];
}

/** Fields of which each paper has its own value; a count or a name may be anybody's. */
const OWN: readonly Field[] = ['abstract', 'arxivId', 'githubRepo'];

/** `links` follow from the abstract; the others no page of the matrix shows. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'yearInferred',
  'links',
  'authors',
  'keywords',
  'aiSummary',
]);

/** A value in the form in which it is compared. */
const comparable = (value: unknown, field: Field, { capitals, dashes, breaksWords }: Form): unknown => {
  if (typeof value !== 'string') return value;
  const cased = field === 'title' && capitals ? value.toUpperCase() : value;
  const text = dashes ? cased.replace(/ ?-$/, '') : cased;
  return breaksWords ? text.replaceAll(' ', '') : text;
};

/** The papers that were read against the papers that the page was made of. Each must be one of these. */
export const compare = (
  kind: Kind,
  made: readonly Invented[],
  read: readonly Paper[],
  form: Form,
  losses: readonly Loss[],
): Comparison => {
  const titleOf = (title: unknown): string => String(comparable(title, 'title', form));
  const byTitle = new Map(read.map((paper) => [titleOf(paper.title), paper]));
  const mayMiss = losses.some(({ papers }) => papers);
  const result: Comparison = {
    right: 0,
    shown: 0,
    invented: 0,
    mixed: 0,
    missing: 0,
    unread: [],
    untrue: [],
  };

  const isSpoilt = (paper: Invented, field: Field): boolean =>
    losses.some(({ spoils = [], where }) => spoils.includes(field) && (where?.(paper) ?? true));
  const isOfAnother = (paper: Invented, found: Paper): boolean =>
    OWN.some(
      (field) =>
        found[field] !== null &&
        found[field] !== printedValue(paper, field, kind) &&
        made.some((other) => printedValue(other, field, kind) === found[field]),
    );

  const compareField = (paper: Invented, found: Paper, field: Field): void => {
    const isShown = SHOWN[kind].includes(field) && !form.hides.includes(field);
    const wanted = comparable(isShown ? printedValue(paper, field, kind) : null, field, form);
    const isRight = comparable(found[field], field, form) === wanted;
    if (isRight && isShown) result.right++;
    if (isRight || isSpoilt(paper, field)) return;
    const got = JSON.stringify(found[field]);
    const faults = found[field] === null ? result.unread : result.untrue;
    faults.push(`${paper.hazard}: ${field} is ${got}, not ${JSON.stringify(wanted)}`);
  };

  for (const paper of made) {
    const title = titleOf(printedValue(paper, 'title', kind));
    const found = byTitle.get(title);
    byTitle.delete(title);
    result.shown += SHOWN[kind].filter((field) => !form.hides.includes(field)).length;
    if (!found) result.missing++;
    if (found && isOfAnother(paper, found)) result.mixed++;
    if (!found && !mayMiss) result.unread.push(`${paper.hazard}: “${title}” is missing`);
    for (const field of found ? (Object.keys(found) as Field[]) : []) {
      if (found && !NOT_COMPARED.has(field)) compareField(paper, found, field);
    }
  }
  result.invented = byTitle.size;
  for (const title of byTitle.keys()) result.untrue.push(`invented: “${title}”`);
  return result;
};
