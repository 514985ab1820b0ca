import { type Command, Option } from 'commander';
import {
  DIAGNOSTICS,
  type DiagnosticCode,
  FIELD_NAMES,
  type FieldName,
  type ParseOptions,
  READERS,
} from '../index.js';
import { COLOR_CHOICES, type ColorChoice } from './color.js';
import { encodingLabel, knownNames, oneOfWords, realDay, wholeNumber } from './values.js';

/** The options that every command which reads pages has. */
export interface ReadingOptions extends Pick<ParseOptions, 'inputFormat' | 'encoding' | 'asOf'> {
  strict: boolean;
  allow: readonly DiagnosticCode[];
  require: readonly FieldName[];
  minPapers: number;
  maxErrors: number;
  quiet: boolean;
  verbose: boolean;
  color: ColorChoice;
}

const WARNINGS = (Object.keys(DIAGNOSTICS) as DiagnosticCode[]).filter(
  (code) => DIAGNOSTICS[code][0] === 'warning',
);

const READER_NAMES = READERS.map(({ name }) => name);

/** An option under a heading of the help. */
export const option = (group: string, flags: string, about: string): Option =>
  new Option(flags, about).helpGroup(`${group}:`);

/** Adds the options of reading and of the gates to a command. */
export const addReadingOptions = (command: Command): Command =>
  command
    .addOption(
      option(
        'Reading',
        '--input-format <name>',
        `${READER_NAMES.join(', ')}; found out if not given`,
      ).argParser(oneOfWords('--input-format', READER_NAMES)),
    )
    .addOption(
      option(
        'Reading',
        '--encoding <label>',
        'such as utf-8 or windows-1252; found out if not given',
      ).argParser(encodingLabel),
    )
    .addOption(
      option(
        'Reading',
        '--as-of <date>',
        'the day the page was saved, YYYY-MM-DD: settles dates without a year',
      ).argParser(realDay('--as-of')),
    )
    .addOption(option('Gates', '--strict', 'warnings fail too (exit 1)').default(false))
    .addOption(
      option('Gates', '--allow <code,…>', 'warnings that --strict lets pass')
        .default([])
        .argParser(knownNames('--allow', WARNINGS, 'warning')),
    )
    .addOption(
      option('Gates', '--require <field,…>', 'a paper without one of these fields is an error')
        .default([])
        .argParser(knownNames('--require', FIELD_NAMES, 'field')),
    )
    .addOption(
      option('Gates', '--min-papers <n>', 'an input with fewer papers is an error')
        .default(1)
        .argParser(wholeNumber('--min-papers')),
    )
    .addOption(
      option('Gates', '--max-errors <n>', 'so many errors are borne')
        .default(0)
        .argParser(wholeNumber('--max-errors')),
    )
    .addOption(option('Messages', '-q, --quiet', 'errors only').default(false))
    .addOption(option('Messages', '-v, --verbose', 'infos too').default(false).conflicts('quiet'))
    .addOption(
      option('Messages', '--color <when>', COLOR_CHOICES.join(', '))
        .default('auto')
        .argParser(oneOfWords('--color', COLOR_CHOICES)),
    )
    .addHelpOption(option('Messages', '-h, --help', 'this help'));
