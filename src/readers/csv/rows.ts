import { blankBefore, contentAt, headFirst } from '../above.js';
import { isTitleName, plainName, slotOf } from '../json/names.js';
import { cutAt, type FoundColumns, findColumns, rowsIn } from './columns.js';

/** What separates cells: in CSV, in TSV, in CSV of a spreadsheet whose numbers have a decimal comma, of a database. */
const DELIMITERS = [',', '\t', ';', '|'] as const;
/** A row with bars is anything's. */
const WITHOUT_NAMES = [',', '\t', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A header names some twenty columns. */
const LONGEST_HEADER = 16 * 1024;

const isField = (name: string): boolean => slotOf(plainName(name)) !== undefined;

/** What else may be above the header: comments, the line that gives Excel the delimiter, a cell or two of a wider table. */
const ABOVE =
  /^(?:#(?![,;\t|]).*|"?sep=."?|[^,;\t|]{0,100}[,;\t|]*|[^,;\t|]{1,100}[,;\t|][^,;\t|]{1,100}[,;\t|]{2,})$/i;
/** More lines are not above a table, they are the text. */
const MOST_ABOVE = 8;
/** A sign alone heads the numbers of rows. */
const COMMENT = /^#(?![,;\t|])/;
/** The lines below a table: a fence, a comment, the number of rows, a prompt; and the rule below the header of a database. */
const NO_ROW = /^(?:`{3,}|~{3,}|# .*|\(\d+ rows?\)|\w{1,60}=[#>] ?|[-+|][-+| ]*)$/;

/** Where the header begins. */
const headerAt = (text: string): number => {
  let at = contentAt(text);
  for (let lines = 0; lines < MOST_ABOVE; lines++) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end).trim();
    if (end < 0 || !ABOVE.test(line) || delimiterIn({ line, isMarkdown: false }) !== null) return at;
    at = end + 1;
  }
  return at;
};

/** The line below the header of a table in Markdown. */
const MARKDOWN_RULE = /^[\s|:-]+$/;

/** The first line with words. */
interface FirstLine {
  line: string;
  isMarkdown: boolean;
}

const firstLineOf = (text: string): FirstLine => {
  const head = text.slice(0, LONGEST_HEADER);
  const [line = '', below = ''] = head
    .slice(headerAt(head))
    .trimStart()
    .split(/[\r\n]+/, 2);
  return { line, isMarkdown: line.startsWith('|') || MARKDOWN_RULE.test(below) };
};

const cellsOf = ({ line, isMarkdown }: FirstLine, delimiter: Delimiter): string[] =>
  (delimiter === '|' && isMarkdown) || COMMENT.test(line) ? [] : cutAt(line, delimiter);

/** The names of the columns. A table of Notion calls its titles `Name`, which in a record may be anything's. */
export const namesIn = (cells: readonly string[]): string[] => {
  const names = cells.map((cell) => cell.trim());
  const at = names.some(isTitleName) ? -1 : names.findIndex((name) => /^name$/i.test(name));
  return at === -1 ? names : names.with(at, 'title');
};

/** Names of columns are shorter; most rows have a longer cell. */
const LONGEST_NAME = 60;

/** Whether cells name a title and another field of papers. */
export const isHeader = (header: readonly string[]): boolean => {
  if (header.length < 2 || header.some((name) => name.length > LONGEST_NAME)) return false;
  const cells = namesIn(header);
  const slots = new Set(cells.filter(isField).map((cell) => slotOf(plainName(cell))?.slot));
  return slots.has('title') && slots.size > 1;
};

/** The delimiter with which the first line names a title and another field of papers; `null` if none does. */
const delimiterIn = (first: FirstLine): Delimiter | null =>
  DELIMITERS.find((delimiter) => isHeader(cellsOf(first, delimiter))) ?? null;

/** A delimiter, and the columns that are found with it by what is in them. */
interface Found extends FoundColumns {
  delimiter: Delimiter;
}

/** How a table is cut that has the id of a paper in each row, but no names that are known; `null` of any other text. */
const unnamedIn = (text: string): Found | null => {
  const head = text.slice(0, LONGEST_HEADER);
  const isCut = text.length > head.length;
  const lines = head.slice(headerAt(head), isCut ? head.lastIndexOf('\n') : undefined).split(/[\r\n]+/);
  const rows = rowsIn(lines.filter((line) => !NO_ROW.test(line.trim())));
  for (const delimiter of WITHOUT_NAMES) {
    const found = findColumns(rows, delimiter);
    if (found !== null) return { delimiter, ...found };
  }
  return null;
};

/** The delimiter that the first line has most of. */
const likelyDelimiter = (first: FirstLine): Delimiter =>
  [...DELIMITERS].sort(
    (one, other) => cellsOf(first, other).length - cellsOf(first, one).length,
  )[0] as Delimiter;

/** As many as fit on a line of a message. */
const MOST_NAMED = 3;

/** The fields that the first line names, in words; `null` if it is not a header. */
export const headerInWords = (head: string): string | null => {
  const first = firstLineOf(head.replace(/^\ufeff/, ''));
  const delimiter = delimiterIn(first);
  if (delimiter === null) return unnamedIn(head) && 'its columns hold titles and ids of papers';
  const names = cellsOf(first, delimiter).filter(isField);
  const more = names.length > MOST_NAMED ? ', …' : '';
  return `its columns are called ${names.slice(0, MOST_NAMED).join(', ')}${more}`;
};

/** The same limit as for a JSON record; the longest row of a real archive takes 40 KB. */
const LONGEST_ROW = 16 * 1024 * 1024;
/** Characters read at a time: their rows are held, and a short row takes a hundred times its length in memory. */
const STEP = 1 << 12;

export interface Row {
  cells: readonly string[];
  /** 1-based line where it begins. */
  line: number;
  /** It stands for a header that is not there, or has names that are not known. */
  isFound?: boolean;
  /** The input ends inside its last cell. */
  isCut?: boolean;
}

/** Why the rest of a table was not read: a quote that is open at its end, or a row that is too long. */
export interface Fault {
  kind: 'quote' | 'size';
  /** 1-based line where the row begins that was not read. */
  line: number;
  /** That is the last line that the parser came to. */
  isLastLine: boolean;
}

/** A quote behind a backslash inside of a quoted cell. */
const ESCAPED_QUOTE = /(?:^|[,;\t|\n])"[^"\n]*\\"(?![,;\t|\r\n])/;
/** What stands before a quote in a quoted cell: another, or what databases write. */
const escapeIn = (head: string): '"' | '\\' =>
  ESCAPED_QUOTE.test(head) && !/[^,;\t|\n]""/.test(head) ? '\\' : '"';

const openParser = async (delimiter: Delimiter, escapeSign: '"' | '\\', ltrim: boolean) => {
  const { parse } = await import('csv-parse');
  let rows: Row[] = [];
  let fault: Fault | null = null;
  let [lines, emptyLines] = [0, 0];
  const parser = parse({
    delimiter,
    escape: escapeSign,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    ltrim,
    // Rows are taken at once: the stream would drop those that it holds when a fault comes.
    on_record: (cells: string[], info) => {
      if (cells.length > 1 ? cells.some((cell) => cell.trim() !== '') : !NO_ROW.test(cells[0] ?? ''))
        rows.push({ cells, line: lines + info.empty_lines - emptyLines + 1 });
      [lines, emptyLines] = [info.lines, info.empty_lines];
      // The parser makes an error with a stack trace for each row whose length differs from the
      // first: treat each as the first.
      Object.assign(parser.info, { records: 0 });
      return null;
    },
  });
  parser.on('error', (error: Error & { code?: string; lines?: number }) => {
    const kind = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote' : 'size';
    fault = { kind, line: lines + 1, isLastLine: error.lines === lines + 1 };
  });
  const ended = new Promise<void>((resolve) => {
    parser.on('close', resolve);
  });
  return {
    write(text: string): void {
      parser.write(text);
    },
    async end(): Promise<void> {
      parser.end();
      parser.resume();
      await ended;
    },
    take(): Row[] {
      const taken = rows;
      rows = [];
      return taken;
    },
    fault: () => fault,
  };
};

/** The rows of a table, its header too, in lists; a fault ends them. */
export async function* rowsOf(
  pieces: AsyncIterable<string>,
  onFault: (fault: Fault) => void,
): AsyncGenerator<Row[], void, undefined> {
  let open: (() => ReturnType<typeof openParser>) | null = null;
  let parser: Awaited<ReturnType<typeof openParser>> | null = null;
  /** The last line so far. */
  let last = '';
  for await (const piece of headFirst(pieces, LONGEST_HEADER)) {
    let text = piece;
    if (parser === null) {
      text = blankBefore(piece, headerAt(piece));
      const first = firstLineOf(piece);
      const named = delimiterIn(first);
      const found = named === null ? unnamedIn(piece) : null;
      const delimiter = named ?? found?.delimiter ?? likelyDelimiter(first);
      if (found !== null) {
        yield [{ cells: found.names, line: 1, isFound: true }];
        const end = found.hasHead ? piece.indexOf('\n', piece.indexOf(first.line)) + 1 : 0;
        text = blankBefore(text, end);
      }
      // Spaces behind its delimiters may come before quotes.
      open = () =>
        openParser(delimiter, escapeIn(piece.slice(0, LONGEST_HEADER)), first.line.includes(`${delimiter} `));
      parser = await open();
    }
    const lineStart = text.lastIndexOf('\n') + 1;
    last = lineStart > 0 ? text.slice(lineStart) : last + text;
    for (let from = 0; from < text.length && parser.fault() === null; from += STEP) {
      parser.write(text.slice(from, from + STEP));
      yield parser.take();
    }
    if (parser.fault() !== null) break;
  }
  if (parser === null || open === null) return;
  if (parser.fault() === null) {
    await parser.end();
    yield parser.take();
  }
  const fault = parser.fault();
  if (fault === null) return;
  if (fault.kind === 'quote' && fault.isLastLine && last !== '') {
    const closed = await open();
    closed.write(`${last}"`);
    await closed.end();
    const [row] = closed.take();
    if (row !== undefined) return yield [{ ...row, line: fault.line, isCut: true }];
  }
  onFault(fault);
}
