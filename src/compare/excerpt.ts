const LONGEST = 60;
/** So much of what is common stands before the difference. */
const LEAD = 20;

/** Where the texts begin to differ. */
const firstDifference = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
};

/** A surrogate pair is not cut in two. */
const cutBetween = (text: string, start: number, end: number): string =>
  text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');

const window = (text: string, start: number): string => {
  const end = start + LONGEST;
  const before = start > 0 ? '…' : '';
  const after = end < text.length ? '…' : '';
  return before + cutBetween(text, start, end).trim() + after;
};

/** Both texts, cut to the place where they differ if they are long. */
export const excerpts = (a: string, b: string): readonly [string, string] => {
  if (a.length <= LONGEST && b.length <= LONGEST) return [a, b];
  const start = Math.max(0, firstDifference(a, b) - LEAD);
  return [window(a, start), window(b, start)];
};
