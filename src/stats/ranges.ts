import type { Look } from './look.js';
import type { Spread } from './numbers.js';
import { MEASURED, type MeasuredField, type Stats } from './stats.js';

const NAMES: Record<MeasuredField, string> = {
  authorCount: 'authors',
  comments: 'comments',
  upvotes: 'upvotes',
  githubStars: 'stars',
};

const COLUMNS = {
  least: ({ least }) => least,
  median: ({ median }) => median,
  most: ({ most }) => most,
  papers: ({ papers }) => papers,
} as const satisfies Record<string, (spread: Spread) => number>;

type Row = readonly [name: string, ...cells: string[]];

const rowOf = (name: string, spread: Spread): Row => [
  `  ${name}`,
  ...Object.values(COLUMNS).map((number) => String(number(spread))),
];

/** A small table of ranges and medians; nothing where no number is shown. */
export const rangeLines = (ranges: Stats['ranges'], { paint }: Look): string[] => {
  const rows = MEASURED.flatMap((field): Row[] => {
    const spread = ranges[field];
    return spread === null ? [] : [rowOf(NAMES[field], spread)];
  });
  if (rows.length === 0) return [];
  const table: Row[] = [['Ranges', ...Object.keys(COLUMNS)], ...rows];
  const widthOf = (column: number): number => Math.max(...table.map((row) => row[column]?.length ?? 0));
  return table.map(([name, ...cells], line) => {
    const [nameRole, cellRole] = line === 0 ? (['heading', 'quiet'] as const) : (['term', 'number'] as const);
    const numbers = cells.map(
      (text, at) => '  '.padEnd(2 + widthOf(at + 1) - text.length) + paint(cellRole, text),
    );
    return paint(nameRole, name) + ' '.repeat(widthOf(0) - name.length) + numbers.join('');
  });
};
