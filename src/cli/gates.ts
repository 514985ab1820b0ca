import {
  type Diagnostic,
  type DiagnosticCode,
  type FieldName,
  isShown,
  type LocatedPaper,
  type Report,
} from '../index.js';
import { oneOf } from './field-words.js';
import { counted } from './words.js';

/** What makes the data of a run fail, besides errors. */
export interface Gates {
  /** Warnings fail, */
  strict: boolean;
  /** except these. `page-empty` stands for an error, and is then none. */
  allow: readonly DiagnosticCode[];
  /** Fields that every paper must have. */
  require: readonly FieldName[];
  /** For each input. */
  minPapers: number;
}

/** What a run has come to so far. */
export interface Tally {
  papers: number;
  /** Inputs that could not be read, or not to their end. */
  unreadable: number;
  errors: number;
  warnings: number;
  /** Warnings that fail the run. */
  strict: Map<DiagnosticCode, number>;
}

export interface Gatekeeper {
  tally: Tally;
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

/** Watches the gates and hands every diagnostic, its own among them, to `tell`. */
export const gatekeeper = (gates: Gates, tell: Report): Gatekeeper => {
  const tally: Tally = { papers: 0, unreadable: 0, errors: 0, warnings: 0, strict: new Map() };
  let record = 0;
  /** Something was said that explains why there are no papers. */
  let explained = false;
  let unreadable = '';

  const fails = failsRun(gates);

  const acceptsEmpty = gates.minPapers === 0 || gates.allow.includes('page-empty');

  const admit = (found: Diagnostic): void => {
    const isFine = found.code === 'page-empty' && acceptsEmpty;
    const said: Diagnostic = isFine ? { ...found, severity: 'info' } : found;
    // It may hold papers where it could not be read.
    if (said.code === 'no-papers' && said.file === unreadable) return;
    explained ||= isFine || said.severity === 'error';
    if (said.severity === 'error') tally.errors += 1;
    else if (said.severity === 'warning') tally.warnings += 1;
    if (said.severity === 'warning' && fails(said)) {
      tally.strict.set(said.code, (tally.strict.get(said.code) ?? 0) + 1);
    }
    tell(said);
  };

  return {
    tally,
    diagnostic: admit,
    paper: (paper) => {
      record += 1;
      for (const field of gates.require) {
        if (!isShown(paper[field])) admit(lacking(paper, field, record));
      }
    },
    unreadable: (name) => {
      tally.unreadable += 1;
      unreadable = name;
    },
    endInput: (name, papers) => {
      // A second message would only repeat why there is nothing.
      const isExplained = (explained || name === unreadable) && papers === 0;
      if (papers < gates.minPapers && !isExplained) admit(tooFew(name, papers, gates.minPapers));
      tally.papers += papers;
      record = 0;
      explained = false;
      unreadable = '';
    },
  };
};

const lacking = (paper: LocatedPaper, field: FieldName, record: number): Diagnostic => ({
  code: 'field-required',
  severity: 'error',
  message: `no ${oneOf(field)} for “${paper.title}”`,
  file: paper.source,
  ...(paper.line === null ? {} : { line: paper.line, column: 1 }),
  record,
  field,
});

const tooFew = (file: string, papers: number, minPapers: number): Diagnostic => ({
  code: 'too-few-papers',
  severity: 'error',
  message: `${counted(papers, 'paper')}, but --min-papers is ${minPapers}`,
  file,
});
