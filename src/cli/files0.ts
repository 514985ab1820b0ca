import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Io } from './io.js';
import { misused } from './usage.js';

const FLAG = '--files0-from';

/** The file names in a list, a NUL byte after each, as `find -print0` writes them. */
export const namesIn = (list: string, text: string): string[] => {
  const names = text.split('\0');
  if (names.at(-1) === '') names.pop();
  if (names.length === 0) misused(`${FLAG} ${list} lists no file`);
  if (names.length === 1 && names[0]?.includes('\n') && !text.includes('\0')) {
    misused(`${FLAG} ${list} has one name per line; end each name with a NUL byte, as find -print0 does`);
  }
  const empty = names.indexOf('');
  if (empty >= 0) misused(`${FLAG} ${list}: name ${empty + 1} is empty`);
  if (list === '-' && names.includes('-')) {
    misused(`${FLAG} - lists standard input (-), but the list itself comes from there`);
  }
  return names;
};

/** Reads the list; `-` is standard input. Throws what the file system says. */
export const readNames = async (list: string, { stdin, cwd }: Pick<Io, 'stdin' | 'cwd'>): Promise<string[]> =>
  namesIn(list, String(list === '-' ? await buffer(stdin) : await readFile(resolve(cwd, list))));
