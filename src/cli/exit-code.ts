/** 0 done, 1 the data failed, 2 usage, 3 cannot read or write. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a run came to. */
export interface Outcome {
  /** Whoever read the output has gone. */
  closedPipe: boolean;
  /** Inputs or outputs that failed. */
  ioFailures: number;
  /** Error diagnostics. */
  errors: number;
  /** Warnings that `--strict` counts and `--allow` does not except. */
  strictWarnings: number;
}

/** The exit code of an outcome; up to `maxErrors` errors are borne. */
export const exitCode = (outcome: Outcome, maxErrors: number): ExitCode => {
  if (outcome.closedPipe) return 0;
  if (outcome.ioFailures > 0) return 3;
  return outcome.errors > maxErrors || outcome.strictWarnings > 0 ? 1 : 0;
};
