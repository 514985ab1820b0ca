import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  type FormatName,
  PAPER_FIELDS,
  type ParseOptions,
  paperSchema,
  parse,
  type Source,
  WRITERS,
  write,
} from '../src/index.js';

describe('what an editor shows', () => {
  const declared = readFileSync(join(import.meta.dirname, '../dist/paper.d.ts'), 'utf8');

  test.each(PAPER_FIELDS)('on %s is what the schema says of it', (field) => {
    const words = z.globalRegistry.get(paperSchema.shape[field])?.description;
    expect(words).toBeTruthy();
    expect(declared).toContain(`    /** ${words} */\n    ${field}: `);
  });
});

test('write takes the names of formats and their aliases, and no other word', () => {
  const names: readonly FormatName[] = ['json', 'ndjson', 'md', 'markdown-table', 'bib', 'csl-json'];
  for (const name of [...names, ...WRITERS.map((writer) => writer.name)]) write([], name);
  // @ts-expect-error
  expect(() => write([], 'xml')).toThrow(RangeError);
});

describe('what is no source is answered with a sentence', () => {
  const all = async (sources: unknown) => {
    for await (const _ of parse(sources as Source[]));
  };

  test.each<[unknown, string]>([
    ['dump.txt', 'parse takes a list of sources, not "dump.txt"'],
    [undefined, 'parse takes a list of sources, not undefined'],
    [{ name: 'a.txt', data: '' }, 'parse takes a list of sources, not an object of the class Object'],
    [['a.txt'], 'a source is { name, data } with a string for its name, not "a.txt"'],
    [[null], 'a source is { name, data } with a string for its name, not null'],
    [
      [{ data: '' }],
      'a source is { name, data } with a string for its name, not an object of the class Object',
    ],
    [
      [{ name: 'a.txt' }],
      'the data of a.txt is a string, a Uint8Array or an async iterable of Uint8Array, not undefined',
    ],
    [
      [{ name: 'a.txt', data: new ArrayBuffer(8) }],
      'the data of a.txt is a string, a Uint8Array or an async iterable of Uint8Array, not an object of the class ' +
        'ArrayBuffer; wrap an ArrayBuffer in a Uint8Array, read a file first',
    ],
    [
      [{ name: 'a.txt', data: Readable.from(['text']) }],
      'a source gives bytes (Uint8Array), not string; open the stream without an encoding',
    ],
  ])('%o', async (sources, sentence) => {
    await expect(all(sources)).rejects.toThrow(new TypeError(sentence));
  });
});

describe('options that cannot be followed are refused before a source is opened', () => {
  test.each<[unknown, string]>([
    [{ encoding: 'utf-9' }, 'encoding'],
    [{ inputFormat: 'docx' }, 'no reader is called docx'],
    [{ asOf: 'yesterday' }, 'asOf is a day, YYYY-MM-DD, not "yesterday"'],
    [{ today: '2025-02-30' }, 'today is a day, YYYY-MM-DD, not "2025-02-30"'],
  ])('%o', async (options, sentence) => {
    let isOpened = false;
    const data = (async function* () {
      isOpened = true;
      yield new Uint8Array();
    })();
    const all = async () => {
      for await (const _ of parse([{ name: 'a.txt', data }], options as ParseOptions));
    };
    await expect(all()).rejects.toThrow(RangeError);
    await expect(all()).rejects.toThrow(sentence);
    expect(isOpened).toBe(false);
  });
});
