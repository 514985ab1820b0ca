import { closeSync, fsyncSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';

/** Room for what most pieces of output come to in UTF-8. */
const ROOM_BYTES = 256 * 1024;
const MOST_BYTES_A_UNIT = 3;

/**
 * Writes texts to a file, or to a device that is no terminal, before the call returns: either takes bytes at once, so
 * nothing has to be kept for later and the room for the bytes of one piece serves them all. Looks how much of them went,
 * because a full disk takes a part without a word.
 *
 * @param own at its end the file is on the disk, and closed
 */
export const fileStream = (file: number, own: boolean): Writable => {
  const room = Buffer.allocUnsafeSlow(ROOM_BYTES);
  const encoder = new TextEncoder();
  const bytesOf = (text: string): Uint8Array =>
    text.length * MOST_BYTES_A_UNIT > ROOM_BYTES
      ? Buffer.from(text)
      : room.subarray(0, encoder.encodeInto(text, room).written);
  return new Writable({
    decodeStrings: false,
    // It never holds anything: there is nothing to wait for.
    highWaterMark: Number.MAX_SAFE_INTEGER,
    write: (text: string, _, done) =>
      done(
        failureOf(() => {
          const bytes = bytesOf(text);
          for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
        }),
      ),
    final: (done) => done(failureOf(() => own && fsyncSync(file))),
    destroy(error, done) {
      const unclosed = failureOf(() => own && closeSync(file));
      done(error ?? unclosed);
    },
  });
};

const failureOf = (act: () => unknown): Error | null => {
  try {
    act();
    return null;
  } catch (error) {
    return error as Error;
  }
};
