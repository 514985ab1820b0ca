import type { FieldName, PaperRecord } from '../paper.js';
import { type Column, fieldColumn, whoColumn } from './columns.js';
import { escapeInline, link } from './escape-markdown.js';
import { pieces } from './pieces.js';
import type { Writer } from './writer.js';

const DEFAULT_FIELDS: readonly FieldName[] = [
  'published',
  'title',
  'organization',
  'authorCount',
  'upvotes',
  'comments',
];

const DEFAULT_COLUMNS: readonly Column[] = [
  fieldColumn('published', 'date'),
  fieldColumn('title'),
  whoColumn('who'),
  fieldColumn('upvotes'),
  fieldColumn('comments'),
];

/** A GFM table; titles are links where the paper has an address. */
export const markdownTable = {
  name: 'markdown-table',
  aliases: [],
  extensions: [],
  about: 'a Markdown table, without abstracts',
  defaultFields: DEFAULT_FIELDS,
  async *write(papers, { fields }) {
    const columns = fields?.map((field) => fieldColumn(field)) ?? DEFAULT_COLUMNS;
    const rule = columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'));
    yield row(columns.map(({ heading }) => heading)) + row(rule);
    for await (const batch of pieces(papers)) {
      yield batch.map((paper) => row(columns.map((column) => markdownCell(column, paper)))).join('');
    }
  },
} as const satisfies Writer;

/** A row of a GFM table. */
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

/** The text of a column as a cell of a GFM table. */
const markdownCell = (column: Column, paper: PaperRecord): string => {
  const text = column.text(paper, 0);
  const inMarkdown = (column.kind === 'title' ? link(text, paper.url) : null) ?? escapeInline(text);
  return inMarkdown.replaceAll('|', '\\|');
};
