import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../src/paper.js';
import { parse } from '../../src/parse.js';
import { generate } from '../bench/generate.mjs';
import { COMMAND } from '../helpers/built.js';
import { read, SEED } from '../helpers/read-case.js';

const folder = mkdtempSync(join(tmpdir(), 'papers-large-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MB = 1e6;
const make = (kind: string, megabytes: number): { file: string; papers: number } => {
  const file = join(folder, `${kind.replaceAll(' ', '-')}.txt`);
  return { file, papers: generate(kind, file, megabytes * MB) };
};

describe('a long input', () => {
  it.each(['pages', 'one page'])(
    'of many %s gives every paper with the fields of the sample',
    async (kind) => {
      const { papers: sample } = await read(readFileSync(SEED));
      const { file, papers } = make(kind, 6);
      let count = 0;
      const wrong: Paper[] = [];
      const source = { name: 'large.txt', data: createReadStream(file) };
      for await (const paper of parse([source], { today: '2026-11-23' })) {
        const original = sample[count % sample.length] as Paper;
        const expected = { ...original, title: `${original.title} (${++count})` };
        if (JSON.stringify(paper) !== JSON.stringify(expected)) wrong.push(paper);
      }
      expect(count).toBe(papers);
      expect(wrong.slice(0, 3)).toEqual([]);
    },
  );
});

/** Runs the built command with so many megabytes of heap. */
const run = (megabytes: number, args: readonly string[]) =>
  spawnSync('node', [`--max-old-space-size=${megabytes}`, COMMAND, ...args], { encoding: 'utf8' });

describe('the memory of the command', () => {
  // 48 MB of heap hold the program and a page, and far less than half of each input. What is kept of a short line takes
  // several times its bytes, and random ones are the slowest to read.
  it.each([
    ['pages', 100],
    ['one page', 100],
    ['no line end', 100],
    ['random lines', 25],
    ['jsonl', 100],
    ['json array', 100],
  ])(
    'does not grow with %s of %i MB',
    (kind, megabytes) => {
      const { file } = make(kind, megabytes);
      const { status, stderr } = run(48, ['parse', file, '-f', 'jsonl', '-o', '/dev/null', '-q']);
      rmSync(file);
      expect(stderr).not.toContain('heap');
      expect(status).toBeLessThanOrEqual(1);
    },
    120_000,
  );

  it('does not grow with the copies that --unique merges', () => {
    const copies = Array.from({ length: 400 }, () => SEED);
    const { status, stdout, stderr } = run(64, ['parse', ...copies, '--unique', '-f', 'jsonl', '-q']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(48);
  });

  it.each([['--unique'], ['--sort', 'title']])(
    'is not enough for every paper at once: %s says so',
    (...option) => {
      const { file } = make('jsonl', 100);
      const { status, stdout, stderr } = run(64, ['parse', file, ...option, '-q']);
      rmSync(file);
      expect(stderr).toMatch(/^papers: out of memory: more than \d+ MB of papers are held at once; .*\n$/);
      expect(status).toBe(3);
      expect(stdout).toBe('');
    },
  );
});
