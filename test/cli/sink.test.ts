import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTarget, openSink, outputStream } from '../../src/cli/output.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'papers-sink-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = async (name: string, text: string, keep: boolean) => {
  const sink = openSink(findTarget(name, cwd), outputStream(new PassThrough()), () => () => undefined);
  sink.out.write(text);
  const failure = await sink.close(keep);
  return { failure, unkept: sink.unkept };
};
const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');

describe('openSink', () => {
  it('puts a new file in its place, and nothing else', async () => {
    expect(await write('a.json', '[]\n', true)).toEqual({ failure: undefined, unkept: 'a.json not written' });
    expect(read('a.json')).toBe('[]\n');
    expect(readdirSync(cwd)).toEqual(['a.json']);
  });

  it('leaves the old file and no trace when the output is not kept', async () => {
    writeFileSync(join(cwd, 'a.json'), 'old');
    expect((await write('a.json', 'new', false)).unkept).toBe('a.json left as it was');
    expect(read('a.json')).toBe('old');
    expect(readdirSync(cwd)).toEqual(['a.json']);
  });

  it.skipIf(process.platform === 'win32')('keeps the mode and the link', async () => {
    writeFileSync(join(cwd, 'real.json'), 'old');
    chmodSync(join(cwd, 'real.json'), 0o606);
    symlinkSync('real.json', join(cwd, 'link.json'));
    await write('link.json', 'new', true);
    expect(lstatSync(join(cwd, 'link.json')).isSymbolicLink()).toBe(true);
    expect(read('real.json')).toBe('new');
    expect(statSync(join(cwd, 'real.json')).mode & 0o777).toBe(0o606);
  });

  it.skipIf(process.platform === 'win32')('follows a link to a file that is not there yet', async () => {
    symlinkSync('later.json', join(cwd, 'link.json'));
    await write('link.json', 'new', true);
    expect(read('later.json')).toBe('new');
    expect(lstatSync(join(cwd, 'link.json')).isSymbolicLink()).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('writes straight to a device', async () => {
    expect(await write('/dev/null', 'x', false)).toEqual({ failure: undefined, unkept: null });
  });

  it.skipIf(process.platform !== 'linux')('says what a full device says', async () => {
    const { failure } = await write('/dev/full', 'x', true);
    expect(failure).toMatchObject({ code: 'ENOSPC' });
  });

  it('takes the temporary file away whenever a signal ends the run', async () => {
    let cleanUp = (): void => undefined;
    const target = findTarget('a.json', cwd);
    const sink = openSink(target, outputStream(new PassThrough()), (given) => {
      // A signal that comes before there is a file must find somebody too.
      expect(readdirSync(cwd)).toEqual([]);
      cleanUp = given;
      return () => undefined;
    });
    expect(readdirSync(cwd)).toHaveLength(1);
    cleanUp();
    expect(readdirSync(cwd)).toEqual([]);
    await sink.close(false);
  });
});
