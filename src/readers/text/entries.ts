import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import type { DateLine } from '../../fields/date.js';
import { linksIn } from '../../fields/links.js';
import type { Entry } from '../../page.js';
import type { Label } from './label.js';
import type { Labelled } from './labels.js';
import { formOf, type Layout } from './layout.js';
import { hubHandle } from './target.js';
import type { Token } from './token.js';

/** A paper as its tokens give it, before anybody asks whether it is one. */
export interface Draft {
  tokens: readonly Labelled[];
  entry: Entry;
  /** A number that can be read in two ways. */
  ambiguous: readonly Token[];
  /** Paragraphs that became one abstract. */
  paragraphs: number;
}

/** The papers of a page whose tokens are labelled, in order. */
export const draftsOf = (page: readonly Labelled[], layout: Layout): Draft[] => {
  const groups: Labelled[][] = [];
  for (const labelled of page) {
    if (labelled.entry === 0) continue;
    const group = groups[labelled.entry - 1];
    if (group) group.push(labelled);
    else groups[labelled.entry - 1] = [labelled];
  }
  return groups.map((group) => draftOf(group, layout));
};

const of = (tokens: readonly Labelled[], ...labels: Label[]): Token[] =>
  tokens.flatMap(({ token, label }) => (labels.includes(label) ? [token] : []));

const draftOf = (tokens: readonly Labelled[], layout: Layout): Draft => {
  const titles = of(tokens, 'title', 'title-on');
  const prose = tokens.filter(({ label }) => label === 'prose' || label === 'prose-on');
  const abstract = prose.length === 0 ? null : proseOf(prose);
  const date = dateOf(of(tokens, 'date'));
  const organization = organizationOf(tokens);
  const counted = countOf(tokens, 'comments') ?? date?.comments ?? null;
  const glued = counted === null && layout.kind === 'day' ? commentsBehind(organization.line) : null;
  const names = of(tokens, 'names').flatMap(({ fact }) => (fact.kind === 'names' ? fact.names : []));
  const id = idOf(tokens);
  const github = of(tokens, 'stars');
  const [unknown] = of(tokens, 'form');
  const lines = tokens.flatMap(({ token }) => [token.line, ...token.joined]);
  const entry: Entry = {
    line: titles[0]?.line ?? null,
    firstLine: Math.min(...lines),
    lastLine: Math.max(...lines),
    printed: date?.day ?? null,
    organizationLine: glued?.name ?? organization.line,
    ...(unknown ? { unknownForm: formOf(unknown) ?? unknown.text } : {}),
    fields: {
      title: titles.length === 0 ? null : titles.map(({ text }) => text).join(' '),
      upvotes: countOf(tokens, 'upvotes'),
      comments: counted ?? glued?.count ?? null,
      authorCount: authorsOf(of(tokens, 'authors')) ?? (names.length > 0 ? names.length : null),
      organization: organization.name,
      organizationSlug: organization.slug,
      submittedBy: submitterOf(tokens),
      arxivId: id,
      url: id === null ? null : hubPaperUrl(id),
      githubRepo: github.find(({ target }) => target?.kind === 'github')?.target?.url ?? null,
      githubStars: countOf(tokens, 'stars'),
      authors: names,
      links: abstract === null ? [] : linksIn(abstract),
      abstract,
    },
    truncated: false,
  };
  const ambiguous = [
    ...of(tokens, 'date').filter(({ fact }) => fact.kind === 'date' && fact.date.ambiguous),
    ...(glued?.ambiguous ? of(tokens, 'organization') : []),
  ];
  return { tokens, entry, ambiguous, paragraphs: paragraphsOf(prose) };
};

/** List marks inside an abstract are its own; before it they are the page's. */
const proseOf = (prose: readonly Labelled[]): string =>
  prose
    .map(({ token: { bullet, text } }, i) => (i === 0 && prose.length === 1 ? text : bullet + text))
    .join(' ');

const paragraphsOf = (prose: readonly Labelled[]): number =>
  prose.filter(({ token, label }, i) => label === 'prose' || (i > 0 && token.gap > 0 && token.link === 0))
    .length;

const dateOf = (tokens: readonly Token[]): DateLine | null => {
  for (const { fact } of tokens) if (fact.kind === 'date') return fact.date;
  return null;
};

const authorsOf = (tokens: readonly Token[]): number | null => {
  for (const { fact } of tokens) if (fact.kind === 'authors') return fact.count;
  return null;
};

const countOf = (tokens: readonly Labelled[], wanted: 'comments' | 'stars' | 'upvotes'): number | null => {
  for (const { token, label } of tokens) {
    if (label !== wanted) continue;
    const { fact } = token;
    const count = fact.kind === 'github' ? fact.stars : 'count' in fact ? fact.count : null;
    if (count !== null) return count;
  }
  return null;
};

const submitterOf = (tokens: readonly Labelled[]): string | null => {
  for (const { token, label } of tokens) {
    if (label === 'submitter' && token.fact.kind === 'submitter' && token.fact.handle !== null)
      return token.fact.handle;
    if (label !== 'handle') continue;
    if (token.fact.kind === 'organization') return token.fact.slug ?? token.text;
    return token.target?.kind === 'hub' ? hubHandle(token.target) : token.text;
  }
  return null;
};

/** The id that the title's own link names goes before one of an upvote, comments or another link. */
const idOf = (tokens: readonly Labelled[]): string | null => {
  const named = tokens.filter(({ token, label }) => token.target?.id && label !== 'prose-on');
  const best = named.find(({ label }) => label === 'title') ?? named[0];
  const id = best?.token.target?.id;
  return id ? arxivId(id) : null;
};

/** `[cranelab]Crane Lab`: the space behind the alternative text got lost. */
const GLUED_ALT = /^(\[[\w.-]+\])(?=\S)/;

/** A name and its handle where something says them apart, else the line as it is printed. */
const organizationOf = (
  tokens: readonly Labelled[],
): { line: string | null; name: string | null; slug: string | null } => {
  const parts = of(tokens, 'organization', 'organization-on');
  const [first] = parts;
  if (first === undefined) return { line: null, name: null, slug: null };
  const said = parts.map(({ text }) => text).join(' ');
  if (first.fact.kind === 'organization' && first.fact.slug !== null) {
    const rest = parts.slice(1).map(({ text }) => text);
    const name = [first.fact.name, ...rest].join(' ');
    const { slug } = first.fact;
    // The alternative text of its logo may stand before a name.
    return { line: null, name: name.startsWith(`${slug} `) ? name.slice(slug.length + 1) : name, slug };
  }
  const [alt] = of(tokens, 'alt-text');
  return { line: alt ? `[${alt.text}] ${said}` : said.replace(GLUED_ALT, '$1 '), name: null, slug: null };
};

const NUMBER_BEHIND = /( ?)(\d[\d,]{0,6})$/;

/** `Crane Lab 5`, last on a page of a day: the comments stand on its line. `Lab5` could be a name. */
const commentsBehind = (line: string | null): { name: string; count: number; ambiguous: boolean } | null => {
  const [behind, space, digits = ''] = NUMBER_BEHIND.exec(line ?? '') ?? [];
  if (line === null || behind === undefined) return null;
  const name = line.slice(0, line.length - behind.length).trimEnd();
  const count = readCount(digits);
  return count === null || !/\p{L}/u.test(name) ? null : { name, count, ambiguous: space === '' };
};
