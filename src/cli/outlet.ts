import type { Writable } from 'node:stream';

/** A stream to write to that remembers its first failure instead of throwing it. */
export interface Outlet {
  /** Never waits; after a failure it does nothing. */
  write(text: string): void;
  /** Resolves when the stream takes more, or has failed. */
  drained(): Promise<void>;
  /** Resolves when all that was written has left, or has failed. */
  flushed(): Promise<void>;
  failure(): NodeJS.ErrnoException | undefined;
}

/** Wraps a stream; its errors are kept from the process. */
export const outlet = (stream: Writable): Outlet => {
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
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    },
    flushed: async () => {
      if (failure) return;
      await new Promise<void>((resolve) => {
        stream.write('', (error) => {
          settle(error);
          resolve();
        });
      });
    },
    failure: () => failure,
  };
};

/** The reader of a pipe went away: an end like any other. */
export const isClosedPipe = (error: NodeJS.ErrnoException | undefined): boolean => error?.code === 'EPIPE';
