import { arxivDoi, type Citation } from './citation.js';
import type { Entry } from './cite.js';
import { escapeLatex, escapeTitle } from './escape-latex.js';
import type { Person } from './person.js';
import { visible } from './visible.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Family, Given`, with particle and suffix where BibTeX wants them; a whole name in braces. */
const name = (person: Person): string => {
  if ('literal' in person) return `{${escapeLatex(person.literal)}}`;
  const { particle, family, suffix, given } = person;
  const last = particle === undefined ? family : `${particle} ${family}`;
  return [last, suffix, given]
    .filter((part) => part !== undefined)
    .map(escapeLatex)
    .join(', ');
};

/** An address stands there bare: what could end the field or is no ASCII is percent-encoded. */
const address = (url: string): string =>
  visible(url).replace(/[^\w!#$%&'()*+,\-./:;=?@[\]~]/gu, encodeURIComponent);

type Field = readonly [name: string, value: string | null];

const braced = (value: string | null): string | null => (value === null ? null : `{${value}}`);

/** The fields of an entry, in this order; `null` is left out. */
const fieldsOf = ({ title, authors, issued, arxivId, url, keywords, abstract }: Citation): Field[] => {
  const [year, month] = issued;
  return [
    ['title', braced(escapeTitle(title))],
    ['author', authors.length === 0 ? null : braced(authors.map(name).join(' and '))],
    ['key', authors.length === 0 ? braced(escapeLatex(title)) : null],
    ['year', year === undefined ? null : braced(String(year))],
    ['month', month === undefined ? null : (MONTHS[month - 1] ?? null)],
    ['eprint', braced(arxivId)],
    ['archivePrefix', arxivId === null ? null : '{arXiv}'],
    ['eprinttype', arxivId === null ? null : '{arxiv}'],
    ['doi', arxivId === null ? null : braced(arxivDoi(arxivId))],
    ['url', url === null ? null : braced(address(url))],
    ['keywords', keywords.length === 0 ? null : braced(keywords.map(escapeLatex).join(', '))],
    ['abstract', abstract === null ? null : braced(escapeLatex(abstract))],
  ];
};

/** One `@misc` entry, ended with a line break. */
export const bibtexEntry = (entry: Entry): string => {
  const lines = fieldsOf(entry).flatMap(([field, value]) =>
    value === null ? [] : [`  ${field} = ${value}`],
  );
  return `@misc{${entry.key},\n${lines.join(',\n')}\n}\n`;
};
