import type { Command } from 'commander';
import { FIELD_NAMES, WRITERS } from '../../index.js';
import { addOptions, option, readingOptions } from '../options.js';
import { formatNames, namedFormat } from '../output-format.js';
import { selectingOptions } from '../selecting.js';
import { nameList, once, webAddress } from '../values.js';

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
  'Reads saved pages of the Daily Papers feed and writes one record for each paper. ' +
  'Without a file, or with -, it reads standard input.';

/** Adds what this command knows. */
export const define = (command: Command): Command =>
  addOptions(
    command,
    option(
      'Output',
      '-f, --format <name>',
      `${formatNames()}; else by the name of -o, else table on a terminal and json elsewhere`,
    )
      .choices(WRITERS.flatMap(({ name, aliases }) => [name, ...aliases]))
      .argParser(namedFormat),
    option('Output', '-o, --output <file>', 'replaced as a whole, and only if the exit is 0').argParser(
      once('-o'),
    ),
    option('Output', '--fields <a,b,c>', 'these fields; +source adds to the usual ones, -abstract takes away')
      .choices(FIELD_NAMES)
      .argParser(nameList('--fields')),
    option('Output', '--no-escape-formulas', 'csv, tsv: no apostrophe before what a spreadsheet would run'),
    option('Output', '--excel', 'csv: byte-order mark and CRLF, as Excel wants them').default(false),
    option('Output', '--feed-url <url>', 'atom, rss, json-feed: where the feed is published').argParser(
      webAddress('--feed-url'),
    ),
    option('Output', '--feed-title <text>', 'atom, rss, json-feed: its title; Daily Papers if not given'),
    ...selectingOptions(),
    ...readingOptions(),
  );
