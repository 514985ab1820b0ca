import { INVISIBLE } from '../words.js';

/** Controls, line separators and what is invisible: they could move the cursor or reorder a line. */
const UNSAFE = new RegExp(String.raw`[\p{Cc}\u2028\u2029${INVISIBLE}]`, 'gu');

const escapeOf = (character: string): string =>
  `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, '0')}`;

const shown = (control: string): string =>
  /\s/.test(control) && control !== '\ufeff' ? ' ' : escapeOf(control);

/** Text from a dump or a file name that is safe on a terminal: no control characters. */
export const printable = (text: string): string => text.replace(UNSAFE, shown);

/** The same for messages: what a CI runner would take for a command (`::error`, `##[error]`) is broken up. */
export const safeText = (text: string): string =>
  printable(text)
    .replace(/:(?=:)/g, ': ')
    .replaceAll('##[', '## [');

/** A value as JSON that is as harmless and parses to the same value; on one line unless it is to be indented. */
export const safeJson = (value: object, indent?: number): string =>
  JSON.stringify(value, null, indent)
    .replace(UNSAFE, (control) => (control === '\n' ? control : escapeOf(control)))
    .replace(/(?<=:):/g, escapeOf)
    .replaceAll('##[', `#${escapeOf('#')}[`);
