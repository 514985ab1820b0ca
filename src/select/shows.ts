import { type FieldName, isShown } from '../paper.js';
import type { Selectable } from './options.js';

/** Whether the paper shows the field. */
export const shows = (paper: Selectable, field: FieldName): boolean => isShown(paper[field]);
