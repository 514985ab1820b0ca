import type { DiagnosticCode } from '../index.js';

/** So many of a code are shown for one input. */
export const FOLD_AFTER = 5;

/** Counts by code, and says which of them to show. */
export interface Fold {
  /** Counts one; true while it should be shown. */
  take(code: DiagnosticCode): boolean;
  /** The codes that were cut, with the number of those not shown; then counting starts anew. */
  drain(): { code: DiagnosticCode; more: number }[];
}

/** A counter for one input after the other. */
export const fold = (): Fold => {
  const counts = new Map<DiagnosticCode, number>();
  return {
    take: (code) => {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      return count <= FOLD_AFTER;
    },
    drain: () => {
      const cut = [...counts].filter(([, count]) => count > FOLD_AFTER);
      counts.clear();
      return cut.map(([code, count]) => ({ code, more: count - FOLD_AFTER }));
    },
  };
};
