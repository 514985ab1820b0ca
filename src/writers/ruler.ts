/** Measures and cuts text by the columns it takes on a terminal. */
export interface Ruler {
  width: (text: string) => number;
  /** The text, ended with `…` where it is wider than that. */
  cut: (text: string, width: number) => string;
}

/** Latin, Greek, Cyrillic, and the punctuation, arrows and signs of mathematics: one column each, nothing combines. */
const ONE_COLUMN_EACH =
  /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0373\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u22ff]*$/;

const cutAt = (text: string, end: number): string => `${text.slice(0, end).trimEnd()}…`;

const plainRuler: Ruler = {
  width: (text) => text.length,
  cut: (text, width) => (text.length <= width ? text : cutAt(text, width - 1)),
};

const loadFullRuler = async (): Promise<Ruler> => {
  const { default: stringWidth } = await import('string-width');
  const characters = new Intl.Segmenter();
  const width = (text: string): number => (ONE_COLUMN_EACH.test(text) ? text.length : stringWidth(text));
  return {
    width,
    cut: (text, limit) => {
      if (ONE_COLUMN_EACH.test(text)) return plainRuler.cut(text, limit);
      let room = limit;
      let end = 0;
      for (const { segment, index } of characters.segment(text)) {
        room -= stringWidth(segment);
        if (room < 0) return cutAt(text, end);
        if (room >= 1) end = index + segment.length;
      }
      return text;
    },
  };
};

/** A ruler for these texts. What wide characters need is loaded only if there are any: it costs 30 ms. */
export const rulerFor = async (rows: readonly (readonly string[])[]): Promise<Ruler> =>
  rows.every((cells) => cells.every((text) => ONE_COLUMN_EACH.test(text))) ? plainRuler : loadFullRuler();
