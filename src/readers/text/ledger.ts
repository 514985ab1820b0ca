import type { Entry, LineCounts, LineRole, PageLine } from '../../page.js';
import type { Piece } from './piece.js';

/** Keeps the account of every line of the input: each gets exactly one role. */
export interface Ledger {
  /** A line that is not blank comes in; it waits for its role. */
  seen(line: number, text: string): void;
  blank(line: number, text: string): void;
  assign(piece: Piece, role: LineRole, entry: Entry | null): void;
  /** The lines before this one, in order, where they are kept. */
  takeLines(before: number): PageLine[];
}

/** A line of several pieces is shown with its most telling role. */
const SAYS_LITTLE: ReadonlySet<LineRole> = new Set(['decoration', 'dot']);

export const openLedger = (counts: LineCounts, keep: boolean): Ledger => {
  const lines = new Map<number, PageLine>();
  /** Lines of several pieces that already have their role. */
  const shared = new Set<number>();
  const count = (role: LineRole): void => {
    counts.total++;
    if (role === 'page' || role === 'blank' || role === 'dropped' || role === 'unrecognised') counts[role]++;
    else counts.inPapers++;
  };
  return {
    seen(line, text) {
      if (keep) lines.set(line, { line, role: 'unrecognised', entry: null, text });
    },
    blank(line, text) {
      count('blank');
      if (keep) lines.set(line, { line, role: 'blank', entry: null, text });
    },
    assign(piece, role, entry) {
      const again = piece.shared && shared.has(piece.line);
      if (piece.shared) shared.add(piece.line);
      if (!again) count(role);
      const kept = keep ? lines.get(piece.line) : undefined;
      if (kept && (!again || SAYS_LITTLE.has(kept.role))) Object.assign(kept, { role, entry });
    },
    takeLines(before) {
      for (const line of shared) if (line < before) shared.delete(line);
      const taken = [...lines.values()].filter(({ line }) => line < before).sort((a, b) => a.line - b.line);
      for (const { line } of taken) lines.delete(line);
      return taken;
    },
  };
};
