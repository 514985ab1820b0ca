import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Source } from '../index.js';
import type { Io } from './io.js';

/** The name of standard input in messages and records. */
export const STDIN_NAME = '<stdin>';

const CHUNK_BYTES = 256 * 1024;

/** What reading needs to know of the rest of the run. */
export interface Reading {
  /** Takes an input that cannot be read, or no further. */
  unreadable: (name: string, error: unknown) => void;
  /** Told of the bytes of each chunk. */
  took: (bytes: number) => void;
  /** Resolves when the output takes more; `false` ends the reading. */
  pace: () => Promise<boolean>;
  /** Called when everything of an input has been taken. */
  ended: (name: string) => void;
}

/** Opens one input after the other. One that cannot be read never stops the rest, and nothing throws. */
export async function* openSources(
  names: readonly string[],
  io: Pick<Io, 'stdin' | 'cwd'>,
  reading: Reading,
): AsyncGenerator<Source, void, undefined> {
  for (const name of names) {
    if (!(await reading.pace())) return;
    if (name === '-') {
      yield { name: STDIN_NAME, data: readable(STDIN_NAME, io.stdin, reading) };
      reading.ended(STDIN_NAME);
      continue;
    }
    const file = await openFile(resolve(io.cwd, name)).catch((error) => {
      reading.unreadable(name, error);
      return null;
    });
    if (file === null) continue;
    const bytes = file.createReadStream({ highWaterMark: CHUNK_BYTES });
    yield { name, data: readable(name, bytes, reading) };
    bytes.destroy();
    reading.ended(name);
  }
}

/** A directory opens like a file and fails only when it is read. */
const openFile = async (path: string): Promise<FileHandle> => {
  const file = await open(path);
  if (!(await file.stat()).isDirectory()) return file;
  await file.close();
  throw Object.assign(new Error('it is a directory'), { code: 'EISDIR' });
};

async function* readable(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  { unreadable, pace, took }: Reading,
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
