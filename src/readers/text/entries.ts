import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import type { DateLine } from '../../fields/date.js';
import { linksIn, webAddress } from '../../fields/links.js';
import type { Entry } from '../../page.js';
import { repeatedForm } from './forms.js';
import type { Labelled } from './labels.js';
import type { Layout } from './layout.js';
import { hubHandle } from './target.js';
import type { Fact, LabelledField, Token } from './token.js';

/** A paper as its tokens give it; whether it is one is decided later (`evidence.ts`). */
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
  const drafts = groups.map((group) => draftOf(group, layout));
  // One name may end in a number; where two do, the page prints comments there.
  const names = drafts.filter(({ ambiguous }) => ambiguous.some(isName)).length;
  return names < 2
    ? drafts
    : drafts.map((draft) => ({
        ...draft,
        ambiguous: draft.ambiguous.filter((token) => !isName(token)),
      }));
};

const isName = ({ fact }: Token): boolean => fact.kind !== 'date';

/** The tokens of an entry by what they are. */
const sorted = (tokens: readonly Labelled[]) => {
  const titles: Token[] = [];
  const prose: Labelled[] = [];
  const dates: Token[] = [];
  const organizations: Token[] = [];
  const names: string[] = [];
  const found = {
    titles,
    prose,
    dates,
    organizations,
    names,
    moreNames: false,
    said: {} as Partial<Record<LabelledField, string>>,
    altText: null as Token | null,
    form: null as Token | null,
    authors: null as number | null,
    comments: null as number | null,
    stars: null as number | null,
    upvotes: null as number | null,
    github: null as string | null,
    submitter: null as string | null,
    firstLine: Number.POSITIVE_INFINITY,
    lastLine: 0,
  };
  for (const labelled of tokens) {
    const { token, label } = labelled;
    const { fact, line } = token;
    if (line < found.firstLine) found.firstLine = line;
    if (line > found.lastLine) found.lastLine = line;
    for (const joined of token.joined) if (joined > found.lastLine) found.lastLine = joined;
    switch (label) {
      case 'title':
      case 'title-on':
        if (fact.kind !== 'title' || !fact.unsure) titles.push(token);
        break;
      case 'prose':
      case 'prose-on':
        prose.push(labelled);
        break;
      case 'date':
        dates.push(token);
        break;
      case 'organization':
      case 'organization-on':
        organizations.push(token);
        break;
      case 'alt-text':
        found.altText ??= token;
        break;
      case 'names':
        if (fact.kind === 'names') names.push(...fact.names);
        found.moreNames ||= fact.kind === 'names' && fact.more === true;
        break;
      case 'authors':
        if (fact.kind === 'authors') found.authors ??= fact.count;
        break;
      case 'stars':
        if (token.target?.kind === 'github') found.github ??= token.target.url;
        found.stars ??= countIn(fact);
        break;
      case 'comments':
        found.comments ??= countIn(fact);
        break;
      case 'upvotes':
        found.upvotes ??= countIn(fact);
        break;
      case 'submitter':
        if (fact.kind === 'submitter') found.submitter ??= fact.handle;
        break;
      case 'handle':
        found.submitter ??= handleOf(token);
        break;
      case 'form':
        found.form ??= token;
        break;
      case 'link':
      case 'nothing':
        if (fact.kind === 'link' && fact.names) found.said[fact.names] ??= token.text;
        break;
    }
  }
  return found;
};

const draftOf = (tokens: readonly Labelled[], layout: Layout): Draft => {
  const found = sorted(tokens);
  const { titles, prose, dates, names } = found;
  const abstract = prose.length === 0 ? null : proseOf(prose);
  const date = dateOf(dates);
  const organization = organizationOf(found.organizations, found.altText);
  const counted = found.comments ?? date?.comments ?? null;
  const glued = counted === null && layout.kind === 'day' ? commentsBehind(organization.line) : null;
  const id = idOf(tokens);
  const entry: Entry = {
    line: titles[0]?.line ?? null,
    firstLine: found.firstLine,
    lastLine: found.lastLine,
    printed: date?.day ?? null,
    organizationLine: glued?.name ?? organization.line,
    ...(found.form ? { unknownForm: repeatedForm(found.form) ?? found.form.text } : {}),
    fields: {
      title: titles.length === 0 ? null : titles.map(({ text }) => text).join(' '),
      upvotes: found.upvotes,
      comments: counted ?? glued?.count ?? null,
      authorCount: found.authors ?? (names.length > 0 && !found.moreNames ? names.length : null),
      organization: organization.name,
      organizationSlug: organization.slug,
      submittedBy: found.submitter,
      arxivId: id,
      url: id === null ? null : hubPaperUrl(id),
      githubRepo: found.github,
      githubStars: found.stars,
      projectPage: webAddress(found.said.projectPage ?? ''),
      authors: names,
      keywords: keywordsIn(found.said.keywords ?? ''),
      aiSummary: found.said.aiSummary ?? null,
      links: abstract === null ? [] : linksIn(abstract),
      abstract,
    },
    truncated: false,
  };
  const ambiguous = dates.filter(({ fact }) => fact.kind === 'date' && fact.date.ambiguous);
  if (glued?.ambiguous) ambiguous.push(...found.organizations);
  return { tokens, entry, ambiguous, paragraphs: paragraphsOf(prose) };
};

const keywordsIn = (list: string): string[] =>
  list
    .split(/[,;，；、]/)
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== 'None');

/** List marks inside an abstract are its own; before it they are the page's. */
const proseOf = (prose: readonly Labelled[]): string =>
  prose.length === 1
    ? (prose[0] as Labelled).token.text
    : prose.map(({ token: { bullet, text } }) => bullet + text).join(' ');

const paragraphsOf = (prose: readonly Labelled[]): number =>
  prose.filter(({ token, label }, i) => label === 'prose' || (i > 0 && token.gap > 0 && token.link === 0))
    .length;

const dateOf = (tokens: readonly Token[]): DateLine | null => {
  for (const { fact } of tokens) if (fact.kind === 'date') return fact.date;
  return null;
};

const countIn = (fact: Fact): number | null =>
  fact.kind === 'github' ? fact.stars : 'count' in fact ? fact.count : null;

const handleOf = ({ fact, target, text }: Token): string => {
  if (fact.kind === 'organization') return fact.slug ?? text;
  return target?.kind === 'hub' ? hubHandle(target) : text;
};

/** The id that the title's own link names goes before one of an upvote, comments or another link. */
const idOf = (tokens: readonly Labelled[]): string | null => {
  let named: string | null = null;
  for (const { token, label } of tokens) {
    const id = label === 'prose-on' ? null : token.target?.id;
    if (!id) continue;
    if (label === 'title') return arxivId(id);
    named ??= id;
  }
  return named === null ? null : arxivId(named);
};

/** `[cranelab]Crane Lab`: the space behind the alternative text got lost. */
const GLUED_ALT = /^(\[[\w.-]+\])(?=\S)/;

/** A name and its handle where something says them apart, else the line as it is printed. */
const organizationOf = (
  parts: readonly Token[],
  alt: Token | null,
): { line: string | null; name: string | null; slug: string | null } => {
  const [first] = parts;
  if (first === undefined) return { line: null, name: null, slug: null };
  const said = parts.map(({ text }) => text).join(' ');
  if (first.fact.kind === 'organization' && first.fact.slug !== null) {
    const rest = parts.slice(1).map(({ text }) => text);
    const name = [first.fact.name, ...rest].join(' ');
    const { slug } = first.fact;
    // The alternative text of its logo may come before a name.
    return { line: null, name: name.startsWith(`${slug} `) ? name.slice(slug.length + 1) : name, slug };
  }
  return { line: alt ? `[${alt.text}] ${said}` : said.replace(GLUED_ALT, '$1 '), name: null, slug: null };
};

const NUMBER_BEHIND = /( ?)(\d[\d,]{0,6})$/;

/** `Crane Lab 5`, last in an entry on a page of a day: the comments share its line. `Lab5` could be a name. */
const commentsBehind = (line: string | null): { name: string; count: number; ambiguous: boolean } | null => {
  const [behind, space, digits = ''] = NUMBER_BEHIND.exec(line ?? '') ?? [];
  if (line === null || behind === undefined) return null;
  const name = line.slice(0, line.length - behind.length).trimEnd();
  const count = readCount(digits);
  return count === null || !/\p{L}/u.test(name) ? null : { name, count, ambiguous: space === '' };
};
