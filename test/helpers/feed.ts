import type { Diagnostic } from '../../src/diagnostic.js';
import type { PaperRecord } from '../../src/paper.js';
import { select } from '../../src/select/index.js';
import type { SelectOptions } from '../../src/select/stage.js';

/** A feed that counts what was taken from it and knows whether it was closed. */
export const feed = (papers: Iterable<PaperRecord>) => {
  const state = { read: 0, closed: false };
  async function* generate(): AsyncGenerator<PaperRecord> {
    try {
      for (const paper of papers) {
        state.read += 1;
        yield paper;
      }
    } finally {
      state.closed = true;
    }
  }
  return { state, papers: generate() };
};

/** What a selection gives, and what it says. */
export const selected = async (
  papers: Iterable<PaperRecord>,
  options: SelectOptions,
): Promise<{ papers: PaperRecord[]; titles: string[]; said: Diagnostic[] }> => {
  const said: Diagnostic[] = [];
  const found: PaperRecord[] = [];
  const stream = select(feed(papers).papers, {
    ...options,
    onDiagnostic: (diagnostic) => said.push(diagnostic),
  });
  for await (const paper of stream) found.push(paper);
  return { papers: found, titles: found.map(({ title }) => title), said };
};
