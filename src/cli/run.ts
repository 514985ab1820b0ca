import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import { shellWord } from '../words.js';
import { type Context, type Io, openContext } from './context.js';
import { OutOfMemory, systemError, UsageError } from './errors.js';
import type { ExitCode } from './gates.js';
import { isClosedPipe, type OutputStream } from './output.js';
import { buildProgram, COMMAND_NAMES, type Ending } from './program.js';
import { reportProblem } from './report.js';
import { colorChoice } from './terminal.js';

const HELP_TOPICS = [...COMMAND_NAMES, 'help'];

/**
 * Runs one command line, without the words `node papers`.
 *
 * @returns the exit code; nothing is thrown, and the process is not touched.
 */
export const run = async (given: readonly string[], io: Io): Promise<ExitCode> => {
  const argv = withoutHelpOfNothing(given);
  const context = await openContext(io, colorChoice(argv));
  const ending: Ending = { code: 0, usageMessage: '' };
  try {
    const program = await buildProgram(argv, context, ending);
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    ending.code = explain(error, argv, ending.usageMessage, context);
  }
  context.progress.erase();
  await context.stdout.flushed();
  const broken = hasFailed(context.stdout);
  // If the code is 3 already, the command has said so.
  if (broken && ending.code !== 3) {
    reportProblem(context, `cannot write standard output: ${systemError(context.stdout.failure())}`);
  }
  await context.stderr.flushed();
  return broken || hasFailed(context.stderr) ? 3 : ending.code;
};

/** For `help` with an unknown command, commander would print the general help and no error. */
const withoutHelpOfNothing = (argv: readonly string[]): readonly string[] => {
  const [command, topic = '-'] = argv;
  const isOfNothing = command === 'help' && !topic.startsWith('-') && !HELP_TOPICS.includes(topic);
  return isOfNothing ? argv.slice(1) : argv;
};

const hasFailed = (out: OutputStream): boolean => {
  const failure = out.failure();
  return failure !== undefined && !isClosedPipe(failure);
};

const explain = (
  error: unknown,
  argv: readonly string[],
  usageMessage: string,
  context: Context,
): ExitCode => {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0 && usageMessage !== '')
      reportProblem(context, explainUsage(argv, usageMessage, context.io));
    return error.exitCode === 0 ? 0 : 2;
  }
  if (error instanceof UsageError) {
    reportProblem(context, error.message);
    return 2;
  }
  if (error instanceof OutOfMemory) {
    reportProblem(context, error.message);
    return 3;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const said = argv.includes('-v') || argv.includes('--verbose') ? (stack ?? message) : message;
  reportProblem(context, `this is a bug in papers, please report it: ${said}`);
  return 3;
};

/** A usage error in words, with what was probably meant. */
const explainUsage = (argv: readonly string[], usageMessage: string, { cwd }: Io): string => {
  const said = usageMessage.replace(/^error: /, '').trimEnd();
  if (!/^(?:unknown|missing|too many)/.test(said) || said.includes('Did you mean')) return said;
  const words = argv.filter((word) => !word.startsWith('-'));
  const command = COMMAND_NAMES.find((name) => words.includes(name));
  if (command !== undefined) {
    const at = argv.indexOf(command);
    if (at === 0 || !said.startsWith('unknown option')) return `${said}\nsee \`papers ${command} --help\``;
    const ordered = [command, ...argv.slice(0, at), ...argv.slice(at + 1)];
    return `${said} before the command\ndid you mean \`papers ${ordered.map(shellWord).join(' ')}\`?`;
  }

  const isFile = (word: string) => statSync(resolve(cwd, word), { throwIfNoEntry: false })?.isFile() === true;
  const parse = (operands: readonly string[]) => `\`papers parse ${operands.map(shellWord).join(' ')}\``;
  const namesFile = words.some(isFile);
  const [first = ''] = argv;
  if (said.startsWith('unknown command') && !isFile(first)) {
    const reading = parse(namesFile ? argv.slice(1) : ['FILE']);
    return `${said}; the commands are: ${COMMAND_NAMES.join(', ')}\nto read a file: ${reading}`;
  }
  return namesFile ? `${said}\ndid you mean ${parse(argv)}?` : `${said}\nsee \`papers --help\``;
};
