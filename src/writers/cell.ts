import type { Value } from './values.js';

/** A value as the text of one cell: lists joined with `; `, nothing for `null`. */
export const cell = (value: Value): string => {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join('; ') : String(value ?? '');
};
