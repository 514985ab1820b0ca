import type { Command } from 'commander';
import { DIFFERENCES } from '../../compare/index.js';
import { PAPER_FIELDS } from '../../index.js';
import { DIFF_FORMATS } from '../diff-papers.js';
import { addOptions, choice, messageOptions, option, pageOptions } from '../options.js';
import { knownNames, nameList } from '../values.js';

export { diffPapers as run } from '../diff-papers.js';

export const examples = [
  'papers diff yesterday.json today.txt',
  'papers diff yesterday.json today.html -f markdown >> "$GITHUB_STEP_SUMMARY"',
  'papers diff old.txt new.txt --fields comments,upvotes',
  'papers diff history.json today.html --only added',
];

export const description =
  'Compares the papers of two inputs in any format that parse reads; - is standard input. ' +
  'Papers are matched by arXiv id, else by title. A field that one side does not show has not changed.';

/** What the exit codes mean here. */
export const exitCodes = [
  ['0', 'the papers are the same'],
  ['1', 'they differ'],
  ['2', 'the command line is wrong'],
  ['3', 'a file could not be read or written'],
] as const;

/** Adds what this command knows. */
export const define = (command: Command): Command =>
  addOptions(
    command,
    choice('Output', '-f, --format <name>', DIFF_FORMATS).default('text'),
    option(
      'Output',
      '--fields <a,b,c>',
      'fields to compare; +url adds to the default ones, -abstract removes',
    )
      .choices(PAPER_FIELDS)
      .argParser(nameList('--fields')),
    option('Output', '--only <a,b,c>', `list and count only these differences: ${DIFFERENCES.join(', ')}`)
      .choices(DIFFERENCES)
      .argParser(knownNames('--only', DIFFERENCES, 'difference')),
    ...pageOptions(),
    ...messageOptions(),
  );
