/** What GitHub's Markdown takes for the beginning of a link. */
const ADDRESS_START = String.raw`(?:https?|ftp):\/\/|www\.`;

/**
 * What Markdown (CommonMark and GitHub's tables, strikethrough and autolinks) would take for a mark inside a line.
 * What cannot be a mark at its place stays as it is: `snake_case`, `a * b`, `p < 0.05`, `~10`.
 */
const SPECIAL = [
  /\\(?=[^\p{L}\p{N}\s]|ADDRESS|$)/u,
  /`/u,
  /(?<!\s)\*|\*(?!\s)/u,
  /(?<![\p{L}\p{N}_])_+|(?<!_)_+(?=ADDRESS|[^\p{L}\p{N}_]|$)/u,
  // Only what could close: without it nothing is struck through.
  /(?<=[^\s!-/:-@[-`{-~])~+|(?<!~)~+(?=ADDRESS|[^\p{L}\p{N}~]|$)/u,
  /\](?=[([])/u,
  /<(?=[a-z/!?]|[^\s<>]*@)/u,
  /&(?=#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,31};)/u,
  // A heading drops a run of these at its end.
  /(?<=^|\s)#+$/u,
]
  .map(({ source }) => source.replace('ADDRESS', ADDRESS_START))
  .join('|');

/** Checking one character first makes the search eight times as fast. */
const STARTS = String.raw`(?=[\\\x60*_~[\]<&#hfw])`;

const SPECIALS = new RegExp(`${STARTS}(?:${SPECIAL})`, 'giu');
const SPECIALS_AND_BRACKETS = new RegExp(String.raw`${STARTS}(?:${SPECIAL}|[[\]])`, 'giu');
const SPECIALS_AND_ADDRESSES = new RegExp(
  String.raw`${STARTS}(?:(?:${ADDRESS_START})[^\s<>{}"]*|${SPECIAL})`,
  'giu',
);
const ADDRESS_STARTS = new RegExp(ADDRESS_START, 'gi');
const IS_ADDRESS = new RegExp(`^(?:${ADDRESS_START})`, 'i');
/** No scheme, a table's bar, or an entity: `<>` would not show these as written everywhere. */
const UNFIT_TO_ENCLOSE = /^www|\||&#?\w+;/i;

/** Closing punctuation that belongs to the sentence around an address. */
const TRAIL = /(?<![.,:;!?'")\]*_~`\\])[.,:;!?'")\]*_~`\\]+$/;

/** What begins a heading, a quotation, a list, a rule, a fence or a definition at the start of a paragraph. */
const BLOCK_START = /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-(?=[-\s]*$)|~(?=~~)|\[|\d{1,9}(?=[.)](?:\s|$)))/;

const NOT_ON_ONE_LINE = /[^\S ]|\p{Cc}| {2}/u;
const WHITE_SPACE_AND_CONTROLS = /[\s\p{Cc}]+/gu;

/** Text on one line, as Markdown shows it. */
const onOneLine = (text: string): string =>
  (NOT_ON_ONE_LINE.test(text) ? text.replace(WHITE_SPACE_AND_CONTROLS, ' ') : text).trim();

const backslashed = (marks: string): string => marks.replace(/./gu, '\\$&');

const escapeMarks = (text: string): string => text.replace(SPECIALS, backslashed);

/**
 * A bare address becomes a link by itself, but a backslash in it becomes part of the link; in `<>`
 * it does not. If neither would show the text as written, it is escaped so that it is not a link.
 */
const escapeAddress = (address: string, next: string | undefined): string => {
  const escaped = escapeMarks(address);
  const endsHere = next === undefined || next === ' ';
  if (escaped === address && endsHere && !address.includes('|')) return address;
  if (UNFIT_TO_ENCLOSE.test(address)) {
    return escaped.replace(ADDRESS_STARTS, (start) => start.replace(/^\w+/, '$&\\'));
  }
  const trail = TRAIL.exec(address)?.[0] ?? '';
  return `<${address.slice(0, address.length - trail.length)}>${escapeMarks(trail)}`;
};

/** Scraped text inside a line of Markdown; web addresses in it stay links. */
export const escapeInline = (text: string): string =>
  onOneLine(text).replace(SPECIALS_AND_ADDRESSES, (found, ...rest) => {
    const [offset, whole] = rest as [number, string];
    return IS_ADDRESS.test(found) ? escapeAddress(found, whole[offset + found.length]) : backslashed(found);
  });

/** Scraped text that begins a paragraph or a list item. */
export const escapeParagraph = (text: string): string =>
  escapeInline(text).replace(BLOCK_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));

/** Scraped text between the brackets of a link, which may hold no other link. */
export const escapeLinkText = (text: string): string =>
  onOneLine(text).replace(SPECIALS_AND_BRACKETS, backslashed);

/** What would end the target of a link, mean something in a table or as an entity, or turn the text around it. */
const UNSAFE_IN_TARGET = /[\s\p{Cc}\p{Cf}()<>[\]\\`|"]|&(?=#?\w+;)/gu;

const percentEncoded = (character: string): string =>
  encodeURIComponent(character).replace('(', '%28').replace(')', '%29');

/** A Markdown link; `null` where there is no web address. */
export const link = (text: string, address: string | null | undefined): string | null =>
  address != null && /^https?:\/\//i.test(address)
    ? `[${escapeLinkText(text)}](${address.replace(UNSAFE_IN_TARGET, percentEncoded)})`
    : null;
