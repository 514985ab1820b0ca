import { PAPER_FIELDS, type PaperRecord } from '../paper.js';
import { dataCells, formulaGuard } from './cells.js';
import { pieces, type WriterModule } from './writer.js';

/** RFC 4180 with a header; `excel` adds the byte-order mark and CRLF by which Excel knows UTF-8. */
export const csv: WriterModule = {
  defaultFields: PAPER_FIELDS,
  async *write(papers, { fields = PAPER_FIELDS, escapeFormulas = true, excel = false, onDiagnostic }) {
    const { stringify } = await import('csv-stringify/sync');
    const { guard, report } = formulaGuard(escapeFormulas);
    const toCells = (paper: PaperRecord): string[] => dataCells(paper, fields).map(guard);
    const toText = (rows: readonly string[][]): string =>
      stringify([...rows], {
        record_delimiter: excel ? 'windows' : 'unix',
        // Without this, it leaves a lone CR unquoted once a record delimiter is given.
        quote_record_delimiter: true,
        // Most readers skip an empty line.
        quoted_empty: fields.length === 1,
      });

    yield (excel ? '\uFEFF' : '') + toText([[...fields]]);
    for await (const batch of pieces(papers)) yield toText(batch.map(toCells));
    report(onDiagnostic);
  },
};

const TABS_AND_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** Readers take a quote for one only at the start of a cell. */
const tsvCell = (cell: string): string => (cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Tab-separated values: a line is a record, tabs part its cells. */
export const tsv: WriterModule = {
  defaultFields: PAPER_FIELDS,
  async *write(papers, { fields = PAPER_FIELDS, escapeFormulas = true, onDiagnostic }) {
    const { guard, report } = formulaGuard(escapeFormulas);
    const toCell = (text: string): string => tsvCell(guard(text.replace(TABS_AND_BREAKS, ' ')));
    const toLine = (paper: PaperRecord): string => `${dataCells(paper, fields).map(toCell).join('\t')}\n`;

    yield `${fields.join('\t')}\n`;
    for await (const batch of pieces(papers)) yield batch.map(toLine).join('');
    report(onDiagnostic);
  },
};
