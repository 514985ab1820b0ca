import type { FieldName } from '../paper.js';
import type { Writable } from './writer.js';

export type Value = Writable[FieldName];

/**
 * The values of the fields, in their order. Members are taken as they stand in the paper, which is several times faster
 * than to look each up by its name; only where the fields are asked for in another order that has to be.
 */
export const valuesOf = (paper: Writable, fields: readonly FieldName[]): Value[] => {
  const values: Value[] = [];
  for (const name in paper) if (name === fields[values.length]) values.push(paper[name as FieldName]);
  return values.length === fields.length ? values : fields.map((field) => paper[field]);
};
