import type { Command } from 'commander';
import type { Context } from '../context.js';
import type { ExitCode } from '../exit-code.js';
import { addOptions } from '../options.js';
import { paperJsonSchema } from '../paper-json-schema.js';

export const examples = ['papers schema > paper.schema.json'];

export const description =
  'Prints the JSON Schema (2020-12) of a record: an element of json output, a line of jsonl output.';

/** This command has no options of its own. */
export const define = (command: Command): Command => addOptions(command);

/** `papers schema`. */
export const run = async (_: unknown, __: unknown, { stdout }: Context): Promise<ExitCode> => {
  stdout.write(`${JSON.stringify(paperJsonSchema(), null, 2)}\n`);
  return 0;
};
