import { type Diagnostic, diagnostic, type Report } from './diagnostic.js';
import type { PageReport, ParseOptions, ReaderName } from './options.js';
import type { Entry, LineCounts, Page } from './page.js';
import {
  countFields,
  fieldsNotShown,
  type LocatedPaper,
  noFieldCounts,
  PAPER_FIELDS,
  type Paper,
} from './paper.js';
import type { ReadContext } from './readers/reader.js';
import { counted } from './words.js';

/** Counts what one input gives, for its report, and names it in every diagnostic. */
export interface Tally {
  report: Report;
  readContext: ReadContext;
  /** Papers so far. */
  papers: number;
  /** Counts a paper and adds where it was found, if asked for. */
  add(paper: Paper, entry: Entry, pageDate: string | null): Paper | LocatedPaper;
  endPage(page: Page, day: string | null, dayFrom: string | null): void;
  end(reader: ReaderName | null, why: string, encoding: string, bytes: number): void;
}

/** Diagnostics of a page are sorted by line; at most this many are held back for that. */
const MOST_HELD = 10_000;

export const openTally = (source: string, options: ParseOptions): Tally => {
  const lines: LineCounts = { total: 0, inPapers: 0, page: 0, blank: 0, dropped: 0, unrecognised: 0 };
  const shown = noFieldCounts();
  const numbers = new Map<Entry, number>();
  const keepsLines = options.onLine !== undefined;
  /** The same of the page that is being read. */
  let onPage = noFieldCounts();
  let rank = 0;
  /** What is known of it, part by part. */
  let open: Omit<PageReport, 'source' | 'papers' | 'notShown'> | null = null;
  let isEmpty = false;
  let pages = 0;
  let hasError = false;
  let saysEmpty = false;
  let title: string | null = null;
  let held: Diagnostic[] = [];

  const giveDiagnostics = (): void => {
    const sorted = held.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    held = [];
    for (const found of sorted) options.onDiagnostic?.({ ...found, file: source });
  };
  const report = (found: Diagnostic): void => {
    hasError ||= found.severity === 'error';
    held.push(found);
    if (held.length >= MOST_HELD) giveDiagnostics();
  };
  const giveLines = (page: Page): void => {
    for (const { entry, ...line } of page.lines ?? []) {
      options.onLine?.({ ...line, paper: entry && (numbers.get(entry) ?? null) }, source);
    }
    numbers.clear();
  };
  const addPart = (
    { facts, firstLine, lastLine }: Page,
    day: string | null,
    dayFrom: string | null,
  ): void => {
    const { kind, captured, query, saysEmpty: says } = facts;
    isEmpty ||= says;
    const part = { kind, firstLine, lastLine, day, dayFrom, captured, query };
    open = open === null ? part : { ...part, ...known(open), lastLine };
  };
  const givePage = (): void => {
    if (open !== null && (rank > 0 || isEmpty)) {
      pages++;
      options.onPage?.({ source, ...open, papers: rank, notShown: fieldsNotShown(onPage) });
    }
    for (const field of PAPER_FIELDS) shown[field] += onPage[field];
    saysEmpty ||= isEmpty;
    [open, isEmpty, rank, onPage] = [null, false, 0, noFieldCounts()];
  };

  const tally: Tally = {
    report,
    papers: 0,
    readContext: { report, lines, ...(keepsLines ? { keepLines: true } : {}) },
    add(paper, entry, pageDate) {
      tally.papers++;
      rank++;
      countFields(onPage, paper);
      if (keepsLines) numbers.set(entry, tally.papers);
      if (!options.provenance) return paper;
      return { ...paper, source, line: entry.line, rank, pageDate: entry.fields.pageDate ?? pageDate };
    },
    endPage(page, day, dayFrom) {
      giveDiagnostics();
      giveLines(page);
      title ??= page.facts.title;
      addPart(page, day, dayFrom);
      if (!page.continues) givePage();
    },
    end(reader, why, encoding, bytes) {
      const { papers } = tally;
      givePage();
      if (papers === 0 && saysEmpty) report(pageEmpty(reader));
      else if (papers === 0 && !hasError) report(noPapers(bytes, lines, title, options));
      giveDiagnostics();
      options.onInput?.({ source, reader, why, encoding, bytes, pages, papers, lines, shown });
    },
  };
  return tally;
};

/** What has a value. */
const known = <T extends object>(facts: T): Partial<T> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Partial<T>;

/** How data show that there are no papers; a page says so in words. */
const EMPTY: Readonly<Partial<Record<ReaderName, string>>> = {
  json: 'the list is empty',
  csv: 'the table has a header, but no rows',
  feed: 'the feed has no items',
};

const pageEmpty = (reader: ReaderName | null): Diagnostic =>
  diagnostic('page-empty', {
    message: (reader && EMPTY[reader]) ?? 'the page says that it has no papers',
    hint: 'to accept it: --allow page-empty',
  });

/** An error page is known by its title: “404 - Hugging Face”, “Just a moment...”. */
const noPapers = (
  bytes: number,
  { total, blank }: LineCounts,
  title: string | null,
  { inputFormat, encoding }: ParseOptions,
): Diagnostic => {
  const written = total - blank;
  const why = (): string => {
    if (bytes === 0) return 'the input is empty';
    if (title !== null) return `no paper on the page “${title}”`;
    if (written > 0) return `no paper in ${counted(written, 'line')} of text`;
    return total > 0 ? 'nothing but blank lines' : 'no paper in it';
  };
  const asked = [...(inputFormat ? ['--input-format'] : []), ...(encoding ? ['--encoding'] : [])];
  const hint =
    asked.length > 0 && bytes > 0
      ? `try it without ${asked.join(' and ')}: papers detects what an input is`
      : 'save the page itself: its HTML, or all of its text from the browser';
  return diagnostic('no-papers', { message: why(), hint });
};
