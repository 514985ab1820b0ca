import { isShown, PAPER_FIELDS, type Paper, type PaperField, type PaperRecord } from '../paper.js';
import { openCopies } from '../select/unique.js';
import { folded } from '../words.js';
import { pick } from '../writers/writer.js';

/** One field that has another value. */
export interface Change {
  field: PaperField;
  old: Paper[PaperField];
  new: Paper[PaperField];
}

/** A paper that both sides have, with other values; named as the new side names it. */
export interface ChangedPaper {
  title: string;
  arxivId: string | null;
  url: string | null;
  changes: Change[];
}

/** The ways in which two sets of papers can differ. */
export const DIFFERENCES = ['added', 'removed', 'changed'] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** How two sets of papers differ; plain data, ready for JSON. */
export interface Comparison {
  /** In the order of the new side. */
  added: Paper[];
  /** In the order of the old side. */
  removed: Paper[];
  /** In the order of the new side. */
  changed: ChangedPaper[];
  /** How many papers are the same on both sides. */
  same: number;
  /** Fields that could not be compared: one side shows them, the other shows them for no paper. */
  notCompared: PaperField[];
}

/** Follow from other fields, or say how a value was found and not what it is. */
const NOT_BY_DEFAULT: ReadonlySet<PaperField> = new Set(['yearInferred', 'url', 'links']);

/** What is compared by default. */
export const COMPARED_FIELDS: readonly PaperField[] = PAPER_FIELDS.filter(
  (field) => !NOT_BY_DEFAULT.has(field),
);

export interface CompareOptions {
  /** The fields that are compared. Default: {@link COMPARED_FIELDS}. */
  fields?: readonly PaperField[];
}

type Papers = AsyncIterable<PaperRecord> | Iterable<PaperRecord>;

/**
 * Compares two sets of papers. Ids say which are the same where both have one, else titles; copies on one side are one
 * paper. What one side does not show is not a change.
 */
export const compare = async (
  old: Papers,
  current: Papers,
  { fields = COMPARED_FIELDS }: CompareOptions = {},
): Promise<Comparison> => {
  const [before, after] = [await distinct(old), await distinct(current)];
  const { both, onlyOld, onlyNew } = pairUp(before, after);
  const changed = both.flatMap(([was, is]) => {
    const changes = changesOf(was, is, fields);
    const { title, arxivId, url } = is;
    return changes.length === 0
      ? []
      : [{ title, arxivId: arxivId ?? was.arxivId, url: url ?? was.url, changes }];
  });
  const isMissing = (papers: readonly Paper[], field: PaperField): boolean =>
    !papers.some((paper) => isShown(paper[field]));
  return {
    added: onlyNew.map(record),
    removed: onlyOld.map(record),
    changed,
    same: both.length - changed.length,
    notCompared: fields.filter(
      (field) => both.length > 0 && isMissing(before, field) !== isMissing(after, field),
    ),
  };
};

const distinct = async (papers: Papers): Promise<Paper[]> => {
  const copies = openCopies<PaperRecord>();
  for await (const paper of papers) copies.add(paper);
  return copies.end().unique;
};

const changesOf = (was: Paper, is: Paper, fields: readonly PaperField[]): Change[] =>
  fields
    .filter((field) => isShown(was[field]) && isShown(is[field]) && !isSame(was[field], is[field]))
    .map((field) => ({ field, old: was[field], new: is[field] }));

/** The record without the place where it was found. */
const record = (paper: Paper): Paper => pick(paper, PAPER_FIELDS) as Paper;

/** Which papers both sides have, and which only one. */
interface Pairs {
  /** In the order of the new side. */
  both: (readonly [was: Paper, is: Paper])[];
  onlyOld: Paper[];
  onlyNew: Paper[];
}

/** Finds the old record of each new paper: by id if both have one, else by title. No side has a paper twice. */
const pairUp = (before: readonly Paper[], after: readonly Paper[]): Pairs => {
  const byId = new Map(before.map((paper) => [paper.arxivId ?? paper, paper]));
  const twins = new Map<Paper, Paper>();
  const left = new Set(before);
  const join = (is: Paper, was: Paper): void => {
    twins.set(is, was);
    left.delete(was);
  };
  for (const is of after) {
    const was = is.arxivId === null ? undefined : byId.get(is.arxivId);
    if (was !== undefined) join(is, was);
  }

  // One of a title is enough: a side has at most one paper without an id under a title, and then no other.
  const byTitle = new Map<string, Paper>();
  for (const was of left) {
    const key = folded(was.title);
    if (!byTitle.has(key)) byTitle.set(key, was);
  }
  for (const is of after) {
    if (twins.has(is)) continue;
    const key = folded(is.title);
    const was = byTitle.get(key);
    if (was === undefined || (was.arxivId !== null && is.arxivId !== null)) continue;
    join(is, was);
    byTitle.delete(key);
  }
  return {
    both: after.flatMap((is) => {
      const was = twins.get(is);
      return was === undefined ? [] : [[was, is] as const];
    }),
    onlyOld: [...left],
    onlyNew: after.filter((is) => !twins.has(is)),
  };
};

const normal = (value: unknown): unknown =>
  typeof value === 'string' ? value.normalize('NFC').replace(/\s+/gu, ' ').trim() : value;

/** Whether two values say the same. White space and Unicode form do not count; case and punctuation do. */
const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((value, at) => isSame(value, b[at]))
    : normal(a) === normal(b);
