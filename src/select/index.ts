import { filter } from './filter.js';
import { limit } from './limit.js';
import type { Selectable, SelectOptions, Stage } from './options.js';
import { checkPeriods } from './period.js';
import { sort } from './sort.js';
import { unique } from './unique.js';

export type { Selectable, SelectOptions, SortKey } from './options.js';
export { readPattern } from './pattern.js';
export { readPeriod } from './period.js';
export type { Reading } from './reading.js';
export { readSort } from './sort-keys.js';

/** The order in which selections apply, whatever the order in which they are given. */
const STAGES: readonly Stage[] = [unique, filter, sort, limit];

/**
 * The papers that were asked for. `unique` and `sort` have to read everything before they hand on the first paper;
 * all else streams.
 *
 * @throws RangeError for a `since` or `until` that is no period
 */
export const select = <P extends Selectable>(
  papers: AsyncIterable<P>,
  options: SelectOptions,
): AsyncIterable<P> => {
  checkPeriods(options);
  return STAGES.reduce((stream, stage) => stage(stream, options), papers);
};
