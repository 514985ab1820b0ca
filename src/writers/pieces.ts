import type { PaperRecord } from '../paper.js';

/** About the size of one written piece, in characters. */
const PIECE = 65_536;

/** What a record takes beside its abstract, roughly: names, addresses, numbers. */
const REST_OF_RECORD = 600;

const roughLength = (paper: PaperRecord): number => (paper.abstract?.length ?? 0) + REST_OF_RECORD;

/** The papers in lists that make about 64 KiB of text each. */
export const pieces = (papers: AsyncIterable<readonly PaperRecord[]>): AsyncIterable<PaperRecord[]> =>
  batches(papers, PIECE, roughLength);

/** Lists of items whose sizes just add up to the limit, whatever lists they come in. */
export async function* batches<T>(
  lists: AsyncIterable<readonly T[]>,
  limit: number,
  sizeOf: (item: T) => number,
): AsyncGenerator<T[], void, undefined> {
  let batch: T[] = [];
  let size = 0;
  for await (const list of lists) {
    for (const item of list) {
      batch.push(item);
      size += sizeOf(item);
      if (size < limit) continue;
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
