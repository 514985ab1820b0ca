import type { Command } from 'commander';
import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';
import type { ExitCodeWords } from './help.js';

/** What the module of a command exports. */
export interface CommandModule {
  description: string;
  /** For the top of the help. */
  examples: readonly string[];
  /** For its end, where they mean something else than usual. */
  exitCodes?: ExitCodeWords;
  /** Adds the options. */
  define: (command: Command) => Command;
  // biome-ignore lint/suspicious/noExplicitAny: commander does not know what its options come to
  run: (operands: readonly string[], options: any, context: Context) => Promise<ExitCode>;
}

/** A command: what help lists about it, and its module, which is loaded only when the command line names it. */
interface ListedCommand {
  name: string;
  operands: string;
  summary: string;
  load: () => Promise<CommandModule>;
}

/** The operands of the commands that read any number of inputs. */
export const FILES = '[file...]';

/** Every command, in the order of the help. */
export const COMMANDS: readonly ListedCommand[] = [
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
