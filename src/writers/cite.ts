import { diagnostic } from '../diagnostic.js';
import { type Citation, citationOf } from './citation.js';
import { citationKeys } from './citation-key.js';
import { CITED_FIELDS } from './cited-fields.js';
import type { Writable, WriteOptions } from './writer.js';

/** A citation with its key. */
export interface Entry extends Citation {
  key: string;
}

/** Entries that are written together. */
const ENTRIES_A_PIECE = 200;

/**
 * The entries of a bibliography, in lists. All papers are read first, though only what an entry says is held: whether
 * a key is free is known when every paper is.
 */
export async function* cite(
  papers: AsyncIterable<readonly Writable[]>,
  { fields = CITED_FIELDS, onDiagnostic }: WriteOptions,
): AsyncGenerator<Entry[], void, undefined> {
  const citations: Citation[] = [];
  for await (const list of papers) for (const paper of list) citations.push(citationOf(paper, fields));
  const keys = citationKeys(citations);
  const entries = citations.map((citation, at): Entry => ({ ...citation, key: keys[at] as string }));
  for (let at = 0; at < entries.length; at += ENTRIES_A_PIECE) yield entries.slice(at, at + ENTRIES_A_PIECE);

  const thin = citations.filter(({ hasNames, arxivId }) => !hasNames && arxivId === null).length;
  if (thin === 0) return;
  onDiagnostic?.(
    diagnostic('citation-incomplete', {
      message: `${thin} of ${citations.length} entries have neither author names nor an arXiv id`,
      hint: 'save the page as HTML: it holds both',
    }),
  );
}
