import {
  BETWEEN,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COMMA,
  NEWLINE,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  VALUE,
} from './bytes.js';
import { isBareValue } from './fault.js';
import type { Listener, Place } from './listener.js';
import { parsed } from './parsed.js';
import { openElement, type Scan } from './scan.js';
import { columnAt } from './window.js';

/** Lists in lists that are entered; a deeper one is an element. */
const MAX_LISTS = 16;
const MAX_BARE_LENGTH = 1 << 16;

/** Where words end that are no value: in a list before the next element, else with their line. */
const BARE_END_IN_LIST = new Set([NEWLINE, QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT]);
const BARE_END_OUTSIDE = new Set([NEWLINE, OPEN_OBJECT]);

const bareEnd = (scan: Scan): number => {
  let to = scan.at + 1;
  if (scan.bytes[scan.at] === CLOSE_LIST || scan.bytes[scan.at] === CLOSE_OBJECT) return to;
  const ends = scan.depth > 0 ? BARE_END_IN_LIST : BARE_END_OUTSIDE;
  while (to < scan.end && !ends.has(scan.bytes[to] ?? 0)) to++;
  return to;
};

const placeHere = (scan: Scan, record: number): Place => ({
  record,
  line: scan.line,
  column: columnAt(scan, scan.lineStart, scan.at),
});

/** Numbers and words between records; `false` where more bytes are needed to see their end. */
const takeBare = (scan: Scan, listener: Listener): boolean => {
  const to = bareEnd(scan);
  if (to === scan.end && to - scan.at < MAX_BARE_LENGTH && !scan.ended) return false;
  const text = scan.bytes.toString('utf8', scan.at, to).trim();
  if (isBareValue(text)) {
    scan.records++;
    listener.element(parsed(text), placeHere(scan, scan.records), false);
  } else if (!scan.lost && !scan.strayed) {
    scan.strayed = true;
    listener.stray(text, placeHere(scan, scan.records + 1));
  }
  scan.at = to;
  return true;
};

/** Out of a list: between the elements of what holds it, or on through the rest of its wrapper. */
const leaveList = (scan: Scan): void => {
  scan.depth--;
  scan.at++;
  const wrapper = scan.wrappers.at(-1);
  if (wrapper?.list !== scan.depth) return;
  scan.wrappers.pop();
  openElement(scan);
  scan.records--;
  scan.floor = wrapper.floor;
  scan.discard = true;
  scan.needles = [];
  scan.last = VALUE;
};

/** Goes on to the next element and opens it; `false` where the bytes run out first. */
export const openNext = (scan: Scan, listener: Listener): boolean => {
  while (scan.at < scan.end) {
    const byte = scan.bytes[scan.at] ?? 0;
    if (BETWEEN[byte] === 1) {
      scan.at++;
      if (byte === NEWLINE) {
        scan.line++;
        scan.lineStart = scan.at;
      }
    } else if (byte === OPEN_LIST && scan.depth < MAX_LISTS) {
      scan.stack[scan.depth++] = byte;
      scan.sawList = true;
      scan.at++;
    } else if (byte === CLOSE_LIST && scan.depth > 0) {
      leaveList(scan);
      if (scan.mode === 'element') return true;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST || byte === QUOTE) {
      openElement(scan);
      return true;
    } else if (!takeBare(scan, listener)) return false;
  }
  return false;
};

/** Leaves an element for the list of records in it. */
export const enterWrapper = (scan: Scan, listener: Listener): void => {
  const key = scan.bytes.toString('latin1', scan.stringStart + 1, scan.stringEnd - 1);
  listener.list(key, scan.discard ? null : scan.bytes.toString('utf8', scan.elementStart, scan.at));
  if (!scan.discard) scan.records--;
  scan.wrappers.push({ floor: scan.floor, list: scan.depth });
  scan.stack[scan.depth++] = OPEN_LIST;
  scan.sawList = true;
  scan.at++;
  scan.mode = 'between';
};
