import { type Diagnostic, diagnostic, type Report } from '../diagnostic.js';
import type { Content } from '../input/decode.js';
import type { ReaderName } from '../options.js';
import type { Entry, LineCounts, Page } from '../page.js';
import { counted } from '../words.js';

/** What a reader is given besides the content. */
export interface ReadContext {
  /** Takes what is wrong or worth knowing; the name of the input is added by the caller. */
  report: Report;
  /** Filled by the text reader while it reads. */
  lines: LineCounts;
  /** The caller wants every line with its role: pages carry their lines. */
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

/** Entries that are held back; a real list of papers shows what it is long before. */
const MOST_HELD = 5000;

/** Why a record may be no paper: nothing marks it as one, or its address even leads elsewhere. */
export type Doubt = 'unmarked' | 'elsewhere';

/**
 * Holds back pages until their records show that they are papers: films, tasks and posts have titles too. One is enough,
 * if no more lead elsewhere: news link to a paper now and then. Where none does, their entries are left out.
 */
export async function* withEvidence(
  pages: AsyncIterable<Page>,
  doubts: WeakMap<Entry, Doubt>,
  report: Report,
): AsyncGenerator<Page, void, undefined> {
  let held: Page[] | null = [];
  let [count, dropped] = [0, 0];
  let [papers, elsewhere] = [0, 0];
  let line: number | null = null;
  for await (const page of pages) {
    if (held === null) {
      yield page;
      continue;
    }
    for (const entry of page.entries) {
      const doubt = doubts.get(entry);
      if (doubt === undefined) papers += 1;
      else if (doubt === 'elsewhere') elsewhere += 1;
    }
    if (papers > elsewhere) {
      yield* held;
      yield page;
      held = null;
      continue;
    }
    line ??= page.entries[0]?.line ?? null;
    count += page.entries.length;
    if (count > MOST_HELD) {
      dropped += page.entries.length;
      held.push({ ...page, entries: [] });
    } else held.push(page);
  }
  const leftOut = held === null ? dropped : count;
  if (leftOut > 0) report(doubtful(leftOut, held === null ? 0 : papers, elsewhere, line));
  for (const page of held ?? []) yield { ...page, entries: [] };
}

const doubtful = (count: number, papers: number, elsewhere: number, line: number | null): Diagnostic => {
  const why =
    papers > 0
      ? `of ${count} records ${papers} ${papers === 1 ? 'leads' : 'lead'} to a paper, ${elsewhere} elsewhere; all are left out`
      : count === 1
        ? 'a record has a title but nothing that marks it as a paper; it is left out'
        : `${count} records have titles but nothing that marks them as papers; they are left out`;
  const hint =
    papers > 0
      ? 'keep only the records of papers'
      : 'give each record the arXiv id of its paper, or the address of its page';
  return diagnostic('schema-mismatch', { message: why, line, hint });
};
