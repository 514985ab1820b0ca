import type { FieldName, LocatedPaper } from '../paper.js';
import type { Writable } from './writer.js';

/** The fields that were asked for; what the paper does not have is `null`. */
export type Picked = { [F in FieldName]?: LocatedPaper[F] | null };

/** The record with these fields only, in this order. */
export const pick = (paper: Writable, fields: readonly FieldName[]): Picked => {
  const picked: Partial<Record<FieldName, unknown>> = {};
  for (const field of fields) picked[field] = paper[field] ?? null;
  return picked as Picked;
};
