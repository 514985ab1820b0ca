import { PAPER_FIELDS } from '../paper.js';
import { pieces } from './pieces.js';
import { pick, type Writer } from './writer.js';

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
