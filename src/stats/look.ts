import type { PaperField } from '../paper.js';
import type { BarStyle } from './bar.js';

/** The parts of the text that may be painted. */
export type StatsRole = 'heading' | 'date' | 'who' | 'term' | 'number' | 'quiet';

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

/** The same, settled. */
export type Look = Required<StatsLook>;

const DEFAULT_WIDTH = 80;
const WIDEST = 100;

/** The look with everything that was not said. */
export const settled = ({ width = DEFAULT_WIDTH, bars, paint, nameOf }: StatsLook): Look => ({
  width: Math.min(width, WIDEST),
  bars: bars ?? 'blocks',
  paint: paint ?? ((_, text) => text),
  nameOf: nameOf ?? String,
});
