import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runIn, type World } from './harness.js';

/** `case.json` of a transcript: the command line, and the world it runs in. */
interface Case extends Pick<World, 'env' | 'terminals' | 'columns' | 'broken' | 'tick'> {
  argv: string[];
  /** Files that the run must leave behind, compared with those in `expected/`. */
  writes?: string[];
}

const CASES = 'fixtures/cli';
const directory = mkdtempSync(join(tmpdir(), 'papers-cli-'));

afterAll(() => rmSync(directory, { recursive: true }));

/** A folder of its own, with the sample as `dump.txt` and what the case brings. */
const furnished = (name: string): string => {
  const cwd = join(directory, name);
  const input = join(CASES, name, 'input');
  if (existsSync(input)) cpSync(input, cwd, { recursive: true });
  cpSync('fixtures/daily-papers.txt', join(cwd, 'dump.txt'));
  return cwd;
};

describe.each(readdirSync(CASES))('%s', (name) => {
  it('says and does what was written down', async () => {
    const folder = join(CASES, name);
    const { argv, writes = [], ...world }: Case = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));
    const stdin = existsSync(join(folder, 'stdin')) ? readFileSync(join(folder, 'stdin')) : '';
    const cwd = furnished(name);
    const before = readdirSync(cwd);

    const { code, stdout, stderr } = await runIn(argv, { ...world, stdin, cwd });

    const at = (file: string): string => join(process.cwd(), folder, 'expected', file);
    await expect(stdout).toMatchFileSnapshot(at('stdout'));
    await expect(stderr).toMatchFileSnapshot(at('stderr'));
    await expect(`${code}\n`).toMatchFileSnapshot(at('exit-code'));
    for (const file of writes) {
      await expect(readFileSync(join(cwd, file), 'utf8')).toMatchFileSnapshot(at(file));
    }
    expect(readdirSync(cwd).sort()).toEqual([...new Set([...before, ...writes])].sort());
  });
});
