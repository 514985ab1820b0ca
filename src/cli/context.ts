import type { Readable, Writable } from 'node:stream';
import { dayInUtc } from '../fields/date.js';
import { usageError } from './errors.js';
import { type OnSignal, type OutputStream, outputStream } from './output.js';
import { openProgress, type Progress } from './progress.js';
import { type ColorChoice, loadPaint, type Paint, wantsColor } from './terminal.js';

/** An output, and what is known about the terminal behind it. */
export type Out = (Writable | OutputStream) & { isTTY?: boolean; columns?: number };

/** Everything that a run uses of its process, so that tests can replace it. */
export interface Io {
  stdin: Readable & { isTTY?: boolean };
  stdout: Out;
  stderr: Out;
  env: Readonly<Record<string, string | undefined>>;
  /** File names are relative to it. */
  cwd: string;
  /** Today by the clock, `YYYY-MM-DD` in UTC. */
  today: string;
  /** Milliseconds on a clock that only goes forward. */
  now: () => number;
  onSignal: OnSignal;
}

/** What every command is given. */
export interface Context {
  io: Io;
  stdout: OutputStream;
  stderr: OutputStream;
  progress: Progress;
  paintOut: Paint;
  paintErr: Paint;
}

/** Wraps the streams and decides for each whether to colour it. */
export const openContext = async (io: Io, color: ColorChoice): Promise<Context> => {
  const [stdout, stderr] = [opened(io.stdout), opened(io.stderr)];
  const progress = openProgress(io, stderr);
  return {
    io,
    // Both streams share the terminal: data would be written into the progress line.
    stdout: io.stdout.isTTY ? progress.before(stdout) : stdout,
    stderr: progress.before(stderr),
    progress,
    paintOut: await loadPaint(wantsColor(color, io.stdout, io.env)),
    paintErr: await loadPaint(wantsColor(color, io.stderr, io.env)),
  };
};

const opened = (out: Out): OutputStream => ('flushed' in out ? out : outputStream(out));

/** Today, or the day in SOURCE_DATE_EPOCH, so that a build gives the same records on every day. */
export const today = ({ env, today: clock }: Pick<Io, 'env' | 'today'>): string => {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (!epoch) return clock;
  // More digits are milliseconds, or a year of five digits.
  return /^\d{1,11}$/.test(epoch)
    ? dayInUtc(new Date(Number(epoch) * 1000))
    : usageError(`SOURCE_DATE_EPOCH is "${epoch}"; it must be a whole number of seconds since 1970`);
};
