import { counted } from '../writers/words.js';
import type { Change, Comparison } from './compare.js';
import { excerpts } from './excerpt.js';

/** `2 added, 1 removed, 3 changed, 45 the same`. */
export const summary = ({ added, removed, changed, same }: Comparison): string =>
  [
    `${added.length} added`,
    `${removed.length} removed`,
    `${changed.length} changed`,
    `${same} the same`,
  ].join(', ');

/** Whether the sides are the same as far as they could be compared. */
export const isEqual = ({ added, removed, changed }: Comparison): boolean =>
  added.length + removed.length + changed.length === 0;

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

/** `same` papers as a sentence of its own. */
export const equalWords = ({ same }: Comparison): string => `No differences: ${counted(same, 'paper')}.`;
