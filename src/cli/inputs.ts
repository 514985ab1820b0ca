import type { Io } from './io.js';
import type { Reporter } from './reporter.js';
import { systemError } from './system-error.js';
import { misused } from './usage.js';

/** Its path cannot be opened where standard input is a socket, as it is below programs that start others. */
const straight = (name: string): string => (name === '/dev/stdin' ? '-' : name);

/** The inputs of a command line; no name means standard input. */
export const inputNames = (names: readonly string[]): readonly string[] => {
  const files = names.map(straight);
  if (files.filter((file) => file === '-').length > 1) {
    misused('standard input (-) is given twice, but can be read only once');
  }
  if (files.includes('')) misused('a file name is empty');
  return files.length > 0 ? files : ['-'];
};

/**
 * The inputs that the command line names, or the list that it names.
 *
 * @returns `null` where that list cannot be read, which was said then
 */
export const findInputs = async (
  files: readonly string[],
  { files0From: list }: { files0From?: string },
  io: Io,
  { complain }: Pick<Reporter, 'complain'>,
): Promise<readonly string[] | null> => {
  if (list === undefined) return inputNames(files);
  if (files.length > 0) misused(`--files0-from lists the inputs; remove ${files.join(' ')}`);
  const { readNames } = await import('./files0.js');
  try {
    return inputNames(await readNames(straight(list), io));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    complain(`cannot read ${list}: ${systemError(error)}`);
    return null;
  }
};
