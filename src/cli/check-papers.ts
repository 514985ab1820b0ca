import { type CheckFormat, chooseView } from './check-views.js';
import { complain } from './complain.js';
import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';
import { failsRun, gatekeeper } from './gates.js';
import { inspector } from './inspection.js';
import type { ReadingOptions } from './options.js';
import { readPapers } from './read.js';
import { isShown, textReport } from './report.js';
import { inputNames } from './sources.js';
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
  const names = inputNames(files);
  const out = context.stdout;
  const fails = failsRun(options);
  const view = chooseView(options, context, (found) => isShown(found, { ...options, verbose: true, fails }));
  const report = textReport(context, { ...options, fails });
  const inspect = inspector();
  const gates = gatekeeper(options, (diagnostic) => {
    if (out.failure()) return;
    inspect.diagnostic(diagnostic);
    if (!view.tellsAll) report.diagnostic(diagnostic);
  });
  const summary = summaries(names.length, context, options.quiet || (view.tellsAll && names.length === 1));
  let inputs = 0;

  const papers = readPapers(names, { ...options, provenance: false }, context, out, gates, {
    onPage: inspect.page,
    ...(view.line && { onLine: (line) => out.write(view.line?.(line) ?? '') }),
    onEnd: (name, input) => {
      out.write(view.input(inspect.end(name, input), inputs));
      summary.endInput(input, report.endInput(name));
      if (options.annotate && input && input.reader !== 'text') {
        complain(context, `${name}: ${input.reader} has no lines to annotate`);
      }
      inputs += 1;
    },
  });
  for await (const _ of papers) if (out.failure()) break;
  out.write(view.end(inputs));
  const code = await verdict({ name: 'standard output', out }, gates.tally, options.maxErrors, context);
  if (!out.failure()) summary.end(gates.tally);
  return code;
};
