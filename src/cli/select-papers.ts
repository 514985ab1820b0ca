import { type PaperRecord, type Report, type SelectOptions, select } from '../index.js';

/** The papers that were asked for. All are read, also those after `--limit`: the gates look at every one. */
export const selectPapers = <P extends PaperRecord>(
  papers: AsyncIterable<P>,
  options: SelectOptions,
  onDiagnostic: Report,
): { papers: AsyncIterable<P>; selected: () => number } => {
  const all = papers[Symbol.asyncIterator]();
  /** Nobody can close it. */
  const open = { [Symbol.asyncIterator]: () => ({ next: () => all.next() }) };
  let count = 0;
  async function* selected() {
    try {
      for await (const paper of select(open, { ...options, onDiagnostic })) {
        count += 1;
        yield paper;
      }
    } finally {
      while (!(await all.next()).done);
    }
  }
  return { papers: selected(), selected: () => count };
};
