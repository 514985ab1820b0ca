import { type CheckFormat, chooseView } from './check-views.js';
import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';
import { failsRun } from './gates.js';
import { findInputs } from './inputs.js';
import { inspector } from './inspection.js';
import { isShown } from './loudness.js';
import type { ReadingOptions } from './options.js';
import { openRun, readPapers } from './read.js';
import { openReporter } from './reporter.js';
import { summaries } from './summary.js';
import { verdict } from './verdict.js';

/** The options of `papers check`. */
export interface CheckOptions extends ReadingOptions {
  format: CheckFormat;
  annotate: boolean;
}

/** `papers check`: the same reading and the same gates, and a report in place of the papers. */
export const checkPapers = async (
  files: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<ExitCode> => {
  const out = context.stdout;
  const fails = failsRun(options);
  const reporter = await openReporter(options, context);
  const names = await findInputs(files, options, context.io, reporter);
  if (!names) return 3;
  const view = chooseView(options, context, (found) => isShown(found, { ...options, verbose: true, fails }));
  // For programs stderr is the place, whatever stdout tells people.
  const repeats = !view.tellsAll || options.diagnostics !== 'text';
  const inspect = inspector();
  const run = openRun(options, context, reporter, out, (found) => {
    inspect.diagnostic(found);
    if (repeats) reporter.diagnostic(found);
  });
  const { tally } = run.gates;
  const summary = summaries(names.length, reporter, options.quiet || (view.tellsAll && names.length === 1));
  let inputs = 0;

  const papers = readPapers(names, run, {
    onPage: inspect.page,
    ...(view.line && { onLine: (line) => out.write(view.line?.(line) ?? '') }),
    onEnd: (name, input) => {
      out.write(view.input(inspect.end(name, input), inputs));
      summary.endInput(input, reporter.endInput(name));
      if (options.annotate && input && input.reader !== 'text') {
        reporter.complain(`${name}: ${input.reader} has no lines to annotate`);
      }
      inputs += 1;
    },
  });
  for await (const _ of papers) if (out.failure()) break;
  out.write(view.end(inputs));
  const code = await verdict({ name: 'standard output', out }, tally, options.maxErrors, reporter);
  if (!out.failure()) summary.end(tally);
  return code;
};
