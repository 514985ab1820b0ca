import { enterWrapper, openNext } from './between.js';
import type { Listener } from './listener.js';
import { giveUp, lookInside, recover, seek } from './recover.js';
import { newScan, type Scan } from './scan.js';
import { takeWalked, takeWhole } from './take.js';
import { type Outcome, walk } from './walk.js';
import { slide } from './window.js';

/** What one record may take. */
export const MAX_ELEMENT_BYTES = 16 * 1024 * 1024;
const STEP_BYTES = 1 << 18;

const isOversized = (scan: Scan): boolean => scan.at - scan.elementStart > MAX_ELEMENT_BYTES;

/** What follows from the way a walk ended; `false`: nothing more to do with these bytes. */
const AFTER_WALK: Readonly<Record<Outcome, (scan: Scan, listener: Listener) => boolean>> = {
  more: () => false,
  done: (scan, listener) => {
    scan.mode = 'between';
    if (scan.discard) return true;
    if (isOversized(scan)) listener.oversized('size', scan.place);
    else if (!takeWalked(scan, listener)) lookInside(scan);
    return true;
  },
  list: (scan, listener) => {
    enterWrapper(scan, listener);
    return true;
  },
  deep: (scan, listener) => {
    listener.oversized('depth', scan.place);
    giveUp(scan);
    return true;
  },
  broken: (scan, listener) => {
    recover(scan, listener, false);
    return true;
  },
};

const STEPS: Readonly<Record<Scan['mode'], (scan: Scan, listener: Listener) => boolean>> = {
  between: openNext,
  element: (scan, listener) => takeWhole(scan, listener) || AFTER_WALK[walk(scan)](scan, listener),
  seeking: seek,
};

const run = (scan: Scan, listener: Listener): void => {
  while (STEPS[scan.mode](scan, listener));
};

/** The first byte that is still needed: the element, or in a discarded one the key before a list. */
const neededFrom = (scan: Scan): number => {
  if (scan.mode !== 'element') return scan.at;
  if (!scan.discard) return scan.elementStart;
  return scan.stringStart >= 0 && scan.at - scan.stringStart < 64 ? scan.stringStart : scan.at;
};

const add = (scan: Scan, chunk: Uint8Array): void => {
  const keep = neededFrom(scan);
  const inElement = scan.mode === 'element' && !scan.discard;
  slide(scan, keep, inElement ? scan.elementLineStart : scan.lineStart, chunk);
  scan.at -= keep;
  scan.stringStart -= keep;
  scan.stringEnd -= keep;
  scan.elementStart -= keep;
  scan.seamTo -= keep;
  scan.doubtTo -= keep;
  scan.elementLineStart = Math.max(0, scan.elementLineStart - keep);
};

const push = (scan: Scan, listener: Listener, chunk: Uint8Array): void => {
  add(scan, chunk);
  run(scan, listener);
  if (scan.mode === 'element' && !scan.discard && isOversized(scan)) {
    listener.oversized('size', scan.place);
    giveUp(scan);
  }
};

const end = (scan: Scan, listener: Listener): boolean => {
  scan.ended = true;
  run(scan, listener);
  while (scan.mode === 'element' && !scan.discard) {
    recover(scan, listener, true);
    run(scan, listener);
  }
  if (scan.depth > 0 && !scan.lost) {
    scan.discard = true;
    listener.broken('', scan.place, true);
  }
  return scan.sawList && scan.records === 0 && !scan.lost && !scan.strayed && scan.depth === 0;
};

export interface Splitter {
  /** Takes bytes; the pause between steps is where found records can be handed on. */
  push(chunk: Uint8Array): Iterable<void>;
  /** No more bytes come; says whether there was a list and nothing in it. */
  end(): boolean;
}

/**
 * Splits UTF-8 bytes into the records of JSON: the elements of lists, one object a line, objects one
 * after another, the list inside a wrapping object. What is broken is told and passed over.
 */
export const splitter = (listener: Listener): Splitter => {
  const scan = newScan();
  return {
    *push(chunk) {
      for (let from = 0; from < chunk.length; from += STEP_BYTES) {
        yield push(scan, listener, chunk.subarray(from, from + STEP_BYTES));
      }
    },
    end: () => end(scan, listener),
  };
};
