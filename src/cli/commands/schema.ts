import type { Command } from 'commander';
import { toJSONSchema } from 'zod/v4/core';
import { paperSchema } from '../../index.js';
import type { Context } from '../context.js';
import type { ExitCode } from '../gates.js';
import { addOptions } from '../options.js';

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

/** The JSON Schema (2020-12) of one record: an element of `json`, a line of `jsonl`. */
export const paperJsonSchema = (): object => {
  const { $schema, ...rest } = toJSONSchema(paperSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:papers:paper',
    title: 'Paper',
    description:
      'One paper of the Hugging Face Daily Papers feed as `papers parse` writes it. ' +
      'null, or an empty list, means that the source does not show it.',
    ...rest,
  };
};
