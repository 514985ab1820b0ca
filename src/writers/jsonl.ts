import { type FieldName, PAPER_FIELDS } from '../paper.js';
import { jsonValue } from './json-value.js';
import { pieces } from './pieces.js';
import { valuesOf } from './values.js';
import type { Writable, Writer } from './writer.js';

/** Writes records as one line each. Most fields of most records are null: what runs of them come to is kept. */
const lineWriter = (fields: readonly FieldName[]): ((paper: Writable) => string) => {
  const names = fields.map((field, at) => `${at === 0 ? '{' : ','}${JSON.stringify(field)}:`);
  const runs: string[][] = Array.from({ length: names.length + 1 }, () => []);
  /** The fields from one to another, all of them null, and the name of that other. */
  const nullsBefore = (from: number, to: number): string => {
    const kept = runs[from] as string[];
    kept[to] ??=
      names
        .slice(from, to)
        .map((name) => `${name}null`)
        .join('') + (names[to] ?? '');
    return kept[to];
  };
  return (paper) => {
    let text = '';
    let from = 0;
    const values = valuesOf(paper, fields);
    for (let at = 0; at < values.length; at++) {
      const value = values[at];
      if (value === null || value === undefined) continue;
      text += nullsBefore(from, at) + jsonValue(value);
      from = at + 1;
    }
    return `${text}${nullsBefore(from, fields.length)}}\n`;
  };
};

/** One JSON object a line. */
export const jsonl = {
  name: 'jsonl',
  aliases: ['ndjson'],
  extensions: ['.jsonl', '.ndjson'],
  about: 'one JSON record a line',
  defaultFields: PAPER_FIELDS,
  async *write(papers, { fields = PAPER_FIELDS }) {
    const line = lineWriter(fields);
    for await (const batch of pieces(papers)) {
      let text = '';
      for (const paper of batch) text += line(paper);
      yield text;
    }
  },
} as const satisfies Writer;
