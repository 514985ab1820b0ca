import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { inputNames, openSources } from '../../src/cli/input.js';

const collect = async (names: readonly string[], stdin: Readable, pace = async () => true) => {
  const said: string[] = [];
  const read: Record<string, string> = {};
  const sources = openSources(
    names,
    { stdin, cwd: 'fixtures' },
    {
      unreadable: (name, error) => said.push(`${name}: ${(error as NodeJS.ErrnoException).code}`),
      ended: (name) => said.push(`${name} ended`),
      took: () => undefined,
      pace,
    },
  );
  for await (const { name, data } of sources) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of data as AsyncIterable<Uint8Array>) chunks.push(chunk);
    read[name] = Buffer.concat(chunks).toString();
  }
  return { said, read };
};

async function* torn(): AsyncGenerator<Buffer> {
  yield Buffer.from('begun');
  throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
}

describe('openSources', () => {
  it('goes on after what cannot be read', async () => {
    const { said, read } = await collect(
      ['missing', '.', 'daily-papers.txt', '-'],
      Readable.from([Buffer.from('x')]),
    );
    expect(said).toEqual(['missing: ENOENT', '.: EISDIR', 'daily-papers.txt ended', '<stdin> ended']);
    expect(read['<stdin>']).toBe('x');
    expect(read['daily-papers.txt']).toContain('Thinkless');
  });

  it('keeps what came before an input breaks off', async () => {
    const { said, read } = await collect(['-'], Readable.from(torn()));
    expect(read['<stdin>']).toBe('begun');
    expect(said).toEqual(['<stdin>: EIO', '<stdin> ended']);
  });

  it('ends when nobody takes the output any more', async () => {
    const { read } = await collect(['daily-papers.txt', '-'], Readable.from([]), async () => false);
    expect(read).toEqual({});
  });
});

describe('inputNames', () => {
  it('takes standard input where nothing is named', () => {
    expect(inputNames([])).toEqual(['-']);
    expect(inputNames(['a', '-'])).toEqual(['a', '-']);
  });

  it('does not read standard input twice', () => {
    expect(() => inputNames(['-', 'a', '-'])).toThrow('only once');
  });
});
