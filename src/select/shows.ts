import type { FieldName } from '../paper.js';
import type { Selectable } from './options.js';

/** Whether a value says anything: `null` and the empty list mean that the source does not show the field. */
export const isShown = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Whether the paper shows the field. */
export const shows = (paper: Selectable, field: FieldName): boolean => isShown(paper[field]);
