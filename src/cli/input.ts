import { closeSync, open, read, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Source } from '../index.js';
import type { Io } from './context.js';
import { systemError, usageError } from './errors.js';

const FLAG = '--files0-from';

/**
 * `/dev/stdin` cannot be opened where standard input is a socket, as when another program starts
 * this one.
 */
const stdinAsDash = (name: string): string => (name === '/dev/stdin' ? '-' : name);

/** The inputs of a command line; no name means standard input. */
export const inputNames = (names: readonly string[]): readonly string[] => {
  const files = names.map(stdinAsDash);
  if (files.filter((file) => file === '-').length > 1) {
    usageError('standard input (-) is given twice, but can be read only once');
  }
  if (files.includes('')) usageError('a file name is empty');
  return files.length > 0 ? files : ['-'];
};

/**
 * The inputs that the command line names, or the list that it names.
 *
 * @returns `null` if that list cannot be read, which is then reported
 */
export const findInputs = async (
  files: readonly string[],
  { files0From: list }: { files0From?: string },
  io: Io,
  { reportProblem }: { reportProblem: (message: string) => void },
): Promise<readonly string[] | null> => {
  if (list === undefined) return inputNames(files);
  if (files.length > 0) usageError(`${FLAG} lists the inputs; remove ${files.join(' ')}`);
  try {
    return inputNames(await listedNames(stdinAsDash(list), io));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    reportProblem(`cannot read ${list}: ${systemError(error)}`);
    return null;
  }
};

const listedNames = async (list: string, { stdin, cwd }: Pick<Io, 'stdin' | 'cwd'>): Promise<string[]> => {
  const bytes = list === '-' ? Buffer.concat(await stdin.toArray()) : readFileSync(resolve(cwd, list));
  return namesIn(list, bytes.toString());
};

/** The file names in a list, a NUL byte after each, as `find -print0` writes them. */
export const namesIn = (list: string, text: string): string[] => {
  const names = text.split('\0');
  if (names.at(-1) === '') names.pop();
  if (names.length === 0) usageError(`${FLAG} ${list} lists no file`);
  if (names.length === 1 && names[0]?.includes('\n') && !text.includes('\0')) {
    usageError(`${FLAG} ${list} has one name per line; end each name with a NUL byte, as find -print0 does`);
  }
  const empty = names.indexOf('');
  if (empty >= 0) usageError(`${FLAG} ${list}: name ${empty + 1} is empty`);
  if (list === '-' && names.includes('-')) {
    usageError(`${FLAG} - lists standard input (-), but the list itself comes from there`);
  }
  return names;
};

/** The name of standard input in messages and records. */
export const STDIN_NAME = '<stdin>';

/** Reads of a few hundred kilobytes are fastest. */
const CHUNK_BYTES = 256 * 1024;

/** How the rest of the run watches and paces the reading of inputs. */
export interface InputWatch {
  /** Called for an input that cannot be read, or not to its end. */
  unreadable: (name: string, error: unknown) => void;
  /** Called with the bytes of each chunk. */
  took: (bytes: number) => void;
  /** Resolves when the output takes more; `false` ends the reading. */
  pace: () => Promise<boolean>;
  /** Called when all of an input has been taken. */
  ended: (name: string) => void;
}

/** Opens one input after the other. One that cannot be read never stops the rest, and nothing throws. */
export async function* openSources(
  names: readonly string[],
  io: Pick<Io, 'stdin' | 'cwd'>,
  watch: InputWatch,
): AsyncGenerator<Source, void, undefined> {
  for (const name of names) {
    if (!(await watch.pace())) return;
    if (name === '-') {
      yield { name: STDIN_NAME, data: watchedChunks(STDIN_NAME, io.stdin, watch) };
      watch.ended(STDIN_NAME);
      continue;
    }
    const file = await openFile(resolve(io.cwd, name)).catch((error) => {
      watch.unreadable(name, error);
      return null;
    });
    if (file === null) continue;
    yield { name, data: watchedChunks(name, fileChunks(file), watch) };
    watch.ended(name);
  }
}

const [opened, taken] = [promisify(open), promisify(read)];

/** @throws what the system says; a directory can be opened but not read, and fails here too */
const openFile = async (path: string): Promise<number> => {
  if (statSync(path).isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  return opened(path, 'r');
};

/** The bytes of an open file, which is closed at the end. Loading Node's file streams would take 3 ms. */
async function* fileChunks(file: number): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (;;) {
      const room = Buffer.allocUnsafeSlow(CHUNK_BYTES);
      const { bytesRead } = await taken(file, room, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) return;
      // A short chunk would keep its whole buffer alive.
      yield bytesRead < CHUNK_BYTES ? Buffer.from(room.subarray(0, bytesRead)) : room;
    }
  } finally {
    closeSync(file);
  }
}

async function* watchedChunks(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  { unreadable, pace, took }: InputWatch,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const chunk of chunks) {
      if (!(await pace())) return;
      took(chunk.length);
      yield chunk;
    }
  } catch (error) {
    unreadable(name, error);
  }
}
