import { NEWLINE, OPEN_OBJECT } from './bytes.js';
import { faultIn } from './fault.js';
import type { Listener } from './listener.js';
import { parsed } from './parsed.js';
import { isPlain, needsWalk } from './plain.js';
import { elementText, type Scan } from './scan.js';
import { endBySeam } from './seam.js';

/** Looking at bytes is so many times as fast as walking through them: looks in vain never cost more than the walk. */
const LOOKS_PER_WALK = 16;

/** `JSON.parse` takes long to say that a text is none: where one record was broken, short ones are looked through first. */
const SHORT = 256;
const isBroken = (scan: Scan, text: string): boolean =>
  scan.sawBroken && text.length <= SHORT && faultIn(text) !== null;

/** Hands on the element that ends here; `false`, and told, where it is no JSON. */
export const takeWalked = (scan: Scan, listener: Listener): boolean => {
  const text = elementText(scan, scan.at);
  const value = isBroken(scan, text) ? undefined : parsed(text);
  if (value !== undefined) handOn(scan, listener, text, value);
  else {
    scan.sawBroken = true;
    listener.broken(text, scan.place, false);
  }
  return value !== undefined;
};

const handOn = (scan: Scan, listener: Listener, text: string, value: unknown): void => {
  listener.element(value, scan.place, isPlain(text, scan.at - scan.elementStart));
  scan.strayed = false;
};

/** The line after a break in the text begins as a record does: only a walk tells whether it is the next one. */
const mayStartAgain = (scan: Scan, text: string): boolean => scan.startsLine && text.includes('\n{');

const skipLines = (scan: Scan, text: string): void => {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  if (lines === 0) return;
  scan.line += lines;
  scan.lineStart = scan.bytes.lastIndexOf(NEWLINE, scan.at - 1) + 1;
};

/**
 * Takes an element at once that lies whole in the window: JSON.parse proves that it ends where it
 * seems to. `false` where it must be walked through: it is broken, wraps others, may be too deep, or its end is not
 * in sight. What a walk would have told must come out just the same.
 */
export const takeWhole = (scan: Scan, listener: Listener): boolean => {
  const { at } = scan;
  if (at !== scan.elementStart || at < scan.doubtTo || scan.discard) return false;
  if (scan.bytes[at] !== OPEN_OBJECT) return false;
  const to = endBySeam(scan);
  if (to === null) return false;
  const text = to < 0 ? '' : elementText(scan, to);
  if (to < 0 || needsWalk(text) || mayStartAgain(scan, text)) {
    scan.doubtTo = at + Math.floor(((to < 0 ? scan.end : to) - at) / LOOKS_PER_WALK);
    return false;
  }
  const value = parsed(text);
  if (value === undefined) {
    scan.doubtTo = to + scan.misled * (to - at);
    scan.misled++;
    return false;
  }
  scan.misled = 0;
  scan.at = to;
  scan.mode = 'between';
  handOn(scan, listener, text, value);
  skipLines(scan, text);
  return true;
};
