import type { LineRole, Page } from '../../page.js';
import { reportAmbiguous } from './ambiguous.js';
import type { Block } from './block.js';
import { isLong, looksLikeTitle } from './block.js';
import type { Token } from './classify.js';
import { type Next, readCounts } from './counts.js';
import { type Draft, newDraft, type Phase } from './draft.js';
import { settleLastLine } from './last-line.js';
import { addDraft, goneOn, isFull, type OpenPage, openPage } from './open-page.js';
import { type CloseContext, closePage } from './page.js';
import { readText } from './place-text.js';

/** Everything that is open while tokens come in. */
export interface Assembly {
  context: CloseContext;
  page: OpenPage;
  draft: Draft | null;
  /** Text since the last fact, by blocks: what it is turns out when the next fact comes. */
  run: Block[];
  runCharacters: number;
  runLines: number;
  /** A dot waits for the date or the authors after it. */
  dot: Token | null;
  /** Lone numbers wait for what comes next. */
  counts: Token[];
  /** A fact that touches a paragraph above: it waits for what stands below. */
  doubtful: Token | null;
  /** A label (`Submitted by`, `Upvote`, `GitHub`) waits for its value on the next line. */
  label: Token | null;
  /** The name of a month in a page's header waits for its day. */
  month: Token | null;
  last: Token | null;
  /** Finished pages. */
  pages: Page[];
}

export const newAssembly = (context: CloseContext): Assembly => ({
  context,
  page: openPage(),
  draft: null,
  run: [],
  runCharacters: 0,
  runLines: 0,
  dot: null,
  counts: [],
  doubtful: null,
  label: null,
  month: null,
  last: null,
  pages: [],
});

/** The open entry; begins one where there is none. */
export const begun = (at: Assembly): Draft => {
  at.draft ??= newDraft();
  return at.draft;
};

/** The token belongs to the open entry. */
export const use = (at: Assembly, token: Token, role: LineRole): void => {
  token.role = role;
  begun(at).used.push(token);
};

/** The token belongs to no entry. */
export const outside = (at: Assembly, token: Token, role: 'page' | 'unrecognised'): void => {
  at.context.ledger.assign(token, role, null);
  if (role === 'unrecognised') at.context.stray.add(token);
};

/** Nothing of an entry was seen on this page yet. */
export const isBeforeEntries = ({ page, draft }: Assembly): boolean =>
  page.drafts.length === 0 && draft === null;

export const raise = (at: Assembly, phase: Phase): void => {
  const draft = begun(at);
  if (draft.phase < phase) draft.phase = phase;
};

/** The link of a token tells the id of the open entry. */
export const takeId = (at: Assembly, token: Token): void => {
  if (!token.target?.id) return;
  begun(at).id ??= token.target.id;
  at.page.feed = true;
};

/** Whether the token goes on in the paragraph that the run ends with. */
export const goesOn = ({ run, last }: Assembly, token: Token): boolean => {
  const block = run.at(-1);
  const end = block?.at(-1);
  return end !== undefined && token.gap === 0 && (last === end || last?.text === end.text);
};

/** The run ends with a paragraph, not with a title or a name, and the token goes on in it. */
export const isInParagraph = (at: Assembly, token: Token): boolean => {
  const block = at.run.at(-1);
  return block !== undefined && goesOn(at, token) && (block.length > 1 || isLong(block));
};

/** Text before the first entry is the search query or a note, never a paper. */
export const dropRun = (at: Assembly): void => {
  for (const token of at.run.flat()) setAside(at, token);
  at.run = [];
  at.runCharacters = 0;
  at.runLines = 0;
};

/** A short line between the page's header and its first paper is the search query. */
export const setAside = (at: Assembly, token: Token): void => {
  const { page } = at;
  if (page.header && page.facts.query === null && looksLikeTitle([token])) page.facts.query = token.text;
  outside(at, token, page.header ? 'page' : 'unrecognised');
};

/** Settles the lone numbers; gives the one that belongs to the entry that begins now. */
export const settleCounts = (at: Assembly, next: Next): Token | null => {
  if (at.counts.length === 0) return null;
  const { comments, upvotes, ambiguous, rest } = readCounts(
    at.counts,
    next,
    at.draft ? at.page.countFirst : null,
  );
  at.counts = [];
  if (comments && at.draft && at.draft.comments === null) {
    at.draft.comments = comments.count;
    use(at, comments, 'comments');
    if (ambiguous) reportAmbiguous(comments, at.context.report);
  } else if (comments) outside(at, comments, isBeforeEntries(at) ? 'page' : 'unrecognised');
  for (const token of rest) {
    if (at.draft) use(at, token, 'decoration');
    else outside(at, token, 'page');
  }
  return upvotes;
};

/** Ends the open entry; gives the number that belongs to the one that begins now. */
export const closeEntry = (at: Assembly, next: Next): Token | null => {
  if (at.dot) readText(at, 'dot', at.dot.gap);
  const upvotes = settleCounts(at, next);
  if (at.run.length > 0) readText(at, next === 'end' ? 'end' : 'other', 0);
  settleLastLine(at);
  if (at.draft) addDraft(at.page, at.draft);
  at.draft = null;
  at.label = null;
  return upvotes;
};

/** Begins an entry with the number that stood before its title. */
export const beginEntry = (at: Assembly, token: Token, next: Next): void => {
  if (isBeforeEntries(at)) dropRun(at);
  const upvotes = closeEntry(at, next);
  if (isFull(at.page)) endPage(at, token.line, true);
  at.draft = newDraft();
  if (upvotes) setUpvotes(at, upvotes);
};

export const setUpvotes = (at: Assembly, token: Token): void => {
  begun(at).upvotes ??= token.count;
  if (begun(at).title === null) at.page.countFirst ??= true;
  use(at, token, 'upvotes');
};

/** Hands the page over. `continues`: it is only full, and goes on. */
export const endPage = (at: Assembly, nextLine: number, continues: boolean): void => {
  at.pages.push(closePage(at.page, nextLine, continues, at.context));
  if (continues) at.page = goneOn(at.page, nextLine);
  else {
    at.page = openPage();
    at.context.marks.reset();
  }
};
