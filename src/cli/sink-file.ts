import { randomUUID } from 'node:crypto';
import { createWriteStream, fchmodSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { fileStream } from './file-stream.js';
import type { Io } from './io.js';
import { type Outlet, outlet } from './outlet.js';
import type { Sink } from './sink.js';
import type { Target } from './target.js';

/** Opens a file or a stream; a file is written beside its place until it is whole. */
export const openFileSink = (target: Target, onSignal: Io['onSignal']): Sink => {
  if (target.kind === 'file') return beside(target, onSignal);
  const { out, end } = ending(createWriteStream('', { fd: openSync(target.path, 'a') }));
  return { out, close: end, unkept: null };
};

const ending = (stream: Writable): { out: Outlet; end: () => Promise<unknown> } => {
  const end = async (): Promise<unknown> => {
    stream.end();
    return finished(stream).catch((error) => error);
  };
  return { out: outlet(stream), end };
};

const beside = ({ path, name, mode }: Target, onSignal: Io['onSignal']): Sink => {
  const temporary = join(dirname(path), `.papers-${randomUUID()}.tmp`);
  const cleanUp = (): void => rmSync(temporary, { force: true });
  // Before the file is there: a signal between the two would leave it behind.
  const forget = onSignal(cleanUp);
  const undo = (): void => {
    cleanUp();
    forget();
  };
  let file: number;
  try {
    file = create(temporary, mode);
  } catch (error) {
    undo();
    throw error;
  }
  const { out, end } = ending(fileStream(file, true));
  return {
    out,
    unkept: mode === null ? `${name} not written` : `${name} left as it was`,
    close: async (keep) => {
      const failure = await end();
      const misplaced = keep && !failure ? move(temporary, path) : failure;
      undo();
      return misplaced;
    },
  };
};

const create = (path: string, mode: number | null): number => {
  const file = openSync(path, 'wx', mode ?? 0o666);
  // The mode given to open() is cut by the umask.
  if (mode !== null) fchmodSync(file, mode);
  return file;
};

/** @returns what went wrong, if anything */
const move = (from: string, to: string): unknown => {
  try {
    renameSync(from, to);
    return undefined;
  } catch (error) {
    return error;
  }
};
