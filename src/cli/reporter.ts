import type { Diagnostic } from '../index.js';
import type { Context } from './context.js';
import { failsRun, type Gates } from './gates.js';
import type { Loudness } from './loudness.js';
import { textReporter } from './text-reporter.js';

/** Everything that a run says on stderr, each at the moment it arises. */
export interface Reporter {
  diagnostic: (diagnostic: Diagnostic) => void;
  /** Ends an input, or what concerns all of them; true if there was anything else than infos. */
  endInput: (name: string) => boolean;
  /** What the run itself has to say: it cannot read, or cannot write. */
  complain: (message: string) => void;
  /** What the run came to, for people. */
  note: (line: string) => void;
}

/** Makes a reporter for one run. */
export type MakeReporter = (context: Context, loudness: Loudness) => Reporter;

/** `--diagnostics`. */
export const DIAGNOSTICS_FORMATS = ['text', 'jsonl', 'github'] as const;
export type DiagnosticsFormat = (typeof DIAGNOSTICS_FORMATS)[number];

const REPORTERS: Readonly<Record<DiagnosticsFormat, () => Promise<MakeReporter>>> = {
  text: async () => textReporter,
  jsonl: async () => (await import('./jsonl-reporter.js')).jsonlReporter,
  github: async () => (await import('./github-reporter.js')).githubReporter,
};

/** The options that a reporter follows. */
type Options = Omit<Loudness, 'fails'> & Pick<Gates, 'strict' | 'allow'> & { diagnostics: DiagnosticsFormat };

/** The reporter that `--diagnostics` asks for. */
export const openReporter = async (options: Options, context: Context): Promise<Reporter> => {
  const make = await REPORTERS[options.diagnostics]();
  return make(context, { ...options, fails: failsRun(options) });
};
