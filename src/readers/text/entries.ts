import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { linksIn, webAddress } from '../../fields/links.js';
import { squash } from '../../fields/organization.js';
import { joinLines } from '../../fields/text.js';
import type { Entry } from '../../page.js';
import { repeatedForm } from './forms.js';
import type { Label } from './label.js';
import type { Labelled } from './labels.js';
import type { Layout } from './layout.js';
import { type LabelledField, SHORTEST_ABSTRACT, type Token } from './token.js';
import { withoutEmphasis } from './wrapping.js';

/** A possible paper, read from its tokens; `evidence.ts` decides later whether it is one. */
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
  const glued = areGlued(page);
  const drafts = withoutGluedHandles(groups.map((group) => draftOf(group, layout, glued)));
  // One name may end in a number; where two do, the page prints comments there.
  const names = drafts.filter(({ ambiguous }) => ambiguous.some(isName)).length;
  return names < 2
    ? drafts
    : drafts.map((draft) => ({
        ...draft,
        ambiguous: draft.ambiguous.filter((token) => !isName(token)),
      }));
};

/** Whether the page has no space before comments: several of its names end in a number so. */
const areGlued = (page: readonly Labelled[]): boolean => {
  const lines = page.filter(({ label }) => label === 'organization').map(({ token }) => token.text);
  return new Set(lines.filter((line) => /[^\s\d]\d+$/.test(line))).size > 1;
};

/** A word and a handle. */
const LONGEST_WORD = 128;
/** Length of the shortest handle that is looked for at the end of a title. */
const SHORTEST_HANDLE = 4;

/**
 * `… Planning Agentscranelab` above `Crane Lab`: the alternative text of its logo, glued to the title. It is all of the name
 * in small letters, or the beginning of it where half of the page's names have theirs there.
 */
const withoutGluedHandles = (drafts: readonly Draft[]): Draft[] => {
  const glued = drafts.map(({ entry: { fields, organizationLine } }) =>
    fields.organization == null && fields.title != null && organizationLine
      ? gluedHandle(fields.title, organizationLine)
      : null,
  );
  const names = drafts.filter(({ entry }) => entry.organizationLine).length;
  const found = glued.filter((handle) => handle !== null).length;
  const areUsual = found > 1 && found * 2 >= names;
  return drafts.map((draft, i) => {
    const { entry } = draft;
    const [handle, title] = [glued[i], entry.fields.title];
    const name = entry.organizationLine;
    if (!handle || !title || !name || !(areUsual || squash(handle) === squash(name))) return draft;
    const fields = { ...entry.fields, title: title.slice(0, -handle.length) };
    return { ...draft, entry: { ...entry, organizationLine: `[${handle}] ${name}`, fields } };
  });
};

const gluedHandle = (title: string, name: string): string | null => {
  const word = title.slice(title.lastIndexOf(' ') + 1);
  if (word.length > LONGEST_WORD) return null;
  const said = squash(name);
  for (let at = 1; at <= word.length - SHORTEST_HANDLE; at++) {
    const handle = word.slice(at);
    if (!/^[\w.-]*$/.test(handle)) continue;
    const squashed = squash(handle);
    const isSmall = /^[a-z]/.test(handle);
    // A word with an inner capital, like a model's name, must end in the whole name.
    const isEnd = isSmall ? said.startsWith(squashed) : said === squashed && /[a-z]$/.test(word.slice(0, at));
    if (squashed.length >= SHORTEST_HANDLE && isEnd) return handle;
  }
  return null;
};

const isName = ({ fact }: Token): boolean => fact.kind !== 'date';

/**
 * Words after the last of several papers without abstracts belong to the list: `That is all for today!` After only two
 * papers, long text may be the abstract of the second, where that of the first was lost.
 */
export const withoutLastWords = (page: readonly Labelled[]): readonly Labelled[] => {
  const last = page.reduce((most, { entry }) => Math.max(most, entry), 0);
  const from = page.findIndex(({ label }) => label === 'prose');
  const isOfWords = ({ entry, label }: Labelled, at: number): boolean =>
    at >= from && entry > 0 && label !== 'nothing';
  const words = page.filter(isOfWords);
  const [first] = words;
  if (last < 2 || first?.entry !== last || !isApart(first.token)) return page;
  if (!words.every(({ label }) => label === 'prose' || label === 'prose-on')) return page;
  const length = words.reduce((sum, { token }) => sum + token.text.length, 0);
  if (last === 2 && length >= SHORTEST_ABSTRACT) return page;
  return page.map((one, at) => (isOfWords(one, at) ? { ...one, label: 'foreign', entry: 0 } : one));
};

/** Fewer papers do not show how many paragraphs each has. */
const FEWEST_ALIKE = 3;

/**
 * A short second paragraph of the last paper, where no other has one, is about the list: `You get this mail because you
 * signed up.`
 */
export const withoutLastParagraph = (page: readonly Labelled[]): readonly Labelled[] => {
  const abstracts = page.filter(({ label }) => label === 'prose').map(({ entry }) => entry);
  const from = page.findIndex(({ label, token }) => label === 'prose-on' && token.gap > 0);
  const behind = page.slice(Math.max(from, 0)).filter(({ label }) => label !== 'nothing');
  const length = behind.reduce((sum, { token }) => sum + token.text.length, 0);
  const isRemark =
    from !== -1 &&
    abstracts.length >= FEWEST_ALIKE &&
    length < SHORTEST_ABSTRACT &&
    behind.every(({ entry, label }) => entry === abstracts.at(-1) && label === 'prose-on');
  return isRemark ? page.map((one, at) => (at < from ? one : { ...one, label: 'foreign', entry: 0 })) : page;
};

const isApart = ({ gap, indent, bullet, shared, fact }: Token): boolean =>
  gap > 0 && indent === 0 && bullet === '' && !shared && fact.kind === 'text';

/** The tokens of an entry by their labels. */
const byLabelOf = (tokens: readonly Labelled[]): ((label: Label) => readonly Token[]) => {
  const all: Partial<Record<Label, Token[]>> = {};
  for (const { token, label } of tokens) {
    const same = all[label];
    if (same) same.push(token);
    else all[label] = [token];
  }
  return (label) => all[label] ?? NONE;
};
const NONE: readonly Token[] = [];

/** The first value that one of the tokens gives. */
const firstOf = <T>(tokens: readonly Token[], read: (token: Token) => T | null | undefined): T | null => {
  for (const token of tokens) {
    const said = read(token);
    if (said != null) return said;
  }
  return null;
};

/** Later lines may have been joined to its last one. */
const lastLine = (tokens: readonly Labelled[]): number =>
  tokens.reduce((last, { token }) => Math.max(last, token.line, token.joined.at(-1) ?? 0), 0);

const draftOf = (tokens: readonly Labelled[], layout: Layout, areGlued: boolean): Draft => {
  const labelled = byLabelOf(tokens);
  const said = (name: LabelledField): string | null =>
    firstOf([...labelled('link'), ...labelled('nothing')], ({ fact, text }) =>
      fact.kind === 'link' && fact.names === name ? text : null,
    );
  const inOrder = (label: Label, on: Label): Token[] =>
    tokens.filter((one) => one.label === label || one.label === on).map(({ token }) => token);
  const titles = inOrder('title', 'title-on').filter(({ fact }) => fact.kind !== 'title' || !fact.unsure);
  const prose = tokens.filter(({ label }) => label === 'prose' || label === 'prose-on');
  const dates = labelled('date');
  const organizations = inOrder('organization', 'organization-on');
  const lists = labelled('names').flatMap(({ fact }) => (fact.kind === 'names' ? [fact] : []));
  const names = lists.flatMap((list) => list.names);
  const [form] = labelled('form');
  const abstract = prose.length === 0 ? null : proseOf(prose);
  const date = firstOf(dates, ({ fact }) => (fact.kind === 'date' ? fact.date : null));
  const organization = organizationOf(organizations, labelled('alt-text')[0] ?? null);
  const counted = firstOf(labelled('comments'), countIn) ?? date?.comments ?? null;
  // A logo's alternative text repeats the name, and no number.
  const isRepeated = tokens.some(({ token }) => token.doubled && token.text === organization.line);
  const isGlued = counted === null && layout.kind === 'day' && !layout.commentsApart && !isRepeated;
  const glued = isGlued ? commentsBehind(organization.line, areGlued) : null;
  const [title, idBehind] = withoutId(titleOf(titles));
  const id = idOf(tokens) ?? idBehind;
  const submitter =
    firstOf(labelled('submitter'), ({ fact }) => (fact.kind === 'submitter' ? fact.handle : null)) ??
    firstOf(labelled('handle'), handleOf);
  const entry: Entry = {
    line: titles[0]?.line ?? null,
    firstLine: tokens[0]?.token.line ?? null,
    lastLine: lastLine(tokens),
    printed: date?.day ?? null,
    organizationLine: glued?.name ?? organization.line,
    ...(form ? { unknownForm: repeatedForm(form) ?? form.text } : {}),
    fields: {
      title,
      upvotes: firstOf(labelled('upvotes'), countIn),
      comments: counted ?? glued?.count ?? null,
      authorCount:
        firstOf(labelled('authors'), countIn) ??
        (names.length > 0 && !lists.some(({ unnamed }) => unnamed === null)
          ? lists.reduce((sum, list) => sum + (list.unnamed ?? 0), names.length)
          : null),
      organization: organization.name,
      organizationSlug: organization.slug,
      submittedBy: submitter,
      arxivId: id,
      url: id === null ? null : hubPaperUrl(id),
      githubRepo:
        firstOf(labelled('stars'), repoOf) ??
        firstOf(labelled('link'), repoOf) ??
        firstOf(labelled('nothing'), repoOf),
      githubStars: firstOf(labelled('stars'), countIn),
      projectPage: webAddress(said('projectPage') ?? ''),
      authors: names,
      keywords: keywordsIn(said('keywords') ?? ''),
      aiSummary: said('aiSummary'),
      links: abstract === null ? [] : linksIn(abstract),
      abstract,
    },
    truncated: false,
  };
  const ambiguous = dates.filter(({ fact }) => fact.kind === 'date' && fact.date.ambiguous);
  if (glued?.ambiguous) ambiguous.push(...organizations);
  return { tokens, entry, ambiguous, paragraphs: paragraphsOf(prose) };
};

const keywordsIn = (list: string): string[] =>
  list
    .split(/[,;，；、]/)
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== 'None');

const repoOf = ({ target }: Token): string | null => (target?.kind === 'github' ? target.url : null);

const ID_BEHIND = /\s[([](?:arXiv:\s?)?(\d{4}\.\d{4,5})(?:v\d{1,2})?[)\]]$/i;

/** `Old Letters (2405.15595)`: the id behind a title is not part of it. */
const withoutId = (title: string | null): [title: string | null, id: string | null] => {
  const [behind, id] = (title && ID_BEHIND.exec(title)) || [];
  return title === null || behind === undefined
    ? [title, null]
    : [title.slice(0, -behind.length), arxivId(id ?? '')];
};

/** Bold marks may be around all of its lines. */
const titleOf = (titles: readonly Token[]): string | null => {
  const title = joinLines(titles.flatMap(({ text }) => text || [])) || null;
  return title !== null && titles.length > 1 ? withoutEmphasis(title, false) : title;
};

/** List marks inside an abstract are its own; one before all of it is the page's. */
const proseOf = (prose: readonly Labelled[]): string => {
  const [first, ...others] = prose.map(({ token }) => token).filter(({ text }) => text !== '');
  const isList = others.some(({ bullet }) => bullet !== '');
  const said = others.map(({ bullet, text }) => bullet + text);
  return joinLines([isList ? `${first?.bullet}${first?.text}` : (first?.text ?? ''), ...said]);
};

const paragraphsOf = (prose: readonly Labelled[]): number =>
  prose.filter(({ token, label }, i) => label === 'prose' || (i > 0 && token.gap > 0 && token.link === 0))
    .length;

const countIn = ({ fact }: Token): number | null =>
  fact.kind === 'github' ? fact.stars : 'count' in fact ? fact.count : null;

const handleOf = ({ fact, text }: Token): string =>
  (fact.kind === 'organization' ? (fact.slug ?? text) : text).replace(/^@/, '');

/**
 * The id in the title's own link takes precedence over that of an upvote, comments or other link.
 */
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

/** A name and its handle where something tells them apart, else the line as printed. */
const organizationOf = (
  parts: readonly Token[],
  alt: Token | null,
): { line: string | null; name: string | null; slug: string | null } => {
  const [first] = parts;
  if (first === undefined) return { line: null, name: null, slug: null };
  const said = joinLines(parts.map(({ text }) => text));
  if (first.fact.kind === 'organization' && first.fact.slug !== null) {
    const rest = parts.slice(1).map(({ text }) => text);
    const name = joinLines([first.fact.name, ...rest]);
    const { slug } = first.fact;
    // The alternative text of its logo may come before a name.
    return { line: null, name: name.startsWith(`${slug} `) ? name.slice(slug.length + 1) : name, slug };
  }
  return { line: alt ? `[${alt.text}] ${said}` : said.replace(GLUED_ALT, '$1 '), name: null, slug: null };
};

const NUMBER_BEHIND = /( ?)(\d[\d,]{0,6})$/;

/** `Crane Lab 5`, last in an entry on a page of a day: the comments share its line. `Crane Lab5` could be a name, and `Ai2` alone is. */
const commentsBehind = (
  line: string | null,
  areGlued: boolean,
): { name: string; count: number; ambiguous: boolean } | null => {
  const [behind, space, digits = ''] = NUMBER_BEHIND.exec(line ?? '') ?? [];
  if (line === null || behind === undefined) return null;
  const name = line.slice(0, line.length - behind.length).trimEnd();
  const count = readCount(digits);
  if (space === '' && !name.includes(' ') && !areGlued) return null;
  return count === null || !/\p{L}/u.test(name) ? null : { name, count, ambiguous: space === '' };
};
