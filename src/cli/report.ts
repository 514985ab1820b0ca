import { isAbsolute, relative, resolve } from 'node:path';
import type { Diagnostic, DiagnosticCode, InputReport, Severity } from '../index.js';
import { counted } from '../words.js';
import type { Context, Io } from './context.js';
import { manyOf, missedFields } from './field-words.js';
import type { RunCounts } from './gates.js';
import { STDIN_NAME } from './input.js';
import { type Paint, printable, safeJson, safeText } from './terminal.js';

/** Writes the messages of a run to stderr, immediately. */
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
const openTroubles = () => {
  let troubled = false;
  return {
    see: ({ severity }: Diagnostic): void => {
      troubled ||= severity !== 'info';
    },
    /** Says whether there were any, and forgets them. */
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

/** Removes hints that the run has already given. */
export const openHints = (): ((diagnostic: Diagnostic) => Diagnostic) => {
  const given = new Set<string>();
  return (diagnostic) => {
    const { hint, ...rest } = diagnostic;
    if (hint === undefined || given.has(hint)) return rest;
    given.add(hint);
    return diagnostic;
  };
};

/** The line that replaces further diagnostics with the same code. */
export const foldText = (file: string, code: DiagnosticCode, more: number, paint: Paint): string =>
  `${paint('place', `${safeText(file)}:`)} … and ${more} more ${paint('code', `[${code}]`)}\n`;

/** At most this many diagnostics of a code are shown for one input. */
export const FOLD_AFTER = 5;

/** The same of several lines. */
const safeLines = (text: string): string => text.split('\n').map(safeText).join('\n');

/** A problem of the run itself, and not of the data. */
export const reportProblem = (
  { stderr, paintErr }: Pick<Context, 'stderr' | 'paintErr'>,
  text: string,
): void => stderr.write(`${paintErr('error', 'papers:')} ${safeLines(text)}\n`);

/** Lines for people. */
export const textReporter = (context: Context, verbosity: Verbosity, hintOnce = openHints()): Reporter => {
  const { stderr, paintErr } = context;
  /** Diagnostics of the current input by code. */
  const shown = new Map<DiagnosticCode, number>();
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

/** The workflow command of each severity. */
const ANNOTATIONS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** A step shows at most this many annotations of a severity. */
const MOST_ANNOTATIONS = 10;

const ESCAPES: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};

const escaped = (text: string): string => text.replace(/[%\r\n]/g, (found) => ESCAPES[found] as string);
const escapedProperty = (text: string): string =>
  text.replace(/[%\r\n:,]/g, (found) => ESCAPES[found] as string);

/** As the runner wants it: relative to the root of the repository, which a step may have left. */
export const annotatedPath = (file: string, { cwd, env }: Pick<Io, 'cwd' | 'env'>): string => {
  const path = relative(env.GITHUB_WORKSPACE || cwd, resolve(cwd, file));
  const isOutside = path.startsWith('..') || isAbsolute(path);
  return (isOutside ? file : path).replaceAll('\\', '/');
};

/** Annotations for GitHub Actions; what is more than a step can show goes to the log as text. */
export const githubReporter: MakeReporter = (context, verbosity) => {
  const { io, stderr } = context;
  const hintOnce = openHints();
  const text = textReporter(context, verbosity, hintOnce);
  const trouble = openTroubles();
  const made: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const annotate = (severity: Severity, properties: string, message: string): void => {
    made[severity] += 1;
    stderr.write(`::${ANNOTATIONS[severity]}${properties && ` ${properties}`}::${escaped(message)}\n`);
  };
  return {
    diagnostic: (diagnostic) => {
      trouble.see(diagnostic);
      if (!isReported(diagnostic, verbosity)) return;
      const { severity, file, line, message, code } = diagnostic;
      if (made[severity] >= MOST_ANNOTATIONS) return text.diagnostic(diagnostic);
      const { hint } = hintOnce(diagnostic);
      const place = [
        ...(file === undefined || file === STDIN_NAME
          ? []
          : [`file=${escapedProperty(printable(annotatedPath(file, io)))}`]),
        ...(line === undefined ? [] : [`line=${line}`]),
      ];
      const hintLines = hint === undefined ? '' : `\n${safeText(hint)}`;
      annotate(severity, place.join(','), `${safeText(message)} [${code}]${hintLines}`);
    },
    endInput: (name) => {
      text.endInput(name);
      return trouble.drain();
    },
    reportProblem: (message) => {
      if (made.error >= MOST_ANNOTATIONS) text.reportProblem(message);
      else annotate('error', '', safeLines(message));
    },
    note: text.note,
  };
};

/** `dump.txt: 48 papers (text), 395 lines, 0 unrecognised; not shown: upvotes, arXiv ids`. */
const inputSummary = ({ source, reader, papers, lines, shown }: InputReport): string => {
  const parts = [`${counted(papers, 'paper')} (${reader})`];
  if (reader === 'text') parts.push(counted(lines.total, 'line'), `${lines.unrecognised} unrecognised`);
  const missed = papers === 0 ? [] : missedFields(shown).map(manyOf);
  const notShown = missed.length === 0 ? '' : `; not shown: ${missed.join(', ')}`;
  return `${safeText(source)}: ${parts.join(', ')}${notShown}`;
};

/** One line for all inputs: `3 inputs: 96 papers, 1 unreadable, 2 errors, 4 warnings`. */
const totalSummary = (inputs: number, { papers, unreadable, errors, warnings }: RunCounts): string => {
  const parts = [counted(papers, 'paper')];
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  if (errors > 0) parts.push(counted(errors, 'error'));
  if (warnings > 0) parts.push(counted(warnings, 'warning'));
  return `${counted(inputs, 'input')}: ${parts.join(', ')}`;
};

/** One line for a single input, at the end; for many, a line for each with problems and a total. */
export const summaries = (inputs: number, { note }: Reporter, quiet: boolean) => {
  let last = '';
  return {
    endInput: (input: InputReport | undefined, troubled: boolean): void => {
      // An error has already said why there are no papers.
      if (quiet || !input || input.papers === 0) return;
      if (inputs === 1) last = inputSummary(input);
      else if (troubled) note(inputSummary(input));
    },
    /** `selected`: how many papers were selected, if any selection was made. */
    end: (counts: RunCounts, selected?: number): void => {
      const line = inputs === 1 ? last : totalSummary(inputs, counts);
      if (quiet || line === '') return;
      note(selected === undefined ? line : `${line}; ${selected} selected`);
    },
  };
};
