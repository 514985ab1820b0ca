import { isShown, openTrouble } from './loudness.js';
import type { MakeReporter } from './reporter.js';
import { safeJson } from './safe-text.js';

/** One object a line, and nothing else: complaints have no `code`, and what is only for people is left out. */
export const jsonlReporter: MakeReporter = ({ stderr }, loudness) => {
  const trouble = openTrouble();
  const say = (said: object): void => stderr.write(`${safeJson(said)}\n`);
  return {
    diagnostic: (diagnostic) => {
      trouble.see(diagnostic);
      if (isShown(diagnostic, loudness)) say(diagnostic);
    },
    endInput: () => trouble.drain(),
    complain: (message) => say({ severity: 'error', message }),
    note: () => undefined,
  };
};
