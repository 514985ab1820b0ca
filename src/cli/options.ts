import { type Command, Option } from 'commander';
import {
  DIAGNOSTICS,
  type DiagnosticCode,
  FIELD_NAMES,
  type FieldName,
  type ParseOptions,
  READERS,
} from '../index.js';
import { fits } from '../paper.js';
import { isWebUrl } from '../words.js';
import { usageError } from './errors.js';
import type { Gates } from './gates.js';
import { DIAGNOSTICS_FORMATS, type DiagnosticsFormat } from './report.js';
import { COLOR_CHOICES, type ColorChoice } from './terminal.js';

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
  ).argParser(once('--files0-from')),
  ...pageOptions(),
  ...gateOptions(),
  ...messageOptions(),
];

/** Adds options to a command, the help of which comes last. */
export const addOptions = (command: Command, ...options: readonly Option[]): Command => {
  for (const each of options) command.addOption(each);
  return command.addHelpOption(option('Messages', '-h, --help', 'print this help'));
};

/** Reads one option value, or ends the run with a message. */
type Read<T> = (value: string) => T;

/** A whole number from 0 on. */
export const wholeNumber =
  (flag: string): Read<number> =>
  (value) =>
    /^\d{1,15}$/.test(value) ? Number(value) : usageError(`${flag} takes a whole number, not "${value}"`);

/** One of a few words. */
export const oneOfWords =
  <T extends string>(flag: string, words: readonly T[]): Read<T> =>
  (value) =>
    words.find((word) => word === value) ??
    usageError(`${flag} cannot be "${value}"; use one of: ${words.join(', ')}`);

/** A day that is on the calendar. */
export const realDay =
  (flag: string): Read<string> =>
  (value) =>
    fits('published', value) ? value : usageError(`${flag} takes a day such as 2026-04-16, not "${value}"`);

/** A label that TextDecoder knows. */
export const encodingLabel: Read<string> = (value) => {
  try {
    return new TextDecoder(value).encoding;
  } catch {
    return usageError(
      `--encoding: unknown encoding "${value}"; use a label such as utf-8, utf-16le, windows-1252, gb18030 or shift_jis`,
    );
  }
};

/** Names with commas between; giving the option again adds to them. */
export const nameList =
  (flag: string) =>
  (value: string, before: readonly string[] = []): readonly string[] => {
    const names = value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return names.length > 0 ? [...before, ...names] : usageError(`${flag} needs at least one name`);
  };

/** The same, each one of those known. */
export const knownNames = <T extends string>(flag: string, known: readonly T[], what: string) => {
  const list = nameList(flag);
  return (value: string, before: readonly T[] = []): readonly T[] => {
    const names = list(value);
    const strange = names.find((name) => !known.includes(name as T));
    if (strange !== undefined) {
      usageError(`${flag}: unknown ${what} "${strange}"; use: ${known.join(', ')}`);
    }
    return [...before, ...(names as readonly T[])];
  };
};

/** A value that may be given only once. */
export const once =
  (flag: string) =>
  (value: string, before: string | undefined): string => {
    if (before !== undefined) usageError(`${flag} is given twice: "${before}" and "${value}"`);
    return value === '' ? usageError(`${flag} needs a file name`) : value;
  };

const SIGNED = /^[+-]/;

const knownField = <F extends FieldName>(name: string, known: readonly F[]): F =>
  known.find((field) => field === name) ??
  usageError(`--fields: unknown field "${name}"; use: ${known.join(', ')}`);

/**
 * The fields that `--fields` asks for: plain names are the whole list, names with `+` or `-` change the default set.
 * `undefined` where the option was not given.
 */
export const chosenFields = <F extends FieldName>(
  words: readonly string[] | undefined,
  defaults: readonly F[],
  known: readonly F[],
): readonly F[] | undefined => {
  if (words === undefined) return undefined;
  const signed = words.filter((word) => SIGNED.test(word));
  const names = words.map((word) => knownField(word.replace(SIGNED, ''), known));
  if (signed.length === 0) return [...new Set(names)];
  if (signed.length < words.length) {
    usageError(
      '--fields takes either plain names (title,abstract) or only names with + or - (+source,-abstract), not both',
    );
  }
  const fields = new Set(defaults);
  words.forEach((word, index) => {
    const name = names[index] as F;
    if (word.startsWith('+')) fields.add(name);
    else fields.delete(name);
  });
  return fields.size > 0 ? [...fields] : usageError('--fields removes every field; keep at least one');
};

/** An absolute address of the web. */
export const webUrl =
  (flag: string): Read<string> =>
  (value) =>
    isWebUrl(value)
      ? value
      : usageError(`${flag} takes an address such as https://example.org/papers.atom, not "${value}"`);
