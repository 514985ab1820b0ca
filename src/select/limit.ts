import type { Selectable, Stage } from './options.js';

/** The first papers only. */
export const limit: Stage = (papers, { limit }) => (limit === undefined ? papers : first(papers, limit));

async function* first<P extends Selectable>(papers: AsyncIterable<P>, most: number) {
  if (most <= 0) {
    await papers[Symbol.asyncIterator]().return?.();
    return;
  }
  let left = most;
  for await (const paper of papers) {
    yield paper;
    left -= 1;
    if (left === 0) return;
  }
}
