import { PAPER_FIELDS } from '../paper.js';
import { pick, pieces, type WriterModule } from './writer.js';

/** One array, indented by two spaces; valid JSON for any number of papers, even none. */
export const json: WriterModule = {
  defaultFields: PAPER_FIELDS,
  async *write(papers, { fields = PAPER_FIELDS }) {
    yield* arrayText(pieces(papers), (paper) => pick(paper, fields));
  },
};

/** What `toValue` makes of the items of all lists, as one indented array, a list at a time. */
export async function* arrayText<T>(
  lists: AsyncIterable<readonly T[]>,
  toValue: (item: T) => object,
): AsyncGenerator<string, void, undefined> {
  let opening = '[';
  for await (const list of lists) {
    const array = JSON.stringify(list.map(toValue), null, 2);
    yield opening + array.slice('['.length, -'\n]'.length);
    opening = ',';
  }
  yield opening === '[' ? '[]\n' : '\n]\n';
}

/** One JSON object per line. */
export const jsonl: WriterModule = {
  defaultFields: PAPER_FIELDS,
  async *write(papers, { fields = PAPER_FIELDS }) {
    for await (const batch of pieces(papers)) {
      yield `${batch.map((paper) => JSON.stringify(pick(paper, fields))).join('\n')}\n`;
    }
  },
};
