import { diagnostic, type Report } from '../../diagnostic.js';
import { oneLine } from '../../fields/text.js';
import { faultIn } from './fault.js';
import type { Flaw } from './fit.js';
import type { Place } from './split.js';

/** `{'paper': …`: what Python's `str()` makes of a dictionary. */
const PYTHON_REPR = /^\s*\{\s*'/;

/** Flaws that are told one by one; data of another kind would fill the memory with them. */
const MAX_FLAWS = 1000;

/** Where the fault of a text lies that begins at a place. */
const faultPlace = (text: string, offset: number, place: Place): { line: number; column: number } => {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  const lastLine = lines.at(-1) ?? '';
  return {
    line: place.line + lines.length - 1,
    column: lines.length === 1 ? place.column + lastLine.length : lastLine.length + 1,
  };
};

/** The diagnostics of one JSON input, in words. */
export const messages = (report: Report) => {
  const strings = { count: 0, first: 0, line: 0, python: false };
  let removed = 0;
  let flaws = 0;

  const sawString = (text: string, { record, line }: Place): void => {
    if (strings.count++ === 0)
      Object.assign(strings, { first: record, line, python: PYTHON_REPR.test(text) });
  };

  return {
    /** A string where a record should be; told once for all, by {@link finish}. */
    sawString,

    broken(text: string, place: Place, cut: boolean): void {
      if (PYTHON_REPR.test(text)) return sawString(text, place);
      const { record } = place;
      if (text === '') {
        const message = cut ? 'the JSON breaks off: brackets are still open' : 'not valid JSON';
        return report(diagnostic('malformed-json', { message, line: place.line, column: place.column }));
      }
      const fault = faultIn(text);
      const offset = fault?.offset ?? text.length;
      const expected = fault?.expected ?? 'the end of the record';
      const what = cut
        ? `the JSON breaks off inside record ${record}`
        : `record ${record} is not valid JSON: expected ${expected}`;
      const at = faultPlace(text, offset, place);
      const message = `${what}; it is left out`;
      report(diagnostic('malformed-json', { message, ...at, record, ...(!cut && { expected }) }));
    },

    stray(text: string, { line, column }: Place): void {
      const shown = oneLine(text);
      const quoted = shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
      const message = `expected a record, got ${JSON.stringify(quoted)}`;
      report(diagnostic('malformed-json', { message, line, column, expected: 'a record', actual: quoted }));
    },

    oversized(limit: 'size' | 'depth', { record, line, column }: Place): void {
      const words = { size: 'is larger than 16 MiB', depth: 'is nested more than 64 levels deep' };
      const message = `record ${record} ${words[limit]}; it is left out`;
      report(diagnostic('entry-too-large', { message, line, column, record }));
    },

    flaw({ path, expected, actual, field, code }: Flaw, { record, line }: Place): void {
      if (++flaws > MAX_FLAWS) return;
      const where = path === '' ? `record ${record}` : `record ${record}: ${path}`;
      const loss = field === undefined ? 'the record is left out' : 'the paper is kept without it';
      const message = `${where}: expected ${expected}, got ${actual}; ${loss}`;
      const details = { message, line, record, ...(field && { field }), expected, actual };
      report(diagnostic(code ?? (field ? 'field-invalid' : 'schema-mismatch'), details));
    },

    removed(count: number): void {
      removed += count;
    },

    finish(): void {
      if (flaws > MAX_FLAWS) {
        const message = `${flaws - MAX_FLAWS} more parts of records do not have the shape of a paper`;
        report(diagnostic('schema-mismatch', { message }));
      }
      const { count, first, line } = strings;
      if (count > 0) {
        const which =
          count === 1
            ? `record ${first} is a string`
            : `${count} records are strings, from record ${first} on,`;
        const python = "save the records with Python's json.dumps(record) instead of str(record)";
        report(
          diagnostic('schema-mismatch', {
            message: `${which} where an object should be${strings.python ? ", as Python's str() writes it" : ''}; left out`,
            line,
            record: first,
            expected: 'an object',
            actual: 'a string',
            ...(strings.python && { hint: python }),
          }),
        );
      }
      if (removed > 0) {
        const message = `${removed} control or invisible character${removed === 1 ? '' : 's'} taken out`;
        report(diagnostic('control-characters-removed', { message }));
      }
    },
  };
};
