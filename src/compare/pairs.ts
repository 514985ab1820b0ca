import { folded } from '../fields/title.js';
import type { Paper } from '../paper.js';

/** What stands on which side. */
export interface Pairs {
  /** In the order of the new side. */
  both: (readonly [was: Paper, is: Paper])[];
  onlyOld: Paper[];
  onlyNew: Paper[];
}

/** Finds for each new paper the old one that it is: by id if both have one, else by title. No id stands there twice. */
export const pairs = (before: readonly Paper[], after: readonly Paper[]): Pairs => {
  const byId = new Map(before.map((paper) => [paper.arxivId ?? paper, paper]));
  const twins = new Map<Paper, Paper>();
  const left = new Set(before);
  const join = (is: Paper, was: Paper | undefined): void => {
    if (was === undefined) return;
    twins.set(is, was);
    left.delete(was);
  };
  for (const is of after) if (is.arxivId !== null) join(is, byId.get(is.arxivId));

  const byTitle = new Map<string, Paper[]>();
  for (const was of left) {
    const key = folded(was.title);
    byTitle.set(key, [...(byTitle.get(key) ?? []), was]);
  }
  for (const is of after) {
    if (twins.has(is)) continue;
    const candidates = byTitle.get(folded(is.title)) ?? [];
    join(
      is,
      candidates.find((was) => left.has(was) && (was.arxivId === null || is.arxivId === null)),
    );
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
