import { oneByOne } from '../lists.js';
import type { DayField } from '../select/options.js';
import { renderStats, type Stats, stats } from '../stats/index.js';
import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';
import { manyOf } from './field-words.js';
import { findInputs } from './inputs.js';
import type { Io } from './io.js';
import type { ReadingOptions } from './options.js';
import { openRun, readPapers } from './read.js';
import { openReporter } from './reporter.js';
import { safeJson } from './safe-text.js';
import { summaries } from './summary.js';
import { verdict } from './verdict.js';

/** `stats --format`. */
export const STATS_FORMATS = ['text', 'json'] as const;
type StatsFormat = (typeof STATS_FORMATS)[number];

/** The options of `papers stats`. */
export interface StatsOptions extends ReadingOptions {
  format: StatsFormat;
  by?: DayField;
}

/** Whether the terminal says that it shows more than ASCII; Windows Terminal sets no locale. */
const showsUtf8 = ({ LC_ALL, LC_CTYPE, LANG, WT_SESSION }: Io['env']): boolean =>
  /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '') || WT_SESSION !== undefined;

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

/** `papers stats`: the same reading and the same gates, and counts in place of the papers. */
export const statsPapers = async (
  files: readonly string[],
  options: StatsOptions,
  context: Context,
): Promise<ExitCode> => {
  const out = context.stdout;
  const reporter = await openReporter(options, context);
  const names = await findInputs(files, options, context.io, reporter);
  if (!names) return 3;
  const run = openRun(options, context, reporter, out);
  const { tally } = run.gates;
  // The counts of a single input say what its summary would.
  const summary = summaries(names.length, reporter, options.quiet || names.length === 1);
  const papers = readPapers(names, run, {
    onEnd: (name, input) => summary.endInput(input, reporter.endInput(name)),
  });
  const found = await stats(oneByOne(papers), options.by);
  out.write(await RENDERERS[options.format](found, context));
  const code = await verdict({ name: 'standard output', out }, tally, options.maxErrors, reporter);
  if (!out.failure()) summary.end(tally);
  return code;
};
