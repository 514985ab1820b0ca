import { type ExitCode, exitCode } from './exit-code.js';
import type { Tally } from './gates.js';
import { isClosedPipe, type Outlet } from './outlet.js';
import type { Reporter } from './reporter.js';
import { systemError } from './system-error.js';
import { counted } from './words.js';

/** The output of a run and the name that messages give it. */
export interface NamedOutlet {
  name: string;
  out: Outlet;
}

/** Says what the output suffered and what `--strict` holds against the data; the exit code follows. */
export const verdict = async (
  { name, out }: NamedOutlet,
  tally: Tally,
  maxErrors: number,
  { complain }: Reporter,
): Promise<ExitCode> => {
  await out.flushed();
  const failure = out.failure();
  const closedPipe = isClosedPipe(failure);
  if (failure && !closedPipe) complain(`cannot write ${name}: ${systemError(failure)}`);
  const strictWarnings = [...tally.strict.values()].reduce((sum, count) => sum + count, 0);
  const code = exitCode(
    { closedPipe, ioFailures: tally.unreadable + (failure ? 1 : 0), errors: tally.errors, strictWarnings },
    maxErrors,
  );
  if (code === 1 && strictWarnings > 0) {
    const codes = [...tally.strict.keys()].join(',');
    complain(
      `--strict: ${counted(strictWarnings, 'warning fails', 'warnings fail')} the run; to accept them: --allow ${codes}`,
    );
  }
  return code;
};
