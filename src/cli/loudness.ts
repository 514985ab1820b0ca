import type { Diagnostic } from '../index.js';

/** Which diagnostics are shown. */
export interface Loudness {
  quiet: boolean;
  verbose: boolean;
  /** Whether it fails the run: those are shown also with `--quiet`. */
  fails: (diagnostic: Diagnostic) => boolean;
}

/** Whether a diagnostic is worth showing: errors always, infos only when asked for. */
export const isShown = (diagnostic: Diagnostic, { quiet, verbose, fails }: Loudness): boolean => {
  if (fails(diagnostic)) return true;
  return !quiet && (verbose || diagnostic.severity === 'warning');
};

/** Remembers whether an input had anything else than infos. */
export const openTrouble = () => {
  let troubled = false;
  return {
    see: ({ severity }: Diagnostic): void => {
      troubled ||= severity !== 'info';
    },
    /** Says so and starts anew. */
    drain: (): boolean => {
      const was = troubled;
      troubled = false;
      return was;
    },
  };
};
