import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperRecord } from '../../src/paper.js';
import { type FormatName, findWriter } from '../../src/writers/index.js';
import type { WriteOptions } from '../../src/writers/writer.js';
import { FIXTURES } from './read-case.js';

/** One folder below `fixtures/write/<format>/`: records, options where it needs some, and the text they give. */
export interface WriteCase {
  name: string;
  format: FormatName;
  folder: string;
  papers: PaperRecord[];
  options: WriteOptions;
  /** The file that holds the text. */
  expected: string;
}

/** Formats that no file name chooses still need one for their golden file. */
const ENDINGS: Record<string, string> = {
  'markdown-table': '.md',
  table: '.txt',
  'csl-json': '.json',
  'json-feed': '.json',
};

export const writeCases = (): WriteCase[] =>
  readdirSync(join(FIXTURES, 'write')).flatMap((format) =>
    readdirSync(join(FIXTURES, 'write', format)).map((shows) => writeCase(format as FormatName, shows)),
  );

const writeCase = (format: FormatName, shows: string): WriteCase => {
  const folder = join(FIXTURES, 'write', format, shows);
  const options = join(folder, 'options.json');
  const ending = ENDINGS[format] ?? findWriter(format)?.extensions[0] ?? '.txt';
  return {
    name: `${format}/${shows}`,
    format,
    folder,
    papers: readFileSync(join(folder, 'input.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
    options: existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')) : {},
    expected: join(folder, `expected${ending}`),
  };
};
