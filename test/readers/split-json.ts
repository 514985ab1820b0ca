import { splitter } from '../../src/readers/json/split.js';

/** What the splitter told. */
export interface Split {
  values: unknown[];
  lines: number[];
  troubles: string[];
}

/** Splits text handed over in pieces of the sizes given, the last repeating. */
export const split = (text: string, ...sizes: number[]): Split => {
  const found: Split = { values: [], lines: [], troubles: [] };
  const { push, end } = splitter({
    element(value, place) {
      found.values.push(value);
      found.lines.push(place.line);
    },
    broken: (_text, { record, line, column }, cut) =>
      found.troubles.push(`${cut ? 'cut' : 'broken'} ${record} at ${line}:${column}`),
    repaired: ({ line }, notation) => found.troubles.push(`${notation} at ${line}`),
    stray: (text, { line, column }) => found.troubles.push(`stray ${text} at ${line}:${column}`),
    oversized: (limit, { record, line, column }) =>
      found.troubles.push(`${limit} ${record} at ${line}:${column}`),
    list: (key, head) => {
      if (head !== null) found.troubles.push(`list ${key} in ${head}`);
      return false;
    },
  });
  let from = 0;
  for (let piece = 0; from < text.length; piece++) {
    const size = sizes[Math.min(piece, sizes.length - 1)] ?? text.length;
    push(text.slice(from, from + size));
    from += size;
  }
  end();
  return found;
};
