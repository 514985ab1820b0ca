import { isAscii } from 'node:buffer';

/** The bytes that give JSON its structure. */
export const NEWLINE = 0x0a;
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
export const CLOSE_LIST = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;

/** Stands for "a value has just ended" where otherwise the last structural byte stands. */
export const VALUE = 1;

/** Bytes that the walk through an element stops at; all others are parts of numbers, words or white space. */
export const STRUCTURAL = new Uint8Array(256);
for (const byte of [NEWLINE, QUOTE, COMMA, COLON, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT]) {
  STRUCTURAL[byte] = 1;
}

/** What may stand between records: white space, commas, record separators (0x1e), byte-order marks of joined files. */
export const BETWEEN = new Uint8Array(256);
for (const byte of [0x09, NEWLINE, 0x0d, 0x20, COMMA, 0x1e, 0xef, 0xbb, 0xbf]) BETWEEN[byte] = 1;

/** A string holds a raw line break: it is broken. */
export const BROKEN = 0;

/**
 * Where a string ends: the offset after its closing quote, or {@link BROKEN}. Where the bytes run
 * out, `~offset`: from there to look on once there are more.
 */
export const endOfString = (bytes: Uint8Array, from: number, end: number): number => {
  for (let at = from; at < end; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte === NEWLINE) return BROKEN;
    if (byte !== BACKSLASH) continue;
    if (at + 1 >= end) return ~at;
    // An escaped line break is one all the same: the loop's next step must see it.
    if (bytes[at + 1] !== NEWLINE) at++;
  }
  return ~end;
};

/** Length of UTF-8 bytes in UTF-16 units. */
export const unitsIn = (bytes: Uint8Array, from: number, to: number): number => {
  if (isAscii(bytes.subarray(from, to))) return to - from;
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
};
