import { diagnostic, type Report } from '../../diagnostic.js';
import type { Entry, Page, PageFacts } from '../../entry.js';
import { textOf } from './block.js';
import { hasTail, isCutOff, isNoTitle, isOnlyDated } from './doubt.js';
import { type Draft, hasFacts, toEntry } from './draft.js';
import type { Ledger } from './ledger.js';
import type { Marks } from './marks.js';
import type { OpenPage } from './open-page.js';
import type { Piece } from './piece.js';
import { resolveMarks } from './resolve.js';
import type { StrayLines } from './stray.js';

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
        message: `${untitled.length} entries, and none has a title: this copy of the page lost them`,
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
