import { diagnostic, type Report } from '../diagnostic.js';
import type { Content } from '../input/decode.js';
import type { ReaderName } from '../options.js';
import type { LineCounts, Page } from '../page.js';
import { counted } from '../words.js';

/** What a reader is given besides the content. */
export interface ReadContext {
  /** Takes what is wrong or worth knowing; the name of the input is added by the caller. */
  report: Report;
  /** Filled by the text reader while it reads. */
  lines: LineCounts;
  /** Somebody wants every line with its role: pages carry theirs. */
  keepLines?: boolean;
}

/** Turns what an input holds into pages. Pieces of it come in any size; bounded memory. */
export type Read = (content: Content, context: ReadContext) => AsyncIterable<Page>;

/** One kind of input: one file or folder, one line in the list of readers, one fixture folder, one README row. */
export interface Reader {
  name: ReaderName;
  /** Looks at the first 64 KiB, decoded: the reason why it is of this kind, or `null`. */
  detect(head: string): string | null;
  /** Loads what reads it: most runs read one kind. */
  load(): Promise<Read>;
}

/** Reports how many characters that nobody sees were removed from the texts of an input, if any. */
export const reportRemoved = (count: number, report: Report): void => {
  if (count === 0) return;
  const message = `${counted(count, 'control or invisible character')} removed`;
  report(diagnostic('control-characters-removed', { message }));
};
