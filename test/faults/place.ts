import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { COMMAND } from '../helpers/built.js';
import { SEED } from '../helpers/read-case.js';

/** What `papers.jsonl` holds before a fault. */
export const OLD = '{"title":"Folding Paper Cranes"}\n';

/** What `papers parse dump.txt -f jsonl` gives where nothing fails. */
export const WHOLE = spawnSync(process.execPath, [COMMAND, 'parse', SEED, '-q', '-f', 'jsonl'], {
  encoding: 'utf8',
}).stdout;

const bin = mkdtempSync(join(tmpdir(), 'papers-fault-bin-'));
symlinkSync(COMMAND, join(bin, 'papers'));
chmodSync(bin, 0o755);
afterAll(() => rmSync(bin, { recursive: true }));

/** Finds the built command as `papers`, and nothing that changes its messages. */
export const ENV = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, NO_COLOR: '1' };

/** A folder that goes with the test. It holds the sample as `dump.txt` and an old `papers.jsonl`. */
export const place = () => {
  const cwd = mkdtempSync(join(tmpdir(), 'papers-fault-'));
  onTestFinished(() => {
    chmodSync(cwd, 0o755);
    rmSync(cwd, { recursive: true });
  });
  const at = (name: string): string => join(cwd, name);
  cpSync(SEED, at('dump.txt'));
  writeFileSync(at('papers.jsonl'), OLD);
  return {
    cwd,
    at,
    /** Runs a line of bash to its end; one that hangs fails. */
    bash: (line: string, options: SpawnSyncOptions = {}) => {
      // Bash reads its start-up file where it takes itself for a login over the network, as with a socket for stdin.
      const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', line], {
        cwd,
        env: ENV,
        timeout: 60_000,
        ...options,
      });
      return { code: status, stdout: String(stdout), stderr: String(stderr) };
    },
    read: (name: string): string => readFileSync(at(name), 'utf8'),
    /** What is there beside the two files. */
    added: (): string[] => readdirSync(cwd).filter((name) => !['dump.txt', 'papers.jsonl'].includes(name)),
  };
};
