import type { Writable } from '../index.js';
import { inLists, oneByOne } from '../lists.js';
import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';
import type { Tally } from './gates.js';
import { findInputs } from './inputs.js';
import { isClosedPipe } from './outlet.js';
import { openRun, readPapers } from './read.js';
import { openReporter } from './reporter.js';
import { planSelecting } from './selecting.js';
import { openSink } from './sink.js';
import { summaries } from './summary.js';
import { cannotWrite } from './system-error.js';
import { findTarget } from './target.js';
import { verdict } from './verdict.js';
import { planWriting, type WritingOptions } from './writing-plan.js';

/** `papers parse`: inputs to papers, papers to the output. */
export const writePapers = async (
  files: readonly string[],
  options: WritingOptions,
  context: Context,
): Promise<ExitCode> => {
  const { io, stdout } = context;
  const reporter = await openReporter(options, context);
  const names = await findInputs(files, options, io, reporter);
  if (!names) return 3;
  const given = options.output ?? '-';
  const unwritable = (error: unknown): null => {
    reporter.complain(cannotWrite(given, error));
    return null;
  };
  const target = await findTarget(given, io.cwd).catch(unwritable);
  if (!target) return 3;
  const { writer, writeOptions, provenance } = planWriting(options, target, context);
  const sink = await openSink(target, stdout, io.onSignal).catch(unwritable);
  if (!sink) return 3;

  const { out } = sink;
  const run = openRun(options, context, reporter, out);
  const { diagnostic: onDiagnostic, tally } = run.gates;
  const summary = summaries(names.length, reporter, options.quiet);
  const selection = planSelecting(options);
  let code: ExitCode = 3;
  let misplaced: unknown;
  let selected: (() => number) | undefined;
  try {
    let papers: AsyncIterable<readonly Writable[]> = readPapers(names, run, {
      provenance: provenance || selection?.provenance === true,
      onEnd: (name, input) => summary.endInput(input, reporter.endInput(name)),
    });
    if (selection) {
      const { selectPapers } = await import('./select-papers.js');
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
    code = await verdict({ name, out }, tally, options.maxErrors, reporter);
  } finally {
    misplaced = await sink.close(code === 0);
  }
  if (isClosedPipe(out.failure())) return code;
  if (code === 0 && misplaced) {
    unwritable(misplaced);
    code = 3;
  }
  if (code !== 0 && sink.unkept) reporter.note(`${sink.unkept}${wayOn(code, tally, options.maxErrors)}`);
  if (!out.failure()) summary.end(tally, selected?.());
  return code;
};

/** How to write the output in spite of its errors, where there is something to write. */
const wayOn = (code: ExitCode, { papers, errors, strict }: Tally, maxErrors: number): string =>
  code === 1 && papers > 0 && errors > maxErrors && strict.size === 0
    ? `; --max-errors ${errors} writes it all the same`
    : '';
