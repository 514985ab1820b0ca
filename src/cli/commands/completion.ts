import type { Argument, Command } from 'commander';
import { grammarOf } from '../completion/grammar.js';
import { completionScript, SHELLS, type Shell } from '../completion/index.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-code.js';
import { addOptions } from '../options.js';
import { buildProgram, COMMAND_NAMES } from '../program.js';
import { oneOfWords } from '../values.js';

export const examples = [
  'papers completion bash > ~/.local/share/bash-completion/completions/papers',
  'papers completion zsh > ~/.zfunc/_papers',
  'papers completion fish > ~/.config/fish/completions/papers.fish',
  'papers completion powershell | Out-String | Invoke-Expression',
];

export const description = `Prints a script for ${SHELLS.join(', ')} that completes commands, options and their values.`;

/** This command has no options of its own. */
export const define = (command: Command): Command => {
  const [shell] = command.registeredArguments as [Argument];
  shell.choices(SHELLS).argParser(oneOfWords('completion', SHELLS));
  return addOptions(command);
};

/** `papers completion`. */
export const run = async ([shell]: readonly string[], _: unknown, context: Context): Promise<ExitCode> => {
  const whole = await buildProgram(COMMAND_NAMES, context, { code: 0, complaint: '' });
  context.stdout.write(completionScript(shell as Shell, grammarOf(whole)));
  return 0;
};
