import { isShown, PAPER_FIELDS, type Paper, type PaperField } from '../paper.js';
import type { Selectable } from '../select/options.js';
import { openCopies } from '../select/unique.js';
import { isSame } from './is-same.js';
import { pairs } from './pairs.js';

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

/** Follow from other fields, or tell how a value was found and not what it is. */
const NOT_BY_DEFAULT: ReadonlySet<PaperField> = new Set(['yearInferred', 'url', 'links']);

/** What is compared unless told otherwise. */
export const COMPARED_FIELDS: readonly PaperField[] = PAPER_FIELDS.filter(
  (field) => !NOT_BY_DEFAULT.has(field),
);

export interface CompareOptions {
  /** The fields that are compared. Default: {@link COMPARED_FIELDS}. */
  fields?: readonly PaperField[];
}

type Papers = AsyncIterable<Selectable> | Iterable<Selectable>;

/**
 * Compares two sets of papers. Ids say which are the same where both have one, else titles; copies on one side are one
 * paper. What one side does not show is no change.
 */
export const compare = async (
  old: Papers,
  current: Papers,
  { fields = COMPARED_FIELDS }: CompareOptions = {},
): Promise<Comparison> => {
  const [before, after] = [await distinct(old), await distinct(current)];
  const { both, onlyOld, onlyNew } = pairs(before, after);
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
  const copies = openCopies<Selectable>();
  for await (const paper of papers) copies.add(paper);
  return copies.end().unique;
};

const changesOf = (was: Paper, is: Paper, fields: readonly PaperField[]): Change[] =>
  fields
    .filter((field) => isShown(was[field]) && isShown(is[field]) && !isSame(was[field], is[field]))
    .map((field) => ({ field, old: was[field], new: is[field] }));

/** The record without the place where it was found. */
const record = (paper: Paper): Paper =>
  Object.fromEntries(PAPER_FIELDS.map((field) => [field, paper[field]])) as unknown as Paper;
