import type { Option } from 'commander';
import {
  FIELD_NAMES,
  type FieldName,
  PROVENANCE_FIELDS,
  type SelectOptions,
  type SortKey,
} from '../index.js';
import { DAY_FIELDS } from '../select/options.js';
import { readPattern } from '../select/pattern.js';
import { readPeriod } from '../select/period.js';
import type { Reading } from '../select/reading.js';
import { readSort } from '../select/sort-keys.js';
import { choice, option } from './options.js';
import { misused } from './usage.js';
import { wholeNumber } from './values.js';

/** What commander gathers of the options below. */
export type SelectingOptions = Omit<SelectOptions, 'onDiagnostic'>;

/** The value of an option, or a usage error that begins with its flag. */
const read =
  <T>(flag: string, reading: (text: string) => Reading<T>) =>
  (text: string): T => {
    const found = reading(text);
    return 'value' in found ? found.value : misused(`${flag}: ${found.message}`);
  };

/** The heads of the table stand for their fields. */
const HEADS: ReadonlyMap<string, FieldName> = new Map([
  ['date', 'published'],
  ['votes', 'upvotes'],
  ['cmts', 'comments'],
  ['who', 'organization'],
]);

/** `-votes,title` is `-upvotes,title`. */
const readSortWords = (text: string): Reading<SortKey[]> =>
  readSort(text.replace(/[a-z]+/gi, (word) => HEADS.get(word) ?? word));

const made = (flags: string, about: string): Option => option('Selecting', flags, about);

/** Which papers are written, and in which order. */
export const selectingOptions = (): Option[] => [
  made('--since <period>', 'keep papers published in or after 2025, 2025-03 or 2025-03-07').argParser(
    read('--since', readPeriod),
  ),
  made('--until <period>', 'keep papers published in or before it').argParser(read('--until', readPeriod)),
  choice(
    'Selecting',
    '--by <field>',
    DAY_FIELDS,
    'day that --since and --until look at: published (default) or submittedOn',
  ),
  made('--match <regex>', 'keep papers with a match in title or abstract, ignoring case').argParser(
    read('--match', readPattern),
  ),
  made('--organization <name>', 'keep papers of this organization, by name or hub handle'),
  made('--min-upvotes <n>', 'keep papers with at least n upvotes').argParser(wholeNumber('--min-upvotes')),
  made('--min-comments <n>', 'keep papers with at least n comments').argParser(wholeNumber('--min-comments')),
  made('--sort <field,…>', 'sort by these fields; -comments puts the largest first')
    .choices(FIELD_NAMES)
    .argParser(read('--sort', readSortWords)),
  made('--limit <n>', 'keep at most n papers').argParser(wholeNumber('--limit')),
  made('--unique', 'merge the copies of each paper into one'),
];

const NAMES = [
  'by',
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
  if (options.by !== undefined && options.since === undefined && options.until === undefined)
    misused('--by needs --since or --until');
  const provenance =
    options.unique === true ||
    options.sort?.some(({ field }) => PROVENANCE_FIELDS.some((name) => name === field)) === true;
  return { select: Object.fromEntries(given.map((name) => [name, options[name]])), provenance };
};
