import { noFacts, type PageFacts } from '../../page.js';
import type { Draft } from './draft.js';

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
