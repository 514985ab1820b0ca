import { config } from 'zod/mini';
import type { InputReport, LocatedPaper, Paper, ParseOptions, Report } from '../index.js';
import { parsePages } from '../parse.js';
import { type Context, today } from './context.js';
import { cannotRead, OutOfMemory } from './errors.js';
import { failsRun, type Gatekeeper, type Gates, gatekeeper } from './gates.js';
import { openSources } from './input.js';
import type { MessageOptions, PageOptions } from './options.js';
import type { OutputStream } from './output.js';
import {
  type DiagnosticsFormat,
  githubReporter,
  jsonlReporter,
  type MakeReporter,
  type Reporter,
  textReporter,
} from './report.js';

// Compiling the schema takes longer than checking some hundred papers with it, and gains little on the rest.
config({ jitless: true });

const REPORTERS: Readonly<Record<DiagnosticsFormat, MakeReporter>> = {
  text: textReporter,
  jsonl: jsonlReporter,
  github: githubReporter,
};

/** The reporter that `--diagnostics` asks for. */
export const openReporter = (
  options: MessageOptions & Pick<Gates, 'strict' | 'allow'>,
  context: Context,
): Reporter => REPORTERS[options.diagnostics](context, { ...options, fails: failsRun(options) });

type RunOptions = PageOptions & MessageOptions & Gates;

/** All that one run of a command shares while it reads. */
export interface Run {
  options: RunOptions;
  context: Context;
  gates: Gatekeeper;
  reporter: Reporter;
  /** Reading waits for the output, and ends if it has failed. */
  out: OutputStream;
}

/** Called while inputs are read. */
export interface ReadingEvents extends Pick<ParseOptions, 'onPage' | 'onLine'> {
  /** Called after the gates have looked at the input. */
  onEnd?: (name: string, input: InputReport | undefined) => void;
  /** Adds to each paper where it was found. */
  provenance?: boolean;
}

/** Sets up the gates; what they let through goes to `pass`. */
export const openRun = (
  options: RunOptions,
  context: Context,
  reporter: Reporter,
  out: OutputStream,
  pass: Report = reporter.diagnostic,
): Run => {
  const gates = gatekeeper(options, (found) => {
    if (!out.failure()) pass(found);
  });
  return { options, context, gates, reporter, out };
};

/** The papers of all inputs, one stream of lists. */
export const readPapers = (
  names: readonly string[],
  { options, context: { io, stderr, progress }, gates, reporter, out }: Run,
  { provenance = false, onEnd, ...events }: ReadingEvents,
): AsyncIterable<(Paper | LocatedPaper)[]> => {
  const { quiet, inputFormat, encoding, asOf, require } = options;
  let input: InputReport | undefined;
  const reading = {
    unreadable: (name: string, error: unknown): void => {
      gates.unreadable(name);
      reporter.reportProblem(cannotRead(name, error));
    },
    took: quiet ? () => undefined : progress.bytes,
    pace: async (): Promise<boolean> => {
      await out.drained();
      return !out.failure();
    },
    ended: (name: string): void => {
      gates.endInput(name, input?.papers ?? 0);
      onEnd?.(name, input);
      input = undefined;
    },
  };
  if (names.includes('-') && io.stdin.isTTY && !quiet) stderr.write('paste, then Ctrl-D\n');

  const papers = parsePages(openSources(names, io, reading), {
    today: today(io),
    provenance: provenance || require.length > 0,
    onDiagnostic: gates.diagnostic,
    onInput: (report) => {
      input = report;
    },
    ...(inputFormat && { inputFormat }),
    ...(encoding && { encoding }),
    ...(asOf && { asOf }),
    ...events,
  });
  const looks = [...(require.length > 0 ? [gates.paper] : []), ...(progress.isOn ? [progress.paper] : [])];
  return watched(papers, looks);
};

async function* watched(
  lists: AsyncIterable<(Paper | LocatedPaper)[]>,
  looks: readonly ((paper: LocatedPaper) => void)[],
): AsyncGenerator<(Paper | LocatedPaper)[], void, undefined> {
  let isFirst = true;
  for await (const list of lists) {
    // The first page is in memory already, and node:v8 takes 2 ms to load.
    if (!isFirst) await checkMemory();
    isFirst = false;
    for (const paper of list) for (const look of looks) look(paper as LocatedPaper);
    yield list;
  }
}

/** V8's limit includes this much room for new objects; the rest is for what is held. */
const ROOM_FOR_NEW = 64 * 2 ** 20;
/** Above this fraction of its limit V8 may give up and end the process with a stack trace. */
const FULL = 0.8;

/**
 * Checks whether there is enough memory to go on. Only what is still in use counts, so a heap that looks full is
 * garbage-collected before it is called full.
 *
 * @throws OutOfMemory
 */
const checkMemory = async (): Promise<void> => {
  const { getHeapStatistics, setFlagsFromString } = await import('node:v8');
  const isFull = (): boolean => {
    const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
    return used > FULL * (limit - ROOM_FOR_NEW);
  };
  if (!isFull()) return;
  const { runInNewContext } = await import('node:vm');
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  if (isFull()) throw new OutOfMemory(Math.round(getHeapStatistics().used_heap_size / 2 ** 20));
};
