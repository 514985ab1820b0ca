import type { Report } from '../../diagnostic.js';
import { utcDay } from '../../fields/date.js';
import type { Content } from '../../input/decode.js';
import { type Entry, noFacts, type Page, type PageFacts, statedEntry, statedPage } from '../../page.js';
import { parsedJson } from '../../words.js';
import { blankBefore, headFirst, LONGEST_ABOVE } from '../above.js';
import { type Doubt, type ReadContext, withEvidence } from '../reader.js';
import { isRest, literalToJson, type Notation, notationOf } from './literals.js';
import { isLogOfRecords, linesToJson } from './log.js';
import { messages } from './messages.js';
import { headerOf, rowRecord } from './nested.js';
import { factsOfHead } from './page-facts.js';
import { readElement } from './record.js';
import { splitter } from './split.js';
import { findJson } from './start.js';

/** Papers that are handed over at a time. */
const BATCH = 256;
/** Papers of a day's list that are held until it is clear whether search results follow; a page has fewer. */
const MOST_HELD = 5000;

/** The lists of a search page: what it found, and the day's papers, which it does not show. */
const RESULTS = 'searchResults';
const OF_THE_DAY = 'dailyPapers';

/** These have the papers of many days. */
const IS_LONGER: ReadonlySet<PageFacts['kind']> = new Set(['week', 'month']);

/** Collects entries into pages: one goes on until the kind of its records or the object around them changes. */
const pager = () => {
  const ready: Page[] = [];
  let facts = noFacts();
  let entries: Entry[] = [];
  /** The list that is read, and whether the object around it has shown results of a search. */
  let list = '';
  let hasResults = false;
  /** The day whose papers the list holds, by its key or the object around it. */
  let day: string | null = null;
  let dayAround: string | null = null;
  const handOver = (continues: boolean): void => {
    ready.push(statedPage(facts, entries, continues));
    entries = [];
  };
  return {
    /** A list of records, which begins a new page with what is known about it, unless it is of the same object. */
    beginList(key: string, next: PageFacts | null): void {
      list = key;
      if (next !== null) {
        if (entries.length > 0) handOver(false);
        facts = next;
        hasResults = false;
        dayAround = IS_LONGER.has(facts.kind) ? null : facts.captured;
      }
      day = utcDay(key) ?? (key === RESULTS ? null : dayAround);
    },
    /** What follows is in no such list. */
    endLists(): void {
      list = '';
      day = null;
    },
    /** Whether the page does not show these records. */
    isPassedOver: (): boolean => hasResults && list === OF_THE_DAY,
    add(entry: Entry, kind: PageFacts['kind']): void {
      if (list === RESULTS && !hasResults) {
        hasResults = true;
        entries = [];
      }
      if (entries.length > 0 && facts.kind !== kind) handOver(false);
      else if (entries.length >= (list === OF_THE_DAY ? MOST_HELD : BATCH)) handOver(true);
      if (facts.kind !== kind) facts = { ...facts, kind };
      if (kind === 'api') entry.fields.submittedOn ??= day;
      entries.push(entry);
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

/** `"columns": ["title", "upvotes"], "data": [`: what pandas and databases write above their rows. */
const COLUMNS = /"(?:columns|fields|headers?|schema)"\s{0,9}:\s{0,9}(\[[^[\]]{1,4000}\])/;
const columnsOfHead = (head: string): string[] | null => headerOf(parsedJson(COLUMNS.exec(head)?.[1] ?? ''));

/** Papers are handed over each time this much was read. */
const STEP = 1 << 18;

/** Gives JSON as it is. */
const AS_IT_IS = { push: (piece: string): string => piece, end: (): string => '' };

/** The text with empty lines in place of what comes before the JSON, or the records of a log; what Python or a script wrote as JSON. */
async function* toJson(
  pieces: AsyncIterable<string>,
  onNotation: (notation: Notation) => void,
): AsyncGenerator<string> {
  let writer: typeof AS_IT_IS | null = null;
  for await (const piece of headFirst(pieces, LONGEST_ABOVE)) {
    if (writer !== null) {
      yield writer.push(piece);
      continue;
    }
    const start = findJson(piece);
    const at = start?.at ?? 0;
    const notation = notationOf(piece.slice(at));
    if (notation !== null) onNotation(notation);
    const isLog = start === null && isLogOfRecords(piece);
    writer = isLog ? linesToJson() : notation === null ? AS_IT_IS : literalToJson();
    yield writer.push(blankBefore(piece, at));
  }
  yield writer?.end() ?? '';
}

/** Splits, checks and pages the records of one input. */
export async function* readJson(content: Content, { report }: ReadContext) {
  const doubts = new WeakMap<Entry, Doubt>();
  yield* withEvidence(pagesOf(content.text(), doubts, report), doubts, report);
}

async function* pagesOf(pieces: AsyncIterable<string>, doubts: WeakMap<Entry, Doubt>, report: Report) {
  const say = messages(report);
  const pages = pager();
  let notation: Notation | null = null;
  /** The names of the columns, where the records are rows of a table. */
  let header: readonly string[] | null = null;
  const split = splitter({
    ...say,
    element(value, place, isListed) {
      if (!isListed) pages.endLists();
      if (pages.isPassedOver()) return;
      if (typeof value === 'string' && isRest(value)) return say.stray(value, place);
      if (Array.isArray(value) && header === null) {
        header = headerOf(value);
        if (header !== null) return;
      }
      if (notation !== null) say.repaired(place, notation);
      const record = Array.isArray(value) && header !== null ? rowRecord(header, value) : value;
      for (const reading of readElement(record, place, say)) {
        const entry = statedEntry(reading.fields, place.line);
        if (reading.doubt !== null) doubts.set(entry, reading.doubt);
        pages.add(entry, reading.kind);
      }
    },
    list(key, head) {
      if (head !== null) header = columnsOfHead(head);
      pages.beginList(key, head === null ? null : factsOfHead(head));
      return header !== null;
    },
  });
  for await (const piece of toJson(pieces, (found) => {
    notation = found;
  })) {
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
