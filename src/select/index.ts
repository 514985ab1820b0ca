import type { PaperRecord } from '../paper.js';
import { checkPeriods, filter } from './filter.js';
import { sort } from './sort.js';
import type { SelectOptions, Stage } from './stage.js';
import { unique } from './unique.js';

export { readPattern, readPeriod } from './filter.js';
export { readSort } from './sort.js';
export { DAY_FIELDS, type DayField, type Parsed, type SelectOptions, type SortKey } from './stage.js';

/** The first papers only. */
const limit: Stage = (papers, { limit }) => (limit === undefined ? papers : atMost(papers, limit));

async function* atMost<P extends PaperRecord>(papers: AsyncIterable<P>, most: number) {
  if (most <= 0) {
    await papers[Symbol.asyncIterator]().return?.();
    return;
  }
  let left = most;
  for await (const paper of papers) {
    yield paper;
    left -= 1;
    if (left === 0) return;
  }
}

/** The order in which selections apply, whatever the order in which they are given. */
const STAGES: readonly Stage[] = [unique, filter, sort, limit];

/**
 * The papers that were asked for. `unique` and `sort` have to read everything before they hand on the first paper;
 * all else streams.
 *
 * @throws RangeError for a `since` or `until` that is not a period
 */
export const select = <P extends PaperRecord>(
  papers: AsyncIterable<P>,
  options: SelectOptions,
): AsyncIterable<P> => {
  checkPeriods(options);
  return STAGES.reduce((stream, stage) => stage(stream, options), papers);
};
