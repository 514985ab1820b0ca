import type { PaperField } from '../paper.js';
import { counted, listInLines, visible } from '../words.js';
import { rulerFor } from '../writers/ruler.js';
import { MEASURED, type MeasuredField, type Spread, type Stats } from './count.js';

/** The parts of the text that may be painted. */
export type StatsRole = 'heading' | 'date' | 'who' | 'term' | 'number' | 'quiet';

/** What bars are drawn with. */
export type BarStyle = 'blocks' | 'ascii';

/** How the text should look. */
export interface StatsLook {
  /** Columns of the terminal. Default 80; lines get no longer than 100, where bars stop being easy to compare. */
  width?: number;
  /** Default `blocks`, exact to an eighth of a column; `ascii` draws with `#`. */
  bars?: BarStyle;
  /** Paints a piece of text; absent means plain. */
  paint?: (role: StatsRole, text: string) => string;
  /** What a field is called where it is named as not shown. Default: its own name. */
  nameOf?: (field: PaperField) => string;
}

type SettledLook = Required<StatsLook>;

/** Of a terminal that does not say its own. */
const DEFAULT_WIDTH = 80;
/** Longer bars are no easier to compare. */
const WIDEST = 100;
const INDENT = '  ';

/** The counts as text to look at, a section for each thing that is counted. */
export const renderStats = async (
  stats: Stats,
  { width = DEFAULT_WIDTH, bars = 'blocks', paint = (_, text) => text, nameOf = String }: StatsLook = {},
): Promise<string> => {
  const look: SettledLook = { width: Math.min(width, WIDEST), bars, paint, nameOf };
  const sections = [
    [paint('heading', counted(stats.papers, 'paper'))],
    yearLines(stats.years, look),
    await organizationLines(stats.organizations, look),
    rangeLines(stats.ranges, look),
    stats.papers === 0 ? [] : notShownLines(stats.notShown, look),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n');
};

const yearLines = (years: Stats['years'], look: SettledLook): string[] => {
  if (years.every(({ year }) => year === null)) return [];
  const rows = withoutGaps(years).map(({ year, papers }) => ({
    label: String(year ?? 'no date'),
    value: papers,
  }));
  return [look.paint('heading', 'Papers by year'), ...chart(rows, look)];
};

/**
 * Longer spans keep their gaps, so that one stray old date does not draw a century of empty bars.
 */
const LONGEST_SPAN = 20;

/** The years with those between them that have no papers. */
const withoutGaps = (years: Stats['years']): Stats['years'] => {
  const known = years.flatMap(({ year }) => year ?? []);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || last - first >= LONGEST_SPAN) return years;
  const papersIn = new Map(years.map(({ year, papers }) => [year, papers]));
  const span = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [
    ...span.map((year) => ({ year, papers: papersIn.get(year) ?? 0 })),
    ...years.filter(({ year }) => year === null),
  ];
};

/** A bar and its label. */
interface BarRow {
  label: string;
  value: number;
}

/** Shorter ones look alike. */
const NARROWEST_BAR = 4;

/** Rows of a label, a bar and a number; the row of the largest number fills the width. */
const chart = (rows: readonly BarRow[], { width, bars, paint }: SettledLook): string[] => {
  const labelWidth = Math.max(...rows.map(({ label }) => label.length));
  const largest = Math.max(...rows.map(({ value }) => value));
  const rest = `  ${' '.repeat(labelWidth)}   ${largest}`.length;
  const columns = Math.max(NARROWEST_BAR, width - rest);
  return rows.map(({ label, value }) => {
    const drawn = bar(value, largest, columns, bars);
    const tail = drawn === '' ? '' : `${drawn} `;
    return `  ${paint('date', label.padEnd(labelWidth))}  ${tail}${paint('number', String(value))}`;
  });
};

/** An eighth of a column, two eighths … a whole one. */
const EIGHTHS = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
const WHOLE = '█';

const DRAW: Record<BarStyle, (columns: number) => string> = {
  blocks: (columns) => {
    const eighths = Math.max(1, Math.round(columns * EIGHTHS.length));
    const rest = eighths % EIGHTHS.length;
    return WHOLE.repeat(Math.floor(eighths / EIGHTHS.length)) + (rest === 0 ? '' : EIGHTHS[rest - 1]);
  },
  ascii: (columns) => '#'.repeat(Math.max(1, Math.round(columns))),
};

/** A bar for the value where the largest one takes that many columns; nothing for 0, and something for all else. */
export const bar = (value: number, largest: number, columns: number, style: BarStyle): string =>
  value <= 0 ? '' : DRAW[style]((value / largest) * columns);

/** What fits on a screen below the other figures. */
const MOST_ORGANIZATIONS = 10;

/** The organizations with the most papers, and how many more there are. */
const organizationLines = async (
  organizations: Stats['organizations'],
  { width, paint }: SettledLook,
): Promise<string[]> => {
  const listed = organizations.slice(0, MOST_ORGANIZATIONS);
  const others = organizations.slice(MOST_ORGANIZATIONS);
  if (listed.length === 0) return [];
  const names = listed.map(({ name }) => visible(name));
  const ruler = await rulerFor([names]);
  const numberWidth = String(listed[0]?.papers).length;
  const longest = Math.max(...names.map((name) => ruler.width(name)));
  const nameWidth = Math.max(1, Math.min(longest, width - 4 - numberWidth));
  const lines = listed.map(({ papers }, at) => {
    const name = ruler.cut(names[at] ?? '', nameWidth);
    const padding = ' '.repeat(Math.max(0, nameWidth - ruler.width(name)));
    const number = String(papers).padStart(numberWidth);
    return `  ${paint('who', name)}${padding}  ${paint('number', number)}`;
  });
  const papers = others.reduce((sum, organization) => sum + organization.papers, 0);
  const more = `  … and ${others.length} more with ${counted(papers, 'paper')}`;
  return [
    paint('heading', 'Organizations'),
    ...lines,
    ...(others.length === 0 ? [] : [paint('quiet', more)]),
  ];
};

const MEASURED_NAMES: Record<MeasuredField, string> = {
  authorCount: 'authors',
  comments: 'comments',
  upvotes: 'upvotes',
  githubStars: 'stars',
};

const RANGE_COLUMNS = {
  least: ({ least }) => least,
  median: ({ median }) => median,
  most: ({ most }) => most,
  papers: ({ papers }) => papers,
} as const satisfies Record<string, (spread: Spread) => number>;

type RangeRow = readonly [name: string, ...cells: string[]];

/** A small table of ranges and medians; nothing where no number is shown. */
const rangeLines = (ranges: Stats['ranges'], { paint }: SettledLook): string[] => {
  const rows = MEASURED.flatMap((field): RangeRow[] => {
    const spread = ranges[field];
    const cells = spread && Object.values(RANGE_COLUMNS).map((number) => String(number(spread)));
    return cells === null ? [] : [[`  ${MEASURED_NAMES[field]}`, ...cells]];
  });
  if (rows.length === 0) return [];
  const table: RangeRow[] = [['Ranges', ...Object.keys(RANGE_COLUMNS)], ...rows];
  const widthOf = (column: number): number => Math.max(...table.map((row) => row[column]?.length ?? 0));
  return table.map(([name, ...cells], line) => {
    const [nameRole, cellRole] = line === 0 ? (['heading', 'quiet'] as const) : (['term', 'number'] as const);
    const numbers = cells.map(
      (text, at) => '  '.padEnd(2 + widthOf(at + 1) - text.length) + paint(cellRole, text),
    );
    return paint(nameRole, name) + ' '.repeat(widthOf(0) - name.length) + numbers.join('');
  });
};

/** The fields that no paper shows. */
const notShownLines = (fields: readonly PaperField[], { width, paint, nameOf }: SettledLook): string[] => {
  const lines = listInLines(fields.map(nameOf), width - INDENT.length).map((line) => INDENT + line);
  return lines.length === 0 ? [] : [paint('heading', 'Not shown'), ...lines];
};
