import type { FieldName, PaperRecord } from '../paper.js';
import { counted, valueInWords } from '../words.js';
import type { Picked } from './writer.js';

/** How a column is aligned and coloured. */
export type ColumnKind = 'number' | 'date' | 'who' | 'title' | 'text';

/** One column of a table for eyes. */
export interface Column {
  heading: string;
  kind: ColumnKind;
  /** The field it shows; absent where it shows something made of several. */
  field?: FieldName;
  /** The text of its cell; `number` counts the papers from 1. */
  text: (paper: PaperRecord, number: number) => string;
}

const KINDS: { [F in FieldName]?: ColumnKind } = {
  title: 'title',
  published: 'date',
  submittedOn: 'date',
  pageDate: 'date',
  upvotes: 'number',
  comments: 'number',
  authorCount: 'number',
  githubStars: 'number',
  line: 'number',
  rank: 'number',
  organization: 'who',
};

/** The column of one field; its heading is the field's name if nothing shorter is given. */
export const fieldColumn = (field: FieldName, heading: string = field): Column => ({
  heading,
  kind: KINDS[field] ?? 'text',
  field,
  text: (paper) => valueInWords(paper[field]),
});

/** The running number. */
export const numberColumn: Column = { heading: '#', kind: 'number', text: (_, number) => String(number) };

/** The organization, else the number of authors. */
export const whoColumn = (heading: string): Column => ({
  heading,
  kind: 'who',
  text: (paper) => who(paper) ?? '',
});

/** Who wrote it, as the feed puts it: the organization, else `14 authors`. */
export const who = ({ organization, authorCount }: Picked): string | null =>
  organization ?? (authorCount == null ? null : counted(authorCount, 'author'));
