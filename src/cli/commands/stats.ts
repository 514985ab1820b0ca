import type { Command } from 'commander';
import { oneByOne } from '../../parse.js';
import { DAY_FIELDS, type DayField } from '../../select/index.js';
import { type Stats, stats } from '../../stats/count.js';
import { renderStats } from '../../stats/render.js';
import type { Context, Io } from '../context.js';
import { manyOf } from '../field-words.js';
import { type ExitCode, verdict } from '../gates.js';
import { findInputs } from '../input.js';
import { addOptions, choice, type ReadingOptions, readingOptions } from '../options.js';
import { openReporter, openRun, readPapers } from '../read.js';
import { summaries } from '../report.js';
import { safeJson } from '../terminal.js';

const STATS_FORMATS = ['text', 'json'] as const;
type StatsFormat = (typeof STATS_FORMATS)[number];

interface StatsOptions extends ReadingOptions {
  format: StatsFormat;
  by?: DayField;
}

export const examples = [
  'papers stats dump.txt',
  'papers stats dumps/*.txt',
  "papers stats dump.txt -f json | jq '.ranges.comments.median'",
];

export const description =
  'Reads like parse, and counts: papers by year, organizations, ranges and medians, fields not shown. ' +
  'Without a file, or with -, reads standard input.';

/** Adds the options. */
export const define = (command: Command): Command =>
  addOptions(
    command,
    choice('Output', '-f, --format <name>', STATS_FORMATS).default('text'),
    choice('Output', '--by <field>', DAY_FIELDS, 'day to count years by: published (default) or submittedOn'),
    ...readingOptions(),
  );

/** The same reading and the same gates as `parse`, and counts in place of the papers. */
export const run = async (
  files: readonly string[],
  options: StatsOptions,
  context: Context,
): Promise<ExitCode> => {
  const out = context.stdout;
  const reporter = openReporter(options, context);
  const names = await findInputs(files, options, context.io, reporter);
  if (!names) return 3;
  const reading = openRun(options, context, reporter, out);
  const { counts } = reading.gates;
  // The counts of a single input say what its summary would.
  const summary = summaries(names.length, reporter, options.quiet || names.length === 1);
  const papers = readPapers(names, reading, {
    onEnd: (name, input) => summary.endInput(input, reporter.endInput(name)),
  });
  const found = await stats(oneByOne(papers), options.by);
  out.write(await RENDERERS[options.format](found, context));
  const code = await verdict({ name: 'standard output', out }, counts, options.maxErrors, reporter);
  if (!out.failure()) summary.end(counts);
  return code;
};

const RENDERERS: Readonly<Record<StatsFormat, (found: Stats, context: Context) => Promise<string>>> = {
  json: async (found) => `${safeJson(found, 2)}\n`,
  text: (found, { io: { stdout, env }, paintOut }) =>
    renderStats(found, {
      ...(stdout.isTTY && stdout.columns && { width: stdout.columns }),
      bars: stdout.isTTY && showsUtf8(env) ? 'blocks' : 'ascii',
      paint: paintOut,
      nameOf: manyOf,
    }),
};

/** Whether the terminal says that it shows more than ASCII; Windows Terminal sets no locale. */
const showsUtf8 = ({ LC_ALL, LC_CTYPE, LANG, WT_SESSION }: Io['env']): boolean =>
  /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '') || WT_SESSION !== undefined;
