import type { FieldName } from '../paper.js';

/** The fields that make an entry unless others are asked for. */
export const CITED_FIELDS: readonly FieldName[] = [
  'title',
  'published',
  'organization',
  'arxivId',
  'url',
  'authors',
];
