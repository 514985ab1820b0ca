import { close, fstat, open, read } from 'node:fs';

const CHUNK_BYTES = 256 * 1024;

/**
 * A directory opens like a file and fails only when it is read. With callbacks, because loading `node:fs/promises`
 * takes longer than reading most dumps.
 */
export const openFile = (path: string): Promise<number> =>
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

const readChunk = (file: number): Promise<Uint8Array> =>
  new Promise((resolved, rejected) => {
    const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    read(file, chunk, 0, CHUNK_BYTES, null, (failure, length) =>
      failure ? rejected(failure) : resolved(chunk.subarray(0, length)),
    );
  });

/**
 * The bytes of an open file, which is closed behind them. The next chunk is read while one is worked on: half the time
 * of a stream.
 */
export async function* chunksOf(file: number): AsyncGenerator<Uint8Array, void, undefined> {
  let next = readChunk(file);
  try {
    for (let chunk = await next; chunk.length > 0; chunk = await next) {
      next = readChunk(file);
      yield chunk;
    }
  } finally {
    // A read that is under way writes into the file's number, whoever has it by then.
    await next.catch(() => undefined);
    close(file);
  }
}
