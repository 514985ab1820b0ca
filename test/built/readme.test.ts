import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DIAGNOSTICS } from '../../src/diagnostic.js';
import { PAPER_FIELDS, PROVENANCE_FIELDS } from '../../src/paper.js';
import { READERS } from '../../src/readers/index.js';
import { WRITERS } from '../../src/writers/index.js';

const ROOT = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const EXAMPLE = /```sh\n([^`]*)```\n\n```text\n([^`]*)```/g;
const examples = [...readme.matchAll(EXAMPLE)].map(([, command = '', output = '']) => ({ command, output }));

/** Tools that an example pipes into; where one is absent the example is named as not run. */
const TOOLS = ['jq', 'mlr', 'column', 'sqlite3', 'duckdb', 'xan'];
const isThere = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
const absent = TOOLS.filter((tool) => !isThere(tool));
const missingFor = (command: string): string | undefined =>
  absent.find((tool) => new RegExp(`\\| *${tool}\\b|^${tool}\\b`, 'm').test(command));

const bin = mkdtempSync(join(tmpdir(), 'papers-readme-'));
symlinkSync(join(ROOT, 'bin', 'papers.js'), join(bin, 'papers'));
afterAll(() => rmSync(bin, { recursive: true }));

const run = (command: string) =>
  spawnSync('bash', ['-c', command], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, NO_COLOR: '1' },
  });

describe('the README', () => {
  const [first, ...others] = examples;

  it('shows its first command with its real output', () => {
    // The set-up before the last && was done for these tests already.
    const command = first?.command.split('&&').at(-1) ?? '';
    expect(run(command).stdout).toBe(first?.output);
  });

  for (const { command, output } of others) {
    const tool = missingFor(command);
    it.skipIf(tool !== undefined)(`${tool ? `(not run: no ${tool} here) ` : ''}${command.trim()}`, () => {
      expect(run(command).stdout).toBe(output);
    });
  }

  it.each(Object.entries(DIAGNOSTICS))('has a row for the diagnostic %s', (code, [severity, meaning]) => {
    expect(readme).toContain(`| \`${code}\` | ${severity} | ${meaning} |`);
  });

  it.each([...PAPER_FIELDS])('has a row for the field %s', (field) => {
    expect(readme).toContain(`\n| \`${field}\` | `);
  });

  it.each([...PROVENANCE_FIELDS])('names the field %s', (field) => {
    expect(readme).toContain(`\`${field}\``);
  });

  it.each(WRITERS.map(({ name, aliases, extensions }) => ({ name, aliases, extensions })))(
    'has a row for the format $name',
    ({ name, aliases, extensions }) => {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``));
      for (const word of [...aliases, ...extensions]) expect(row).toContain(`\`${word}\``);
    },
  );

  it.each(READERS.map(({ name }) => name))('has a row for the reader %s', (name) => {
    expect(readme).toContain(`\n| \`${name}\` | `);
  });
});
