import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { cliCases } from '../helpers/cli-cases.js';
import { runIn } from '../helpers/harness.js';

it.each(cliCases().map((one) => [one.name, one] as const))(
  '%s: says and does what was written down',
  async (_, { argv, world, writes, expected, furnish }) => {
    const cwd = mkdtempSync(join(tmpdir(), 'papers-cli-'));
    onTestFinished(() => rmSync(cwd, { recursive: true }));
    furnish(cwd);
    const before = readdirSync(cwd);

    const { code, stdout, stderr } = await runIn(argv, { ...world, cwd });

    await expect(stdout).toMatchFileSnapshot(expected('stdout'));
    await expect(stderr).toMatchFileSnapshot(expected('stderr'));
    await expect(`${code}\n`).toMatchFileSnapshot(expected('exit-code'));
    for (const file of writes)
      await expect(readFileSync(join(cwd, file), 'utf8')).toMatchFileSnapshot(expected(file));
    expect(readdirSync(cwd).sort()).toEqual([...new Set([...before, ...writes])].sort());
  },
);
