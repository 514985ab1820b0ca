import { Command } from 'commander';
import { COMMANDS, type CommandModule, FILES } from './command-list.js';
import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';
import { addFrame, helpConfiguration, helpPaint, outputConfiguration } from './help.js';
import { version } from './version.js';

export const COMMAND_NAMES: readonly string[] = COMMANDS.map(({ name }) => name);

const EXAMPLES = [
  'papers parse dump.txt',
  'papers parse dump.txt -o papers.csv',
  'papers check dump.txt',
  'papers diff yesterday.json today.txt',
  'papers parse --help',
];

/** What the program leaves behind. */
export interface Ending {
  code: ExitCode;
  /** What commander had to say about the command line. */
  complaint: string;
}

/** Builds the program for one command line: only the commands that it names are loaded. */
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
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command');
  addFrame(program, EXAMPLES, paint);

  for (const { name, operands, summary, load } of COMMANDS) {
    const command = program.command(`${name} ${operands}`.trimEnd()).summary(summary);
    if (!argv.includes(name)) continue;
    const { define, description, examples, exitCodes, run }: CommandModule = await load();
    addFrame(define(command.description(description)), examples, paint, exitCodes);
    command.action(async () => {
      const lost = isLost(command, operands, context);
      if (lost) command.outputHelp({ error: true });
      ending.code = lost ? 2 : await run(command.args, command.opts(), context);
    });
  }
  return program;
};

/** Nothing was named to be read, and there is nobody but the user at standard input. */
const isLost = (command: Command, operands: string, { io }: Context): boolean =>
  operands === FILES && command.args.length === 0 && !command.opts().files0From && io.stdin.isTTY === true;
