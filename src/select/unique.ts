import { agree, copiesDisagree, copiesMerged } from '../copies.js';
import type { Diagnostic, Report } from '../diagnostic.js';
import { isShown, type PaperField, type PaperRecord } from '../paper.js';
import { folded } from '../words.js';
import type { Stage } from './stage.js';

/** One record for each paper, wherever its copies are. Reads everything first: a copy may come last. */
export const unique: Stage = (papers, { unique, onDiagnostic }) =>
  unique === true ? merged(papers, onDiagnostic) : papers;

async function* merged<P extends PaperRecord>(papers: AsyncIterable<P>, report: Report | undefined) {
  const copies = openCopies<P>(report);
  for await (const paper of papers) copies.add(paper);
  const { unique, repeated } = copies.end();
  if (repeated > 0) report?.(copiesMerged(repeated));
  yield* unique;
}

/** All copies of one paper that were read so far, as one record: memory grows with papers, not with copies. */
interface Copies<P> {
  merged: P;
  count: number;
  /** When the first and the last of them were read. */
  first: number;
  last: number;
}

/**
 * Merges the copies of each paper as they come. Ids decide where both have one; a copy without an id goes with the
 * first paper that has one and the same title.
 */
export const openCopies = <P extends PaperRecord>(report?: Report) => {
  const byId = new Map<string, Copies<P>>();
  const byTitle = new Map<string, Copies<P>>();
  let read = 0;

  const join = (a: Copies<P>, b: Copies<P>): Copies<P> => {
    const [before, later] = a.last < b.last ? [a, b] : [b, a];
    return Object.assign(a, {
      merged: mergeCopies(before.merged, later.merged, report),
      count: a.count + b.count,
      first: Math.min(a.first, b.first),
      last: later.last,
    });
  };

  return {
    add(paper: P): void {
      const { arxivId, title } = paper;
      const key = folded(title);
      const titled = byTitle.get(key);
      read += 1;
      const copy = { merged: paper, count: 1, first: read, last: read };
      if (arxivId === null) {
        byTitle.set(key, titled ? join(titled, copy) : copy);
        return;
      }
      const known = byId.get(arxivId);
      // Copies of the title that have waited for an id.
      const waiting = titled?.merged.arxivId === null ? titled : undefined;
      const all = [known, waiting, copy].filter((copies) => copies !== undefined).reduce(join);
      byId.set(arxivId, all);
      if (titled === undefined || waiting) byTitle.set(key, all);
    },

    /** One record a paper, in the order in which the papers first came; how many of them have several copies. */
    end(): { unique: P[]; repeated: number } {
      const all = [...new Set([...byId.values(), ...byTitle.values()])].sort((a, b) => a.first - b.first);
      return {
        unique: all.map(({ merged }) => merged),
        repeated: all.filter(({ count }) => count > 1).length,
      };
    },
  };
};

/** Fields that belong together: where copies disagree on one of them, nothing of the group is mixed. */
const GROUPS: readonly (readonly PaperField[])[] = [
  ['title'],
  ['published'],
  ['organization', 'organizationSlug'],
  ['submittedBy'],
  ['submittedOn'],
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

const haveTwoDays = (a: PaperRecord, b: PaperRecord): boolean =>
  Boolean(a.pageDate && b.pageDate && a.pageDate !== b.pageDate);

/** Two copies as one record: the one from the newer page is kept, else the one that was read later. */
const mergeCopies = <P extends PaperRecord>(before: P, later: P, report?: Report): P => {
  const isNewer = haveTwoDays(before, later) && String(before.pageDate) > String(later.pageDate);
  return isNewer ? filledFrom(before, later, report) : filledFrom(later, before, report);
};

/** The kept record, filled from the other where it does not show something. */
const filledFrom = <P extends PaperRecord>(kept: P, other: P, report: Report | undefined): P => {
  const result = { ...kept };
  // Another input or another day brings an update; within one of them, nobody knows which copy is right.
  const isUpdate = kept.source !== other.source || haveTwoDays(kept, other);
  for (const group of GROUPS) {
    const disputed = group.filter(
      (field) =>
        !NO_CONFLICT.has(field) &&
        isShown(kept[field]) &&
        isShown(other[field]) &&
        !agree(kept[field], other[field]),
    );
    if (!isUpdate) for (const field of disputed) report?.(disagreement(kept, other, field));
    if (disputed.length > 0) continue;
    for (const field of group) {
      if (!isShown(kept[field])) Object.assign(result, { [field]: other[field] });
    }
  }
  return { ...result, yearInferred: yearInferred(result, kept, other) };
};

/** One copy that prints the year is enough. */
const yearInferred = ({ published }: PaperRecord, ...copies: readonly PaperRecord[]): boolean =>
  copies.filter((copy) => copy.published === published).every((copy) => copy.yearInferred);

const disagreement = (kept: PaperRecord, other: PaperRecord, field: PaperField): Diagnostic =>
  copiesDisagree(
    kept.title,
    field,
    { kept: kept[field], other: other[field] },
    { ...(other.source !== undefined && { file: other.source }), line: other.line ?? null },
  );
