import { write } from '../index.js';
import { complain } from './complain.js';
import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';
import { failsRun, gatekeeper } from './gates.js';
import { isClosedPipe } from './outlet.js';
import { readPapers } from './read.js';
import { textReport } from './report.js';
import { openSink } from './sink.js';
import { inputNames } from './sources.js';
import { summaries } from './summary.js';
import { systemError } from './system-error.js';
import { findTarget } from './target.js';
import { verdict } from './verdict.js';
import { planWriting, type WritingOptions } from './writing-plan.js';

/** `papers parse`: inputs to papers, papers to the output. */
export const writePapers = async (
  files: readonly string[],
  options: WritingOptions,
  context: Context,
): Promise<ExitCode> => {
  const { io, stdout, stderr } = context;
  const names = inputNames(files);
  const given = options.output ?? '-';
  const unwritable = (error: unknown): null => {
    complain(context, `cannot write ${given}: ${systemError(error)}`);
    return null;
  };
  const target = await findTarget(given, io.cwd).catch(unwritable);
  if (!target) return 3;
  const { writer, writeOptions, provenance } = planWriting(options, target, context);
  const sink = await openSink(target, stdout, io.onSignal).catch(unwritable);
  if (!sink) return 3;

  const { out } = sink;
  const report = textReport(context, { ...options, fails: failsRun(options) });
  const gates = gatekeeper(options, (diagnostic) => {
    if (!out.failure()) report.diagnostic(diagnostic);
  });
  const summary = summaries(names.length, context, options.quiet);
  let code: ExitCode = 3;
  let misplaced: unknown;
  try {
    const papers = readPapers(names, { ...options, provenance }, context, out, gates, {
      onEnd: (name, input) => summary.endInput(input, report.endInput(name)),
    });
    for await (const text of write(papers, writer.name, {
      ...writeOptions,
      onDiagnostic: gates.diagnostic,
    })) {
      out.write(text);
      await out.drained();
      if (out.failure()) break;
    }
    code = await verdict(
      { name: given === '-' ? 'standard output' : given, out },
      gates.tally,
      options.maxErrors,
      context,
    );
  } finally {
    misplaced = await sink.close(code === 0);
  }
  if (isClosedPipe(out.failure())) return code;
  if (code === 0 && misplaced) {
    unwritable(misplaced);
    code = 3;
  }
  if (code !== 0 && sink.unkept) stderr.write(`${sink.unkept}\n`);
  if (!out.failure()) summary.end(gates.tally);
  return code;
};
