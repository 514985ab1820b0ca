import type { Stats } from './stats.js';

/** A stray old date does not draw a century: longer spans keep their gaps. */
const LONGEST_SPAN = 20;

/** The years with those between them that have no papers. */
export const withoutGaps = (years: Stats['years']): Stats['years'] => {
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
