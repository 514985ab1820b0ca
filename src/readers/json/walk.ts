import {
  BROKEN,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfString,
  NEWLINE,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  STRUCTURAL,
  VALUE,
} from './bytes.js';
import { LONGEST_RECORD_LIST, RECORD_LIST } from './record-list.js';
import { type Scan, signatureLength } from './scan.js';

/** Levels inside one record; real ones have five. */
export const MAX_DEPTH = 64;
/** Wrappers inside each other's lists; a deeper one is a record. */
const MAX_WRAPPERS = 8;

/** How a walk ended; `more`: the bytes ran out. */
export type Outcome = 'more' | 'done' | 'list' | 'deep' | 'broken';

/** The line after a break begins just as the element did: the element was cut and this is the next. */
const startsAgain = (scan: Scan, lineStart: number): boolean => {
  if (!scan.startsLine || scan.discard || scan.bytes[lineStart] !== OPEN_OBJECT) return false;
  const length = signatureLength(scan, lineStart);
  const { bytes, elementStart } = scan;
  return (
    length > 0 &&
    lineStart + length <= bytes.length &&
    bytes.compare(bytes, lineStart, lineStart + length, elementStart, elementStart + length) === 0
  );
};

const mayOpen = (scan: Scan, depth: number, last: number): boolean =>
  depth === scan.floor ||
  depth > scan.stack.length ||
  (scan.stack[depth - 1] === OPEN_OBJECT ? last === COLON : last === COMMA || last === OPEN_LIST);

const opensRecords = (scan: Scan, depth: number, last: number): boolean =>
  last === COLON &&
  scan.lists === 0 &&
  scan.wrappers.length < MAX_WRAPPERS &&
  depth > scan.floor &&
  depth - scan.floor <= 4 &&
  scan.stringEnd - scan.stringStart <= LONGEST_RECORD_LIST &&
  RECORD_LIST.test(scan.bytes.toString('latin1', scan.stringStart, scan.stringEnd));

/** Reads on inside an element until it ends or something about it must be decided. */
export const walk = (scan: Scan): Outcome => {
  const { bytes, end, stack, floor } = scan;
  let { at, depth, last } = scan;
  let outcome: Outcome = 'more';
  while (at < end && outcome === 'more') {
    const byte = bytes[at] as number;
    if (scan.inString || byte === QUOTE) {
      if (!scan.inString && last === VALUE) {
        outcome = 'broken';
        break;
      }
      if (!scan.inString) scan.stringStart = at++;
      const after = endOfString(bytes, at, end);
      scan.inString = after < 0;
      if (after === BROKEN) {
        at = bytes.indexOf(NEWLINE, at);
        outcome = 'broken';
      } else if (after < 0) {
        at = ~after;
        break;
      } else {
        scan.stringEnd = at = after;
        last = VALUE;
        if (depth === floor) outcome = 'done';
      }
    } else if (STRUCTURAL[byte] === 0) at++;
    else if (byte === NEWLINE) {
      if (at + 80 > end && !scan.ended && scan.startsLine) break;
      if (startsAgain(scan, at + 1)) outcome = 'broken';
      else {
        scan.line++;
        scan.lineStart = ++at;
      }
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      if (!mayOpen(scan, depth, last)) outcome = 'broken';
      else if (byte === OPEN_LIST && opensRecords(scan, depth, last)) outcome = 'list';
      else if (depth - floor === MAX_DEPTH && !scan.discard) outcome = 'deep';
      else {
        if (byte === OPEN_LIST) scan.lists++;
        stack[depth++] = byte;
        last = byte;
        at++;
      }
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      // The closing bracket is two after the opening one in ASCII.
      if (depth <= stack.length && stack[depth - 1] !== byte - 2) outcome = 'broken';
      else {
        if (byte === CLOSE_LIST) scan.lists--;
        depth--;
        last = VALUE;
        at++;
        if (depth === floor) outcome = 'done';
      }
    } else {
      last = byte;
      at++;
    }
  }
  scan.at = at;
  scan.depth = depth;
  scan.last = last;
  return outcome;
};
