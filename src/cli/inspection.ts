import type { Diagnostic, DiagnosticCode, InputReport, PageReport, Severity } from '../index.js';
import { FOLD_AFTER } from './fold.js';

/** All diagnostics of one code in one input; only the first few are kept. */
interface CodeCount {
  code: DiagnosticCode;
  severity: Severity;
  count: number;
  first: Diagnostic[];
}

/** What `papers check` knows about one input; its JSON form. `null` where nothing could be read (binary data). */
export interface Inspection {
  source: string;
  reader: InputReport['reader'] | null;
  why: string | null;
  encoding: string | null;
  papers: number;
  /** Only text has lines. */
  lines: InputReport['lines'] | null;
  /** For each field, how many papers have it. */
  shown: InputReport['shown'] | null;
  pages: Omit<PageReport, 'source'>[];
  diagnostics: CodeCount[];
}

/** Collects one input after the other. */
export interface Inspector {
  diagnostic: (diagnostic: Diagnostic) => void;
  page: (page: PageReport) => void;
  /** Closes an input and starts the next. */
  end: (source: string, input: InputReport | undefined) => Inspection;
}

/** An inspector at the start of its first input. */
export const inspector = (): Inspector => {
  let pages: Inspection['pages'] = [];
  let codes = new Map<DiagnosticCode, CodeCount>();
  return {
    diagnostic: (diagnostic) => {
      const { code, severity } = diagnostic;
      const seen = codes.get(code) ?? { code, severity, count: 0, first: [] };
      seen.count += 1;
      if (seen.first.length < FOLD_AFTER) seen.first.push(diagnostic);
      codes.set(code, seen);
    },
    page: ({ source: _, ...page }) => pages.push(page),
    end: (source, input) => {
      const inspection: Inspection = {
        source,
        reader: input?.reader ?? null,
        why: input?.why ?? null,
        encoding: input?.encoding ?? null,
        papers: input?.papers ?? 0,
        lines: input?.reader === 'text' ? input.lines : null,
        shown: input?.shown ?? null,
        pages,
        diagnostics: [...codes.values()],
      };
      pages = [];
      codes = new Map();
      return inspection;
    },
  };
};
