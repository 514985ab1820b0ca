import type { Diagnostic, DiagnosticCode, InputReport, PageReport, Severity } from '../index.js';
import { counted } from '../words.js';
import type { Paint } from './color.js';
import { hiddenFields, manyOf } from './field-words.js';
import { FOLD_AFTER, foldText } from './report.js';
import { safeText } from './safe-text.js';

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
export const openInspector = (): Inspector => {
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

type FactRow = readonly [label: string, value: string];

const LABEL_WIDTH = 16;
const LIST_WIDTH = 60;
/** At most this many pages of one input are listed. */
const PAGES_LISTED = 5;

/** `395 lines = 240 in papers + 6 header/footer + 149 blank + 0 unrecognised`. */
const linesByRole = ({
  total,
  inPapers,
  page,
  blank,
  dropped,
  unrecognised,
}: InputReport['lines']): string => {
  const parts = [
    `${inPapers} in papers`,
    `${page} header/footer`,
    `${blank} blank`,
    ...(dropped > 0 ? [`${dropped} in dropped entries`] : []),
    `${unrecognised} unrecognised`,
  ];
  return `${counted(total, 'line')} = ${parts.join(' + ')}`;
};

/** The report of `papers check` on one input, for people. */
export const inspectionText = (
  inspection: Inspection,
  paint: Paint,
  isShown: (diagnostic: Diagnostic) => boolean,
  show: (diagnostic: Diagnostic) => string,
): string => {
  const { source, diagnostics } = inspection;
  const blocks = [
    `${paint('heading', safeText(source))}\n${rows(inputFacts(inspection), paint)}`,
    fieldFacts(inspection, paint),
    rows(
      diagnostics.map(({ code, severity, count }) => [code, `${count} ${paint(severity, severity)}`]),
      paint,
    ),
    diagnostics
      .map(({ code, count, first }) => {
        if (!first.some(isShown)) return '';
        const cut = count - first.length;
        const rest = cut > 0 ? foldText(source, code, cut, paint) : '';
        return first.map(show).join('') + rest;
      })
      .join(''),
  ];
  return blocks.filter((block) => block !== '').join('\n');
};

const inputFacts = ({ reader, why, encoding, papers, pages, lines }: Inspection): FactRow[] => [
  ['read as', reader === null ? 'nothing: binary data' : `${reader}: ${why}`],
  ...(encoding === null || encoding === 'utf-8' ? [] : [['encoding', encoding] as const]),
  ...pageFacts(pages),
  ['papers', String(papers)],
  ...(lines === null ? [] : [['lines', linesByRole(lines)] as const]),
];

/** The fields that papers have, with counts, and those that none has. */
const fieldFacts = ({ papers, shown }: Inspection, paint: Paint): string => {
  if (shown === null || papers === 0) return '';
  const hidden = hiddenFields(shown);
  const present = Object.entries(shown).filter(([, count]) => count > 0);
  const width = String(papers).length;
  const table = present.map(
    ([field, count]): FactRow => [field, `${String(count).padStart(width)} of ${papers}`],
  );
  const notShown = wrapped(hidden.map(manyOf)).map(
    (line, index): FactRow => [index === 0 ? 'not shown' : '', line],
  );
  return rows([...table, ...notShown], paint);
};

const rows = (pairs: readonly FactRow[], paint: Paint): string => {
  const width = Math.max(LABEL_WIDTH, ...pairs.map(([label]) => label.length));
  return pairs.map(([label, value]) => `  ${paint('term', label.padEnd(width))}  ${value}\n`).join('');
};

/** Words with commas between, over as many lines as they need. */
const wrapped = (words: readonly string[]): string[] => {
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)}, ${word}`;
    if (lines.length === 0 || longer.length > LIST_WIDTH) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line},` : line));
};

type InspectedPage = Inspection['pages'][number];

/** What one page, or the first of many, says about itself. */
const pageFacts = (pages: readonly InspectedPage[]): FactRow[] => {
  const [page] = pages;
  if (page === undefined) return [];
  return pages.length === 1 ? onePage(page) : manyPages(pages);
};

const day = ({ day, dayFrom }: InspectedPage): string | null =>
  day === null || dayFrom === null ? day : `${day} (${safeText(dayFrom)})`;

const onePage = (page: InspectedPage): FactRow[] => {
  const { kind, query, captured } = page;
  const known: (readonly [string, string | null])[] = [
    ['page', kind ?? 'unknown kind'],
    ['page day', day(page) ?? 'unknown'],
    ['query', query && `"${safeText(query)}"`],
    ['captured', captured],
  ];
  return known.filter((row): row is FactRow => row[1] !== null);
};

const manyPages = (pages: readonly InspectedPage[]): FactRow[] => {
  const rows: FactRow[] = [
    ['pages', String(pages.length)],
    ...pages.slice(0, PAGES_LISTED).map((page, index): FactRow => [`page ${index + 1}`, inOneLine(page)]),
  ];
  return pages.length > PAGES_LISTED ? [...rows, ['', `… and ${pages.length - PAGES_LISTED} more`]] : rows;
};

const inOneLine = (page: InspectedPage): string =>
  [
    page.kind,
    page.firstLine === null ? null : `lines ${page.firstLine}–${page.lastLine}`,
    counted(page.papers, 'paper'),
    day(page),
    page.query && `query "${safeText(page.query)}"`,
    page.captured && `captured ${page.captured}`,
  ]
    .filter((part) => part)
    .join(', ');
