import { CITED_FIELDS } from './cited-fields.js';
import type { Writer } from './writer.js';

/** A bibliography for LaTeX: `keywords` and `abstract` too where they are asked for, no other field fits. */
export const bibtex = {
  name: 'bibtex',
  aliases: ['bib'],
  extensions: ['.bib'],
  about: 'a bibliography for LaTeX',
  defaultFields: CITED_FIELDS,
  async *write(papers, options) {
    const { bibtexEntry } = await import('./bibtex-entry.js');
    const { cite } = await import('./cite.js');
    let before = '';
    for await (const entries of cite(papers, options)) {
      yield before + entries.map(bibtexEntry).join('\n');
      before = '\n';
    }
  },
} as const satisfies Writer;
