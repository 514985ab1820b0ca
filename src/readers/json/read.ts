import { type Entry, noFacts, type Page, type PageFacts } from '../../entry.js';
import type { ReadContext } from '../reader.js';
import { messages } from './messages.js';
import { factsOfHead } from './page-facts.js';
import { readRecord } from './record.js';
import { splitter } from './split.js';

/** Papers that are handed over at a time. */
const BATCH = 256;

/** Collects entries into pages: one goes on until the kind of its records or the object around them changes. */
const pager = () => {
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

const entryOf = (fields: Entry['fields'], line: number): Entry => ({
  line,
  firstLine: line,
  lastLine: null,
  printed: null,
  organizationLine: null,
  fields,
  truncated: false,
});

/** Papers of a long piece are handed over after so much of it. */
const STEP = 1 << 18;

/** Splits, checks and pages the records of one input. */
export async function* readJson(pieces: AsyncIterable<string>, { report }: ReadContext) {
  const say = messages(report);
  const pages = pager();
  const split = splitter({
    ...say,
    element(value, place) {
      if (typeof value === 'string') return say.sawString(value, place);
      const reading = readRecord(value, { flaw: (flaw) => say.flaw(flaw, place), removed: say.removed });
      if (reading) pages.add(entryOf(reading.fields, place.line), reading.kind);
    },
    list: (_, head) => head !== null && pages.begin(factsOfHead(head)),
  });
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; from += STEP) {
      split.push(piece.slice(from, from + STEP));
      yield* pages.take();
    }
  }
  const saysEmpty = split.end();
  say.finish();
  pages.end(saysEmpty);
  yield* pages.take();
}
