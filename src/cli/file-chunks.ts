import { close, closeSync, open, openSync, read, readSync, statSync } from 'node:fs';

const CHUNK_BYTES = 256 * 1024;
/** Signals and the line of progress wait for a turn of the event loop. */
const CHUNKS_A_TURN = 4;

/**
 * Opens what can be read by a name; gives its bytes in chunks, and closes it behind them. A file is there at once, so
 * waiting for it would only cost time; a pipe or a terminal is waited for.
 *
 * @throws what the system says where it cannot be opened; a directory could be, and fails here too
 */
export const openChunks = async (path: string): Promise<AsyncIterable<Uint8Array>> => {
  const found = statSync(path);
  if (found.isDirectory()) throw Object.assign(new Error('it is a directory'), { code: 'EISDIR' });
  return found.isFile() ? chunksOfFile(openSync(path, 'r')) : chunksOfStream(await opened(path));
};

const turn = (): Promise<void> => new Promise((resolved) => setImmediate(resolved));

async function* chunksOfFile(file: number): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (let count = 1; ; count++) {
      const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
      const length = readSync(file, chunk, 0, CHUNK_BYTES, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
      if (count % CHUNKS_A_TURN === 0) await turn();
    }
  } finally {
    closeSync(file);
  }
}

/** With callbacks, because loading `node:fs/promises` takes longer than reading most dumps. */
const opened = (path: string): Promise<number> =>
  new Promise((resolved, rejected) => {
    open(path, (failure, file) => (failure ? rejected(failure) : resolved(file)));
  });

const readChunk = (file: number): Promise<Uint8Array> =>
  new Promise((resolved, rejected) => {
    const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    read(file, chunk, 0, CHUNK_BYTES, null, (failure, length) =>
      failure ? rejected(failure) : resolved(chunk.subarray(0, length)),
    );
  });

async function* chunksOfStream(file: number): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (let chunk = await readChunk(file); chunk.length > 0; chunk = await readChunk(file)) yield chunk;
  } finally {
    close(file);
  }
}
