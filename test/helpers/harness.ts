import { Readable, Writable } from 'node:stream';
import type { Out } from '../../src/cli/context.js';
import { run } from '../../src/cli/run.js';

/** The world that one run sees. */
export interface World {
  cwd?: string;
  stdin?: string | Uint8Array;
  env?: Record<string, string>;
  /** The streams that are terminals. */
  terminals?: readonly ('stdin' | 'stdout' | 'stderr')[];
  columns?: number;
  /** Milliseconds that pass between two looks at the clock. */
  tick?: number;
  /** Fails the first write to a stream with this code. */
  broken?: { stdout?: string; stderr?: string };
}

export interface Result {
  code: number;
  stdout: string;
  stderr: string;
}

const collector = (isTTY: boolean, columns: number, broken: string | undefined) => {
  const pieces: Buffer[] = [];
  const stream: Writable & Out = new Writable({
    highWaterMark: 64,
    write: (chunk, _encoding, done) => {
      if (broken !== undefined) return done(Object.assign(new Error(`${broken}: broken`), { code: broken }));
      pieces.push(chunk);
      setImmediate(done);
    },
  });
  if (isTTY) Object.assign(stream, { isTTY, columns });
  return { stream, text: () => Buffer.concat(pieces).toString() };
};

/** Runs a command line in process. */
export const runIn = async (argv: readonly string[], world: World = {}): Promise<Result> => {
  const {
    cwd = process.cwd(),
    stdin = '',
    env = {},
    terminals = [],
    columns = 80,
    broken = {},
    tick = 0,
  } = world;
  let clock = 0;
  const stdout = collector(terminals.includes('stdout'), columns, broken.stdout);
  const stderr = collector(terminals.includes('stderr'), columns, broken.stderr);
  const code = await run(argv, {
    stdin: Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: terminals.includes('stdin') }),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env,
    cwd,
    today: '2026-11-23',
    now: () => {
      clock += tick;
      return clock;
    },
    onSignal: () => () => undefined,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
};
