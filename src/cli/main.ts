import { createWriteStream, fstatSync } from 'node:fs';
import { config } from 'zod/mini';
import type { Io } from './io.js';
import { run } from './run.js';
import { utcDay } from './today.js';

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
 * Node writes to a redirected file without looking how much of it went: what a full disk does not take would be lost
 * without a word.
 */
const openStdout = (): Io['stdout'] =>
  fstatSync(1).isFile() ? createWriteStream('', { fd: 1, autoClose: false }) : process.stdout;

// Compiling the schema takes longer than checking some hundred papers with it, and gains little on the rest.
config({ jitless: true });

const { stderr, env } = process;

run(process.argv.slice(2), {
  get stdin() {
    return process.stdin;
  },
  stdout: openStdout(),
  stderr,
  env,
  cwd: process.cwd(),
  today: utcDay(new Date()),
  now: () => performance.now(),
  onSignal,
}).then((code) => {
  process.exitCode = code;
});
