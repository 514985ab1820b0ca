import { RECORD_LIST } from './record-list.js';
import { MAX_DEPTH } from './walk.js';

// What the text of an element shows without being read as JSON.

/** The last place before another that is no white space. */
const beforeSpace = (text: string, from: number): number => {
  let at = from - 1;
  while (text.charCodeAt(at) <= 0x20) at--;
  return at;
};

/** Whether a list may be one of records. Duplicate keys hide lists from what `JSON.parse` gives, so the text is asked. */
export const mayWrap = (text: string): boolean => {
  for (let at = text.indexOf('['); at > 0; at = text.indexOf('[', at + 1)) {
    const colon = beforeSpace(text, at);
    if (text[colon] !== ':') continue;
    const close = beforeSpace(text, colon);
    if (text[close] === '"' && RECORD_LIST.test(text.slice(text.lastIndexOf('"', close - 1), close + 1)))
      return true;
  }
  return false;
};

/** Opening signs that do not follow the closing one of a neighbour: levels are never more than these. */
const levels = (text: string, opening: '{' | '['): number => {
  let count = 0;
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
    const comma = beforeSpace(text, at);
    const before = text[comma] === ',' ? text[beforeSpace(text, comma)] : '';
    if (before !== '}' && before !== ']') count++;
  }
  return count;
};

/** Whether the element may have more levels than a walk goes down. */
export const mayBeDeep = (text: string): boolean => levels(text, '{') + levels(text, '[') > MAX_DEPTH;

const ESCAPED_AS_THEY_ARE = new Set(['"', '\\', '/']);

/** Whether strings of the element hold printable ASCII and nothing else. */
export const isPlain = (text: string, bytes: number): boolean => {
  if (text.length !== bytes || text.includes('\x7f')) return false;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
    if (!ESCAPED_AS_THEY_ARE.has(text.charAt(at + 1))) return false;
  }
  return true;
};
