import type { Report } from '../diagnostic.js';
import type { LineRole, Page } from '../entry.js';
import type { Content } from '../input/decode.js';

export type { LineRole };

/** One line of a text input with its role, in the order of the file. */
export interface LineRecord {
  line: number;
  role: LineRole;
  /** 1-based number of the paper in its input that the line went into. */
  paper: number | null;
  text: string;
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

/** What a reader is given besides the content. */
export interface ReadContext {
  /** Takes what is wrong or worth knowing; the name of the input is added by the caller. */
  report: Report;
  /** Filled by the text reader while it reads. */
  lines: LineCounts;
  /** Somebody wants every line with its role: pages carry theirs. */
  keepLines?: boolean;
}

/** One kind of input: one file or folder, one line in the list of readers, one fixture folder, one README row. */
export interface Reader {
  name: 'text' | 'html' | 'json';
  /** Looks at the first 64 KiB, decoded: the reason why it is of this kind, or `null`. */
  detect(head: string): string | null;
  /** Turns what an input holds into pages. Pieces of it come in any size; bounded memory. */
  read(content: Content, context: ReadContext): AsyncIterable<Page>;
}
