import { toJSONSchema } from 'zod/v4/core';
import { paperSchema } from '../index.js';

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
