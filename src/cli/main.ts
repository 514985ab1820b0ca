import { createReadStream, fstatSync, statSync } from 'node:fs';
import { dayInUtc } from '../fields/date.js';
import type { Io } from './context.js';
import { fileOutput } from './output.js';
import { run } from './run.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Cleans up and then dies of the signal, as whoever sent it expects. */
const onSignal: Io['onSignal'] = (cleanUp) => {
  const die = (signal: NodeJS.Signals): void => {
    forget();
    cleanUp();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    for (const signal of SIGNALS) process.off(signal, die);
  };
  for (const signal of SIGNALS) process.once(signal, die);
  return forget;
};

/**
 * Node writes to a redirected file without checking how much was written, and to a device more slowly; loading its streams
 * takes 3 ms.
 */
const openOutput = (file: 1 | 2, stream: () => NodeJS.WriteStream): Io['stdout'] => {
  const found = fstatSync(file);
  const isNull = found.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
  const takesAtOnce = found.isFile() || (found.isCharacterDevice() && (isNull || !stream().isTTY));
  return takesAtOnce ? fileOutput(file) : stream();
};

/**
 * Node treats a folder as standard input like an empty stream; reading it as a file reports the
 * mistake.
 */
const openStdin = (): Io['stdin'] =>
  fstatSync(0).isDirectory() ? createReadStream('', { fd: 0, autoClose: false }) : process.stdin;

/** If the working folder was deleted, relative names cannot be found; everything else works. */
const workingFolder = (): string => {
  try {
    return process.cwd();
  } catch {
    return '/proc/self/cwd';
  }
};

run(process.argv.slice(2), {
  get stdin() {
    return openStdin();
  },
  stdout: openOutput(1, () => process.stdout),
  stderr: openOutput(2, () => process.stderr),
  env: process.env,
  cwd: workingFolder(),
  today: dayInUtc(new Date()),
  now: () => performance.now(),
  onSignal,
}).then((code) => {
  // Everything is written. If left to exit by itself, Node tears down its heap first, which takes
  // longer than reading a page.
  process.exit(code);
});
