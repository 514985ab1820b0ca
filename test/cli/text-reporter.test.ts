import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/cli/context.js';
import { outputStream } from '../../src/cli/output.js';
import type { Verbosity } from '../../src/cli/report.js';
import { textReporter } from '../../src/cli/report.js';
import { plain } from '../../src/cli/terminal.js';
import type { Diagnostic } from '../../src/index.js';
import { taken } from '../helpers/taken.js';

const VERBOSITY: Verbosity = { quiet: false, verbose: false, fails: ({ severity }) => severity === 'error' };

const said = (
  verbosity: Partial<Verbosity>,
  act: (report: ReturnType<typeof textReporter>) => void,
): string => {
  const stream = new PassThrough();
  const context = { stderr: outputStream(stream), paintErr: plain } as unknown as Context;
  act(textReporter(context, { ...VERBOSITY, ...verbosity }));
  return taken(stream);
};

const missing = (line: number): Diagnostic => ({
  code: 'date-missing',
  severity: 'warning',
  message: 'no date',
  file: 'dump.txt',
  line,
});
const inferred: Diagnostic = {
  code: 'year-inferred',
  severity: 'info',
  message: 'it is 2026',
  file: 'dump.txt',
};
const none: Diagnostic = {
  code: 'no-papers',
  severity: 'error',
  message: 'empty',
  hint: 'save it',
  file: 'dump.txt',
};

describe('textReporter', () => {
  it('names the place, the severity, the code and the way out', () => {
    const text = said({}, ({ diagnostic }) => {
      diagnostic({ ...missing(41), column: 3 });
      diagnostic(none);
    });
    expect(text).toBe(
      'dump.txt:41:3: warning: no date [date-missing]\ndump.txt: error: empty [no-papers]\n    save it\n',
    );
  });

  it('folds a code after five, for each input anew', () => {
    const text = said({}, ({ diagnostic, endInput }) => {
      for (let line = 1; line <= 42; line++) diagnostic(missing(line));
      endInput('dump.txt');
      diagnostic(missing(43));
      endInput('dump.txt');
    });
    expect(text.split('\n')).toHaveLength(8);
    expect(text).toContain('dump.txt: … and 37 more [date-missing]\ndump.txt:43:1:');
  });

  it.each<[string, Partial<Verbosity>, RegExp, RegExp]>([
    ['infos only on demand', {}, /date-missing.*no-papers/s, /year-inferred/],
    ['infos with verbose', { verbose: true }, /year-inferred/, /^$/],
    ['errors only with quiet', { quiet: true }, /no-papers/, /date-missing|year-inferred/],
    ['what fails the run also with quiet', { quiet: true, fails: () => true }, /date-missing/, /^$/],
  ])('%s', (_, verbosity, there, absent) => {
    const text = said(verbosity, ({ diagnostic }) => [inferred, missing(1), none].forEach(diagnostic));
    expect(text).toMatch(there);
    expect(text).not.toMatch(absent);
  });

  it('knows whether an input had more than infos', () => {
    said({}, ({ diagnostic, endInput }) => {
      diagnostic(inferred);
      expect(endInput('dump.txt')).toBe(false);
      diagnostic(missing(1));
      expect(endInput('dump.txt')).toBe(true);
      expect(endInput('dump.txt')).toBe(false);
    });
  });
});
