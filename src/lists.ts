/** Papers travel in lists, because an asynchronous step costs more than most of what is done to a paper. */

/** The members of the lists, one by one. */
export async function* oneByOne<T>(lists: AsyncIterable<readonly T[]>): AsyncGenerator<T, void, undefined> {
  for await (const list of lists) for (const item of list) yield item;
}

/** Each item in a list of its own. */
export async function* inLists<T>(
  items: AsyncIterable<T> | Iterable<T>,
): AsyncGenerator<readonly T[], void, undefined> {
  for await (const item of items) yield [item];
}
