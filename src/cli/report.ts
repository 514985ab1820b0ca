import type { Diagnostic } from '../index.js';
import type { Context } from './context.js';
import { diagnosticText, foldText } from './diagnostic-text.js';
import { fold } from './fold.js';

/** Which diagnostics are shown. */
export interface Loudness {
  quiet: boolean;
  verbose: boolean;
  /** Whether it fails the run: those are shown also with `--quiet`. */
  fails: (diagnostic: Diagnostic) => boolean;
}

/** Diagnostics as text, each at the moment it arises. */
export interface TextReport {
  diagnostic: (diagnostic: Diagnostic) => void;
  /** Says how much was folded; true if the input had anything else than infos. */
  endInput: (name: string) => boolean;
}

/** Writes diagnostics to stderr. */
export const textReport = ({ stderr, paintErr }: Context, loudness: Loudness): TextReport => {
  const folded = fold();
  let troubled = false;
  return {
    diagnostic: (diagnostic) => {
      troubled ||= diagnostic.severity !== 'info';
      if (!isShown(diagnostic, loudness)) return;
      if (folded.take(diagnostic.code)) stderr.write(diagnosticText(diagnostic, paintErr));
    },
    endInput: (name) => {
      for (const { code, more } of folded.drain()) stderr.write(foldText(name, code, more, paintErr));
      const was = troubled;
      troubled = false;
      return was;
    },
  };
};

/** Whether a diagnostic is worth showing: errors always, infos only when asked for. */
export const isShown = (diagnostic: Diagnostic, { quiet, verbose, fails }: Loudness): boolean => {
  if (fails(diagnostic)) return true;
  return !quiet && (verbose || diagnostic.severity === 'warning');
};
