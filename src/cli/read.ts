import type { InputReport, LocatedPaper, Paper, ParseOptions, Report } from '../index.js';
import { parsePages } from '../parse.js';
import type { Context } from './context.js';
import { type Gatekeeper, type Gates, gatekeeper } from './gates.js';
import { checkMemory } from './memory.js';
import type { MessageOptions, PageOptions } from './options.js';
import type { Outlet } from './outlet.js';
import type { Reporter } from './reporter.js';
import { openSources } from './sources.js';
import { cannotRead } from './system-error.js';
import { today } from './today.js';

type Options = PageOptions & MessageOptions & Gates;

/** What stands around the reading of pages: who watches it, who tells of it, and what it is for. */
export interface Run {
  options: Options;
  context: Context;
  gates: Gatekeeper;
  reporter: Reporter;
  /** Reading waits for it, and ends when it has failed. */
  out: Outlet;
}

/** What is told while inputs are read. */
export interface Listener extends Pick<ParseOptions, 'onPage' | 'onLine'> {
  /** Called after the gates have looked at the input; binary data has no report. */
  onEnd?: (name: string, input: InputReport | undefined) => void;
  /** Papers hold where they were found. */
  provenance?: boolean;
}

/** Sets up the gates; what they let through goes to `tell`. */
export const openRun = (
  options: Options,
  context: Context,
  reporter: Reporter,
  out: Outlet,
  tell: Report = reporter.diagnostic,
): Run => {
  const gates = gatekeeper(options, (found) => {
    if (!out.failure()) tell(found);
  });
  return { options, context, gates, reporter, out };
};

/** The papers of all inputs, one stream of lists. */
export const readPapers = (
  names: readonly string[],
  { options, context: { io, stderr, progress }, gates, reporter, out }: Run,
  { provenance = false, onEnd, ...listener }: Listener,
): AsyncIterable<(Paper | LocatedPaper)[]> => {
  const { quiet, inputFormat, encoding, asOf, require } = options;
  let input: InputReport | undefined;
  const reading = {
    unreadable: (name: string, error: unknown): void => {
      gates.unreadable(name);
      reporter.complain(cannotRead(name, error));
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
    ...listener,
  });
  const looks = [...(require.length > 0 ? [gates.paper] : []), ...(progress.isOn ? [progress.paper] : [])];
  return watched(papers, looks);
};

async function* watched(
  lists: AsyncIterable<(Paper | LocatedPaper)[]>,
  looks: readonly ((paper: LocatedPaper) => void)[],
): AsyncGenerator<(Paper | LocatedPaper)[], void, undefined> {
  for await (const list of lists) {
    checkMemory();
    for (const paper of list) for (const look of looks) look(paper as LocatedPaper);
    yield list;
  }
}
