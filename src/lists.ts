/** Papers travel in lists, because an asynchronous step costs more than most of what is done to a paper. */

/** The members of the lists, one by one. */
export async function* oneByOne<T>(lists: AsyncIterable<readonly T[]>): AsyncGenerator<T, void, undefined> {
  for await (const list of lists) for (const item of list) yield item;
}

/** Lists of whatever comes: what is there already goes together. */
export async function* inLists<T>(
  items: AsyncIterable<T> | Iterable<T>,
): AsyncGenerator<readonly T[], void, undefined> {
  if (Symbol.asyncIterator in items) for await (const item of items) yield [item];
  else yield [...items];
}
