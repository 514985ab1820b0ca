import type { Column } from './columns.js';
import { escapeInline } from './escape-markdown.js';
import { link } from './link-markdown.js';
import type { Writable } from './writer.js';

/** A row of a GFM table. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

/** The text of a column as a cell of a GFM table. */
export const markdownCell = (column: Column, paper: Writable): string => {
  const text = column.text(paper, 0);
  const inMarkdown = (column.kind === 'title' ? link(text, paper.url) : null) ?? escapeInline(text);
  return inMarkdown.replaceAll('|', '\\|');
};
