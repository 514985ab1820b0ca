import type { Command } from 'commander';
import { CHECK_FORMATS } from '../check-views.js';
import { addOptions, choice, option, readingOptions } from '../options.js';

export { checkPapers as run } from '../check-papers.js';

export const examples = [
  'papers check dump.txt',
  'papers check dumps/*.txt -f jsonl | jq .papers',
  'papers check dump.txt --annotate | less -R',
  'papers check - --strict --allow year-assumed < dump.txt',
];

export const description =
  'Reads like parse, and reports what it found: pages, lines, fields and problems. ' +
  'Without a file, or with -, reads standard input.';

/** Adds what this command knows. */
export const define = (command: Command): Command =>
  addOptions(
    command,
    choice('Output', '-f, --format <name>', CHECK_FORMATS).default('text'),
    option('Output', '--annotate', 'print every line with its role instead')
      .default(false)
      .conflicts('format'),
    ...readingOptions(),
  );
