import type { FieldName } from '../paper.js';
import { citationStem, identity } from './citation-key.js';
import { oneLine } from './one-line.js';
import { type Person, person } from './person.js';
import { pick } from './pick.js';
import type { Writable } from './writer.js';

/** What a bibliography says of a paper, in the words of no format. */
export interface Citation {
  /** The key without what tells papers of the same key apart. */
  stem: string;
  identity: string;
  title: string;
  /** The names, else the organization; empty where the source gives neither. */
  authors: readonly Person[];
  /** Whether names were given: an organization is none. */
  hasNames: boolean;
  /** Year, month, day, as far as they are known. */
  issued: readonly number[];
  arxivId: string | null;
  url: string | null;
  keywords: readonly string[];
  abstract: string | null;
}

const OLD_STYLE = /\/(?=\d)/;

/** Year and month in which arXiv gave the id. */
export const monthOfId = (id: string): readonly number[] => {
  const digits = id.split(OLD_STYLE).at(-1) ?? '';
  const [year, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  return [year + (year > 90 ? 1900 : 2000), month];
};

const issuedOf = (published: string | null | undefined, arxivId: string | null): readonly number[] => {
  if (published != null) return published.split('-').map(Number);
  return arxivId === null ? [] : monthOfId(arxivId);
};

const people = (names: readonly string[]): Person[] => names.flatMap((name) => person(name) ?? []);

const text = (value: string | null | undefined): string | null => (value == null ? null : oneLine(value));

/** What to say of a paper where these fields are asked for; its key never depends on them. */
export const citationOf = (paper: Writable, fields: readonly FieldName[]): Citation => {
  const asked = pick(paper, fields);
  const names = people(asked.authors ?? []);
  const organization = text(asked.organization);
  const arxivId = asked.arxivId ?? null;
  return {
    stem: citationStem(paper.title, issuedOf(paper.published, paper.arxivId)[0]),
    identity: identity(paper),
    title: text(paper.title) ?? '',
    authors: names.length > 0 || !organization ? names : [{ literal: organization }],
    hasNames: names.length > 0,
    issued: issuedOf(asked.published, arxivId),
    arxivId,
    url: asked.url ?? null,
    keywords: (asked.keywords ?? []).flatMap((word) => text(word) || []),
    abstract: text(asked.abstract) || null,
  };
};

/** The DOI that arXiv registers for every paper. */
export const arxivDoi = (id: string): string => `10.48550/arXiv.${id}`;
