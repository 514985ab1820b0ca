import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileStream } from '../../src/cli/output.js';

let folder: string;
let file: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papers-stream-'));
  file = openSync(join(folder, 'out'), 'w');
});
afterEach(() => rmSync(folder, { recursive: true }));
const written = (): string => readFileSync(join(folder, 'out'), 'utf8');

describe('fileStream', () => {
  it('has written a text when the call returns, whatever its size', () => {
    const stream = fileStream(file, false);
    let expected = '';
    for (const text of [
      '',
      'a',
      'ü·折🦢\n',
      'x'.repeat(70_000),
      '折'.repeat(87_381),
      '🦢x'.repeat(200_000),
    ]) {
      stream.write(text);
      expected += text;
      expect(written() === expected).toBe(true);
    }
    closeSync(file);
  });

  it('writes half of a surrogate pair as the sign for what cannot be written', () => {
    fileStream(file, false).write('a\ud83eb');
    expect(written()).toBe('a\ufffdb');
    closeSync(file);
  });

  it('tells what went wrong', async () => {
    closeSync(file);
    const stream = fileStream(file, false);
    stream.write('a');
    await expect(finished(stream)).rejects.toMatchObject({ code: 'EBADF' });
  });

  it('closes only a file of its own', async () => {
    const stream = fileStream(file, true);
    stream.end('a');
    await finished(stream);
    expect(() => closeSync(file)).toThrow('EBADF');
    const other = openSync(join(folder, 'other'), 'w');
    const left = fileStream(other, false);
    left.end('a');
    await finished(left);
    closeSync(other);
  });
});
