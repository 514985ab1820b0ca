import { decodeHTMLStrict } from 'entities/decode';
import { oneLine } from './text.js';

/** The longest name that HTML knows has 32 letters. */
const REFERENCE = /&(?:[a-z][a-z\d]{1,31}|#\d{1,7}|#x[\da-f]{1,6});/gi;

const decoded = (reference: string): string => {
  const character = decodeHTMLStrict(reference);
  return /^\s$/.test(character) ? ' ' : oneLine(character);
};

/**
 * `R&amp;D` is `R&D`, with every name that HTML knows. White space is a plain space, and nothing invisible comes out;
 * a name without its semicolon is left as it is.
 */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(REFERENCE, decoded) : text;
