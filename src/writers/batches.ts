/**
 * Gathers items until their sizes add up to the limit. Everything after it works on whole lists, so that only
 * one asynchronous step a paper is left.
 */
export async function* batches<T>(
  items: AsyncIterable<T>,
  limit: number,
  sizeOf: (item: T) => number,
): AsyncGenerator<T[], void, undefined> {
  let batch: T[] = [];
  let size = 0;
  for await (const item of items) {
    batch.push(item);
    size += sizeOf(item);
    if (size >= limit) {
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
