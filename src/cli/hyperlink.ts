import type { Io } from './context.js';

/** Terminals that are known to make links of OSC 8, by what they set in the environment. */
const KNOWN: readonly ((env: Io['env']) => boolean)[] = [
  ({ TERM_PROGRAM = '' }) =>
    ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio'].includes(TERM_PROGRAM),
  ({ TERM = '' }) => /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour)/.test(TERM),
  // The library of GNOME Terminal and others; before 0.50 it crashed on them.
  ({ VTE_VERSION = '' }) => Number(VTE_VERSION) > 5000,
  ({ WT_SESSION, KONSOLE_VERSION, DOMTERM }) => Boolean(WT_SESSION || KONSOLE_VERSION || DOMTERM),
];

/** Whether the terminal can show links. `FORCE_HYPERLINK` overrules what is known: 0 is no, all else yes. */
export const canLink = ({ isTTY }: Io['stdout'], env: Io['env']): boolean => {
  if (env.FORCE_HYPERLINK) return env.FORCE_HYPERLINK !== '0';
  return isTTY === true && env.TERM !== 'dumb' && KNOWN.some((isKnown) => isKnown(env));
};

/** A link as terminals know it (OSC 8). */
export const hyperlink = (text: string, address: string): string =>
  `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
