import { bash } from './bash.js';
import { fish } from './fish.js';
import type { Grammar } from './grammar.js';
import { powershell } from './powershell.js';
import { zsh } from './zsh.js';

/** The shells that a script can be made for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

const SCRIPTS: Readonly<Record<Shell, (grammar: Grammar) => string>> = { bash, zsh, fish, powershell };

/** The script that makes a shell complete command lines of `papers`; it does not run `papers` itself. */
export const completionScript = (shell: Shell, grammar: Grammar): string => SCRIPTS[shell](grammar);
