import type { Listener } from './listener.js';
import { elementText, moveTo, type Scan, signatureLength } from './scan.js';

const LINE_WITH_OBJECT = Buffer.from('\n{"');

/** What a record after the broken one begins with: the same key, or a line of its own. */
const needlesOf = (scan: Scan): Buffer[] => {
  const length = signatureLength(scan, scan.at);
  const signature = Buffer.from(scan.bytes.subarray(scan.elementStart, scan.elementStart + length));
  return [...(length > 0 ? [signature] : []), ...(scan.startsLine ? [LINE_WITH_OBJECT] : [])];
};

const NEAR = 1024;

/**
 * The next offset where a record can begin, -1 if none is in sight. Looks further and further: in front of one that is
 * near nothing is searched to the end for another.
 */
const nextBeginning = (scan: Scan, from: number, to: number): number => {
  const longest = Math.max(0, ...scan.needles.map((needle) => needle.length));
  for (let stop = from + NEAR; ; stop += stop - from) {
    const bytes = scan.bytes.subarray(0, Math.min(stop + longest, to));
    const found = scan.needles.flatMap((needle) => {
      const at = bytes.indexOf(needle, from);
      if (at < 0 || at >= stop) return [];
      return [needle === LINE_WITH_OBJECT ? at + 1 : at];
    });
    if (found.length > 0) return Math.min(...found);
    if (stop >= to) return -1;
  }
};

/** Goes on to where a record can begin; `false` where more bytes are needed. */
export const seek = (scan: Scan): boolean => {
  const found = nextBeginning(scan, scan.at, scan.end);
  if (found < 0) {
    const tail = Math.max(...scan.needles.map((needle) => needle.length)) - 1;
    moveTo(scan, Math.max(scan.at, scan.end - tail));
    return false;
  }
  moveTo(scan, found);
  scan.mode = 'between';
  return true;
};

const backToElement = (scan: Scan): void => {
  scan.at = scan.elementStart;
  scan.line = scan.elementLine;
  scan.lineStart = scan.elementLineStart;
  moveTo(scan, scan.elementStart + 1);
};

/** An element turned out to be no JSON before it ended: reads on at the next beginning of a record. */
export const recover = (scan: Scan, listener: Listener, cut: boolean): void => {
  const brokenAt = scan.at;
  listener.broken(elementText(scan, Math.min(brokenAt + 1, scan.end)), scan.place, cut);
  scan.lost = true;
  scan.depth = scan.floor;
  scan.inString = false;
  scan.mode = 'between';
  if (!scan.discard) {
    scan.needles = needlesOf(scan);
    backToElement(scan);
  }
  if (scan.needles.length > 0) scan.mode = 'seeking';
  else moveTo(scan, Math.max(scan.at, brokenAt));
};

/** A whole element is no JSON: maybe it swallowed others. */
export const lookInside = (scan: Scan): void => {
  scan.needles = needlesOf(scan);
  const found = nextBeginning(scan, scan.elementStart + 1, scan.at);
  if (found < 0) return;
  backToElement(scan);
  moveTo(scan, found);
  scan.lost = true;
};

/** Stops keeping the element, but remembers how the next one would begin. */
export const giveUp = (scan: Scan): void => {
  scan.needles = needlesOf(scan);
  scan.discard = true;
};
