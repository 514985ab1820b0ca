import type { Inspection } from './inspection.js';
import { safeText } from './safe-text.js';
import { counted } from './words.js';

type Page = Inspection['pages'][number];
type Row = readonly [label: string, value: string];

/** So many pages of one input are listed. */
const LISTED = 5;

/** What one page, or the first of many, says about itself. */
export const pageFacts = (pages: readonly Page[]): Row[] => {
  const [page] = pages;
  if (page === undefined) return [];
  return pages.length === 1 ? onePage(page) : manyPages(pages);
};

const day = ({ day, dayFrom }: Page): string | null =>
  day === null || dayFrom === null ? day : `${day} (${safeText(dayFrom)})`;

const onePage = (page: Page): Row[] => {
  const { kind, query, captured } = page;
  const known: (readonly [string, string | null])[] = [
    ['page', kind ?? 'unknown kind'],
    ['page day', day(page) ?? 'unknown'],
    ['query', query && `"${safeText(query)}"`],
    ['captured', captured],
  ];
  return known.filter((row): row is Row => row[1] !== null);
};

const manyPages = (pages: readonly Page[]): Row[] => {
  const rows: Row[] = [
    ['pages', String(pages.length)],
    ...pages.slice(0, LISTED).map((page, index): Row => [`page ${index + 1}`, inOneLine(page)]),
  ];
  return pages.length > LISTED ? [...rows, ['', `… and ${pages.length - LISTED} more`]] : rows;
};

const inOneLine = (page: Page): string =>
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
