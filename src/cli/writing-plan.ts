import { FIELD_NAMES, type FieldName, PROVENANCE_FIELDS, type WriteOptions, type Writer } from '../index.js';
import type { Context } from './context.js';
import { chosenFields } from './fields-option.js';
import type { ReadingOptions } from './options.js';
import { impliedFormat } from './output-format.js';
import type { SelectingOptions } from './selecting.js';
import type { Target } from './target.js';
import { misused } from './usage.js';

/** The options of `papers parse`. */
export interface WritingOptions extends ReadingOptions, SelectingOptions {
  format?: Writer;
  output?: string;
  fields?: readonly string[];
  escapeFormulas: boolean;
  excel: boolean;
}

/** How the papers are to be written. */
export interface WritingPlan {
  writer: Writer;
  writeOptions: WriteOptions;
  /** Fields were asked for that say where a paper was found. */
  provenance: boolean;
}

const isProvenance = (field: FieldName): boolean => PROVENANCE_FIELDS.some((name) => name === field);

/** Works out the writer and its options; throws what is wrong with the command line. */
export const planWriting = (
  options: WritingOptions,
  target: Target,
  { io: { stdout }, paintOut }: Context,
): WritingPlan => {
  const isTerminal = target.kind === 'stdout' && stdout.isTTY === true;
  const writer = options.format ?? impliedFormat(target, isTerminal);
  if (options.excel && writer.name !== 'csv') {
    misused(`--excel needs csv, but the format is ${writer.name}; add -f csv`);
  }
  const fields = chosenFields(options.fields, writer.defaultFields, FIELD_NAMES);
  const { escapeFormulas, excel } = options;
  return {
    writer,
    provenance: fields?.some(isProvenance) ?? false,
    writeOptions: {
      escapeFormulas,
      excel,
      ...(fields && { fields }),
      ...(isTerminal && stdout.columns && { width: stdout.columns }),
      ...(target.kind === 'stdout' && { paint: paintOut }),
    },
  };
};
