import type { FieldName } from './paper.js';

/** `error`: a paper was dropped or an input is unusable. `warning`: missing, guessed or not understood. `info`: a normal repair. */
export type Severity = 'error' | 'warning' | 'info';

/** Every code with its severity and what it means; README lists the same rows. */
export const DIAGNOSTICS = {
  'no-papers': ['error', 'no paper was found in the input'],
  'page-empty': ['error', 'the page says that it has no papers'],
  'too-few-papers': ['error', 'an input has fewer papers than --min-papers'],
  'field-required': ['error', 'a paper lacks a field that --require asks for'],
  'not-text': ['error', 'the input is binary data, not a page'],
  'malformed-json': ['error', 'the JSON is cut off or invalid here'],
  'malformed-csv': ['error', 'a table has no usable header, or a quote in it is never closed'],
  'schema-mismatch': ['error', 'a record does not have the shape of a paper'],
  'field-invalid': ['warning', 'a field of a record is invalid; the paper is kept without it'],
  'member-unknown': [
    'warning',
    'members of records that no field is read from, where another that they always have is missing everywhere; an info where none is',
  ],
  'record-repaired': [
    'warning',
    'records that are not quite JSON, as Python or a script writes them, read anyway',
  ],
  'entry-without-title': ['error', 'a paper without its title; it is left out'],
  'entry-too-large': ['error', 'a line or record is over the size limit; the rest of it was skipped'],
  'entry-truncated': ['warning', 'the last paper is cut off; the part that is there was kept'],
  'encoding-guessed': ['warning', 'the input is not UTF-8; its encoding was guessed'],
  'encoding-replaced': ['warning', 'bytes that are invalid in the encoding became U+FFFD'],
  'control-characters-removed': ['info', 'control or invisible characters were removed'],
  'unrecognised-line': ['warning', 'lines that are part of no paper, and not known to be part of the page'],
  'abstract-missing': ['warning', 'a paper has no abstract, but others on the page do'],
  'abstract-joined': ['warning', 'several paragraphs were joined into one abstract'],
  'authors-missing': ['warning', 'a paper has neither an author count nor an organization'],
  'date-missing': ['warning', 'a paper has no date, but others on the page do'],
  'date-invalid': ['warning', 'a date that does not exist'],
  'year-inferred': ['info', 'dates without a year were given the year that the page shows'],
  'year-assumed': ['warning', 'dates without a year were given the most likely one'],
  'year-unknown': ['warning', 'dates without a year, and nothing on the page shows it'],
  'count-ambiguous': ['warning', 'a number that can be read in two ways; the likelier one was used'],
  'form-unknown': ['warning', 'many papers show a number in words that are not known; it goes into no field'],
  'organization-guessed': [
    'warning',
    'it was a guess whether a line is a handle and a name, or a name alone',
  ],
  'duplicate-merged': ['info', 'a page shows the same paper twice; the copies were merged'],
  'duplicate-conflict': [
    'warning',
    'two copies of a paper in one input disagree; one was kept, and the message says which',
  ],
  'field-not-shown': ['warning', 'an option uses a field that no paper shows'],
  'field-undecided': [
    'warning',
    'papers were left out because they do not show the field that is selected by',
  ],
  'citation-incomplete': ['warning', 'bibliography entries with neither author names nor an arXiv id'],
  'feed-item-skipped': ['warning', 'items of a feed that name no paper were left out'],
  'feed-date-missing': ['warning', 'papers without a day were written to a feed under 1970-01-01'],
  'feed-copy-dropped': ['info', 'copies of a paper were left out of a feed, which holds each paper once'],
  'formula-escaped': ['info', 'cells that look like spreadsheet formulas got an apostrophe in front'],
} as const satisfies Record<string, readonly [Severity, string]>;

/** The union of all codes. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** The message and the place of a diagnostic; absent members do not apply. */
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
  /** How to fix it. */
  hint?: string;
}

export interface Diagnostic extends Details {
  code: DiagnosticCode;
  severity: Severity;
}

/** Takes a diagnostic at the moment it arises; never throws. */
export type Report = (diagnostic: Diagnostic) => void;

/** A diagnostic of the code, with the severity of {@link DIAGNOSTICS}; `line` may be that of something without lines. */
export const diagnostic = (
  code: DiagnosticCode,
  details: Omit<Details, 'line'> & { line?: number | null },
): Diagnostic => {
  const { line, ...others } = details;
  const severity = DIAGNOSTICS[code][0];
  return line == null ? { code, severity, ...others } : { code, severity, ...details, line };
};
