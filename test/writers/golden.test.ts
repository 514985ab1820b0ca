import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findWriter, WRITERS, write } from '../../src/writers/index.js';
import type { Writable, WriteOptions } from '../../src/writers/writer.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures/write');

/** Formats that no file name chooses still need one for their golden file. */
const ENDINGS: Record<string, string> = {
  'markdown-table': '.md',
  table: '.txt',
  'csl-json': '.json',
  'json-feed': '.json',
};

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

const readLines = (file: string): Writable[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const readOptions = (file: string): WriteOptions =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

describe.each(foldersIn(FIXTURES))('%s', (format) => {
  const ending = ENDINGS[format] ?? findWriter(format)?.extensions[0] ?? '.txt';

  test.each(foldersIn(join(FIXTURES, format)))('%s', async (name) => {
    const folder = join(FIXTURES, format, name);
    const papers = readLines(join(folder, 'input.jsonl'));
    let text = '';
    for await (const piece of write(papers, format, readOptions(join(folder, 'options.json')))) text += piece;
    await expect(text).toMatchFileSnapshot(join(folder, `expected${ending}`));
  });
});

test('every writer has a folder of fixtures, and every folder a writer', () => {
  const names = WRITERS.map(({ name }) => name);
  const folders = foldersIn(FIXTURES);
  const missing = names.filter((name) => foldersIn(join(FIXTURES, name)).length === 0);
  expect(missing.map((name) => `fixtures/write/${name}/<what-it-shows>/input.jsonl`)).toEqual([]);
  expect(folders.filter((folder) => !names.includes(folder))).toEqual([]);
});
