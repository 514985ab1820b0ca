import type { FieldName } from '../paper.js';
import { visible } from '../words.js';
import { type Column, type ColumnKind, fieldColumn, numberColumn, whoColumn } from './columns.js';
import { type Ruler, rulerFor } from './ruler.js';
import { batches, type PaintRole, type WriteOptions, type WriterModule } from './writer.js';

const DEFAULT_FIELDS: readonly FieldName[] = [
  'published',
  'upvotes',
  'comments',
  'organization',
  'authorCount',
  'arxivId',
  'title',
];

const published = fieldColumn('published');
const upvotes = fieldColumn('upvotes');
const comments = fieldColumn('comments');
const organization = whoColumn('organization');
const arxivId = fieldColumn('arxivId');
const DEFAULT_COLUMNS: readonly Column[] = [
  numberColumn,
  published,
  upvotes,
  comments,
  organization,
  arxivId,
  fieldColumn('title'),
];

/** What a narrow terminal leaves out, in this order. */
const DISPENSABLE: readonly Column[] = [comments, organization, upvotes, arxivId, published, numberColumn];

/** Rows that are measured, and held, together. */
const ROWS_MEASURED = 1000;

type TableRow = readonly string[];

/** The widest cell of each column, in these rows or before them. */
const widest = (rows: readonly TableRow[], before: readonly number[], ruler: Ruler): number[] =>
  before.map((width, index) =>
    rows.reduce((most, row) => Math.max(most, ruler.width(row[index] ?? '')), width),
  );

const placesOf = (columns: readonly Column[], widths: readonly number[]): PlacedColumn[] =>
  columns.map((column, index) => ({
    column,
    index,
    width: Math.max(column.heading.length, widths[index] ?? 0),
  }));

/**
 * Columns for people to read. Widths come from a thousand rows at a time and never shrink. An empty
 * column is left out until it has content; then the headings are printed again.
 */
export const table: WriterModule = {
  defaultFields: DEFAULT_FIELDS,
  async *write(papers, { fields, width, paint = (_, text) => text, link = (text) => text }) {
    const columns = fields?.map((field) => fieldColumn(field)) ?? DEFAULT_COLUMNS;
    const headings = columns.map(({ heading }) => heading);
    const dispensable = fields === undefined ? DISPENSABLE : [];
    let widths = columns.map(() => 0);
    let shown = '';
    let number = 0;

    for await (const batch of batches(papers, ROWS_MEASURED, () => 1)) {
      const rows = batch.map((paper) => {
        number += 1;
        return columns.map((column) => visible(column.text(paper, number)));
      });
      const ruler = await rulerFor(rows);
      widths = widest(rows, widths, ruler);
      const filled = placesOf(columns, widths).filter(
        ({ index }) => fields !== undefined || (widths[index] ?? 0) > 0,
      );
      const places = layOut(filled, width, dispensable);
      const setting = { places, ruler, cutting: width !== undefined, paint, link };
      const nowShown = places.map(({ index }) => index).join();
      const heading = nowShown === shown ? '' : headingLine(setting, headings);
      yield (shown !== '' && heading !== '' ? '\n' : '') +
        heading +
        rows.map((row, at) => rowLine(setting, row, batch[at]?.url ?? null)).join('');
      shown = nowShown;
    }
  },
};

/** A column with the place it gets. */
interface PlacedColumn {
  column: Column;
  /** Which cell of a row it shows. */
  index: number;
  width: number;
}

/** Spaces between columns. */
const GAP = 2;

/** Three words or so: less of a title says nothing. */
const NARROWEST_TITLE = 20;
/** Enough to tell two names apart. */
const NARROWEST_TEXT = 8;
/** No text except the title takes more of the line than this. */
const SHARE = 1 / 4;

const CAN_BE_CUT: readonly ColumnKind[] = ['who', 'title', 'text'];

/** Whether a cell of the column may be cut. */
const canBeCut = ({ column }: PlacedColumn): boolean => CAN_BE_CUT.includes(column.kind);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Widths that fit the line: other texts give way first, the title (else the last text) takes the rest. */
const fitToWidth = (places: readonly PlacedColumn[], width: number): PlacedColumn[] => {
  const texts = places.filter(canBeCut);
  const main = texts.find(({ column }) => column.kind === 'title') ?? texts.at(-1);
  const most = Math.max(NARROWEST_TEXT, Math.floor(width * SHARE));
  const narrowed = places.map((place) =>
    texts.includes(place) && place !== main ? { ...place, width: Math.min(place.width, most) } : place,
  );
  const others = sum(narrowed.filter((place) => place !== main).map((place) => place.width + GAP));
  return narrowed.map((place) =>
    place === main
      ? { ...place, width: Math.min(place.width, Math.max(NARROWEST_TEXT, width - others)) }
      : place,
  );
};

/**
 * Fits columns into a line of that width. Where too little would be left for the title, columns of `dispensable` are left
 * out, in its order.
 */
const layOut = (
  places: readonly PlacedColumn[],
  width: number | undefined,
  dispensable: readonly Column[],
): readonly PlacedColumn[] => {
  if (width === undefined) return places;
  const fitted = fitToWidth(places, width);
  const title = fitted.findIndex(({ column }) => column.kind === 'title');
  const wanted = Math.min(places[title]?.width ?? 0, NARROWEST_TITLE);
  const next = dispensable.find((column) => places.some((place) => place.column === column));
  const enough =
    sum(fitted.map((place) => place.width + GAP)) - GAP <= width && (fitted[title]?.width ?? 0) >= wanted;
  if (enough || next === undefined) return fitted;
  return layOut(
    places.filter(({ column }) => column !== next),
    width,
    dispensable,
  );
};

/** How the lines of a table are set. */
interface Setting {
  places: readonly PlacedColumn[];
  ruler: Ruler;
  /** Whether texts are cut to the width of their column. */
  cutting: boolean;
  paint: NonNullable<WriteOptions['paint']>;
  link: NonNullable<WriteOptions['link']>;
}

const ROLES: Record<ColumnKind, PaintRole | null> = {
  number: 'number',
  date: 'date',
  who: 'who',
  title: 'title',
  text: null,
};

/** The column as it is set, numbers to the right; `decorate` adds what takes no room, after the text was measured. */
const line = (
  { places, ruler, cutting }: Setting,
  cells: readonly string[],
  decorate: (text: string, kind: ColumnKind) => string,
): string => {
  const set = places.map((place, at) => {
    const whole = cells[place.index] ?? '';
    const text = cutting && canBeCut(place) ? ruler.cut(whole, place.width) : whole;
    const decorated = text === '' ? '' : decorate(text, place.column.kind);
    const padding = ' '.repeat(Math.max(0, place.width - ruler.width(text)));
    if (place.column.kind === 'number') return padding + decorated;
    return at === places.length - 1 ? decorated : decorated + padding;
  });
  return `${set.join(' '.repeat(GAP)).trimEnd()}\n`;
};

/** The line above the rows; `headings` holds one for each column of the table, as a row does. */
const headingLine = (setting: Setting, headings: readonly string[]): string =>
  line(setting, headings, (text) => setting.paint('heading', text));

/** Percent-encodes what could end the link or show up on the terminal. */
const printableAddress = (url: string): string => visible(url).replace(/[^!-~]/gu, encodeURIComponent);

/** One row; its title is a link where the paper has an address. */
const rowLine = (setting: Setting, cells: readonly string[], url: string | null): string =>
  line(setting, cells, (text, kind) => {
    const role = ROLES[kind];
    const painted = role === null ? text : setting.paint(role, text);
    return kind === 'title' && url !== null ? setting.link(painted, printableAddress(url)) : painted;
  });
