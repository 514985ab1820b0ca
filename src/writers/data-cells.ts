import type { FieldName } from '../paper.js';
import { cell } from './cell.js';
import { valuesOf } from './values.js';
import type { Writable } from './writer.js';

/**
 * The fields as cells that programs read. A bare id such as `2410.05430` would come back as the number 2410.0543,
 * so ids carry their prefix.
 */
export const dataCells = (paper: Writable, fields: readonly FieldName[]): string[] =>
  valuesOf(paper, fields).map((value, at) =>
    value && fields[at] === 'arxivId' ? `arXiv:${value}` : cell(value),
  );
