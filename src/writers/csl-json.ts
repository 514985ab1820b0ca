import { CITED_FIELDS } from './cited-fields.js';
import type { Writer } from './writer.js';

/** A bibliography for Pandoc, Zotero and citation processors: `keywords` and `abstract` too where they are asked for. */
export const cslJson = {
  name: 'csl-json',
  aliases: [],
  extensions: [],
  about: 'a bibliography for Pandoc and Zotero',
  defaultFields: CITED_FIELDS,
  async *write(papers, options) {
    const { cite } = await import('./cite.js');
    const { cslItem } = await import('./csl-item.js');
    let opening = '[';
    for await (const entries of cite(papers, options)) {
      const array = JSON.stringify(entries.map(cslItem), null, 2);
      yield opening + array.slice('['.length, -'\n]'.length);
      opening = ',';
    }
    yield opening === '[' ? '[]\n' : '\n]\n';
  },
} as const satisfies Writer;
