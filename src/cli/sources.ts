import { resolve } from 'node:path';
import type { Source } from '../index.js';
import { openChunks } from './file-chunks.js';
import type { Io } from './io.js';

/** The name of standard input in messages and records. */
export const STDIN_NAME = '<stdin>';

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
    const chunks = await openChunks(resolve(io.cwd, name)).catch((error) => {
      reading.unreadable(name, error);
      return null;
    });
    if (chunks === null) continue;
    yield { name, data: readable(name, chunks, reading) };
    reading.ended(name);
  }
}

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
