/** Measures and cuts text by the columns it takes on a terminal. */
export interface Ruler {
  /** At most {@link WIDEST}: a column as wide as an endless name would fill every row with spaces. */
  width: (text: string) => number;
  /** The text, ended with `…` where it is wider than that. */
  cut: (text: string, width: number) => string;
}

/** Latin, Greek, Cyrillic, and the punctuation, arrows and signs of mathematics: one column each, nothing combines. */
const ONE_COLUMN_EACH =
  /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0373\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u22ff]*$/;

/** More columns than a terminal has. */
const WIDEST = 1000;

const cutAt = (text: string, end: number): string => `${text.slice(0, end).trimEnd()}…`;

const plainRuler: Ruler = {
  width: (text) => Math.min(text.length, WIDEST),
  cut: (text, width) => (text.length <= width ? text : cutAt(text, width - 1)),
};

/** Splitting a text into visible characters takes quadratic time, so long texts are measured in pieces. */
const PIECE = 1000;
/** What is seen as one character, the longest emoji included, takes fewer UTF-16 units than this. */
const LONGEST_CHARACTER = 50;

/** A ruler for any text; loading it takes 30 ms. */
export const loadRuler = async (): Promise<Ruler> => {
  const { default: stringWidth } = await import('string-width');
  const characters = new Intl.Segmenter();
  const width = (text: string): number => {
    if (ONE_COLUMN_EACH.test(text)) return plainRuler.width(text);
    let columns = 0;
    for (let at = 0; at < text.length && columns < WIDEST; at += PIECE)
      columns += stringWidth(text.slice(at, at + PIECE));
    return Math.min(columns, WIDEST);
  };
  return {
    width,
    cut: (text, limit) => {
      if (ONE_COLUMN_EACH.test(text)) return plainRuler.cut(text, limit);
      let room = limit;
      let end = 0;
      const beginning = text.slice(0, (limit + 1) * LONGEST_CHARACTER);
      for (const { segment, index } of characters.segment(beginning)) {
        room -= stringWidth(segment);
        if (room < 0) return cutAt(text, end);
        if (room >= 1) end = index + segment.length;
      }
      return beginning === text ? text : cutAt(text, end);
    },
  };
};

/** A ruler for these texts; support for wide characters is loaded only if they have any. */
export const rulerFor = async (rows: readonly (readonly string[])[]): Promise<Ruler> =>
  rows.every((cells) => cells.every((text) => ONE_COLUMN_EACH.test(text))) ? plainRuler : loadRuler();
