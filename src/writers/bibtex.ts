import { MONTHS, visible } from '../words.js';
import { arxivDoi, CITED_FIELDS, type Citation, type CitedEntry, cite } from './citation.js';
import { escapeLatex, escapeTitle } from './escape-latex.js';
import type { Person } from './person.js';
import type { Writer } from './writer.js';

/** A bibliography for LaTeX: `keywords` and `abstract` too where they are asked for, no other field fits. */
export const bibtex = {
  name: 'bibtex',
  aliases: ['bib'],
  extensions: ['.bib'],
  about: 'a bibliography for LaTeX',
  defaultFields: CITED_FIELDS,
  async *write(papers, options) {
    let before = '';
    for await (const entries of cite(papers, options)) {
      yield before + entries.map(bibtexEntry).join('\n');
      before = '\n';
    }
  },
} as const satisfies Writer;

/** `Family, Given`, with particle and suffix where BibTeX wants them; a whole name in braces. */
const bibtexName = (person: Person): string => {
  if ('literal' in person) return `{${escapeLatex(person.literal)}}`;
  const { particle, family, suffix, given } = person;
  const last = particle === undefined ? family : `${particle} ${family}`;
  return [last, suffix, given]
    .filter((part) => part !== undefined)
    .map(escapeLatex)
    .join(', ');
};

/** An address is not escaped: what could end the field, or is not ASCII, is percent-encoded. */
const address = (url: string): string =>
  visible(url).replace(/[^\w!#$%&'()*+,\-./:;=?@[\]~]/gu, encodeURIComponent);

type Field = readonly [name: string, value: string | null];

const braced = (value: string | null): string | null => (value === null ? null : `{${value}}`);

/** The fields of an entry, in this order; `null` is left out. */
const fieldsOf = ({ title, authors, issued, arxivId, url, keywords, abstract }: Citation): Field[] => {
  const [year, month] = issued;
  return [
    ['title', braced(escapeTitle(title))],
    ['author', authors.length === 0 ? null : braced(authors.map(bibtexName).join(' and '))],
    ['key', authors.length === 0 ? braced(escapeLatex(title)) : null],
    ['year', year === undefined ? null : braced(String(year))],
    ['month', month === undefined ? null : (MONTHS[month - 1]?.slice(0, 3).toLowerCase() ?? null)],
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
const bibtexEntry = (entry: CitedEntry): string => {
  const lines = fieldsOf(entry).flatMap(([field, value]) =>
    value === null ? [] : [`  ${field} = ${value}`],
  );
  return `@misc{${entry.key},\n${lines.join(',\n')}\n}\n`;
};
