import type { FieldName } from '../paper.js';
import { batches } from './batches.js';
import { type Column, fieldColumn, numberColumn, whoColumn } from './columns.js';
import { layOut, type Place } from './layout.js';
import { type Ruler, rulerFor } from './ruler.js';
import { headingLine, rowLine } from './table-line.js';
import { visible } from './visible.js';
import type { Writer } from './writer.js';

const DEFAULT_FIELDS: readonly FieldName[] = [
  'published',
  'upvotes',
  'comments',
  'organization',
  'authorCount',
  'title',
];

const date = fieldColumn('published', 'date');
const upvotes = fieldColumn('upvotes', 'votes');
const comments = fieldColumn('comments', 'cmts');
const DEFAULT_COLUMNS: readonly Column[] = [
  numberColumn,
  date,
  upvotes,
  comments,
  whoColumn,
  fieldColumn('title'),
];

/** What a narrow terminal goes without, the first first. */
const DISPENSABLE: readonly Column[] = [comments, whoColumn, upvotes, date, numberColumn];

/** Rows that are measured, and held, together. */
const ROWS_MEASURED = 1000;

type Row = readonly string[];

/** The widest cell of each column, in these rows or before them. */
const widest = (rows: readonly Row[], before: readonly number[], ruler: Ruler): number[] =>
  before.map((width, index) =>
    rows.reduce((most, row) => Math.max(most, ruler.width(row[index] ?? '')), width),
  );

const placesOf = (columns: readonly Column[], widths: readonly number[]): Place[] =>
  columns.map((column, index) => ({
    column,
    index,
    width: Math.max(column.heading.length, widths[index] ?? 0),
  }));

/**
 * Columns for eyes. Widths come from a thousand rows at a time and never shrink; a column without any content is
 * left out until it has some, which gives a new line of headings.
 */
export const table = {
  name: 'table',
  aliases: [],
  extensions: [],
  about: 'columns to read on a terminal',
  defaultFields: DEFAULT_FIELDS,
  async *write(papers, { fields, width, paint = (_, text) => text }) {
    const columns = fields?.map((field) => fieldColumn(field)) ?? DEFAULT_COLUMNS;
    const headings = columns.map(({ heading }) => heading);
    const dispensable = fields === undefined ? DISPENSABLE : [];
    let widths = columns.map(() => 0);
    let shown = '';
    let number = 0;

    for await (const batch of batches(papers, ROWS_MEASURED, () => 1)) {
      const rows = batch.map((paper) => {
        number += 1;
        return columns.map((column) => visible(column.text(paper, number)));
      });
      const ruler = await rulerFor(rows);
      widths = widest(rows, widths, ruler);
      const filled = placesOf(columns, widths).filter(
        ({ index }) => fields !== undefined || (widths[index] ?? 0) > 0,
      );
      const places = layOut(filled, width, dispensable);
      const setting = { places, ruler, cutting: width !== undefined, paint };
      const nowShown = places.map(({ index }) => index).join();
      const heading = nowShown === shown ? '' : headingLine(setting, headings);
      yield (shown !== '' && heading !== '' ? '\n' : '') +
        heading +
        rows.map((row) => rowLine(setting, row)).join('');
      shown = nowShown;
    }
  },
} as const satisfies Writer;
