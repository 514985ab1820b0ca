export {
  DIAGNOSTICS,
  type Diagnostic,
  type DiagnosticCode,
  type Report,
  type Severity,
} from './diagnostic.js';
export type { PageKind } from './entry.js';
export {
  FIELD_NAMES,
  type FieldName,
  isShown,
  type LocatedPaper,
  PAPER_FIELDS,
  type Paper,
  type PaperField,
  PROVENANCE_FIELDS,
  type Provenance,
  paperSchema,
} from './paper.js';
export {
  type InputReport,
  type PageReport,
  type ParseOptions,
  parse,
  parseText,
  type Source,
} from './parse.js';
export { READERS } from './readers/index.js';
export type { LineCounts, LineRecord, LineRole, Reader } from './readers/reader.js';
export { type SelectOptions, type SortKey, select } from './select/index.js';
export { type FormatName, findWriter, WRITERS, write, writerForFile } from './writers/index.js';
export type { PaintRole, Writable, WriteOptions, Writer } from './writers/writer.js';
