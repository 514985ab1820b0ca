import { arxivDoi } from './citation.js';
import type { Entry } from './cite.js';
import type { Person } from './person.js';

const name = (person: Person): Record<string, string> => {
  if ('literal' in person) return person;
  const { family, given, particle, suffix } = person;
  return { family, given, ...(particle && { 'non-dropping-particle': particle }), ...(suffix && { suffix }) };
};

/** An item of CSL-JSON 1.0.2. */
export const cslItem = ({
  key,
  title,
  authors,
  issued,
  arxivId,
  url,
  keywords,
  abstract,
}: Entry): object => ({
  id: key,
  type: 'article',
  genre: 'preprint',
  title,
  ...(authors.length > 0 && { author: authors.map(name) }),
  ...(issued.length > 0 && { issued: { 'date-parts': [issued] } }),
  ...(arxivId !== null && { publisher: 'arXiv', number: `arXiv:${arxivId}`, DOI: arxivDoi(arxivId) }),
  ...(url !== null && { URL: url }),
  ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
  ...(abstract !== null && { abstract }),
});
