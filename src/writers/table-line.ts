import type { ColumnKind } from './columns.js';
import { canBeCut, GAP, type Place } from './layout.js';
import type { Ruler } from './ruler.js';
import type { PaintRole, WriteOptions } from './writer.js';

/** How the lines of a table are set. */
export interface Setting {
  places: readonly Place[];
  ruler: Ruler;
  /** Whether texts are cut to the width of their column. */
  cutting: boolean;
  paint: NonNullable<WriteOptions['paint']>;
}

const ROLES: Record<ColumnKind, PaintRole | null> = {
  number: 'number',
  date: 'date',
  who: 'who',
  title: 'title',
  text: null,
};

const line = (
  { places, ruler, cutting, paint }: Setting,
  cells: readonly string[],
  heading: boolean,
): string => {
  const set = places.map((place, at) => {
    const whole = cells[place.index] ?? '';
    const text = cutting && canBeCut(place) ? ruler.cut(whole, place.width) : whole;
    const role = heading ? 'heading' : ROLES[place.column.kind];
    const painted = role === null || text === '' ? text : paint(role, text);
    const padding = ' '.repeat(Math.max(0, place.width - ruler.width(text)));
    if (place.column.kind === 'number') return padding + painted;
    return at === places.length - 1 ? painted : painted + padding;
  });
  return `${set.join(' '.repeat(GAP)).trimEnd()}\n`;
};

/** The line above the rows; `headings` holds one for each column of the table, as a row does. */
export const headingLine = (setting: Setting, headings: readonly string[]): string =>
  line(setting, headings, true);

/** One row: numbers to the right, everything else to the left; painted after it was measured. */
export const rowLine = (setting: Setting, cells: readonly string[]): string => line(setting, cells, false);
