import assert from 'node:assert/strict';
import { compare, comparisonMarkdown, comparisonText } from '../../src/compare/index.js';
import type { Paper } from '../../src/paper.js';
import { type SelectOptions, select } from '../../src/select/index.js';
import { renderStats, stats } from '../../src/stats/index.js';
import type { Random } from '../helpers/random.js';

const SELECTIONS: readonly SelectOptions[] = [
  { unique: true },
  { since: '2024-06', until: '2026' },
  { match: /fold|\d{3}/iu, limit: 3 },
  { organization: 'crane lab', minComments: 1 },
  {
    minUpvotes: 2,
    sort: [
      { field: 'upvotes', descending: true },
      { field: 'title', descending: false },
    ],
  },
  { unique: true, sort: [{ field: 'published', descending: true }], limit: 5 },
];

async function* each<P>(papers: readonly P[]): AsyncGenerator<P> {
  yield* papers;
}

const selected = async (papers: readonly Paper[], options: SelectOptions): Promise<Paper[]> => {
  const found: Paper[] = [];
  for await (const paper of select(each(papers), options)) found.push(paper);
  return found;
};

/** Selects, compares and counts. */
export const selectsAndCompares = async (papers: readonly Paper[], random: Random): Promise<void> => {
  const options = random.pick(SELECTIONS);
  const some = await selected(papers, options);
  if (!options.unique)
    for (const paper of some) assert.ok(papers.includes(paper), 'select gave another paper');
  assert.deepEqual(await selected(some, options), some, 'select twice is not select once');
  const same = await compare(papers, papers);
  assert.deepEqual([same.added, same.removed, same.changed], [[], [], []], 'papers differ from themselves');
  const comparison = await compare(some, papers);
  comparisonText(comparison);
  comparisonMarkdown(comparison);
  assert.equal((await stats(papers)).papers, papers.length, 'stats counts wrongly');
  await renderStats(await stats(papers), {});
};
