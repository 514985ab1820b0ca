import type { Report } from './diagnostic.js';
import type { Data } from './input/peek.js';
import type { LineCounts, LineRecord, PageKind } from './page.js';
import type { FieldCounts, PaperField } from './paper.js';

/** One input. Bytes may be in any encoding; a string is taken as it is. */
export interface Source {
  /** Shown in messages; a date in it (`2026-04-16.txt`) is evidence for the page's day. */
  name: string;
  data: Data;
}

/** The kinds of input that can be read. */
export type ReaderName = 'text' | 'html' | 'json' | 'csv' | 'feed';

export interface ParseOptions {
  /** The day the pages were captured, `YYYY-MM-DD`: settles every date without a year. */
  asOf?: string;
  /** Today, `YYYY-MM-DD`: no date without a year lies after it. The library reads no clock. */
  today?: string;
  /** Overrides what detection says. */
  inputFormat?: ReaderName;
  /** Overrides the encoding that was found; any label that TextDecoder knows. */
  encoding?: string;
  /** Adds {@link Provenance} to every paper. */
  provenance?: boolean;
  onDiagnostic?: Report;
  /** Called at the end of each page, after its papers were handed out. */
  onPage?: (page: PageReport) => void;
  /** Called at the end of each input. */
  onInput?: (input: InputReport) => void;
  /** Called for each line of a text input. */
  onLine?: (line: LineRecord, source: string) => void;
  signal?: AbortSignal;
}

/** What one page turned out to be. */
export interface PageReport {
  source: string;
  kind: PageKind | null;
  /** 1-based lines; `null` for anything but text. */
  firstLine: number | null;
  lastLine: number | null;
  /** The page's day and the words that say where it (or its year) comes from. */
  day: string | null;
  dayFrom: string | null;
  captured: string | null;
  query: string | null;
  papers: number;
  /** Fields that no paper of the page has. */
  notShown: PaperField[];
}

/** What one input turned out to be. */
export interface InputReport {
  source: string;
  /** `null` where nothing reads the input: binary data, a bibliography. */
  reader: ReaderName | null;
  /** Why this reader: `begins with <!doctype html>`, `asked for`, … */
  why: string;
  /** `utf-8`, `utf-16le`, `windows-1252`, … */
  encoding: string;
  bytes: number;
  pages: number;
  papers: number;
  lines: LineCounts;
  /** For each field, how many papers have it: not `null`, not an empty list, not `false`. */
  shown: FieldCounts;
}
