import { readFileSync } from 'node:fs';
import { Command, type HelpConfiguration, type OutputConfiguration } from 'commander';
import type { Context } from './context.js';
import type { ExitCode } from './gates.js';
import { columnsOf, type Paint, plain } from './terminal.js';

/** What the exit codes mean. */
type ExitCodeWords = readonly (readonly [code: string, about: string])[];

const EXIT_CODES: ExitCodeWords = [
  ['0', 'success, also if the output pipe was closed early'],
  ['1', 'bad data: an error, or a gate such as --strict failed'],
  ['2', 'the command line is wrong'],
  ['3', 'a file could not be read or written'],
];

/** What the module of a command exports. */
interface CommandModule {
  description: string;
  /** For the top of the help. */
  examples: readonly string[];
  /** For its end, where they mean something else than usual. */
  exitCodes?: ExitCodeWords;
  /** Adds the options. */
  define: (command: Command) => Command;
  run: (
    operands: readonly string[],
    // biome-ignore lint/suspicious/noExplicitAny: commander does not know what its options come to
    options: any,
    context: Context,
    wholeProgram: () => Promise<Command>,
  ) => Promise<ExitCode>;
}

/** A command: what help lists about it, and its module, which is loaded only when the command line names it. */
interface ListedCommand {
  name: string;
  operands: string;
  summary: string;
  load: () => Promise<CommandModule>;
}

/** The operands of the commands that read any number of inputs. */
const FILES = '[file...]';

/** Every command, in the order of the help. */
const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'parse',
    operands: FILES,
    summary: 'convert saved pages to JSON, CSV, Markdown and more',
    load: () => import('./commands/parse.js'),
  },
  {
    name: 'check',
    operands: FILES,
    summary: 'report how pages were read, and what was not understood',
    load: () => import('./commands/check.js'),
  },
  {
    name: 'stats',
    operands: FILES,
    summary: 'count papers by year, organization and more',
    load: () => import('./commands/stats.js'),
  },
  {
    name: 'diff',
    operands: '<old> <new>',
    summary: 'compare the papers of two inputs',
    load: () => import('./commands/diff.js'),
  },
  {
    name: 'schema',
    operands: '',
    summary: 'print the JSON Schema of a record',
    load: () => import('./commands/schema.js'),
  },
  {
    name: 'completion',
    operands: '<shell>',
    summary: 'print a completion script for a shell',
    load: () => import('./commands/completion.js'),
  },
];

export const COMMAND_NAMES: readonly string[] = COMMANDS.map(({ name }) => name);

const EXAMPLES = [
  'papers parse dump.txt',
  'papers parse dump.txt -o papers.csv',
  'papers check dump.txt',
  'papers diff yesterday.json today.txt',
  'papers parse --help',
];

/** How the program ended. */
export interface Ending {
  code: ExitCode;
  /** What commander says is wrong with the command line. */
  usageMessage: string;
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
        ending.usageMessage = message;
      }),
    )
    .configureHelp(helpConfiguration(paint))
    .description('Reads saved copies of the Hugging Face Daily Papers feed.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command');
  addHelpFrame(program, EXAMPLES, paint);

  for (const { name, operands, summary, load } of COMMANDS) {
    const command = program.command(`${name} ${operands}`.trimEnd()).summary(summary);
    if (!argv.includes(name)) continue;
    const { define, description, examples, exitCodes, run }: CommandModule = await load();
    addHelpFrame(define(command.description(description)), examples, paint, exitCodes);
    command.action(async () => {
      const isLost = hasNoInput(command, operands, context);
      if (isLost) command.outputHelp({ error: true });
      const wholeProgram = () => buildProgram(COMMAND_NAMES, context, { code: 0, usageMessage: '' });
      ending.code = isLost ? 2 : await run(command.args, command.opts(), context, wholeProgram);
    });
  }
  return program;
};

/** No input is named, and standard input is a terminal. */
const hasNoInput = (command: Command, operands: string, { io }: Context): boolean =>
  operands === FILES && command.args.length === 0 && !command.opts().files0From && io.stdin.isTTY === true;

/** Longer lines are hard to read. */
const WIDEST_HELP = 100;

/** Examples come first in the help, exit codes last. */
const addHelpFrame = (
  command: Command,
  examples: readonly string[],
  paint: Paint,
  exitCodes: ExitCodeWords = EXIT_CODES,
): Command =>
  command
    .addHelpText('before', [paint('heading', 'Examples:'), ...examples.map(indented), ''].join('\n'))
    .addHelpText(
      'after',
      [
        '',
        paint('heading', 'Exit codes:'),
        ...exitCodes.map(([code, about]) => indented(`${paint('term', code)}  ${about}`)),
      ].join('\n'),
    );

const indented = (line: string): string => `  ${line}`;

/** Colour and width of the help. */
const helpConfiguration = (paint: Paint): HelpConfiguration => ({
  minWidthToWrap: 10,
  optionDescription: ({ description, defaultValue: usual }) =>
    typeof usual === 'string' || typeof usual === 'number'
      ? `${description} (default: ${usual})`
      : description,
  styleTitle: (title) => paint('heading', title),
  styleOptionTerm: (term) => paint('term', term),
  styleSubcommandTerm: (term) => paint('term', term),
});

/** Sends what commander writes to the streams of the run; its error messages are kept for later. */
const outputConfiguration = (
  { io, stdout, stderr, paintOut, paintErr }: Context,
  keepError: (message: string) => void,
): OutputConfiguration => ({
  writeOut: stdout.write,
  writeErr: stderr.write,
  outputError: keepError,
  getOutHelpWidth: () => Math.min(columnsOf(io.stdout), WIDEST_HELP),
  getErrHelpWidth: () => Math.min(columnsOf(io.stderr), WIDEST_HELP),
  getOutHasColors: () => paintOut !== plain,
  getErrHasColors: () => paintErr !== plain,
});

/** The colours of the help: commander strips them again for a stream without colour. */
const helpPaint = ({ paintOut, paintErr }: Context): Paint => (paintOut === plain ? paintErr : paintOut);

/** Set by the bundler: reading a file for the version would take a good part of a short run. */
declare const BUNDLED_VERSION: string | undefined;

/** The version of this package. */
const version = (): string =>
  typeof BUNDLED_VERSION === 'string'
    ? BUNDLED_VERSION
    : JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
