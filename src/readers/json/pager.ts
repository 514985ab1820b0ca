import { type Entry, noFacts, type Page, type PageFacts } from '../../entry.js';

/** Papers that are handed over at a time. */
const BATCH = 256;

/** Collects entries into pages: one goes on until the kind of its records or the object around them changes. */
export const pager = () => {
  const ready: Page[] = [];
  let facts = noFacts();
  let entries: Entry[] = [];
  const handOver = (continues: boolean): void => {
    ready.push({ facts, entries, firstLine: null, lastLine: null, settled: true, continues });
    entries = [];
  };
  return {
    add(entry: Entry, kind: PageFacts['kind']): void {
      if (entries.length > 0 && facts.kind !== kind) handOver(false);
      else if (entries.length === BATCH) handOver(true);
      if (facts.kind !== kind) facts = { ...facts, kind };
      entries.push(entry);
    },
    /** A new page with what is known about it. */
    begin(next: PageFacts): void {
      if (entries.length > 0) handOver(false);
      facts = next;
    },
    /** The last page; `saysEmpty` where the source shows an empty list. */
    end(saysEmpty: boolean): void {
      facts = { ...facts, saysEmpty };
      handOver(false);
    },
    /** The pages that are complete. */
    take: (): Page[] => ready.splice(0),
  };
};
