import type { Parsed } from './stage.js';

/** The case does not count, and characters outside the basic plane are one character. */
const FLAGS = 'iu';

/** What is wrong with a pattern, in the engine's words without the pattern itself; `null` for a right one. */
const fault = (pattern: string): string | null => {
  try {
    new RegExp(pattern, FLAGS);
    return null;
  } catch (error) {
    return String((error as Error).message)
      .split(': ')
      .at(-1) as string;
  }
};

/**
 * Engines name the fault but not its place. It follows the longest beginning that does not have the same fault:
 * every longer one does.
 */
const offsetOfFault = (found: string, pattern: string): number => {
  let end = pattern.length - 1;
  while (end > 0 && fault(pattern.slice(0, end)) === found) end -= 1;
  return end;
};

/** A regular expression that ignores case. The message says where a bad one goes wrong. */
export const readPattern = (text: string): Parsed<RegExp> => {
  const found = fault(text);
  if (found === null) return { value: new RegExp(text, FLAGS) };
  const place = offsetOfFault(found, text);
  const words = found.charAt(0).toLowerCase() + found.slice(1);
  return {
    message: `“${text}” is not a valid regular expression: ${words} at character ${place + 1} (“${text.slice(place)}”)`,
  };
};
