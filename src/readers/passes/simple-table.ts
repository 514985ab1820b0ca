const RULE = /^\s*[-=]{2,}(?:\s+[-=]{2,})+\s*$/;

/** `-----  ------`: the rule below the head of a table that is set in columns. */
export const isSimpleRule = (raw: string): boolean =>
  raw.length < 2000 && /^\s*[-=]/.test(raw) && RULE.test(raw);

/** Where each column begins, by its rule. */
export const columnWidths = (rule: string): number[] =>
  [...rule.matchAll(/[-=]+/g)].map(({ index }) => index);

/** The cells of a line that is set in columns. A cell that is too wide for its column goes on to the next space. */
export const sliceColumns = (raw: string, starts: readonly number[]): string[] =>
  starts.map((start, i) => raw.slice(i === 0 ? 0 : start, starts[i + 1] ?? raw.length).trim());
