import type { Diagnostic } from '../../src/diagnostic.js';
import { select } from '../../src/select/index.js';
import type { Selectable, SelectOptions } from '../../src/select/options.js';

/** A feed that counts what was taken from it and knows whether it was closed. */
export const feed = (papers: Iterable<Selectable>) => {
  const state = { read: 0, closed: false };
  async function* generate(): AsyncGenerator<Selectable> {
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
  papers: Iterable<Selectable>,
  options: SelectOptions,
): Promise<{ papers: Selectable[]; titles: string[]; said: Diagnostic[] }> => {
  const said: Diagnostic[] = [];
  const found: Selectable[] = [];
  const stream = select(feed(papers).papers, {
    ...options,
    onDiagnostic: (diagnostic) => said.push(diagnostic),
  });
  for await (const paper of stream) found.push(paper);
  return { papers: found, titles: found.map(({ title }) => title), said };
};
