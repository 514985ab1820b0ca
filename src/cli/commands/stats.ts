import type { Command } from 'commander';
import { DAY_FIELDS } from '../../select/options.js';
import { addOptions, choice, readingOptions } from '../options.js';
import { STATS_FORMATS } from '../stats-papers.js';

export { statsPapers as run } from '../stats-papers.js';

export const examples = [
  'papers stats dump.txt',
  'papers stats dumps/*.txt',
  "papers stats dump.txt -f json | jq '.ranges.comments.median'",
];

export const description =
  'Reads like parse, and counts: papers by year, organizations, ranges and medians, fields not shown. ' +
  'Without a file, or with -, reads standard input.';

/** Adds what this command knows. */
export const define = (command: Command): Command =>
  addOptions(
    command,
    choice('Output', '-f, --format <name>', STATS_FORMATS).default('text'),
    choice('Output', '--by <field>', DAY_FIELDS, 'day to count years by: published (default) or submittedOn'),
    ...readingOptions(),
  );
