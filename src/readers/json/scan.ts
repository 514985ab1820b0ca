import { COLON, NEWLINE, OPEN_OBJECT } from './bytes.js';
import type { Place } from './listener.js';
import { columnAt, emptyWindow, type Window } from './window.js';

/** How far the splitter is. */
export interface Scan extends Window {
  mode: 'between' | 'element' | 'seeking';
  at: number;
  /** Opening bytes of the containers around `at`; those past its size are only counted. */
  stack: Uint8Array;
  depth: number;
  /** Wrappers that are open: depth around the object, depth of its list. */
  wrappers: { floor: number; list: number }[];
  records: number;
  sawList: boolean;
  /** A whole element was no JSON. */
  sawBroken: boolean;
  /** The last structural byte of the element. */
  last: number;
  inString: boolean;
  /** The last string, which may be a key. */
  stringStart: number;
  stringEnd: number;
  /** Lists open inside the element. */
  lists: number;
  /** The element's first byte, its line, and the depth around it. */
  elementStart: number;
  elementLine: number;
  elementLineStart: number;
  startsLine: boolean;
  floor: number;
  /** Walk to the element's end, but keep nothing of it. */
  discard: boolean;
  /** What stands from the end of an element to the first colon of the next: `},{"paper":`. */
  seam: Buffer;
  /** Where in the seam the next element begins. */
  seamLead: number;
  /** Where the element begins that the last seam led to. */
  seamTo: number;
  /** Up to here no element is taken by its seam: it was looked for, or led astray. */
  doubtTo: number;
  /** How many times in a row a seam led astray. */
  misled: number;
  /** Bytes at which reading goes on after a break. */
  needles: Buffer[];
  /** Brackets cannot be trusted any more. */
  lost: boolean;
  strayed: boolean;
  ended: boolean;
  /** Where the element begins; once it is discarded, where the walk is. To be read before the walk goes on. */
  place: Place;
}

const placeIn = (scan: Scan): Place => ({
  get record() {
    return scan.records;
  },
  get line() {
    return scan.discard ? scan.line : scan.elementLine;
  },
  // Counted only when asked for: on one long line it costs a pass over what stands before.
  get column() {
    return scan.discard
      ? columnAt(scan, scan.lineStart, scan.at)
      : columnAt(scan, scan.elementLineStart, scan.elementStart);
  },
});

export const newScan = (): Scan => {
  const scan: Omit<Scan, 'place'> = {
    ...emptyWindow(),
    mode: 'between',
    at: 0,
    stack: new Uint8Array(256),
    depth: 0,
    wrappers: [],
    records: 0,
    sawList: false,
    sawBroken: false,
    last: 0,
    inString: false,
    stringStart: -1,
    stringEnd: -1,
    lists: 0,
    elementStart: 0,
    elementLine: 1,
    elementLineStart: 0,
    startsLine: false,
    floor: 0,
    discard: false,
    seam: Buffer.alloc(0),
    seamLead: 0,
    seamTo: -1,
    doubtTo: 0,
    misled: 0,
    needles: [],
    lost: false,
    strayed: false,
    ended: false,
  };
  return Object.assign(scan, { place: placeIn(scan as Scan) });
};

export const openElement = (scan: Scan): void => {
  scan.mode = 'element';
  scan.elementStart = scan.at;
  scan.elementLine = scan.line;
  scan.elementLineStart = scan.lineStart;
  scan.startsLine =
    scan.bytes[scan.at] === OPEN_OBJECT &&
    scan.at === scan.lineStart &&
    (scan.lineStart > 0 || scan.droppedUnits === 0);
  scan.floor = scan.depth;
  scan.discard = false;
  scan.last = 0;
  scan.lists = 0;
  scan.stringStart = -1;
  scan.stringEnd = -1;
  scan.records++;
};

/** The element's text up to an offset. */
export const elementText = (scan: Scan, to: number): string =>
  scan.discard ? '' : scan.bytes.toString('utf8', scan.elementStart, to);

/** Length of the element's beginning up to its first colon: `{"paper":`, by which others of its kind are told. */
export const signatureLength = (scan: Scan, readTo: number): number => {
  const start = scan.elementStart;
  const colon = scan.bytes.subarray(start, Math.min(start + 80, readTo)).indexOf(COLON);
  return scan.bytes[start] === OPEN_OBJECT ? colon + 1 : 0;
};

/** Moves on, counting lines; what lies behind may be long, and is not looked at. */
export const moveTo = (scan: Scan, to: number): void => {
  const passed = scan.bytes.subarray(0, to);
  for (let at = passed.indexOf(NEWLINE, scan.at); at >= 0; at = passed.indexOf(NEWLINE, at + 1)) {
    scan.line++;
    scan.lineStart = at + 1;
  }
  scan.at = to;
};
