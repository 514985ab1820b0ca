import type { Option } from 'commander';
import { FIELD_NAMES, PROVENANCE_FIELDS, type SelectOptions } from '../index.js';
import { type Parsed, readPattern, readPeriod, readSort } from '../select/index.js';
import { option } from './options.js';
import { misused } from './usage.js';
import { wholeNumber } from './values.js';

/** What commander gathers of the options below. */
export type SelectingOptions = Omit<SelectOptions, 'onDiagnostic'>;

/** The value of an option, or a usage error that begins with its flag. */
const read =
  <T>(flag: string, reading: (text: string) => Parsed<T>) =>
  (text: string): T => {
    const found = reading(text);
    return 'value' in found ? found.value : misused(`${flag}: ${found.message}`);
  };

const made = (flags: string, about: string): Option => option('Selecting', flags, about);

/** Which papers are written, and in which order. */
export const selectingOptions = (): Option[] => [
  made('--since <period>', 'published in or after 2025, 2025-03 or 2025-03-07').argParser(
    read('--since', readPeriod),
  ),
  made('--until <period>', 'published in or before it').argParser(read('--until', readPeriod)),
  made('--match <regex>', 'title or abstract matches, in any case').argParser(read('--match', readPattern)),
  made('--organization <name>', 'its name or hub handle'),
  made('--min-upvotes <n>', 'so many or more').argParser(wholeNumber('--min-upvotes')),
  made('--min-comments <n>', 'so many or more').argParser(wholeNumber('--min-comments')),
  made('--sort <field,…>', 'by these fields; - before one for the largest first: -comments')
    .choices(FIELD_NAMES)
    .argParser(read('--sort', readSort)),
  made('--limit <n>', 'the first so many of them').argParser(wholeNumber('--limit')),
  made('--unique', 'one record a paper, wherever its copies stand'),
];

const NAMES = [
  'since',
  'until',
  'match',
  'organization',
  'minUpvotes',
  'minComments',
  'sort',
  'limit',
  'unique',
] as const satisfies (keyof SelectingOptions)[];

/** Which papers are asked for, and whether that needs to know where they stand; `null` where all are. */
export const planSelecting = (
  options: SelectingOptions,
): { select: SelectingOptions; provenance: boolean } | null => {
  const given = NAMES.filter((name) => options[name] !== undefined);
  if (given.length === 0) return null;
  const provenance =
    options.unique === true ||
    options.sort?.some(({ field }) => PROVENANCE_FIELDS.some((name) => name === field)) === true;
  return { select: Object.fromEntries(given.map((name) => [name, options[name]])), provenance };
};
