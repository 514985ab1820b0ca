import { arxivDoi, CITED_FIELDS, type CitedEntry, cite, type Person } from './citation.js';
import { arrayText } from './json.js';
import type { WriterModule } from './writer.js';

/** A bibliography for Pandoc, Zotero and citation processors: `keywords` and `abstract` too where they are asked for. */
export const cslJson: WriterModule = {
  defaultFields: CITED_FIELDS,
  async *write(papers, options) {
    yield* arrayText(cite(papers, options), cslItem);
  },
};

const cslName = (person: Person): Record<string, string> => {
  if ('literal' in person) return person;
  const { family, given, particle, suffix } = person;
  return { family, given, ...(particle && { 'non-dropping-particle': particle }), ...(suffix && { suffix }) };
};

/** An item of CSL-JSON 1.0.2. */
const cslItem = ({ key, title, authors, issued, arxivId, url, keywords, abstract }: CitedEntry): object => ({
  id: key,
  type: 'article',
  genre: 'preprint',
  title,
  ...(authors.length > 0 && { author: authors.map(cslName) }),
  ...(issued.length > 0 && { issued: { 'date-parts': [issued] } }),
  ...(arxivId !== null && { publisher: 'arXiv', number: `arXiv:${arxivId}`, DOI: arxivDoi(arxivId) }),
  ...(url !== null && { URL: url }),
  ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
  ...(abstract !== null && { abstract }),
});
