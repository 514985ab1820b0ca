export {
  DIAGNOSTICS,
  type Diagnostic,
  type DiagnosticCode,
  type Report,
  type Severity,
} from './diagnostic.js';
export type { InputReport, PageReport, ParseOptions, Source } from './options.js';
export type { LineCounts, LineRecord, LineRole, PageKind } from './page.js';
export {
  FIELD_NAMES,
  type FieldName,
  isShown,
  type LocatedPaper,
  PAPER_FIELDS,
  type Paper,
  type PaperField,
  type PaperRecord,
  PROVENANCE_FIELDS,
  type Provenance,
  paperSchema,
} from './paper.js';
export { parse, parseText } from './parse.js';
export { READERS } from './readers/index.js';
export type { Reader } from './readers/reader.js';
export { type SelectOptions, type SortKey, select } from './select/index.js';
export { type FormatName, findWriter, WRITERS, write, writerForFile } from './writers/index.js';
export type { PaintRole, WriteOptions, Writer, WriterModule } from './writers/writer.js';
