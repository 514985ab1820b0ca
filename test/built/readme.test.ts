import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DIAGNOSTICS } from '../../src/diagnostic.js';
import { PAPER_FIELDS, PROVENANCE_FIELDS } from '../../src/paper.js';
import { READERS } from '../../src/readers/index.js';
import { WRITERS } from '../../src/writers/index.js';
import { paper } from '../helpers/paper.js';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const readme = read('README.md');
const recipes = read('docs/recipes.md');
const EXAMPLE = /```sh\n([^`]*)```\n\n```text\n([^`]*)```/g;
const examplesOf = (text: string) =>
  [...text.matchAll(EXAMPLE)].map(([, command = '', output = '']) => ({ command, output }));

/** What an example needs beside `papers`; where it is absent the example is named as not run. */
const TOOLS = ['jq', 'mlr', 'column', 'sqlite3', 'sqlite-utils', 'duckdb'];
const MODULES = ['pandas', 'datasets'];
const succeeds = (command: string): boolean => spawnSync('sh', ['-c', command]).status === 0;
const absentTools = TOOLS.filter((tool) => !succeeds(`command -v ${tool}`));
const absentModules = MODULES.filter((module) => !succeeds(`python3 -c 'import ${module}'`));
const missingFor = (command: string): string | undefined =>
  absentTools.find((tool) => new RegExp(`\\|\\s*${tool}\\b|^\\s*${tool}\\b`, 'm').test(command)) ??
  absentModules.find((module) => new RegExp(`^(?:import|from) ${module}\\b`, 'm').test(command));

/** Programs that the examples call: `papers`, and a `date` for which it is 3 October 2026. */
const bin = mkdtempSync(join(tmpdir(), 'papers-readme-'));
symlinkSync(join(ROOT, 'bin', 'papers.js'), join(bin, 'papers'));
writeFileSync(join(bin, 'date'), '#!/bin/sh\nexec /bin/date --utc -d "$2 2026-10-03" "$3"\n');
chmodSync(join(bin, 'date'), 0o755);

/** Where the recipes run: the page of 2 October 2026 and older ones. */
const kitchen = mkdtempSync(join(tmpdir(), 'papers-recipes-'));
mkdirSync(join(kitchen, 'dumps'));
for (const [fixture, name] of [
  ['day-page-of-2026', 'today.html'],
  ['day-page', 'dumps/2024-05-27.html'],
  ['search-page', 'dumps/search.html'],
] as const)
  copyFileSync(join(ROOT, 'fixtures', 'read', 'html', fixture, 'input.html'), join(kitchen, name));

afterAll(() => {
  for (const folder of [bin, kitchen]) rmSync(folder, { recursive: true });
});

const run = (command: string, cwd = ROOT) =>
  spawnSync('bash', ['-c', command], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, NO_COLOR: '1' },
  });

const runExamples = (examples: ReturnType<typeof examplesOf>, cwd: string): void => {
  for (const { command, output } of examples) {
    const missing = missingFor(command);
    it.skipIf(missing !== undefined)(
      `${missing ? `(not run: no ${missing} here) ` : ''}${command.trim()}`,
      () => {
        const { stdout, stderr } = run(command, cwd);
        expect(stdout, stderr).toBe(output);
      },
    );
  }
};

describe('the README', () => {
  const [first, ...others] = examplesOf(readme);

  it('shows its first command with its real output', () => {
    // The set-up before the last && was done for these tests already.
    const command = first?.command.split('&&').at(-1) ?? '';
    expect(run(command).stdout).toBe(first?.output);
  });

  runExamples(others, ROOT);

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

describe('the recipes', () => {
  runExamples(examplesOf(recipes), kitchen);

  /** Ten papers of which every title is at its longest, and all marks. */
  const hostile = (title: string): string => {
    const cwd = mkdtempSync(join(kitchen, 'hostile-'));
    const papers = Array.from({ length: 10 }, (_, at) =>
      paper({
        title: `${at}${title}`,
        arxivId: `2505.0000${at}`,
        url: `https://huggingface.co/papers/2505.0000${at}`,
      }),
    );
    writeFileSync(join(cwd, 'today.html'), JSON.stringify(papers));
    return cwd;
  };
  const MARKS = '<!channel>&[*_~`|](x)@everyone'.repeat(20);
  const messageFor = (chat: string) => {
    const { command = '' } = examplesOf(recipes.split(`\n## ${chat}\n`)[1] ?? '')[0] ?? {};
    return JSON.parse(run(command, hostile(MARKS)).stdout);
  };
  const hasJq = !absentTools.includes('jq');

  it.runIf(hasJq)('keep a message for Slack within 40,000 characters, and its signs without effect', () => {
    const { text } = messageFor('Slack');
    expect(text.length).toBeLessThan(40_000);
    expect(text.replace(/<https:[^<>|]*\|[\d.]+>/g, '')).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
    expect(text.match(/<https:/g)).toHaveLength(10);
  });

  it.runIf(hasJq)('keep a message for Telegram within 4,096 characters, and its signs without effect', () => {
    const { text } = messageFor('Telegram');
    const shown = text.replace(/<a href="https:[^"<>&]*">|<\/?[ab]>/g, '');
    expect(shown).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/);
    expect(shown.replace(/&\w+;/g, '&').length).toBeLessThan(4096);
  });

  it.runIf(hasJq)('keep a message for Discord within 4,096 characters, and its signs without effect', () => {
    const { allowed_mentions, embeds } = messageFor('Discord');
    expect(allowed_mentions).toEqual({ parse: [] });
    const { description } = embeds[0];
    expect(description.length).toBeLessThanOrEqual(4096);
    const bare = description.replace(/\]\(<https:[^<>]*>\)/g, '').replace(/^\[/gm, '');
    expect(bare.replace(/\\[!-~]/g, '')).not.toMatch(/[*_~`|<>[\]()]/);
  });
});
