import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileOutput } from '../../src/cli/output.js';

let folder: string;
let file: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papers-output-'));
  file = openSync(join(folder, 'out'), 'w');
});
afterEach(() => rmSync(folder, { recursive: true }));
const written = (): string => readFileSync(join(folder, 'out'), 'utf8');

describe('fileOutput', () => {
  it('has written a text when the call returns, whatever its size', () => {
    const out = fileOutput(file);
    let expected = '';
    for (const text of [
      '',
      'a',
      'ü·折🦢\n',
      'x'.repeat(70_000),
      '折'.repeat(87_381),
      '🦢x'.repeat(200_000),
    ]) {
      out.write(text);
      expected += text;
      expect(written() === expected).toBe(true);
    }
    expect(out.failure()).toBe(undefined);
    closeSync(file);
  });

  it('writes half of a surrogate pair as the sign for what cannot be written', () => {
    fileOutput(file).write('a\ud83eb');
    expect(written()).toBe('a\ufffdb');
    closeSync(file);
  });

  it('remembers what went wrong first', () => {
    closeSync(file);
    const out = fileOutput(file);
    out.write('a');
    out.write('b');
    expect(out.failure()).toMatchObject({ code: 'EBADF' });
  });
});
