import { PAPER_FIELDS } from '../paper.js';
import { dataCells } from './data-cells.js';
import { formulaGuard } from './formula.js';
import { pieces } from './pieces.js';
import type { Writable, Writer } from './writer.js';

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
    const toCells = (paper: Writable): string[] => dataCells(paper, fields).map(guard);
    const toText = (rows: readonly string[][]): string =>
      stringify([...rows], {
        record_delimiter: excel ? 'windows' : 'unix',
        // Unless told so, it leaves a lone CR unquoted as soon as a record delimiter is given.
        quote_record_delimiter: true,
        // An empty line is no record to most readers.
        quoted_empty: fields.length === 1,
      });

    yield (excel ? '\uFEFF' : '') + toText([[...fields]]);
    for await (const batch of pieces(papers)) yield toText(batch.map(toCells));
    report(onDiagnostic);
  },
} as const satisfies Writer;
