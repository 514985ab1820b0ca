import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { COMMAND, runBuilt } from '../helpers/built.js';
import { runIn } from '../helpers/harness.js';
import { FIXTURES, SEED } from '../helpers/read-case.js';

const ROOT = join(import.meta.dirname, '..', '..');
const BUNDLE = join(ROOT, 'dist', 'bundle');

/** A command line that needs the file; a new one gets a row here. */
const NEEDED_BY: Readonly<Record<string, readonly string[]>> = {
  'chalk.cjs': ['stats', SEED, '--color', 'always'],
  'cheerio-slim.cjs': ['parse', join(FIXTURES, 'read/html/day-page-without-json/input.html')],
  'csv-parse.cjs': ['parse', join(FIXTURES, 'read/csv/own/input.csv')],
  'csv-stringify-sync.cjs': ['parse', SEED, '-f', 'csv'],
  'htmlparser2.cjs': ['parse', join(FIXTURES, 'read/feed/rss/input.xml')],
  'postal-mime.cjs': ['parse', join(FIXTURES, 'read/html/page-saved-as-one-file/input.mhtml')],
  'string-width.cjs': ['parse', join(FIXTURES, 'write/table/wide-characters/input.jsonl'), '-f', 'table'],
};

describe('what the bundle loads on use', () => {
  it('has a command line for every file', () => {
    const files = readdirSync(BUNDLE).filter((name) => name.endsWith('.cjs') && name !== 'papers.cjs');
    expect(Object.keys(NEEDED_BY).sort()).toEqual(files.sort());
  });

  it.each(Object.entries(NEEDED_BY))('%s does its work', async (_, argv) => {
    const built = await runBuilt(COMMAND, argv, {});
    expect(built).toEqual(await runIn(argv));
    expect(built.code).toBe(0);
  });

  it.each(Object.entries(NEEDED_BY))('%s is what the command line needs', async (file, argv) => {
    const home = mkdtempSync(join(tmpdir(), 'papers-lazy-'));
    onTestFinished(() => rmSync(home, { recursive: true }));
    cpSync(join(ROOT, 'bin'), join(home, 'bin'), { recursive: true });
    cpSync(BUNDLE, join(home, 'dist', 'bundle'), { recursive: true });
    rmSync(join(home, 'dist', 'bundle', file));
    const { code, stderr } = await runBuilt(join(home, 'bin', 'papers.js'), argv, {});
    expect(stderr).toContain(`Cannot find module './${file}'`);
    expect(code).not.toBe(0);
  });
});
