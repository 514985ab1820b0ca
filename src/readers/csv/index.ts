import { diagnostic, type Report } from '../../diagnostic.js';
import { dayInside } from '../../fields/date.js';
import type { Content } from '../../input/decode.js';
import { type Entry, noFacts, type Page, statedEntry, statedPage } from '../../page.js';
import { messages } from '../json/messages.js';
import { isTitleName, plainName, slotOf } from '../json/names.js';
import { readRecord } from '../json/record.js';
import { type Doubt, type ReadContext, withEvidence } from '../reader.js';
import { type Fault, isHeader, namesIn, type Row, rowsOf } from './rows.js';

/** Tables of papers have far fewer; each row makes an object with all of them. */
const MOST_COLUMNS = 1000;

/** Our own tables put an apostrophe before a cell that a spreadsheet would run; see the writers. */
const GUARDED = /^'(?='*(?:[\s\p{C}]*[=+\-@＝＋－＠]|\s*[\t\r\n]))/u;
/** What others write so that a spreadsheet takes a number for text: `="2505.00010"`, `'2505.00010`. */
const NUMBER_AS_TEXT = /^(?:="([^"]*)"|'(\d[\d.]*))$/;

const pageOf = (entries: Entry[], continues: boolean, saysEmpty: boolean): Page =>
  statedPage({ ...noFacts(), kind: 'records', saysEmpty }, entries, continues);

/** A cell that kept its first quote and goes on over lines: the quote was not closed where the cell ends. */
const RUN_ON = /^"[^"]*[\r\n]/;
const QUOTE_HINT = 'write a quote inside a quoted cell twice';

const faultMessage = ({ kind, line }: Pick<Fault, 'kind' | 'line'>) =>
  kind === 'quote'
    ? diagnostic('malformed-csv', {
        message: 'a quote in this row is never closed; the row and all after it are left out',
        line,
        hint: QUOTE_HINT,
      })
    : diagnostic('entry-too-large', {
        message: 'this row is larger than 16 MiB; the row and all after it are left out',
        line,
        hint: 'a quote may be missing at the end of a cell',
      });

/** Cells of a row that only counts or adds up, or is a rule. */
const NUMBER = /^[\s\d.,%-]*$/;
/** Titles of papers have more, but a section (`Robotics`), a sum (`Total papers: 4`) and a rule (`---`) do not. */
const FEW_WORDS = /^\S{1,40}(?: \S{1,40}){0,2}$/;

/** Whether a row holds only a few words, or a remark with a date, and numbers: a section or a total among papers. */
const isSection = ({ title, arxivId }: Entry['fields'], cells: readonly string[]): boolean =>
  title !== null &&
  arxivId === null &&
  (FEW_WORDS.test(title) || dayInside(title) !== null) &&
  cells.filter((cell) => !NUMBER.test(cell)).length <= 1;

/** Sections above the first paper. */
const MOST_WAITING = 64;

/** Leaves out sections and sums where papers have ids; above the first paper they wait until that is known. */
const sections = (report: Report) => {
  let waiting: Entry[] = [];
  let haveIds: boolean | null = null;
  let leftOut = 0;
  let line: number | null = null;
  const settled = (): Entry[] => {
    const found = waiting;
    waiting = [];
    if (!haveIds) return found;
    leftOut += found.length;
    line ??= found[0]?.line ?? null;
    return [];
  };
  return {
    paper(entry: Entry): Entry[] {
      if (entry.fields.arxivId !== null) haveIds = true;
      haveIds ??= false;
      return [...settled(), entry];
    },
    section(entry: Entry): Entry[] {
      waiting.push(entry);
      return haveIds === null && waiting.length < MOST_WAITING ? [] : settled();
    },
    end(): Entry[] {
      if (leftOut > 0) {
        const rows = leftOut === 1 ? 'a row has' : `${leftOut} rows have`;
        const message = `${rows} a few words and numbers, but no id as the papers have; left out`;
        report(diagnostic('unrecognised-line', { message, line }));
      }
      return settled();
    },
  };
};

/** Whether a cell may lack its end: any text but an abstract says something else without it. */
const mayBeCut = (name: string): boolean => slotOf(plainName(name))?.slot === 'abstract';

/** A row as a record, by the names in the header. */
const recordOf = (header: readonly string[], cells: readonly string[]): Record<string, unknown> => {
  const record: Record<string, unknown> = Object.create(null);
  header.forEach((name, at) => {
    const written = cells[at] ?? '';
    const cell = GUARDED.test(written) ? written.slice(1) : written.replace(NUMBER_AS_TEXT, '$1$2');
    // Of columns with the same name, the first with a value.
    if (name !== '' && !record[name]) record[name] = cell;
  });
  return record;
};

/** Reads a table, a row a paper, by the names in its first row. */
export async function* readTable(content: Content, { report }: ReadContext) {
  const doubts = new WeakMap<Entry, Doubt>();
  yield* withEvidence(pagesOf(content.text(), doubts, report), doubts, report);
}

async function* pagesOf(
  pieces: AsyncIterable<string>,
  doubts: WeakMap<Entry, Doubt>,
  report: Report,
): AsyncGenerator<Page, void, undefined> {
  const say = messages(report);
  const found = sections(report);
  let header: readonly string[] | null = null;
  let records = 0;
  let failed = false;
  const fail = (fault: ReturnType<typeof diagnostic>): void => {
    failed = true;
    report(fault);
  };

  const takeHeader = ({ cells, line, isFound }: Row): void => {
    header = namesIn(cells);
    if (isFound) {
      const message =
        'no row has the names of columns with papers; titles and ids were found by what is in the columns';
      const hint = 'call the columns title, published, abstract, …';
      report(diagnostic('unrecognised-line', { message, line, hint }));
    }
    if (header.length > MOST_COLUMNS) {
      const message = `a table of ${header.length} columns; papers have at most ${MOST_COLUMNS}`;
      fail(diagnostic('malformed-csv', { message, line }));
    } else if (!header.some(isTitleName)) {
      const message = 'the first row names no column for titles';
      fail(
        diagnostic('malformed-csv', {
          message,
          line,
          hint: 'call the columns title, published, abstract, …',
        }),
      );
    }
  };
  const toEntries = (row: Row): Entry[] => {
    if (failed) return [];
    // A file may be several tables, one below the other.
    if (header === null || isHeader(row.cells)) {
      takeHeader(row);
      return [];
    }
    const { line, isCut = false } = row;
    const last = row.cells.length - 1;
    if (isCut && !(header.findIndex(isTitleName) < last)) {
      fail(faultMessage({ kind: 'quote', line }));
      return [];
    }
    const cells = isCut && !mayBeCut(header[last] ?? '') ? row.cells.slice(0, last) : row.cells;
    records += 1;
    const place = { record: records, line, column: 1 };
    if (isCut) {
      const message = `record ${records} is cut off; the part that is there was kept`;
      report(diagnostic('entry-truncated', { message, line, record: records }));
    } else if (cells.length < header.length) {
      const message = `record ${records}: only ${cells.length} of ${header.length} cells; the others were taken as empty`;
      report(diagnostic('field-invalid', { message, line, record: records }));
    } else if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      const message = `record ${records}: ${cells.length} cells under ${header.length} columns; the record is left out`;
      const hint = 'put cells that hold the separator in quotes';
      report(diagnostic('schema-mismatch', { message, line, record: records, hint }));
      return [];
    }
    if (cells.some((cell) => RUN_ON.test(cell))) {
      const message = `record ${records}: a quote is not closed at the end of its cell; the record is left out`;
      report(diagnostic('malformed-csv', { message, line, record: records, hint: QUOTE_HINT }));
      return [];
    }
    const reading = readRecord(recordOf(header, cells), say.notes(place));
    if (reading === null) return [];
    const entry = statedEntry(reading.fields, line);
    if (reading.doubt !== null) doubts.set(entry, reading.doubt);
    const isWhole = cells.length >= header.length;
    return isWhole && isSection(entry.fields, cells) ? found.section(entry) : found.paper(entry);
  };

  for await (const rows of rowsOf(pieces, (fault) => fail(faultMessage(fault)))) {
    yield pageOf(rows.flatMap(toEntries), true, false);
    if (failed) break;
  }
  say.finish();
  yield pageOf(found.end(), false, header !== null && records === 0 && !failed);
}
