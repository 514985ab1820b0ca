import { diagnostic } from '../diagnostic.js';
import {
  type Diagnostic,
  type DiagnosticCode,
  type FieldName,
  isShown,
  type LocatedPaper,
  type Report,
} from '../index.js';
import { counted } from '../words.js';
import { systemError } from './errors.js';
import { oneOf } from './field-words.js';
import { isClosedPipe, type OutputStream } from './output.js';

/** What makes the data of a run fail, besides errors. */
export interface Gates {
  /** Warnings fail too. */
  strict: boolean;
  /** Warnings that do not fail. The error `page-empty` becomes an info if it is listed here. */
  allow: readonly DiagnosticCode[];
  /** Fields that every paper must have. */
  require: readonly FieldName[];
  /** For each input. */
  minPapers: number;
  /** No option of the command changes them. */
  areFixed?: true;
}

/** Counts of a run so far. */
export interface RunCounts {
  papers: number;
  /** Inputs that could not be read, or not to their end. */
  unreadable: number;
  errors: number;
  warnings: number;
  /** Warnings that fail the run. */
  strict: Map<DiagnosticCode, number>;
}

export interface Gatekeeper {
  counts: RunCounts;
  /** Counts a diagnostic and hands it on. */
  diagnostic: Report;
  /** Looks at one paper; its number counts from the start of its input. */
  paper: (paper: LocatedPaper) => void;
  /** Counts an input that cannot be read, or not to its end. */
  unreadable: (name: string) => void;
  /** Looks at an input when all of it was read. */
  endInput: (name: string, papers: number) => void;
}

/** Whether a diagnostic fails the run. */
export const failsRun =
  ({ strict, allow }: Pick<Gates, 'strict' | 'allow'>) =>
  ({ severity, code }: Diagnostic): boolean =>
    severity === 'error' || (severity === 'warning' && strict && !allow.includes(code));

/** Checks the gates and passes every diagnostic, its own among them, to `pass`. */
export const gatekeeper = (gates: Gates, pass: Report): Gatekeeper => {
  const counts: RunCounts = { papers: 0, unreadable: 0, errors: 0, warnings: 0, strict: new Map() };
  let record = 0;
  /** A diagnostic has already explained why there are no papers. */
  let explained = false;
  let unreadable = '';

  const fails = failsRun(gates);
  const acceptsEmpty = gates.minPapers === 0 || gates.allow.includes('page-empty');

  const admit = (found: Diagnostic): void => {
    const isEmpty = found.code === 'page-empty';
    const isFine = isEmpty && acceptsEmpty;
    const known = isEmpty && (gates.areFixed || isFine) ? withoutHint(found) : found;
    const said: Diagnostic = isFine ? { ...known, severity: 'info' } : known;
    // The part that could not be read may hold papers.
    if (said.code === 'no-papers' && said.file === unreadable) return;
    explained ||= isFine || said.severity === 'error';
    if (said.severity === 'error') counts.errors += 1;
    else if (said.severity === 'warning') counts.warnings += 1;
    if (said.severity === 'warning' && fails(said)) {
      counts.strict.set(said.code, (counts.strict.get(said.code) ?? 0) + 1);
    }
    pass(said);
  };

  return {
    counts,
    diagnostic: admit,
    paper: (paper) => {
      record += 1;
      for (const field of gates.require) {
        if (!isShown(paper[field])) admit(fieldMissing(paper, field, record));
      }
    },
    unreadable: (name) => {
      counts.unreadable += 1;
      unreadable = name;
    },
    endInput: (name, papers) => {
      // A second message would only repeat why there is nothing.
      const isExplained = (explained || name === unreadable) && papers === 0;
      if (papers < gates.minPapers && !isExplained) admit(tooFew(name, papers, gates.minPapers));
      counts.papers += papers;
      record = 0;
      explained = false;
      unreadable = '';
    },
  };
};

const withoutHint = ({ hint: _hint, ...found }: Diagnostic): Diagnostic => found;

const fieldMissing = (paper: LocatedPaper, field: FieldName, record: number): Diagnostic =>
  diagnostic('field-required', {
    message: `no ${oneOf(field)} for “${paper.title}”`,
    file: paper.source,
    ...(paper.line === null ? {} : { line: paper.line, column: 1 }),
    record,
    field,
  });

const tooFew = (file: string, papers: number, minPapers: number): Diagnostic =>
  diagnostic('too-few-papers', {
    message: `${counted(papers, 'paper')}, but --min-papers is ${minPapers}`,
    file,
  });

/** 0 done, 1 the data failed, 2 usage, 3 cannot read or write. */
export type ExitCode = 0 | 1 | 2 | 3;

/** How a run ended. */
export interface RunOutcome {
  /** Whoever read the output has closed it. */
  closedPipe: boolean;
  /** Inputs or outputs that failed. */
  ioFailures: number;
  /** Error diagnostics. */
  errors: number;
  /** Warnings that `--strict` counts and `--allow` does not list. */
  strictWarnings: number;
}

/** The exit code of an outcome; up to `maxErrors` errors are tolerated. */
export const exitCode = (outcome: RunOutcome, maxErrors: number): ExitCode => {
  if (outcome.closedPipe) return 0;
  if (outcome.ioFailures > 0) return 3;
  return outcome.errors > maxErrors || outcome.strictWarnings > 0 ? 1 : 0;
};

/** The output of a run and the name that messages give it. */
interface NamedOutput {
  name: string;
  out: OutputStream;
}

/** Reports a failed output and the warnings that `--strict` counts; gives the exit code. */
export const verdict = async (
  { name, out }: NamedOutput,
  counts: RunCounts,
  maxErrors: number,
  { reportProblem }: { reportProblem: (message: string) => void },
): Promise<ExitCode> => {
  await out.flushed();
  const failure = out.failure();
  const closedPipe = isClosedPipe(failure);
  if (failure && !closedPipe) reportProblem(`cannot write ${name}: ${systemError(failure)}`);
  const strictWarnings = [...counts.strict.values()].reduce((sum, count) => sum + count, 0);
  const code = exitCode(
    { closedPipe, ioFailures: counts.unreadable + (failure ? 1 : 0), errors: counts.errors, strictWarnings },
    maxErrors,
  );
  if (code === 1 && strictWarnings > 0) {
    const codes = [...counts.strict.keys()].join(',');
    reportProblem(
      `--strict: ${counted(strictWarnings, 'warning fails', 'warnings fail')} the run; to accept ${strictWarnings === 1 ? 'it' : 'them'}: --allow ${codes}`,
    );
  }
  return code;
};
