import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/context.js';
import { outputStream } from '../../src/cli/output.js';
import { openProgress } from '../../src/cli/progress.js';
import { taken } from '../helpers/taken.js';

const watch = (stderr: { isTTY?: boolean; columns?: number }, env: Io['env'] = {}) => {
  const clock = { time: 0 };
  const stream = new PassThrough();
  const out = outputStream(stream);
  const progress = openProgress({ now: () => clock.time, stderr, env } as unknown as Io, out);
  const at = (time: number, bytes: number): void => {
    clock.time = time;
    progress.bytes(bytes);
  };
  return { progress, out, at, said: () => taken(stream) };
};

describe('progress', () => {
  it('shows nothing in the first second', () => {
    const { at, said } = watch({ isTTY: true });
    at(999, 5e6);
    expect(said()).toBe('');
  });

  it('draws a few times a second, and no more', () => {
    const { progress, at, said } = watch({ isTTY: true });
    at(1000, 5e6);
    progress.paper();
    at(1100, 1e6);
    at(1249, 1e6);
    at(2000, 3e6);
    expect(said()).toBe('\r5.0 MB read, 0 papers, 5.0 MB/s\u001b[K\r10.0 MB read, 1 paper, 5.0 MB/s\u001b[K');
  });

  it('goes away once, before a message and at the end', () => {
    const { progress, out, at, said } = watch({ isTTY: true });
    at(1000, 1e6);
    said();
    const messages = progress.before(out);
    messages.write('a message\n');
    messages.write('another\n');
    progress.erase();
    expect(said()).toBe('\r\u001b[Ka message\nanother\n');
  });

  it.each([
    [12, '1.0 MB read'],
    [0, '1.0 MB read, 0 papers, 1.0 MB/s'],
  ])('never takes more than the line, of %d columns', (columns, line) => {
    const { at, said } = watch({ isTTY: true, columns });
    at(1000, 1e6);
    expect(said()).toBe(`\r${line}\u001b[K`);
  });

  it.each([
    ['where stderr is no terminal', {}, {}],
    ['on a dumb terminal', { isTTY: true }, { TERM: 'dumb' }],
  ])('is not there %s', (_, stderr, env) => {
    const { progress, at, said } = watch(stderr, env);
    at(9000, 9e6);
    progress.erase();
    expect(said()).toBe('');
    expect(progress.isOn).toBe(false);
  });
});
