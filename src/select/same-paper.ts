import { folded } from './folded.js';
import type { Selectable } from './options.js';

/**
 * Puts the copies of each paper together, in the order in which the papers first stand. Ids decide where both have
 * one; a copy without an id goes with the first paper of the same title.
 */
export const copiesOf = <P extends Selectable>(papers: readonly P[]): P[][] => {
  const byId = new Map<string, number[]>();
  const byTitle = new Map<string, number[]>();
  papers.forEach(({ arxivId, title }, at) => {
    if (arxivId === null) return;
    const copies = byId.get(arxivId) ?? [];
    byId.set(arxivId, copies);
    copies.push(at);
    const key = folded(title);
    if (!byTitle.has(key)) byTitle.set(key, copies);
  });
  papers.forEach(({ arxivId, title }, at) => {
    if (arxivId !== null) return;
    const key = folded(title);
    const copies = byTitle.get(key) ?? [];
    byTitle.set(key, copies);
    copies.push(at);
  });
  return [...new Set([...byId.values(), ...byTitle.values()])]
    .map((copies) => copies.sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b)
    .map((copies) => copies.map((at) => papers[at] as P));
};
