const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: '\u00a0',
};
const REFERENCE = /&(quot|amp|lt|gt|apos|nbsp|#\d{1,7}|#[xX][\da-fA-F]{1,6});/g;
const LONGEST_REFERENCE = 10;
const PIECE = 1 << 16;

const decoded = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return NAMED[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
};

/** The value of an attribute; browsers write no other references in one than these. */
const unescaped = (attribute: string): string => attribute.replace(REFERENCE, decoded);

/** A place near `to` that is not inside a reference or a surrogate pair. */
const safeEnd = (text: string, to: number): number => {
  if (to >= text.length) return text.length;
  const ampersand = text.lastIndexOf('&', to);
  const end = to - ampersand < LONGEST_REFERENCE ? ampersand : to;
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
};

/** The same in pieces, for values of megabytes. */
export function* unescapedPieces(attribute: string): Generator<string> {
  for (let from = 0; from < attribute.length; ) {
    const end = safeEnd(attribute, from + PIECE);
    yield unescaped(attribute.slice(from, end));
    from = end;
  }
}
