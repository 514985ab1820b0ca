import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Result, World } from './harness.js';

/** The command of a clone, as built. */
export const COMMAND = join(import.meta.dirname, '..', '..', 'bin', 'papers.js');
const TERMINALS = join(import.meta.dirname, 'terminals.py');
/** The day of {@link runIn}, 2026-11-23, in seconds. */
const TODAY = String(Date.UTC(2026, 10, 23) / 1000);

/** Runs a command line in a process of its own, in the same world as `runIn` does within this one. */
export const runBuilt = async (
  command: string,
  argv: readonly string[],
  { cwd, stdin = '', env = {}, terminals = [], columns = 80, broken = {} }: Omit<World, 'tick'>,
): Promise<Result> => {
  const line = [process.execPath, command, ...argv];
  const [program = '', ...args] =
    terminals.length === 0 ? line : ['python3', TERMINALS, String(columns), terminals.join(','), ...line];
  const full = broken.stdout === 'ENOSPC' ? openSync('/dev/full', 'w') : null;
  const options: SpawnOptions = { cwd, env: { PATH: process.env.PATH, SOURCE_DATE_EPOCH: TODAY, ...env } };
  const child = spawn(program, args, { ...options, stdio: ['pipe', full ?? 'pipe', 'pipe'] });
  if (full !== null) closeSync(full);
  for (const name of ['stdout', 'stderr'] as const) if (broken[name] === 'EPIPE') child[name]?.destroy();
  // A command that does not read its input may end before it is written.
  child.stdin?.on('error', () => undefined).end(stdin);
  const textOf = async (stream: typeof child.stdout) =>
    // A decoder would take away a byte-order mark.
    stream && !stream.destroyed ? (await buffer(stream)).toString() : '';
  const [stdout, stderr, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, 'close'),
  ]);
  return { code, stdout, stderr };
};
