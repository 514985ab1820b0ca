import type { FieldName } from '../paper.js';
import type { Writable } from './writer.js';

/** A field as the text of one cell: lists joined with `; `, nothing for `null`. */
export const cell = (paper: Writable, field: FieldName): string => {
  const value = paper[field] ?? '';
  return Array.isArray(value) ? value.join('; ') : String(value);
};
