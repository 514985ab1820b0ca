import type { Argument, Command } from 'commander';
import { grammarOf } from '../completion/grammar.js';
import { completionScript, SHELLS, type Shell } from '../completion/index.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../gates.js';
import { addOptions, oneOfWords } from '../options.js';

export const examples = [
  'papers completion bash > ~/.local/share/bash-completion/completions/papers',
  'papers completion zsh > ~/.zfunc/_papers',
  'papers completion fish > ~/.config/fish/completions/papers.fish',
  'papers completion powershell | Out-String | Invoke-Expression',
];

export const description = `Prints a script for ${SHELLS.join(', ')} that completes commands, options and their values.`;

/** There are no options but the shell. */
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
