import { diagnostic, type Report } from '../../diagnostic.js';
import type { Entry, Page } from '../../page.js';

/** Entries that are held; a list of others' papers shows what it is long before. */
const MOST_HELD = 5000;

/**
 * Holds back pages until one record shows that they are papers: films, tasks and posts have titles too. Where none
 * does, their entries are left out.
 */
export async function* withEvidence(
  pages: AsyncIterable<Page>,
  doubtful: WeakSet<Entry>,
  report: Report,
): AsyncGenerator<Page, void, undefined> {
  let held: Page[] | null = [];
  let [count, dropped] = [0, 0];
  let line: number | null = null;
  for await (const page of pages) {
    if (held === null) {
      yield page;
      continue;
    }
    if (page.entries.some((entry) => !doubtful.has(entry))) {
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
  if (held === null) {
    if (dropped > 0) reportDoubtful(dropped, line, report);
    return;
  }
  if (count > 0) reportDoubtful(count, line, report);
  for (const page of held) yield { ...page, entries: [] };
}

const reportDoubtful = (count: number, line: number | null, report: Report): void => {
  const which = count === 1 ? 'a record has a title' : `${count} records have titles`;
  const message = `${which}, but nothing that only papers have; left out`;
  const hint = 'give each record the arXiv id of its paper, or the address of its page';
  report(diagnostic('schema-mismatch', { message, line, hint }));
};
