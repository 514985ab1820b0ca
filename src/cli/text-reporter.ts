import { complain } from './complain.js';
import { diagnosticText, foldText, openHints } from './diagnostic-text.js';
import { fold } from './fold.js';
import { isShown, openTrouble } from './loudness.js';
import type { MakeReporter } from './reporter.js';
import { safeText } from './safe-text.js';

/** Lines for people. */
export const textReporter: MakeReporter = (context, loudness) => {
  const { stderr, paintErr } = context;
  const folded = fold();
  const hintOnce = openHints();
  const trouble = openTrouble();
  return {
    diagnostic: (diagnostic) => {
      trouble.see(diagnostic);
      if (!isShown(diagnostic, loudness)) return;
      if (folded.take(diagnostic.code)) stderr.write(diagnosticText(hintOnce(diagnostic), paintErr));
    },
    endInput: (name) => {
      for (const { code, more } of folded.drain()) stderr.write(foldText(name, code, more, paintErr));
      return trouble.drain();
    },
    complain: (message) => complain(context, message),
    note: (line) => stderr.write(`${safeText(line)}\n`),
  };
};
