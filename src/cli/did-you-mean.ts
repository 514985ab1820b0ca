import { statSync } from 'node:fs';
import { resolve } from 'node:path';

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const PLAIN = /^[\w./:=@%+,-]+$/;
/** A word as a shell takes it. */
export const quoted = (word: string): string =>
  PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/**
 * The command line with `parse` put in, where a file was named and no command that exists.
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
  if (!names) return null;
  const [first = ''] = argv;
  const isWrongCommand = !first.startsWith('-') && !isFile(resolve(cwd, first));
  return ['papers', 'parse', ...argv.slice(isWrongCommand ? 1 : 0).map(quoted)].join(' ');
};
