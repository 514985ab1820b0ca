import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { COMMAND } from '../helpers/built.js';
import { ENV } from './place.js';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
}

/** Starts the built command, to be met while it runs; it does not outlive the test. */
export const start = (args: readonly string[], cwd: string) => {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd, env: ENV });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.on('error', () => undefined);
  const ended: Promise<Ended> = Promise.all([once(child, 'close'), text(child.stderr)]).then(
    ([[code, signal], stderr]) => ({ code, signal, stderr }),
  );
  return { child, ended };
};

/** Resolves when the folder has come to where `isReached` says yes; rejects where the runs end before. */
export const reached = (cwd: string, isReached: () => boolean, runs: readonly Promise<Ended>[]) =>
  new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (!isReached()) return;
      // What comes after is another matter: files that it looks at may be taken away.
      watcher.close();
      resolve();
    };
    const watcher = watch(cwd, look);
    onTestFinished(() => watcher.close());
    look();
    for (const run of runs) run.then(({ stderr }) => reject(new Error(`it ended too early: ${stderr}`)));
  });
