import type { Diagnostic, DiagnosticCode } from '../index.js';
import type { Paint } from './color.js';
import type { Context } from './context.js';
import { safeJson, safeText } from './safe-text.js';

/** Writes what a run says on stderr, at once. */
export interface Reporter {
  diagnostic: (diagnostic: Diagnostic) => void;
  /** Ends an input, or what concerns all of them; true if there were errors or warnings. */
  endInput: (name: string) => boolean;
  /** A problem of the run itself: it cannot read, or cannot write. */
  reportProblem: (message: string) => void;
  /** A line of summary, for people. */
  note: (line: string) => void;
}

/** Makes a reporter for one run. */
export type MakeReporter = (context: Context, verbosity: Verbosity) => Reporter;

/** `--diagnostics`. */
export const DIAGNOSTICS_FORMATS = ['text', 'jsonl', 'github'] as const;
export type DiagnosticsFormat = (typeof DIAGNOSTICS_FORMATS)[number];

/** Which diagnostics are shown. */
export interface Verbosity {
  quiet: boolean;
  verbose: boolean;
  /** Whether it fails the run: then it is shown also with `--quiet`. */
  fails: (diagnostic: Diagnostic) => boolean;
}

/** Whether a diagnostic is shown: errors always, infos only if requested. */
export const isReported = (diagnostic: Diagnostic, { quiet, verbose, fails }: Verbosity): boolean => {
  if (fails(diagnostic)) return true;
  return !quiet && (verbose || diagnostic.severity === 'warning');
};

/** Remembers whether an input had errors or warnings. */
export const openTroubles = () => {
  let troubled = false;
  return {
    see: ({ severity }: Diagnostic): void => {
      troubled ||= severity !== 'info';
    },
    /** Says so and starts anew. */
    drain: (): boolean => {
      const was = troubled;
      troubled = false;
      return was;
    },
  };
};

/** `dump.txt:41:1: warning: message [code]`, and the hint on a line of its own. */
export const diagnosticText = (diagnostic: Diagnostic, paint: Paint): string => {
  const { file = 'papers', line, column = 1, severity, message, code, hint } = diagnostic;
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  const said = `${safeText(message)} ${paint('code', `[${code}]`)}`;
  const hintLine = hint === undefined ? '' : `    ${paint('hint', safeText(hint))}\n`;
  return `${paint('place', `${safeText(place)}:`)} ${paint(severity, `${severity}:`)} ${said}\n${hintLine}`;
};

/** Takes hints away that the run has given before. */
export const openHints = (): ((diagnostic: Diagnostic) => Diagnostic) => {
  const given = new Set<string>();
  return (diagnostic) => {
    const { hint, ...rest } = diagnostic;
    if (hint === undefined || given.has(hint)) return rest;
    given.add(hint);
    return diagnostic;
  };
};

/** The line in place of the diagnostics of a code that are not shown. */
export const foldText = (file: string, code: DiagnosticCode, more: number, paint: Paint): string =>
  `${paint('place', `${safeText(file)}:`)} … and ${more} more ${paint('code', `[${code}]`)}\n`;

/** At most this many diagnostics of a code are shown for one input. */
export const FOLD_AFTER = 5;

/** A problem of the run itself, and not of the data. */
export const reportProblem = (
  { stderr, paintErr }: Pick<Context, 'stderr' | 'paintErr'>,
  text: string,
): void => stderr.write(`${paintErr('error', 'papers:')} ${text.split('\n').map(safeText).join('\n')}\n`);

/** Lines for people. */
export const textReporter: MakeReporter = (context, verbosity) => {
  const { stderr, paintErr } = context;
  /** Diagnostics of the current input by code. */
  const shown = new Map<DiagnosticCode, number>();
  const hintOnce = openHints();
  const trouble = openTroubles();
  return {
    diagnostic: (diagnostic) => {
      trouble.see(diagnostic);
      if (!isReported(diagnostic, verbosity)) return;
      const count = (shown.get(diagnostic.code) ?? 0) + 1;
      shown.set(diagnostic.code, count);
      if (count <= FOLD_AFTER) stderr.write(diagnosticText(hintOnce(diagnostic), paintErr));
    },
    endInput: (name) => {
      for (const [code, count] of shown) {
        if (count > FOLD_AFTER) stderr.write(foldText(name, code, count - FOLD_AFTER, paintErr));
      }
      shown.clear();
      return trouble.drain();
    },
    reportProblem: (message) => reportProblem(context, message),
    note: (line) => stderr.write(`${safeText(line)}\n`),
  };
};

/** One object per line: problems of the run have no `code`, and summaries are left out. */
export const jsonlReporter: MakeReporter = ({ stderr }, verbosity) => {
  const trouble = openTroubles();
  const say = (said: object): void => stderr.write(`${safeJson(said)}\n`);
  return {
    diagnostic: (diagnostic) => {
      trouble.see(diagnostic);
      if (isReported(diagnostic, verbosity)) say(diagnostic);
    },
    endInput: () => trouble.drain(),
    reportProblem: (message) => say({ severity: 'error', message }),
    note: () => undefined,
  };
};
