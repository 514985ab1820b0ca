import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIAGNOSTICS } from '../../src/diagnostic.js';
import { READERS } from '../../src/readers/index.js';
import { FIXTURES } from '../helpers/read-case.js';

const texts = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (file) => file.isFile() && /^(?:expected\.diagnostics|stderr|stdout|expected\.stderr)/.test(file.name),
    )
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));

describe('every part is registered everywhere', () => {
  it.each(READERS.map(({ name }) => name))('the reader %s has fixtures', (name) => {
    expect(existsSync(join(FIXTURES, 'read', name))).toBe(true);
  });

  const shown = texts(FIXTURES).join('\n');
  it.each(Object.keys(DIAGNOSTICS))('a fixture shows the diagnostic %s', (code) => {
    expect(shown.includes(`[${code}]`)).toBe(true);
  });

  it.each(readdirSync(join(FIXTURES, 'read')))('a reader is called as the fixture folder %s', (name) => {
    expect(READERS.map((reader) => reader.name)).toContain(name);
  });
});
