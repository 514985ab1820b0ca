/** Smallest, middle and largest of some numbers. */
export interface Spread {
  /** How many numbers there are. */
  papers: number;
  least: number;
  /** The middle one; halfway between the middle two where there is an even number. */
  median: number;
  most: number;
}

/** Counts numbers as they come: memory grows with the different ones only. */
export interface Counter {
  add: (value: number) => void;
  spread: () => Spread | null;
}

/** A counter for one field. */
export const openCounter = (): Counter => {
  const times = new Map<number, number>();
  return {
    add: (value) => times.set(value, (times.get(value) ?? 0) + 1),
    spread: () => spreadOf([...times].sort(([a], [b]) => a - b)),
  };
};

type Counted = readonly [value: number, times: number];

const spreadOf = (sorted: readonly Counted[]): Spread | null => {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const papers = sorted.reduce((sum, [, times]) => sum + times, 0);
  const median = (at(sorted, Math.floor((papers - 1) / 2)) + at(sorted, Math.floor(papers / 2))) / 2;
  return { papers, least: first[0], median, most: last[0] };
};

/** The number at a place, from 0, if each stood there as often as it was counted. */
const at = (sorted: readonly Counted[], place: number): number => {
  let before = 0;
  for (const [value, times] of sorted) {
    before += times;
    if (place < before) return value;
  }
  return Number.NaN;
};
