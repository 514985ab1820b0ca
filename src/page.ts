import type { PrintedDay } from './fields/date.js';
import type { PaperDraft } from './paper.js';

export type { PrintedDay };

/** What a reader found for one paper, before years, doubles and organizations of its page are settled. */
export interface Entry {
  /** 1-based line of the title; `null` where the source has no lines. */
  line: number | null;
  /** First and last line of everything that belongs to it. */
  firstLine: number | null;
  lastLine: number | null;
  /** The date as printed, for text and HTML; `fields.published` where the source states it in full. */
  printed: PrintedDay | null;
  /** `slug Name` or a name alone, undecided. `null` where `fields` say it outright. */
  organizationLine: string | null;
  /** A line that counts in words nobody knows, digits as N: `N contributors`. */
  unknownForm?: string;
  /** Everything that needs no settling. */
  fields: PaperDraft & {
    /** The day of the page it once came from, where a record says so itself. */
    pageDate?: string;
  };
  /** The input ends inside this entry. */
  truncated: boolean;
}

export type PageKind = 'search' | 'day' | 'week' | 'month' | 'trending' | 'api' | 'records' | 'feed';

/** What a page says about itself. */
export interface PageFacts {
  kind: PageKind | null;
  /** The day in the page's header. */
  headerDay: PrintedDay | null;
  /** The day on which the dump says it was captured, `YYYY-MM-DD`. */
  captured: string | null;
  /** The target of the page's "previous" link, `YYYY-MM-DD`: the day before the page's own. */
  previousDay: string | null;
  /** The search query. */
  query: string | null;
  /** What an HTML page calls itself (`<title>`). */
  title: string | null;
  /** The page says itself that it has no papers. */
  saysEmpty: boolean;
}

/** What a line of text was taken for. */
export type LineRole =
  | 'title'
  | 'abstract'
  | 'authors'
  | 'organization'
  | 'dot'
  | 'date'
  | 'comments'
  | 'upvotes'
  | 'submitter'
  | 'link'
  | 'decoration'
  | 'page'
  | 'blank'
  | 'dropped'
  | 'unrecognised';

/** One line of a text input with its role, in the order of the file. */
export interface LineRecord {
  line: number;
  role: LineRole;
  /** 1-based number of the paper in its input that the line went into. */
  paper: number | null;
  text: string;
  /** How the text reader read it; only of lines that say something. */
  reading?: LineReading;
}

/** The label that a line got on the cheapest path through its page. */
export interface LineReading {
  label: string;
  /** What the label costs there: a negative logarithm of a likelihood. */
  cost: number;
  /** How much more the cheapest other reading of the page costs; `null` where there is none. */
  margin: number | null;
}

/** Lines of one input by role; only text has lines. `total` is the sum of the others. */
export interface LineCounts {
  total: number;
  inPapers: number;
  page: number;
  blank: number;
  dropped: number;
  unrecognised: number;
}

/** A line of a page with the entry that it went into. */
export interface PageLine {
  line: number;
  role: LineRole;
  entry: Entry | null;
  text: string;
  reading?: LineReading;
}

/** One page, or part of a very long one: what readers yield. */
export interface Page {
  facts: PageFacts;
  entries: Entry[];
  /** Lines 1-based; `null` where the source has none. */
  firstLine: number | null;
  lastLine: number | null;
  /** The source states everything in full: nothing to settle. */
  settled: boolean;
  /** The same page goes on in the next part. */
  continues: boolean;
  /** Its lines in order, where the caller keeps them. */
  lines?: PageLine[];
}

export const noFacts = (): PageFacts => ({
  kind: null,
  headerDay: null,
  captured: null,
  previousDay: null,
  query: null,
  title: null,
  saysEmpty: false,
});

/** An entry of a source that states its fields; `line` is where it begins, `null` where lines mean nothing. */
export const statedEntry = (
  fields: Entry['fields'],
  line: number | null,
  printed: Entry['printed'] = null,
): Entry => ({
  line,
  firstLine: line,
  lastLine: null,
  printed,
  organizationLine: null,
  fields,
  truncated: false,
});

/** A page of such entries: nothing is left to settle. */
export const statedPage = (facts: PageFacts, entries: Entry[], continues: boolean): Page => ({
  facts,
  entries,
  firstLine: null,
  lastLine: null,
  settled: true,
  continues,
});
