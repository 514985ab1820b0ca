import { close, createReadStream, fstat, open } from 'node:fs';
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
    const bytes = createReadStream('', { fd: file, highWaterMark: CHUNK_BYTES });
    yield { name, data: readable(name, bytes, reading) };
    bytes.destroy();
    reading.ended(name);
  }
}

/**
 * A directory opens like a file and fails only when it is read. With callbacks, because loading `node:fs/promises`
 * takes longer than reading most dumps.
 */
const openFile = (path: string): Promise<number> =>
  new Promise((resolved, rejected) => {
    open(path, (failure, file) => {
      if (failure) return rejected(failure);
      fstat(file, (error, found) => {
        if (!error && !found.isDirectory()) return resolved(file);
        const reason = error ?? Object.assign(new Error('it is a directory'), { code: 'EISDIR' });
        close(file, () => rejected(reason));
      });
    });
  });

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
