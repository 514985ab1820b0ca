import type { Readable, Writable } from 'node:stream';

/** An output stream, and what is known about the terminal behind it. */
export type OutStream = Writable & { isTTY?: boolean; columns?: number };

/** Everything a run touches of the world, so that tests can stand in for it. */
export interface Io {
  stdin: Readable & { isTTY?: boolean };
  stdout: OutStream;
  stderr: OutStream;
  env: Readonly<Record<string, string | undefined>>;
  /** File names are relative to it. */
  cwd: string;
  /** Today by the clock, `YYYY-MM-DD` in UTC. */
  today: string;
  /** Milliseconds on a clock that only goes forward. */
  now: () => number;
  /** Calls `cleanUp` when a signal ends the process; the result takes that back. */
  onSignal: (cleanUp: () => void) => () => void;
}
