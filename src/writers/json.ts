import { PAPER_FIELDS } from '../paper.js';
import { pick, pieces, type Writer } from './writer.js';

/** One array, indented by two spaces; valid at every number of papers. */
export const json = {
  name: 'json',
  aliases: [],
  extensions: ['.json'],
  about: 'an array of records, indented',
  defaultFields: PAPER_FIELDS,
  async *write(papers, { fields = PAPER_FIELDS }) {
    let opening = '[';
    for await (const batch of pieces(papers)) {
      const array = JSON.stringify(
        batch.map((paper) => pick(paper, fields)),
        null,
        2,
      );
      yield opening + array.slice('['.length, -'\n]'.length);
      opening = ',';
    }
    yield opening === '[' ? '[]\n' : '\n]\n';
  },
} as const satisfies Writer;

/** One JSON object a line. */
export const jsonl = {
  name: 'jsonl',
  aliases: ['ndjson'],
  extensions: ['.jsonl', '.ndjson'],
  about: 'one JSON record a line',
  defaultFields: PAPER_FIELDS,
  async *write(papers, { fields = PAPER_FIELDS }) {
    for await (const batch of pieces(papers)) {
      yield `${batch.map((paper) => JSON.stringify(pick(paper, fields))).join('\n')}\n`;
    }
  },
} as const satisfies Writer;
