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
import type { Gates } from './gates.js';
import { DIAGNOSTICS_FORMATS, type DiagnosticsFormat } from './reporter.js';
import { encodingLabel, knownNames, oneOfWords, realDay, wholeNumber } from './values.js';

/** How pages are read. */
export type PageOptions = Pick<ParseOptions, 'inputFormat' | 'encoding' | 'asOf'>;

/** What is said on stderr, and how. */
export interface MessageOptions {
  quiet: boolean;
  verbose: boolean;
  diagnostics: DiagnosticsFormat;
  color: ColorChoice;
}

/** The options of every command that reads any number of inputs. */
export interface ReadingOptions extends PageOptions, Gates, MessageOptions {
  /** A file with the names of the inputs. */
  files0From?: string;
  maxErrors: number;
}

/** What `--allow` takes: every warning, and the one error that may be no fault at all. */
const ALLOWABLE = (Object.keys(DIAGNOSTICS) as DiagnosticCode[]).filter(
  (code) => DIAGNOSTICS[code][0] === 'warning' || code === 'page-empty',
);

const READER_NAMES = READERS.map(({ name }) => name);

/** An option under a heading of the help. */
export const option = (group: string, flags: string, about: string): Option =>
  new Option(flags, about).helpGroup(`${group}:`);

/** An option that takes one of a few words. */
export const choice = (group: string, flags: string, words: readonly string[], about = words.join(', ')) => {
  const made = option(group, flags, about).choices(words);
  return made.argParser(oneOfWords(made.long as string, words));
};

/** An option that takes some of the known names, with commas between. */
const names = <T extends string>(flags: string, known: readonly T[], what: string, about: string): Option => {
  const made = option('Gates', flags, about).default([]).choices(known);
  return made.argParser(knownNames(made.long as string, known, what));
};

/** How pages are read. */
export const pageOptions = (): Option[] => [
  choice(
    'Reading',
    '--input-format <name>',
    READER_NAMES,
    `${READER_NAMES.join(', ')}; detected if not given`,
  ),
  option('Reading', '--encoding <label>', 'such as utf-8 or windows-1252; detected if not given').argParser(
    encodingLabel,
  ),
  option(
    'Reading',
    '--as-of <date>',
    'day the page was saved, YYYY-MM-DD; sets the year of dates without one',
  ).argParser(realDay('--as-of')),
];

/** What is said on stderr, and how. */
export const messageOptions = (): Option[] => [
  option('Messages', '-q, --quiet', 'print errors only').default(false),
  option('Messages', '-v, --verbose', 'print infos too').default(false).conflicts('quiet'),
  choice('Messages', '--diagnostics <form>', DIAGNOSTICS_FORMATS).default('text'),
  choice('Messages', '--color <when>', COLOR_CHOICES).default('auto'),
];

const gateOptions = (): Option[] => [
  option('Gates', '--strict', 'fail on warnings too').default(false),
  names('--allow <code,…>', ALLOWABLE, 'code', 'accept these: warnings under --strict, and page-empty'),
  names<FieldName>('--require <field,…>', FIELD_NAMES, 'field', 'fail if a paper lacks one of these fields'),
  option(
    'Gates',
    '--min-papers <n>',
    'fail if an input has fewer papers; 0 accepts a page that says it is empty',
  )
    .default(1)
    .argParser(wholeNumber('--min-papers')),
  option('Gates', '--max-errors <n>', 'tolerate up to n errors')
    .default(0)
    .argParser(wholeNumber('--max-errors')),
];

/** The options of every command that reads any number of inputs. */
export const readingOptions = (): Option[] => [
  option(
    'Reading',
    '--files0-from <file>',
    'read the files listed in this one, each name ended by a NUL byte; - is stdin',
  ),
  ...pageOptions(),
  ...gateOptions(),
  ...messageOptions(),
];

/** Adds options to a command, the help of which comes last. */
export const addOptions = (command: Command, ...options: readonly Option[]): Command => {
  for (const each of options) command.addOption(each);
  return command.addHelpOption(option('Messages', '-h, --help', 'print this help'));
};
