/** What bars are drawn with. */
export type BarStyle = 'blocks' | 'ascii';

/** An eighth of a column, two eighths … a whole one. */
const EIGHTHS = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
const WHOLE = '█';

const blocks = (columns: number): string => {
  const eighths = Math.max(1, Math.round(columns * EIGHTHS.length));
  const rest = eighths % EIGHTHS.length;
  return WHOLE.repeat(Math.floor(eighths / EIGHTHS.length)) + (rest === 0 ? '' : EIGHTHS[rest - 1]);
};

const ascii = (columns: number): string => '#'.repeat(Math.max(1, Math.round(columns)));

const DRAW: Record<BarStyle, (columns: number) => string> = { blocks, ascii };

/** A bar for the value where the largest one takes that many columns; nothing for 0, and something for all else. */
export const bar = (value: number, largest: number, columns: number, style: BarStyle): string =>
  value <= 0 ? '' : DRAW[style]((value / largest) * columns);
