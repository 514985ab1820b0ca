import { diagnostic, type Report } from '../diagnostic.js';
import { mergeCopies } from './merge.js';
import type { Selectable, Stage } from './options.js';
import { copiesOf } from './same-paper.js';

/** One record for each paper, wherever its copies stand. Reads everything first: a copy may come last. */
export const unique: Stage = (papers, { unique, onDiagnostic }) =>
  unique === true ? merged(papers, onDiagnostic) : papers;

async function* merged<P extends Selectable>(papers: AsyncIterable<P>, report: Report | undefined) {
  const all: P[] = [];
  for await (const paper of papers) all.push(paper);
  const groups = copiesOf(all);
  const twice = groups.filter(({ length }) => length > 1).length;
  if (twice > 0) {
    const message = `${twice} ${twice === 1 ? 'paper stands' : 'papers stand'} there more than once; the copies were merged`;
    report?.(diagnostic('duplicate-merged', { message }));
  }
  for (const copies of groups) yield mergeCopies(copies, report);
}
