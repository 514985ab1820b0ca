import {
  accessSync,
  closeSync,
  constants,
  createWriteStream,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';

/** A stream to write to that remembers its first failure instead of throwing it. */
export interface OutputStream {
  /** Never waits; after a failure it does nothing. */
  write(text: string): void;
  /** Resolves when the stream takes more, or has failed. */
  drained(): Promise<void>;
  /** Resolves when all that was written has left, or has failed. */
  flushed(): Promise<void>;
  failure(): NodeJS.ErrnoException | undefined;
}

/** Wraps a stream; its errors are kept from the process. */
export const outputStream = (stream: Writable): OutputStream => {
  let failure: NodeJS.ErrnoException | undefined;
  let wake = (): void => {};
  const settle = (error?: Error | null): void => {
    if (error) failure ??= error;
    if (failure || !stream.writableNeedDrain) wake();
  };
  stream.on('error', settle);
  stream.on('drain', () => settle());
  return {
    write: (text) => {
      if (!failure) stream.write(text, settle);
    },
    drained: async () => {
      if (failure || !stream.writableNeedDrain) return;
      await new Promise<void>((resolved) => {
        wake = resolved;
      });
    },
    flushed: async () => {
      if (failure) return;
      await new Promise<void>((resolved) => {
        stream.write('', (error) => {
          settle(error);
          resolved();
        });
      });
    },
    failure: () => failure,
  };
};

/** The reader of the pipe has closed it, which is a normal end. */
export const isClosedPipe = (error: NodeJS.ErrnoException | undefined): boolean => error?.code === 'EPIPE';

/** Enough for most pieces of output in UTF-8. */
const BUFFER_BYTES = 256 * 1024;
/** Of UTF-8: a pair of units takes four. */
const MOST_BYTES_A_UNIT = 3;
const ROOM = Buffer.allocUnsafeSlow(BUFFER_BYTES);
const ENCODER = new TextEncoder();

const encoded = (text: string): Uint8Array =>
  text.length * MOST_BYTES_A_UNIT > BUFFER_BYTES
    ? Buffer.from(text)
    : ROOM.subarray(0, ENCODER.encodeInto(text, ROOM).written);

/**
 * Writes texts to a file, or to a device that is not a terminal, before the call returns. Checks how many bytes were
 * written: a full disk takes a part without an error.
 */
export const fileOutput = (file: number): OutputStream => {
  let failure: NodeJS.ErrnoException | undefined;
  const written = (text: string): Error | undefined =>
    failureOf(() => {
      const bytes = encoded(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    });
  return {
    write: (text) => {
      failure ??= written(text);
    },
    // Nothing is ever held back, so there is nothing to wait for.
    drained: async () => {},
    flushed: async () => {},
    failure: () => failure,
  };
};

const failureOf = (act: () => unknown): Error | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error as Error;
  }
};

/** Where `-o` leads. */
export interface OutputTarget {
  /** As the user wrote it. */
  name: string;
  /** The real file, links followed. */
  path: string;
  /** `stdout` and `stream` (a device, a pipe) are written to directly; a file is replaced as a whole. */
  kind: 'stdout' | 'stream' | 'file';
  /** Permissions of the existing file; `null` if there is none. */
  mode: number | null;
}

/**
 * Finds where the output goes, without touching it.
 *
 * @throws what the file system says
 */
export const findTarget = (name: string, cwd: string): OutputTarget => {
  if (name === '-' || name === '/dev/stdout') return { name, path: name, kind: 'stdout', mode: null };
  const path = resolve(cwd, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  // Replacing a file needs no write permission on it, but whoever removed that permission wants the
  // file left alone.
  if (found?.isFile()) accessSync(path, constants.W_OK);
  // Standard streams redirected to a file look like that file; replacing it would cut it off from its owner.
  const isStream = /^\/(?:dev|proc)\//.test(path) || (found !== undefined && !found.isFile());
  return {
    name,
    path: isStream ? path : followLinks(path),
    kind: isStream ? 'stream' : 'file',
    mode: found === undefined ? null : found.mode & 0o7777,
  };
};

/** Unlike `realpath`, this also follows a link to a file that does not exist yet. */
const followLinks = (path: string): string => {
  let real = path;
  while (lstatSync(real, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // A link is relative to the real directory that it is in.
    real = resolve(realpathSync(dirname(real)), readlinkSync(real));
  }
  return real;
};

/** Where records go. */
export interface Sink {
  out: OutputStream;
  /** Ends the output: a file takes its place only with `keep`. Resolves to what went wrong, if anything. */
  close(keep: boolean): Promise<unknown>;
  /** The message if the output is not kept. */
  unkept: string | null;
}

/** Calls `cleanUp` when a signal ends the process; the result takes that back. */
export type OnSignal = (cleanUp: () => void) => () => void;

/**
 * Opens the output; a file is written beside its place until it is whole.
 *
 * @throws what the file system says
 */
export const openSink = (target: OutputTarget, stdout: OutputStream, onSignal: OnSignal): Sink => {
  switch (target.kind) {
    case 'stdout':
      return { out: stdout, close: async () => undefined, unkept: null };
    case 'stream':
      return streamSink(createWriteStream('', { fd: openSync(target.path, 'a') }));
    case 'file':
      return fileBeside(target, onSignal);
  }
};

const streamSink = (stream: Writable): Sink => ({
  out: outputStream(stream),
  close: async () => {
    const { finished } = await import('node:stream/promises');
    stream.end();
    return finished(stream).catch((error) => error);
  },
  unkept: null,
});

const fileBeside = ({ path, name, mode }: OutputTarget, onSignal: OnSignal): Sink => {
  const temporary = join(dirname(path), `.papers-${crypto.randomUUID()}.tmp`);
  const cleanUp = (): void => rmSync(temporary, { force: true });
  // Before the file exists: a signal between the two would leave it behind.
  const forget = onSignal(cleanUp);
  const undo = (): void => {
    cleanUp();
    forget();
  };
  let file: number;
  try {
    file = createFile(temporary, mode);
  } catch (error) {
    undo();
    throw error;
  }
  const out = fileOutput(file);
  return {
    out,
    unkept: mode === null ? `${name} not written` : `${name} left as it was`,
    close: async (keep) => {
      const unwritten = out.failure() ?? failureOf(() => fsyncSync(file));
      const unclosed = failureOf(() => closeSync(file));
      const failure = unwritten ?? unclosed;
      const misplaced = keep && !failure ? failureOf(() => renameSync(temporary, path)) : failure;
      undo();
      return misplaced;
    },
  };
};

const createFile = (path: string, mode: number | null): number => {
  const file = openSync(path, 'wx', mode ?? 0o666);
  // The mode given to open() is cut by the umask.
  if (mode !== null) fchmodSync(file, mode);
  return file;
};
