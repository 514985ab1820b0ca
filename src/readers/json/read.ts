import type { Entry } from '../../entry.js';
import type { ReadContext } from '../reader.js';
import type { Listener } from './listener.js';
import { factsOfHead } from './page-facts.js';
import { pager } from './pager.js';
import { readRecord } from './record.js';
import { splitter } from './split.js';
import { troubles } from './troubles.js';

const entryOf = (fields: Entry['fields'], line: number): Entry => ({
  line,
  firstLine: line,
  lastLine: null,
  printed: null,
  organizationLine: null,
  fields,
  truncated: false,
});

/** Takes what the splitter finds into pages and diagnostics. */
const listener = (pages: ReturnType<typeof pager>, trouble: ReturnType<typeof troubles>): Listener => ({
  element(value, place, isPlain) {
    if (typeof value === 'string') trouble.sawString(value, place);
    else {
      const reading = readRecord(value, {
        flaw: (flaw) => trouble.flaw(flaw, place),
        removed: trouble.removed,
        isPlain,
      });
      if (reading) pages.add(entryOf(reading.fields, place.line), reading.kind);
    }
  },
  broken: trouble.broken,
  stray: trouble.stray,
  oversized: trouble.oversized,
  list: (_, head) => head !== null && pages.begin(factsOfHead(head)),
});

/** Splits, checks and pages the records of one input. */
export async function* readJson(chunks: AsyncIterable<Uint8Array>, { report }: ReadContext) {
  const trouble = troubles(report);
  const pages = pager();
  const split = splitter(listener(pages, trouble));
  for await (const chunk of chunks) {
    for (const _ of split.push(chunk)) yield* pages.take();
  }
  const saysEmpty = split.end();
  trouble.finish();
  pages.end(saysEmpty);
  yield* pages.take();
}
