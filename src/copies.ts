import { type Diagnostic, diagnostic } from './diagnostic.js';
import type { PaperField } from './paper.js';
import { counted, folded, shortened, valueInWords } from './words.js';

/** Copies of one paper, on one page or in several inputs: whether they agree, and what is reported of them. */

/** Whether two values of a field say the same: of texts, letters and digits count. */
export const agree = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string'
    ? folded(a) === folded(b)
    : JSON.stringify(a) === JSON.stringify(b);

/** The number of papers that had copies. */
export const copiesMerged = (papers: number): Diagnostic =>
  diagnostic('duplicate-merged', {
    message: `${counted(papers, 'paper occurs', 'papers occur')} more than once; the copies were merged`,
  });

/** Both values of a conflict fit on two lines of a terminal. */
const LONGEST_QUOTE = 60;

const quote = (value: unknown): string => shortened(valueInWords(value), LONGEST_QUOTE);

/** Two copies disagree on a field; the place is that of the copy whose value was not kept. */
export const copiesDisagree = (
  title: string | null,
  field: PaperField,
  { kept, other }: { kept: unknown; other: unknown },
  place: { file?: string; line: number | null },
): Diagnostic => {
  const [expected, actual] = [quote(kept), quote(other)];
  return diagnostic('duplicate-conflict', {
    message: `two copies of “${title}” disagree on ${field}: ${expected} was kept, not ${actual}`,
    ...place,
    field,
    actual,
    expected,
  });
};
