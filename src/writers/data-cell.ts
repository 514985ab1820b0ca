import type { FieldName } from '../paper.js';
import { cell } from './cell.js';
import type { Writable } from './writer.js';

/**
 * A field as a cell that programs read. A bare id such as `2410.05430` would come back as the number 2410.0543,
 * so ids carry their prefix.
 */
export const dataCell = (paper: Writable, field: FieldName): string => {
  const text = cell(paper, field);
  return field === 'arxivId' && text !== '' ? `arXiv:${text}` : text;
};
