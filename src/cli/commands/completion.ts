import type { Argument, Command } from 'commander';
import { bash } from '../completion/bash.js';
import { fish } from '../completion/fish.js';
import { type Grammar, grammarOf } from '../completion/grammar.js';
import { powershell } from '../completion/powershell.js';
import { zsh } from '../completion/zsh.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../gates.js';
import { addOptions, oneOfWords } from '../options.js';

/** The shells that a script can be made for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
type Shell = (typeof SHELLS)[number];

const SCRIPTS: Readonly<Record<Shell, (grammar: Grammar) => string>> = { bash, zsh, fish, powershell };

export const examples = [
  'papers completion bash > ~/.local/share/bash-completion/completions/papers',
  'papers completion zsh > ~/.zfunc/_papers',
  'papers completion fish > ~/.config/fish/completions/papers.fish',
  'papers completion powershell | Out-String | Invoke-Expression',
];

export const description = `Prints a script for ${SHELLS.join(', ')} that completes commands, options and their values.`;

/** The shell is its only argument. */
export const define = (command: Command): Command => {
  const [shell] = command.registeredArguments as [Argument];
  shell.choices(SHELLS).argParser(oneOfWords('completion', SHELLS));
  return addOptions(command);
};

/** `papers completion`. */
export const run = async (
  [shell]: readonly string[],
  _: unknown,
  { stdout }: Context,
  wholeProgram: () => Promise<Command>,
): Promise<ExitCode> => {
  stdout.write(completionScript(shell as Shell, grammarOf(await wholeProgram())));
  return 0;
};

/** The script that makes a shell complete command lines of `papers`; it does not run `papers` itself. */
export const completionScript = (shell: Shell, grammar: Grammar): string => SCRIPTS[shell](grammar);
