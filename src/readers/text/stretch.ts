import type { Report } from '../../diagnostic.js';
import type { LineCounts } from '../../page.js';
import type { Labeller } from './labels.js';
import type { Token } from './token.js';

/** Where a page, or a part of one, lies in its input. */
export interface Stretch {
  tokens: readonly Token[];
  firstLine: number;
  /** The line behind its last. */
  nextLine: number;
  /** The same page goes on in the next part. */
  continues: boolean;
  /** The input ends here. */
  ends: boolean;
}

export interface PageContext {
  report: Report;
  labeller: Labeller;
  counts: LineCounts;
  /** The text of a line of the input, where the caller keeps lines. */
  rawLine: ((line: number) => string) | null;
}
