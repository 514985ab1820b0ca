import type { Command, HelpConfiguration, OutputConfiguration } from 'commander';
import { type Paint, plain } from './color.js';
import type { Context } from './context.js';

/** What the exit codes mean. */
export type ExitCodeWords = readonly (readonly [code: string, about: string])[];

const EXIT_CODES: ExitCodeWords = [
  ['0', 'success, also if the output pipe was closed early'],
  ['1', 'bad data: an error, or a gate such as --strict failed'],
  ['2', 'the command line is wrong'],
  ['3', 'a file could not be read or written'],
];

const WIDEST = 100;

/** Examples come first in the help, exit codes last. */
export const addFrame = (
  command: Command,
  examples: readonly string[],
  paint: Paint,
  exitCodes: ExitCodeWords = EXIT_CODES,
): Command =>
  command
    .addHelpText('before', [paint('heading', 'Examples:'), ...examples.map(indented), ''].join('\n'))
    .addHelpText(
      'after',
      [
        '',
        paint('heading', 'Exit codes:'),
        ...exitCodes.map(([code, about]) => indented(`${paint('term', code)}  ${about}`)),
      ].join('\n'),
    );

const indented = (line: string): string => `  ${line}`;

/** Colour and width of the help. */
export const helpConfiguration = (paint: Paint): HelpConfiguration => ({
  minWidthToWrap: 10,
  optionDescription: ({ description, defaultValue: usual }) =>
    typeof usual === 'string' || typeof usual === 'number'
      ? `${description} (default: ${usual})`
      : description,
  styleTitle: (title) => paint('heading', title),
  styleOptionTerm: (term) => paint('term', term),
  styleSubcommandTerm: (term) => paint('term', term),
});

/** Sends what commander writes to the streams of the run; its error messages are kept for later. */
export const outputConfiguration = (
  { io, stdout, stderr, paintOut, paintErr }: Context,
  keepError: (message: string) => void,
): OutputConfiguration => ({
  writeOut: stdout.write,
  writeErr: stderr.write,
  outputError: keepError,
  getOutHelpWidth: () => Math.min(io.stdout.columns ?? 80, WIDEST),
  getErrHelpWidth: () => Math.min(io.stderr.columns ?? 80, WIDEST),
  getOutHasColors: () => paintOut !== plain,
  getErrHasColors: () => paintErr !== plain,
});

/** The colours of help: commander takes them off again for a stream that wants none. */
export const helpPaint = ({ paintOut, paintErr }: Context): Paint =>
  paintOut === plain ? paintErr : paintOut;
