import { PAPER_FIELDS, type PaperRecord } from '../paper.js';
import { dataCells, formulaGuard } from './cells.js';
import { pieces } from './pieces.js';
import type { Writer } from './writer.js';

/** RFC 4180 with a header; `excel` adds the byte-order mark and CRLF by which Excel knows UTF-8. */
export const csv = {
  name: 'csv',
  aliases: [],
  extensions: ['.csv'],
  about: 'comma-separated values with a header',
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
} as const satisfies Writer;
