import { COLON, COMMA, QUOTE } from './bytes.js';
import { LONGEST_RECORD_LIST, RECORD_LIST } from './record-list.js';
import { MAX_DEPTH } from './walk.js';

// What the text of an element shows without being read as JSON.

/** The last place before another that is no white space. */
const beforeSpace = (text: string, from: number): number => {
  let at = from - 1;
  while (text.charCodeAt(at) <= 0x20) at--;
  return at;
};

/** Whether the key before a colon is that of a list of records. */
const isRecordList = (text: string, colon: number): boolean => {
  const close = beforeSpace(text, colon);
  let open = close - 1;
  while (close - open < LONGEST_RECORD_LIST && text.charCodeAt(open) !== QUOTE) open--;
  return RECORD_LIST.test(text.slice(open, close + 1));
};

/** Whether a bracket closes a neighbour of what opens after the comma: together they are one level. */
const followsNeighbour = (text: string, comma: number): boolean =>
  '}]'.includes(text.charAt(beforeSpace(text, comma)));

/**
 * Whether only a walk through an element can tell what it is: it may wrap a list of records or have too many levels.
 * Its text is asked, because a key that comes twice hides the first value from what `JSON.parse` gives.
 */
export const needsWalk = (text: string): boolean => {
  let levels = 0;
  for (const opening of ['[', '{']) {
    for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
      const before = beforeSpace(text, at);
      const sign = text.charCodeAt(before);
      if (sign === COLON && opening === '[' && isRecordList(text, before)) return true;
      if (sign !== COMMA || !followsNeighbour(text, before)) levels++;
    }
  }
  return levels > MAX_DEPTH;
};

const ESCAPED_AS_THEY_ARE = new Set(['"', '\\', '/']);

/** Whether strings of the element hold printable ASCII and nothing else. */
export const isPlain = (text: string, bytes: number): boolean => {
  if (text.length !== bytes || text.includes('\x7f')) return false;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
    if (!ESCAPED_AS_THEY_ARE.has(text.charAt(at + 1))) return false;
  }
  return true;
};
