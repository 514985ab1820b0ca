import type { Command } from 'commander';
import { FIELD_NAMES, WRITERS } from '../../index.js';
import { addOptions, option, readingOptions } from '../options.js';
import { formatNames, namedFormat } from '../output-format.js';
import { selectingOptions } from '../selecting.js';
import { nameList, once } from '../values.js';

export { writePapers as run } from '../write-papers.js';

/** For the top of the help. */
export const examples = [
  'papers parse dump.txt',
  'papers parse dump.txt -o papers.csv',
  'papers parse dumps/*.txt -f jsonl | jq .title',
  'papers parse dump.txt --since 2025 --sort -comments --limit 5 -f markdown',
  'papers parse - --fields title,published < dump.txt',
  'papers parse dump.txt --strict -o papers.json',
];

export const description =
  'Reads saved pages of the Daily Papers feed and writes one record per paper. ' +
  'Without a file, or with -, reads standard input.';

/** Adds what this command knows. */
export const define = (command: Command): Command =>
  addOptions(
    command,
    option(
      'Output',
      '-f, --format <name>',
      `${formatNames()}; default: by the extension of -o, else table on a terminal, json elsewhere`,
    )
      .choices(WRITERS.flatMap(({ name, aliases }) => [name, ...aliases]))
      .argParser(namedFormat),
    option(
      'Output',
      '-o, --output <file>',
      'write to a file; it is replaced only if the exit code is 0',
    ).argParser(once('-o')),
    option(
      'Output',
      '--fields <a,b,c>',
      'fields to write; +source adds to the default ones, -abstract removes',
    )
      .choices(FIELD_NAMES)
      .argParser(nameList('--fields')),
    option('Output', '--no-escape-formulas', 'csv, tsv: write cells that look like formulas as they are'),
    option('Output', '--excel', 'csv: add a byte-order mark and CRLF line ends for Excel').default(false),
    ...selectingOptions(),
    ...readingOptions(),
  );
