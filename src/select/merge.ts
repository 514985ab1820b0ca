import { diagnostic, type Report } from '../diagnostic.js';
import type { PaperField } from '../paper.js';
import { isShown } from '../paper.js';
import { folded } from './folded.js';
import type { Selectable } from './options.js';

/** Fields that belong together: where copies disagree on one of them, nothing of the group is mixed. */
const GROUPS: readonly (readonly PaperField[])[] = [
  ['title'],
  ['published'],
  ['organization', 'organizationSlug'],
  ['submittedBy'],
  ['arxivId', 'url'],
  ['githubRepo', 'githubStars'],
  ['projectPage'],
  ['authors', 'authorCount'],
  ['keywords'],
  ['aiSummary'],
  ['abstract', 'links'],
  ['upvotes'],
  ['comments'],
];

/** Counts that move from day to day, and what only follows from another field of its group. */
const NO_CONFLICT: ReadonlySet<PaperField> = new Set(['upvotes', 'comments', 'githubStars', 'url', 'links']);

const LONGEST_QUOTE = 60;

const agree = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string'
    ? folded(a) === folded(b)
    : JSON.stringify(a) === JSON.stringify(b);

/** The page that is newer, else the one that was read later, has the last word. */
const isNewer = (later: Selectable, before: Selectable): boolean =>
  !(later.pageDate && before.pageDate && later.pageDate < before.pageDate);

/** One record out of the copies of a paper, which stand in the order in which they were read. */
export const mergeCopies = <P extends Selectable>(copies: readonly P[], report?: Report): P =>
  copies.reduce((before, later) =>
    isNewer(later, before) ? merge(later, before, report) : merge(before, later, report),
  );

/** The kept record, filled from the other where it does not show something. */
const merge = <P extends Selectable>(kept: P, other: P, report: Report | undefined): P => {
  const result = { ...kept };
  for (const group of GROUPS) {
    const disputed = group.filter(
      (field) =>
        !NO_CONFLICT.has(field) &&
        isShown(kept[field]) &&
        isShown(other[field]) &&
        !agree(kept[field], other[field]),
    );
    for (const field of disputed) report?.(conflict(kept, other, field));
    if (disputed.length > 0) continue;
    for (const field of group) {
      if (!isShown(kept[field])) Object.assign(result, { [field]: other[field] });
    }
  }
  return { ...result, yearInferred: yearInferred(result, kept, other) };
};

/** One copy that prints the year is enough. */
const yearInferred = ({ published }: Selectable, ...copies: readonly Selectable[]): boolean =>
  copies.filter((copy) => copy.published === published).every((copy) => copy.yearInferred);

const quote = (value: unknown): string => {
  const text = String(Array.isArray(value) ? value.join('; ') : value);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).trimEnd()}…` : text;
};

const conflict = (kept: Selectable, other: Selectable, field: PaperField) => {
  const [expected, actual] = [quote(kept[field]), quote(other[field])];
  const from = kept.source === undefined ? '' : ` (from ${kept.source})`;
  return diagnostic('duplicate-conflict', {
    message: `two copies of “${kept.title}” disagree on ${field}: ${expected}${from} was kept, not ${actual}`,
    ...(other.source === undefined ? {} : { file: other.source }),
    ...(other.line == null ? {} : { line: other.line }),
    field,
    actual,
    expected,
  });
};
