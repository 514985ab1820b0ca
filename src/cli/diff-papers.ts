import {
  COMPARED_FIELDS,
  type Comparison,
  compare,
  comparisonMarkdown,
  comparisonText,
  DIFFERENCES,
  type Difference,
  isEqual,
} from '../compare/index.js';
import { PAPER_FIELDS, type PaperField } from '../index.js';
import { oneByOne } from '../lists.js';
import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';
import { chosenFields } from './fields-option.js';
import type { Gates } from './gates.js';
import { inputNames } from './inputs.js';
import type { MessageOptions, PageOptions } from './options.js';
import { openRun, readPapers } from './read.js';
import { openReporter } from './reporter.js';
import { safeJson } from './safe-text.js';
import { summaries } from './summary.js';
import { verdict } from './verdict.js';

/** `diff --format`. */
export const DIFF_FORMATS = ['text', 'json', 'markdown'] as const;
type DiffFormat = (typeof DIFF_FORMATS)[number];

/** The options of `papers diff`. */
export interface DiffOptions extends PageOptions, MessageOptions {
  format: DiffFormat;
  fields?: readonly string[];
  only?: readonly Difference[];
}

type Render = (found: Comparison, only: readonly Difference[], context: Context) => string;

const RENDERERS: Readonly<Record<DiffFormat, Render>> = {
  text: (found, only, { paintOut }) => comparisonText(found, { paint: paintOut, only }),
  json: (found, only) => `${safeJson(withOnly(found, only), 2)}\n`,
  markdown: (found, only) => comparisonMarkdown(found, { only }),
};

/** Without the lists that were not asked for: an empty one would say that there is nothing in it. */
const withOnly = (found: Comparison, only: readonly Difference[]): object =>
  Object.fromEntries(
    Object.entries(found).filter(([name]) => {
      const kind = DIFFERENCES.find((known) => known === name);
      return kind === undefined || only.includes(kind);
    }),
  );

/** Exit 1 says that the sides differ, so nothing else may: there are no gates. */
const NO_GATES: Gates = { strict: false, allow: [], require: [], minPapers: 1 };

/** `papers diff`: two inputs to papers, and what is different about them. */
export const diffPapers = async (
  files: readonly string[],
  options: DiffOptions,
  context: Context,
): Promise<ExitCode> => {
  const out = context.stdout;
  const [old, current] = inputNames(files) as [string, string];
  const fields = chosenFields<PaperField>(options.fields, COMPARED_FIELDS, PAPER_FIELDS);
  const only = DIFFERENCES.filter((kind) => options.only?.includes(kind) ?? true);
  const reporter = await openReporter({ ...options, ...NO_GATES }, context);
  const run = openRun({ ...options, ...NO_GATES }, context, reporter, out);
  const { tally } = run.gates;
  const summary = summaries(2, reporter, options.quiet);
  let usable = 0;
  const papersOf = (name: string) =>
    oneByOne(
      readPapers([name], run, {
        onEnd: (ended, input) => {
          summary.endInput(input, reporter.endInput(ended));
          if (input && input.papers > 0) usable += 1;
        },
      }),
    );

  const found = await compare(papersOf(old), papersOf(current), fields && { fields });
  // Everything that a side could not be read for would look like a difference.
  const isWhole = usable === 2 && tally.unreadable === 0;
  if (isWhole) out.write(RENDERERS[options.format](found, only, context));
  const code = await verdict({ name: 'standard output', out }, tally, 0, reporter);
  if (out.failure()) return code;
  summary.end(tally);
  if (!isWhole) return 3;
  // Papers that were dropped on both sides may be different ones.
  return isEqual(found, only) ? (tally.errors === 0 ? 0 : 3) : 1;
};
