import { counted } from '../words.js';
import { type Change, type Comparison, DIFFERENCES, type Difference } from './compare.js';
import { excerpts } from './excerpt.js';

/** `2 added, 1 removed, 3 changed, 45 the same`; only those that were asked for. */
export const summary = (comparison: Comparison, only: readonly Difference[] = DIFFERENCES): string =>
  [...only.map((kind) => `${comparison[kind].length} ${kind}`), `${comparison.same} the same`].join(', ');

/** Whether the sides differ in none of these ways, as far as they could be compared. */
export const isEqual = (comparison: Comparison, only: readonly Difference[] = DIFFERENCES): boolean =>
  only.every((kind) => comparison[kind].length === 0);

/** What could not be compared; empty where there is nothing to say. */
export const notComparedWords = (
  { notCompared }: Comparison,
  nameOf: (field: Change['field']) => string,
): string =>
  notCompared.length === 0
    ? ''
    : `not compared, only one side shows ${notCompared.length === 1 ? 'it' : 'them'}: ${notCompared.map(nameOf).join(', ')}`;

const asText = (value: Change['old']): string => (Array.isArray(value) ? value.join('; ') : String(value));

/** The old and the new value, long ones cut to where they differ. */
export const values = (change: Change): readonly [string, string] =>
  excerpts(asText(change.old), asText(change.new));

/** That there are no such differences, as a sentence of its own. */
export const equalWords = ({ same }: Comparison, only: readonly Difference[] = DIFFERENCES): string =>
  only.length === DIFFERENCES.length
    ? `No differences: ${counted(same, 'paper')}.`
    : `Nothing ${only.join(' or ')}; ${counted(same, 'paper')} the same.`;
