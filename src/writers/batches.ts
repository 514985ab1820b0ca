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
