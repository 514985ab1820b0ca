import { statSync } from 'node:fs';
import { resolve } from 'node:path';

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const PLAIN = /^[\w./:=@%+,-]+$/;
const quoted = (word: string): string => (PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/**
 * The command line with `parse` put in, where a file was named and no command.
 *
 * @returns `null` where that is not what happened
 */
export const withParse = (
  argv: readonly string[],
  commands: readonly string[],
  cwd: string,
): string | null => {
  const words = argv.filter((word) => !word.startsWith('-'));
  if (words.some((word) => commands.includes(word))) return null;
  const names = words.some((word) => isFile(resolve(cwd, word)));
  return names ? ['papers', 'parse', ...argv.map(quoted)].join(' ') : null;
};
