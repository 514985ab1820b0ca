import type { Command } from 'commander';
import {
  COMPARED_FIELDS,
  type Comparison,
  compare,
  DIFFERENCES,
  type Difference,
} from '../../compare/compare.js';
import { comparisonMarkdown, comparisonText, isEqual } from '../../compare/render.js';
import { PAPER_FIELDS, type PaperField } from '../../index.js';
import { oneByOne } from '../../parse.js';
import type { Context } from '../context.js';
import { type ExitCode, type Gates, verdict } from '../gates.js';
import { inputNames } from '../input.js';
import {
  addOptions,
  choice,
  chosenFields,
  knownNames,
  type MessageOptions,
  messageOptions,
  nameList,
  option,
  type PageOptions,
  pageOptions,
} from '../options.js';
import { openReporter, openRun, readPapers } from '../read.js';
import { summaries } from '../report.js';
import { safeJson } from '../terminal.js';

const DIFF_FORMATS = ['text', 'json', 'markdown'] as const;
type DiffFormat = (typeof DIFF_FORMATS)[number];

interface DiffOptions extends PageOptions, MessageOptions {
  format: DiffFormat;
  fields?: readonly string[];
  only?: readonly Difference[];
}

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
  ['3', 'a side could not be read whole or has no papers, or writing failed'],
] as const;

/** Adds the options. */
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

/** Exit 1 says that the sides differ, so nothing else may: there are no gates. */
const NO_GATES: Gates = { strict: false, allow: [], require: [], minPapers: 1, areFixed: true };

/** Reads the papers of two inputs and prints how they differ. */
export const run = async (
  files: readonly string[],
  options: DiffOptions,
  context: Context,
): Promise<ExitCode> => {
  const out = context.stdout;
  const [old, current] = inputNames(files) as [string, string];
  const fields = chosenFields<PaperField>(options.fields, COMPARED_FIELDS, PAPER_FIELDS);
  const only = DIFFERENCES.filter((kind) => options.only?.includes(kind) ?? true);
  const reporter = openReporter({ ...options, ...NO_GATES }, context);
  const reading = openRun({ ...options, ...NO_GATES }, context, reporter, out);
  const { counts } = reading.gates;
  const summary = summaries(2, reporter, options.quiet);
  let usable = 0;
  const papersOf = (name: string) =>
    oneByOne(
      readPapers([name], reading, {
        onEnd: (ended, input) => {
          summary.endInput(input, reporter.endInput(ended));
          if (input && input.papers > 0) usable += 1;
        },
      }),
    );

  const found = await compare(papersOf(old), papersOf(current), fields && { fields });
  // Whatever could not be read on one side would look like a difference.
  const isWhole = usable === 2 && counts.unreadable === 0;
  if (isWhole) out.write(RENDERERS[options.format](found, only, context));
  const code = await verdict({ name: 'standard output', out }, counts, 0, reporter);
  if (out.failure()) return code;
  summary.end(counts);
  if (!isWhole) {
    reporter.reportProblem('nothing was compared: a side has no papers, or could not be read to its end');
    return 3;
  }
  if (!isEqual(found, only)) return 1;
  if (counts.errors === 0) return 0;
  reporter.reportProblem('no difference was found, but what was left out of the two sides may differ');
  return 3;
};

type Render = (found: Comparison, only: readonly Difference[], context: Context) => string;

const RENDERERS: Readonly<Record<DiffFormat, Render>> = {
  text: (found, only, { paintOut }) => comparisonText(found, { paint: paintOut, only }),
  json: (found, only) => `${safeJson(withOnly(found, only), 2)}\n`,
  markdown: (found, only) => comparisonMarkdown(found, only),
};

/** Without the lists that were not requested: an empty one would say that there is nothing in it. */
const withOnly = (found: Comparison, only: readonly Difference[]): object =>
  Object.fromEntries(
    Object.entries(found).filter(([name]) => {
      const kind = DIFFERENCES.find((known) => known === name);
      return kind === undefined || only.includes(kind);
    }),
  );
