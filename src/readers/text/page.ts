import { diagnostic, type Report } from '../../diagnostic.js';
import { type Entry, noFacts, type Page, type PageFacts } from '../../entry.js';
import { textOf } from './block.js';
import { hasTail, isCutOff, isNoTitle, isOnlyDated } from './doubt.js';
import { type Draft, hasFacts, toEntry } from './draft.js';
import type { Ledger } from './ledger.js';
import type { Marks } from './marks.js';
import type { Piece } from './piece.js';
import { resolveMarks } from './resolve.js';
import type { StrayLines } from './stray.js';

/** Settling looks ahead within a page only, and no further than this. */
const MOST_ENTRIES = 2000;
const MOST_CHARACTERS = 1024 * 1024;
const MOST_PIECES = 100_000;

/** What is known of the page that is being read. */
export interface OpenPage {
  facts: PageFacts;
  firstLine: number | null;
  /** Finished drafts, in order. */
  drafts: Draft[];
  /** Some of them have prose, or a submitter. */
  showsProse: boolean;
  showsSubmitters: boolean;
  /** Words of its header were seen. */
  header: boolean;
  /** Something that only the feed says: header words, author counts, submitters, links to papers. */
  feed: boolean;
  /** Titles have heading marks. */
  headings: boolean;
  /** A count stands before each title; `null` until the first title. */
  countFirst: boolean | null;
  /** No blank line between the facts of one entry and the title of the next. */
  dense: boolean;
  characters: number;
  /** How many pieces its finished drafts have. */
  pieces: number;
}

export const openPage = (): OpenPage => ({
  facts: noFacts(),
  firstLine: null,
  drafts: [],
  showsProse: false,
  showsSubmitters: false,
  header: false,
  feed: false,
  headings: false,
  countFirst: null,
  dense: false,
  characters: 0,
  pieces: 0,
});

/** Another draft is finished. What it shows is noted: asking all of them again for each text would take for ever. */
export const addDraft = (page: OpenPage, draft: Draft): void => {
  page.drafts.push(draft);
  page.pieces += draft.used.length;
  page.showsProse ||= draft.prose.length > 0;
  page.showsSubmitters ||= draft.submittedBy !== null;
};

/** The same page, when its finished drafts have been handed on. */
export const goneOn = (page: OpenPage, firstLine: number): OpenPage => ({
  ...page,
  drafts: [],
  showsProse: false,
  showsSubmitters: false,
  characters: 0,
  pieces: 0,
  firstLine,
});

export const isFull = (page: OpenPage): boolean =>
  page.drafts.length >= MOST_ENTRIES || page.characters >= MOST_CHARACTERS || page.pieces >= MOST_PIECES;

export interface CloseContext {
  report: Report;
  ledger: Ledger;
  stray: StrayLines;
  marks: Marks;
}

/** Turns the drafts of a page into its entries; what cannot be a paper is reported. */
export const closePage = (
  page: OpenPage,
  nextLine: number,
  continues: boolean,
  context: CloseContext,
): Page => {
  const { report, ledger, stray, marks } = context;
  page.drafts = resolveMarks(page.drafts, marks);
  const firstFull = page.drafts.findIndex((draft) => draft.title !== null && hasFacts(draft));
  const strong = page.feed && firstFull !== -1;
  const untitled: Draft[] = [];
  const entries: Entry[] = [];

  const drop = (draft: Draft): void => {
    for (const piece of draft.used) {
      ledger.assign(piece, 'unrecognised', null);
      stray.add(piece);
    }
  };
  const last = page.drafts.at(-1);
  if (last && !continues && isCutOff(last) && page.drafts.some(hasTail)) last.truncated = true;
  const shown = {
    submitters: page.drafts.some(({ submittedBy }) => submittedBy !== null),
    countFirst: page.countFirst === true,
  };
  const showsProse = page.drafts.some(({ prose }) => prose.length > 0);
  const lastFull = page.drafts.findLastIndex(
    (draft) => draft.title !== null && hasFacts(draft) && !isOnlyDated(draft),
  );
  page.drafts.forEach((draft, i) => {
    const isWithin = i > firstFull && (i < lastFull || draft === last);
    if (isNoTitle(draft, shown)) draft.title = null;
    const vouchedFor = draft.heading
      ? strong
      : strong && isWithin && !page.headings && draft.prose.length > 0;
    if (draft.title === null && hasFacts(draft) && page.feed) untitled.push(draft);
    else if (draft.title === null || !page.feed || !(hasFacts(draft) || vouchedFor)) drop(draft);
    else if (showsProse && isOnlyDated(draft)) drop(draft);
    else {
      const entry = toEntry(draft, draft.title);
      for (const piece of draft.used) ledger.assign(piece, piece.role, entry);
      entries.push(entry);
    }
  });
  reportUntitled(untitled, entries.length, report);
  for (const draft of untitled) for (const piece of draft.used) ledger.assign(piece, 'dropped', null);
  if (!continues) stray.end();
  page.facts.kind ??= kindOf(entries);
  return {
    facts: page.facts,
    entries,
    firstLine: page.firstLine,
    lastLine: nextLine - 1,
    settled: false,
    continues,
    lines: ledger.takeLines(nextLine),
  };
};

/** Search pages show abstracts and dates; the pages of days, weeks and months show submitters and neither of these. */
const kindOf = (entries: readonly Entry[]): PageFacts['kind'] => {
  if (entries.some(({ printed, fields }) => printed !== null && fields.abstract != null)) return 'search';
  return entries.some(({ printed, fields }) => printed === null && fields.submittedBy != null) ? 'day' : null;
};

const firstPiece = (draft: Draft): Piece | undefined => draft.used[0];

/** A page that lost every title says so once. */
const reportUntitled = (untitled: readonly Draft[], entries: number, report: Report): void => {
  if (entries === 0 && untitled.length > 1) {
    const line = firstPiece(untitled[0] as Draft)?.line ?? 1;
    const endLine = untitled.at(-1)?.used.at(-1)?.line ?? line;
    report(
      diagnostic('no-papers', {
        message: `${untitled.length} entries, and not one has its title: this copy of the page lost them`,
        line,
        endLine,
        hint: 'save the page as HTML, or copy its text again',
      }),
    );
    return;
  }
  for (const draft of untitled) {
    const [prose] = draft.prose;
    const said = textOf(prose ?? draft.used);
    report(
      diagnostic('entry-without-title', {
        message: `no title before “${said.length > 60 ? `${said.slice(0, 59)}…` : said}”: this paper is left out`,
        line: firstPiece(draft)?.line ?? 1,
        endLine: draft.used.at(-1)?.line ?? 1,
        field: 'title',
      }),
    );
  }
};
