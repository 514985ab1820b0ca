import type { FieldName } from './paper.js';

/** `error`: a paper was dropped or an input is unusable. `warning`: missing, guessed or not understood. `info`: a normal repair. */
export type Severity = 'error' | 'warning' | 'info';

/** Every code with its severity and what it means; README lists the same rows. */
export const DIAGNOSTICS = {
  'no-papers': ['error', 'the input holds no paper that could be read'],
  'page-empty': ['error', 'the page itself says that it has no papers'],
  'too-few-papers': ['error', 'an input gave fewer papers than --min-papers asks for'],
  'field-required': ['error', 'a paper lacks a field that --require names'],
  'not-text': ['error', 'the input is binary data, not a page'],
  'malformed-json': ['error', 'the JSON breaks off or is not valid at this place'],
  'schema-mismatch': ['error', 'a record does not have the shape of a paper'],
  'field-invalid': [
    'warning',
    'a part of a record does not have the shape of a paper; the paper is kept without it',
  ],
  'member-unknown': [
    'warning',
    'members of records that no field is read from, where another that they always have is missing everywhere; an info where none is',
  ],
  'record-repaired': ['warning', "records that Python's str() wrote, read all the same"],
  'entry-without-title': ['error', 'facts of a paper without its title; the paper is left out'],
  'entry-too-large': ['error', 'a line or record went over the size limit; the rest of it was skipped'],
  'entry-truncated': ['warning', 'the last paper is cut off; what is there was kept'],
  'encoding-guessed': ['warning', 'the input is not UTF-8; its encoding was guessed'],
  'encoding-replaced': ['warning', 'bytes that are not valid in the encoding became U+FFFD'],
  'control-characters-removed': ['info', 'control or invisible characters were taken out'],
  'unrecognised-line': ['warning', 'lines that belong to no paper and to no known part of the page'],
  'abstract-missing': ['warning', 'other papers of the page have an abstract, this one has none'],
  'abstract-joined': ['warning', 'several paragraphs were taken as one abstract'],
  'authors-missing': ['warning', 'neither an author count nor an organization'],
  'date-missing': ['warning', 'other papers of the page have a date, this one has none'],
  'date-invalid': ['warning', 'a date that is on no calendar'],
  'year-inferred': ['info', 'dates without a year were given the one that the page proves'],
  'year-assumed': ['warning', 'dates without a year were given the most likely one'],
  'year-unknown': ['warning', 'dates without a year, and nothing that tells it'],
  'count-ambiguous': ['warning', 'a number that could be read in two ways; the likelier was taken'],
  'organization-guessed': [
    'warning',
    'hub handle and name of an organization were told apart on thin ground',
  ],
  'duplicate-merged': ['info', 'a page printed the same paper twice; the copies were merged'],
  'duplicate-conflict': [
    'warning',
    'two copies of a paper disagree; one was kept, and the message says which',
  ],
  'field-not-shown': ['warning', 'a field was asked for that no page shows'],
  'field-undecided': ['warning', 'papers were left out because they do not show a field that selects'],
  'citation-incomplete': ['warning', 'entries of a bibliography with neither author names nor an arXiv id'],
  'formula-escaped': ['info', 'cells that a spreadsheet would run were written with a leading apostrophe'],
} as const satisfies Record<string, readonly [Severity, string]>;

/** The union of all codes. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** What there is to say about a code, and where; absent members do not apply. */
export interface Details {
  message: string;
  /** Name of the input. */
  file?: string;
  /** 1-based. */
  line?: number;
  /** 1-based, in UTF-16 units. */
  column?: number;
  endLine?: number;
  endColumn?: number;
  /** 1-based number of the record in its input. */
  record?: number;
  field?: FieldName;
  actual?: string;
  expected?: string;
  /** How to mend it. */
  hint?: string;
}

export interface Diagnostic extends Details {
  code: DiagnosticCode;
  severity: Severity;
}

/** Takes a diagnostic at the moment it arises; never throws. */
export type Report = (diagnostic: Diagnostic) => void;

/** A diagnostic of the code, with the severity of {@link DIAGNOSTICS}. */
export const diagnostic = (code: DiagnosticCode, details: Details): Diagnostic => ({
  code,
  severity: DIAGNOSTICS[code][0],
  ...details,
});
