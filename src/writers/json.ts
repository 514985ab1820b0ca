import { PAPER_FIELDS } from '../paper.js';
import { pick, pieces, type WriterModule } from './writer.js';

/** One array, indented by two spaces; valid at every number of papers. */
export const json: WriterModule = {
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
};

/** One JSON object a line. */
export const jsonl: WriterModule = {
  defaultFields: PAPER_FIELDS,
  async *write(papers, { fields = PAPER_FIELDS }) {
    for await (const batch of pieces(papers)) {
      yield `${batch.map((paper) => JSON.stringify(pick(paper, fields))).join('\n')}\n`;
    }
  },
};
