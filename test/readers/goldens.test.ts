import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutAt, diagnosticLines, type Outcome, read, readCases } from '../helpers/read-case.js';

const everyByte = (length: number): number[] => Array.from({ length }, (_, i) => i);
/** Places spread unevenly, the same in every run. */
const somePlaces = (length: number): number[] => [
  ...new Set([0.07, 0.31, 0.311, 0.58, 0.83, 0.97].map((part) => Math.floor(part * length))),
];

const jsonl = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

// `$name` would be cut, and `npm run case` finds a case by its name.
describe.each(readCases().map((one) => [one.name, one] as const))(
  '%s',
  (_, { folder, input, bytes, options }) => {
    const roles: number[] = [];
    let reading: Promise<Outcome> | undefined;
    /** Read once for all tests of the case, by the first of them. */
    const whole = (): Promise<Outcome> => {
      reading ??= read(bytes, { ...options, onLine: ({ line }) => roles.push(line) }, input);
      return reading;
    };

    it('gives the expected records and diagnostics', async () => {
      const { papers, diagnostics } = await whole();
      await expect(jsonl(papers)).toMatchFileSnapshot(join(folder, 'expected.jsonl'));
      await expect(diagnosticLines(diagnostics)).toMatchFileSnapshot(join(folder, 'expected.diagnostics'));
    });

    it('gives every line one role', async () => {
      const { inputs } = await whole();
      for (const { lines } of inputs) {
        expect(lines.total).toBe(
          lines.inPapers + lines.page + lines.blank + lines.dropped + lines.unrecognised,
        );
        expect(roles).toEqual(Array.from({ length: lines.total }, (_, i) => i + 1));
      }
    });

    it('gives the same in pieces of any size', async () => {
      const { papers, diagnostics } = await whole();
      const byByte = await read(cutAt(bytes, everyByte(bytes.length)), options, input);
      const byPiece = await read(cutAt(bytes, somePlaces(bytes.length)), options, input);
      expect(byByte.papers).toEqual(papers);
      expect(diagnosticLines(byByte.diagnostics)).toBe(diagnosticLines(diagnostics));
      expect(byPiece.papers).toEqual(papers);
    });

    it('gives the same with CRLF and with a byte-order mark', async () => {
      const text = Buffer.from(bytes).toString('latin1');
      const isUtf8 = options.encoding === undefined && !text.includes('\0') && !input.includes('windows');
      const crlf = Buffer.from(text.replace(/\r?\n|\r/g, '\r\n'), 'latin1');
      const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
      const { papers } = await whole();
      if (!text.includes('\0')) expect((await read(crlf, options, input)).papers).toEqual(papers);
      if (isUtf8) expect((await read(marked, options, input)).papers).toEqual(papers);
    });
  },
);
