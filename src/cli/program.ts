import { Command } from 'commander';
import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';
import { addFrame, helpConfiguration, helpPaint, outputConfiguration } from './help.js';
import { version } from './version.js';

/** A command: what help lists about it, and its module, which is loaded only when the command line names it. */
const COMMANDS = [
  { name: 'parse', summary: 'write the papers of saved pages', load: () => import('./commands/parse.js') },
  {
    name: 'check',
    summary: 'tell what was understood, and what not',
    load: () => import('./commands/check.js'),
  },
] as const;

export const COMMAND_NAMES: readonly string[] = COMMANDS.map(({ name }) => name);

const EXAMPLES = [
  'papers parse dump.txt',
  'papers parse dump.txt -o papers.csv',
  'papers check dump.txt',
  'papers parse --help',
];

/** What the program leaves behind. */
export interface Ending {
  code: ExitCode;
  /** What commander had to say about the command line. */
  complaint: string;
}

/** Builds the program for one command line. */
export const buildProgram = async (
  argv: readonly string[],
  context: Context,
  ending: Ending,
): Promise<Command> => {
  const paint = helpPaint(context);
  const program = new Command('papers')
    .exitOverride()
    .configureOutput(
      outputConfiguration(context, (message) => {
        ending.complaint = message;
      }),
    )
    .configureHelp(helpConfiguration(paint))
    .description('Reads saved copies of the Hugging Face Daily Papers feed.')
    .version(version(), '-V, --version', 'the version')
    .helpOption('-h, --help', 'this help')
    .helpCommand('help [command]', 'the help of a command');
  addFrame(program, EXAMPLES, paint);

  for (const { name, summary, load } of COMMANDS) {
    const command = program.command(`${name} [file...]`).summary(summary);
    if (!argv.includes(name)) continue;
    const { define, description, examples, run } = await load();
    addFrame(define(command.description(description)), examples, paint);
    command.action(async (files: string[], options) => {
      const lost = files.length === 0 && context.io.stdin.isTTY === true;
      if (lost) command.outputHelp({ error: true });
      ending.code = lost ? 2 : await run(files, options, context);
    });
  }
  return program;
};
