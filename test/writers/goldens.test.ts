import { expect, test } from 'vitest';
import { WRITERS, write } from '../../src/writers/index.js';
import { writeCases } from '../helpers/write-cases.js';

test.each(writeCases().map((one) => [one.name, one] as const))(
  '%s',
  async (_, { format, papers, options, expected }) => {
    let text = '';
    for await (const piece of write(papers, format, options)) text += piece;
    await expect(text).toMatchFileSnapshot(expected);
  },
);

test('every writer has a folder of fixtures, and every folder a writer', () => {
  const names: string[] = WRITERS.map(({ name }) => name);
  const formats = new Set<string>(writeCases().map(({ format }) => format));
  const missing = names.filter((name) => !formats.has(name));
  expect(missing.map((name) => `fixtures/write/${name}/<what-it-shows>/input.jsonl`)).toEqual([]);
  expect([...formats].filter((format) => !names.includes(format))).toEqual([]);
});
