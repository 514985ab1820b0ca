import { type InputReport, type LocatedPaper, type Paper, type ParseOptions, parse } from '../index.js';
import { complain } from './complain.js';
import type { Context } from './context.js';
import type { Gatekeeper } from './gates.js';
import type { ReadingOptions } from './options.js';
import type { Outlet } from './outlet.js';
import { openSources } from './sources.js';
import { systemError } from './system-error.js';
import { today } from './today.js';

/** What is told while inputs are read. */
export interface Listener extends Pick<ParseOptions, 'onPage' | 'onLine'> {
  /** Called after the gates have looked at the input; binary data has no report. */
  onEnd: (name: string, input: InputReport | undefined) => void;
}

/** The papers of all inputs, one stream. Reading waits for `out`, and ends when that has failed. */
export const readPapers = (
  names: readonly string[],
  options: ReadingOptions & { provenance: boolean },
  context: Context,
  out: Outlet,
  gates: Gatekeeper,
  { onPage, onLine, onEnd }: Listener,
): AsyncIterable<Paper | LocatedPaper> => {
  const { io } = context;
  let input: InputReport | undefined;
  const reading = {
    unreadable: (name: string, error: unknown): void => {
      gates.tally.unreadable += 1;
      complain(context, `cannot read ${name}: ${systemError(error)}`);
    },
    pace: async (): Promise<boolean> => {
      await out.drained();
      return !out.failure();
    },
    ended: (name: string): void => {
      gates.endInput(name, input?.papers ?? 0);
      onEnd(name, input);
      input = undefined;
    },
  };
  if (names.includes('-') && io.stdin.isTTY && !options.quiet) context.stderr.write('paste, then Ctrl-D\n');

  const { inputFormat, encoding, asOf, require, provenance } = options;
  const given: ParseOptions = {
    today: today(io),
    provenance: provenance || require.length > 0,
    onDiagnostic: gates.diagnostic,
    onInput: (report) => {
      input = report;
    },
    ...(inputFormat && { inputFormat }),
    ...(encoding && { encoding }),
    ...(asOf && { asOf }),
    ...(onPage && { onPage }),
    ...(onLine && { onLine }),
  };
  const papers = parse(openSources(names, io, reading), given);
  return require.length > 0 ? watched(papers, gates.paper) : papers;
};

async function* watched(
  papers: AsyncIterable<Paper | LocatedPaper>,
  look: (paper: LocatedPaper) => void,
): AsyncGenerator<Paper | LocatedPaper, void, undefined> {
  for await (const paper of papers) {
    look(paper as LocatedPaper);
    yield paper;
  }
}
