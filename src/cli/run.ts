import { CommanderError } from 'commander';
import { colorChoice } from './color.js';
import { complain } from './complain.js';
import { type Context, openContext } from './context.js';
import { quoted, withParse } from './did-you-mean.js';
import type { ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { OutOfMemory } from './memory.js';
import { isClosedPipe, type Outlet } from './outlet.js';
import { buildProgram, COMMAND_NAMES, type Ending } from './program.js';
import { systemError } from './system-error.js';
import { UsageError } from './usage.js';

/**
 * Runs one command line, without the words `node papers`.
 *
 * @returns the exit code; nothing is thrown, and the process is not touched.
 */
export const run = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  const context = await openContext(io, colorChoice(argv));
  const ending: Ending = { code: 0, complaint: '' };
  try {
    const program = await buildProgram(argv, context, ending);
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    ending.code = explain(error, argv, ending.complaint, context);
  }
  context.progress.erase();
  await context.stdout.flushed();
  const broken = isBroken(context.stdout);
  // Where the code is 3 already, the command has said it.
  if (broken && ending.code !== 3) {
    complain(context, `cannot write standard output: ${systemError(context.stdout.failure())}`);
  }
  await context.stderr.flushed();
  return broken || isBroken(context.stderr) ? 3 : ending.code;
};

const isBroken = (out: Outlet): boolean => {
  const failure = out.failure();
  return failure !== undefined && !isClosedPipe(failure);
};

const explain = (error: unknown, argv: readonly string[], complaint: string, context: Context): ExitCode => {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0 && complaint !== '') complain(context, misspelled(argv, complaint, context.io));
    return error.exitCode === 0 ? 0 : 2;
  }
  if (error instanceof UsageError) {
    complain(context, error.message);
    return 2;
  }
  if (error instanceof OutOfMemory) {
    complain(context, error.message);
    return 3;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const said = argv.includes('-v') || argv.includes('--verbose') ? (stack ?? message) : message;
  complain(context, `this is a bug in papers, please report it: ${said}`);
  return 3;
};

/** A usage error in words, with the way out that is most likely meant. */
const misspelled = (argv: readonly string[], complaint: string, { cwd }: Io): string => {
  const said = complaint.replace(/^error: /, '').trimEnd();
  if (!/^(?:unknown|missing|too many)/.test(said) || said.includes('Did you mean')) return said;
  const meant = withParse(argv, COMMAND_NAMES, cwd);
  if (said.startsWith('unknown command') && !meant?.includes(` ${quoted(argv[0] ?? '')}`)) {
    const commands = COMMAND_NAMES.join(', ');
    return `${said}; the commands are: ${commands}\nto read a file: \`${meant ?? 'papers parse FILE'}\``;
  }
  if (meant !== null) return `${said}\ndid you mean \`${meant}\`?`;
  const command = COMMAND_NAMES.find((name) => argv.includes(name));
  return `${said}\nsee \`papers ${command === undefined ? '' : `${command} `}--help\``;
};
