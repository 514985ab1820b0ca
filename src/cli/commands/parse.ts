import type { Command, Option } from 'commander';
import {
  FIELD_NAMES,
  type FieldName,
  findWriter,
  type PaperRecord,
  PROVENANCE_FIELDS,
  type Report,
  type SelectOptions,
  type SortKey,
  WRITERS,
  type WriteOptions,
  type Writer,
  type WriterModule,
  writerForFile,
} from '../../index.js';
import { oneByOne } from '../../parse.js';
import { DAY_FIELDS, type Parsed, readPattern, readPeriod, readSort, select } from '../../select/index.js';
import { inLists } from '../../writers/index.js';
import type { Context } from '../context.js';
import { cannotWrite, usageError } from '../errors.js';
import { type ExitCode, type RunCounts, verdict } from '../gates.js';
import { findInputs } from '../input.js';
import {
  addOptions,
  choice,
  chosenFields,
  nameList,
  once,
  option,
  type ReadingOptions,
  readingOptions,
  webUrl,
  wholeNumber,
} from '../options.js';
import { findTarget, isClosedPipe, type OutputTarget, openSink } from '../output.js';
import { openReporter, openRun, readPapers } from '../read.js';
import { summaries } from '../report.js';
import { canLink, hyperlink } from '../terminal.js';

type SelectingOptions = Omit<SelectOptions, 'onDiagnostic'>;

interface ParseCommandOptions extends ReadingOptions, SelectingOptions {
  format?: Writer;
  output?: string;
  fields?: readonly string[];
  escapeFormulas: boolean;
  excel: boolean;
  feedUrl?: string;
  feedTitle?: string;
}

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

/** Adds the options. */
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
    option(
      'Output',
      '--feed-url <url>',
      'atom, rss, json-feed, html: address where the feed is published',
    ).argParser(webUrl('--feed-url')),
    option(
      'Output',
      '--feed-title <text>',
      'atom, rss, json-feed, html: title of the feed or page (default: Daily Papers)',
    ),
    ...selectingOptions(),
    ...readingOptions(),
  );

/** Inputs to papers, papers to the output. */
export const run = async (
  files: readonly string[],
  options: ParseCommandOptions,
  context: Context,
): Promise<ExitCode> => {
  const { io, stdout } = context;
  const reporter = openReporter(options, context);
  const names = await findInputs(files, options, io, reporter);
  if (!names) return 3;
  const given = options.output ?? '-';
  const unwritable = (error: unknown): null => {
    reporter.reportProblem(cannotWrite(given, io.cwd, error));
    return null;
  };
  const target = attempt(() => findTarget(given, io.cwd), unwritable);
  if (!target) return 3;
  const { writer, writeOptions, provenance } = await planWriting(options, target, context);
  const sink = attempt(() => openSink(target, stdout, io.onSignal), unwritable);
  if (!sink) return 3;

  const { out } = sink;
  const reading = openRun(options, context, reporter, out);
  const { diagnostic: onDiagnostic, counts } = reading.gates;
  const summary = summaries(names.length, reporter, options.quiet);
  const selection = planSelecting(options);
  let code: ExitCode = 3;
  let misplaced: unknown;
  let selected: (() => number) | undefined;
  try {
    let papers: AsyncIterable<readonly PaperRecord[]> = readPapers(names, reading, {
      provenance: provenance || selection?.provenance === true,
      onEnd: (name, input) => summary.endInput(input, reporter.endInput(name)),
    });
    if (selection) {
      const chosen = selectPapers(oneByOne(papers), selection.select, onDiagnostic);
      papers = inLists(chosen.papers);
      selected = chosen.selected;
    }
    for await (const text of writer.write(papers, { ...writeOptions, onDiagnostic })) {
      out.write(text);
      await out.drained();
      if (out.failure()) break;
    }
    reporter.endInput('papers');
    const name = given === '-' ? 'standard output' : given;
    code = await verdict({ name, out }, counts, options.maxErrors, reporter);
  } finally {
    misplaced = await sink.close(code === 0);
  }
  if (isClosedPipe(out.failure())) return code;
  if (code === 0 && misplaced) {
    unwritable(misplaced);
    code = 3;
  }
  if (code !== 0 && sink.unkept) reporter.note(`${sink.unkept}${remedy(code, counts, options.maxErrors)}`);
  if (!out.failure()) summary.end(counts, selected?.());
  return code;
};

/** What `act` returns, or what `failed` returns for its error. */
const attempt = <T, F>(act: () => T, failed: (error: unknown) => F): T | F => {
  try {
    return act();
  } catch (error) {
    return failed(error);
  }
};

/** How to write the output despite errors, if there are papers to write. */
const remedy = (code: ExitCode, { papers, errors, strict }: RunCounts, maxErrors: number): string =>
  code === 1 && papers > 0 && errors > maxErrors && strict.size === 0
    ? `; --max-errors ${errors} writes it anyway`
    : '';

/** How the papers are to be written. */
interface WritingPlan {
  writer: WriterModule;
  writeOptions: WriteOptions;
  /** The fields say where a paper was found. */
  provenance: boolean;
}

/** The feeds, and the page that may link to one. */
const FEEDS = ['atom', 'rss', 'json-feed', 'html'];

/** Options that mean something to some formats only. */
const FOR_SOME_FORMATS: readonly (readonly [
  flag: string,
  option: keyof ParseCommandOptions,
  formats: readonly string[],
])[] = [
  ['--excel', 'excel', ['csv']],
  ['--feed-url', 'feedUrl', FEEDS],
  ['--feed-title', 'feedTitle', FEEDS],
];

const isProvenance = (field: FieldName): boolean => PROVENANCE_FIELDS.some((name) => name === field);

/** The writer and its options. @throws UsageError */
const planWriting = async (
  options: ParseCommandOptions,
  target: OutputTarget,
  { io: { stdout, env }, paintOut }: Context,
): Promise<WritingPlan> => {
  const isTerminal = target.kind === 'stdout' && stdout.isTTY === true;
  const { name: format, load } = options.format ?? impliedFormat(target, isTerminal);
  for (const [flag, option, formats] of FOR_SOME_FORMATS) {
    if (!options[option] || formats.includes(format)) continue;
    const ways = formats.map((name) => `-f ${name}`).join(' or ');
    usageError(`${flag} needs ${formats.join(', ')}, but the format is ${format}; add ${ways}`);
  }
  const writer = await load();
  const fields = chosenFields(options.fields, writer.defaultFields, FIELD_NAMES);
  const { escapeFormulas, excel, feedUrl, feedTitle } = options;
  return {
    writer,
    provenance: fields?.some(isProvenance) ?? false,
    writeOptions: {
      escapeFormulas,
      excel,
      ...(feedUrl !== undefined && { feedUrl }),
      ...(feedTitle !== undefined && { feedTitle }),
      ...(fields && { fields }),
      ...(isTerminal && stdout.columns && { width: stdout.columns }),
      ...(target.kind === 'stdout' && { paint: paintOut }),
      ...(target.kind === 'stdout' && canLink(stdout, env) && { link: hyperlink }),
    },
  };
};

/** The names that `--format` takes. */
const formatNames = (): string =>
  WRITERS.map(({ name, aliases }) => (aliases.length > 0 ? `${name} (${aliases.join(', ')})` : name)).join(
    ', ',
  );

/** The writer that `--format` names. */
const namedFormat = (name: string): Writer =>
  findWriter(name) ?? usageError(`--format: unknown format "${name}"; use: ${formatNames()}`);

/** Without `--format`: by the name of the output file, else a table on a terminal and JSON for programs. */
const impliedFormat = (target: OutputTarget, isTerminal: boolean): Writer => {
  if (target.kind === 'stdout') return namedFormat(isTerminal ? 'table' : 'json');
  const writer = writerForFile(target.name);
  if (writer !== undefined) return writer;
  if (target.kind === 'stream') return namedFormat('json');
  const extensions = WRITERS.flatMap((known) => known.extensions).join(' ');
  return usageError(
    `the name ${target.name} does not say which format to write; add --format <name>, or end it in one of: ${extensions}`,
  );
};

/** The value of an option, or a usage error that begins with its flag. */
const optionValue =
  <T>(flag: string, reading: (text: string) => Parsed<T>) =>
  (text: string): T => {
    const found = reading(text);
    return 'value' in found ? found.value : usageError(`${flag}: ${found.message}`);
  };

/** Short names that people type for a field. */
const SHORT_NAMES: ReadonlyMap<string, FieldName> = new Map([
  ['date', 'published'],
  ['votes', 'upvotes'],
  ['cmts', 'comments'],
  ['who', 'organization'],
]);

/** `-votes,title` is `-upvotes,title`. */
const readFieldNames = (text: string): Parsed<SortKey[]> =>
  readSort(text.replace(/[a-z]+/gi, (word) => SHORT_NAMES.get(word) ?? word));

const selecting = (flags: string, about: string): Option => option('Selecting', flags, about);

/** Which papers are written, and in which order. */
const selectingOptions = (): Option[] => [
  selecting('--since <period>', 'keep papers published in or after 2025, 2025-03 or 2025-03-07').argParser(
    optionValue('--since', readPeriod),
  ),
  selecting('--until <period>', 'keep papers published in or before it').argParser(
    optionValue('--until', readPeriod),
  ),
  choice(
    'Selecting',
    '--by <field>',
    DAY_FIELDS,
    'day that --since and --until look at: published (default) or submittedOn',
  ),
  selecting('--match <regex>', 'keep papers with a match in title or abstract, ignoring case').argParser(
    optionValue('--match', readPattern),
  ),
  selecting('--organization <name>', 'keep papers of this organization, by name or hub handle').argParser(
    (name) => (name.trim() === '' ? usageError('--organization needs a name') : name),
  ),
  selecting('--min-upvotes <n>', 'keep papers with at least n upvotes').argParser(
    wholeNumber('--min-upvotes'),
  ),
  selecting('--min-comments <n>', 'keep papers with at least n comments').argParser(
    wholeNumber('--min-comments'),
  ),
  selecting('--sort <field,…>', 'sort by these fields; -comments puts the largest first')
    .choices(FIELD_NAMES)
    .argParser(optionValue('--sort', readFieldNames)),
  selecting('--limit <n>', 'keep at most n papers').argParser(wholeNumber('--limit')),
  selecting('--unique', 'merge the copies of each paper into one'),
];

const SELECTING = [
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

/** Which papers are selected, and whether that needs to know where each was found; `null` if all are. */
const planSelecting = (
  options: SelectingOptions,
): { select: SelectingOptions; provenance: boolean } | null => {
  const given = SELECTING.filter((name) => options[name] !== undefined);
  if (given.length === 0) return null;
  if (options.by !== undefined && options.since === undefined && options.until === undefined)
    usageError('--by needs --since or --until');
  const provenance =
    options.unique === true ||
    options.sort?.some(({ field }) => PROVENANCE_FIELDS.some((name) => name === field)) === true;
  return { select: Object.fromEntries(given.map((name) => [name, options[name]])), provenance };
};

/** The selected papers. All are read, also those after `--limit`: the gates check every one. */
export const selectPapers = <P extends PaperRecord>(
  papers: AsyncIterable<P>,
  options: SelectOptions,
  onDiagnostic: Report,
): { papers: AsyncIterable<P>; selected: () => number } => {
  const all = papers[Symbol.asyncIterator]();
  /** The same iterator, but its consumer cannot close it. */
  const open = { [Symbol.asyncIterator]: () => ({ next: () => all.next() }) };
  let count = 0;
  async function* selected() {
    try {
      for await (const paper of select(open, { ...options, onDiagnostic })) {
        count += 1;
        yield paper;
      }
    } finally {
      while (!(await all.next()).done);
    }
  }
  return { papers: selected(), selected: () => count };
};
