import { isHandleAndName, isShortAndName } from '../../fields/organization.js';
import type { Draft } from './entries.js';
import type { Label } from './label.js';
import type { Labelled } from './labels.js';
import type { Target } from './target.js';
import { type Fact, SHORTEST_ABSTRACT, type Token } from './token.js';
import { isFeedWord } from './words.js';

/** A token of an entry, with the labels of its neighbours. */
interface Place {
  label: Label;
  isTitle: boolean;
  fact: Fact;
  text: string;
  /** What its link leads to. */
  target: Target['kind'] | undefined;
  above: Label | undefined;
  below: Label | undefined;
}

/**
 * What speaks for a page of this feed and against any other document: fixed log-likelihood ratios, one a sign. Of 600 documents
 * below `node_modules` 599 show none of these signs; of 238 texts of the feed, saved in 43 ways, all show at least one.
 */
const OF_FEED: readonly (readonly [number, (place: Place) => boolean])[] = [
  // A link to the hub's page of the paper: as the title's own, or nearby.
  [4, ({ isTitle, target }) => isTitle && target === 'paper'],
  [3, ({ isTitle, target }) => !isTitle && target === 'paper'],
  [5, ({ target }) => target === 'upvote'],
  [5, ({ target }) => target === 'comments'],
  [4, ({ label }) => label === 'authors'],
  [4.5, ({ label }) => label === 'submitter'],
  // Numbers with the words that say what they count, and without.
  [2, ({ label, fact }) => label === 'upvotes' && fact.kind !== 'count'],
  [1, ({ label, fact }) => label === 'upvotes' && fact.kind === 'count'],
  [1, ({ label, fact }) => label === 'comments' && fact.kind !== 'count'],
  [0.5, ({ label, fact }) => label === 'comments' && fact.kind === 'count'],
  [1.5, ({ label, fact }) => label === 'stars' && fact.kind === 'github' && fact.stars !== null],
  // A dot right above a date, as cards have it; a number behind the date.
  [3, ({ label, above }) => label === 'date' && above === 'dot'],
  [1, ({ label, fact }) => label === 'date' && fact.kind === 'date' && fact.date.comments !== null],
  // A name above the dot, behind its handle, and beside its upvotes, as printed cards have it: enough below the feed's own words.
  [1.5, ({ label, below }) => label === 'organization' && below === 'dot'],
  [
    1,
    ({ label, text }) =>
      label === 'alt-text' || (label === 'organization' && (isHandleAndName(text) || isShortAndName(text))),
  ],
  [
    0.6,
    ({ label, fact, above }) =>
      label === 'organization' && fact.kind === 'organization' && above === 'upvotes',
  ],
  // A dot alone, right below or above the authors, or glued to them.
  [1, ({ label, above, below }) => label === 'dot' && (above === 'authors' || below === 'authors')],
  [1, ({ label, text }) => label === 'authors' && GLUED_DOT.test(text)],
];
/**
 * Signs of any list of papers, such as an awesome list or a lab's publications: alone they never
 * make a paper.
 */
const OF_ANYBODY: typeof OF_FEED = [
  [2.5, ({ isTitle, target }) => isTitle && target === 'arxiv'],
  [1.5, ({ isTitle, target }) => !isTitle && target === 'arxiv'],
  [1, ({ label, above }) => label === 'date' && above !== 'dot'],
  [1, ({ label }) => label === 'names'],
  [0.5, ({ label, below }) => label === 'organization' && below !== 'dot'],
  [1, ({ label, fact }) => label === 'stars' && fact.kind === 'github'],
  // Notation that names the title outright.
  [1.5, ({ isTitle, fact }) => isTitle && fact.kind === 'title'],
];
/** `· 9 authors`. */
const GLUED_DOT = /^[·•] /;
/** A title with its address, on a page that names this feed anywhere: `Source: Hugging Face Daily Papers`. */
const OF_NAMED = 3;
const NAMES_FEED = /\bdaily (?:ai )?papers?\b|每日\p{L}{0,3} ?[论論]文|[论論]文日[报報]/iu;
/** The hub alone is named by any project that has a model there. */
const NAMES_HUB = /\b(?:hugging ?face|HF)\b/i;
const NAMES_LIST = /\b(?:papers|digest|trending)\b/i;
const namesFeed = (text: string): boolean =>
  text.length <= LONGEST_NAMING && (NAMES_FEED.test(text) || (NAMES_HUB.test(text) && NAMES_LIST.test(text)));
/** A sentence or two above a list, no abstract. */
const LONGEST_NAMING = 300;
/** An abstract, which any list may have too. */
const ABSTRACT = 1;
/** An id that is no link: anybody cites so. */
const PRINTED_ID = 1;
/** What an item like the others must say of the feed: a number with its word, or more. */
const OF_LIKE = 2;
/** The same card twice in a row. */
const TWIN = 3;

/** Words that only this feed has around its papers. */
const HEADER = 4;
/** Most headings, rows or items lead to a paper each: a list of papers. On arXiv alone it may be anybody's. */
const LIST_ON_HUB = 4;
const LIST_ON_ARXIV = 1;
/** Other papers on the page add this fraction of their own evidence to a paper, up to a maximum. */
const NEIGHBOURS = 0.25;
const MOST_NEIGHBOURS = 5;
/** Any article has this much: a heading, a paragraph, a date. */
const STRAY = 3;

/** What a page and an entry must reach together; a complete entry reaches it alone. */
export const ENOUGH = 6;
/** A title needs something of its own. */
const LEAST = 1;

/** What speaks for one entry. */
const evidenceOf = (
  { tokens, entry }: Draft,
  isOfNamed: boolean,
): { evidence: number; isOfList: boolean; mayBeLike: boolean } => {
  const places = tokens.map(
    ({ token: { fact, text, target }, label }, i): Place => ({
      label,
      isTitle: label === 'title' || label === 'title-on',
      fact,
      text,
      target: target?.kind,
      above: tokens[i - 1]?.label,
      below: tokens[i + 1]?.label,
    }),
  );
  const sumOf = (signs: typeof OF_FEED): number =>
    signs.reduce((sum, [weight, shows]) => (places.some(shows) ? sum + weight : sum), 0);
  const isLinked = places.some(({ target }) => target === 'paper' || target === 'arxiv');
  const isSure =
    isOfNamed && isLinked && places.some(({ isTitle, fact }) => isTitle && fact.kind === 'title');
  const ofFeed = sumOf(OF_FEED) + (isSure ? OF_NAMED : 0);
  const abstract = (entry.fields.abstract?.length ?? 0) >= SHORTEST_ABSTRACT ? ABSTRACT : 0;
  const printedId = !isLinked && entry.fields.arxivId !== null ? PRINTED_ID : 0;
  const sum = ofFeed + sumOf(OF_ANYBODY) + abstract + printedId;
  // Articles have a byline; cards of the feed never do.
  const isArticle = !isLinked && places.some(({ label, text }) => label === 'names' && BYLINE.test(text));
  return {
    evidence: ofFeed === 0 || isArticle ? Math.min(sum, STRAY) : sum,
    isOfList: isLinked || ofFeed > 0,
    mayBeLike: ofFeed >= OF_LIKE || printedId > 0,
  };
};
const BYLINE = /^By /;

/** The evidence for each entry, its page included; below {@link ENOUGH} an entry is not a paper. */
export const weigh = (drafts: readonly Draft[], page: readonly Labelled[]): number[] => {
  const inRecord = drafts.map(({ tokens }) => tokens.some(({ token }) => token.record > 0));
  const isNamed =
    drafts.some(({ entry }, i) => inRecord[i] && entry.fields.arxivId !== null) &&
    page.some(({ token: { text } }) => namesFeed(text));
  const found = drafts.map((draft, i) => evidenceOf(draft, isNamed && inRecord[i] === true));
  const own = drafts.map(
    (draft, i) =>
      (found[i]?.evidence ?? 0) +
      (isTwin(draft, drafts[i - 1]) || isTwin(draft, drafts[i + 1]) ? TWIN : 0) +
      (i === drafts.length - 1 && isCutOff(draft, page) ? ABSTRACT : 0),
  );
  const header = page.some(({ token, label }) => label === 'page' && isOfFeed(token)) ? HEADER : 0;
  const list = listOf(drafts, page);
  const over = own.map((one) => Math.max(0, one - STRAY));
  const sum = over.reduce((all, one) => all + one, 0);
  const records = inRecord.filter(Boolean).length;
  const ofRecords = records > 1 && records * 2 >= drafts.length;
  const like = new Set(drafts.map((draft, i) => (inRecord[i] ? formOfItem(draft) : null)));
  const isRow = drafts.map((draft, i) => {
    const form = formOfItem(draft);
    return inRecord[i] || (form !== null && like.has(form) && found[i]?.mayBeLike);
  });
  const weighed = own.map((evidence, i) => {
    if (evidence < LEAST) return 0;
    // Where papers are records, an entry outside of records needs its own evidence, if nothing makes it one of them.
    if (ofRecords && !isRow[i]) return evidence;
    const neighbours = Math.min(MOST_NEIGHBOURS, NEIGHBOURS * (sum - (over[i] as number)));
    return evidence + header + (found[i]?.isOfList ? list : 0) + neighbours;
  });
  // The rows of a table are of one kind: where most are papers, those that lack a cell or two are.
  const rows = weighed.filter((one, i) => inRecord[i] && one >= ENOUGH).length;
  const areRows = ofRecords && rows * 2 > records;
  return weighed.map((one, i) => (areRows && isRow[i] && one > 0 ? Math.max(one, ENOUGH) : one));
};

/** The heading or the bullet of an entry's title: a list has one form, also where a link is missing. */
const formOfItem = ({ tokens }: Draft): string | null => {
  const title = tokens.find(({ label }) => label === 'title')?.token;
  if (!title) return null;
  if (title.heading > 0) return `h${title.heading}`;
  return title.bullet === '' ? null : `${title.bullet.replace(/\d+/, '1')} ${title.indent}`;
};

/** The input ends in the middle of an abstract, which is therefore shorter than any whole one. */
const isCutOff = ({ tokens, entry }: Draft, page: readonly Labelled[]): boolean => {
  const { abstract } = entry.fields;
  const end = page.findLast(({ label }) => label !== 'nothing');
  return (
    abstract != null &&
    abstract.length < SHORTEST_ABSTRACT &&
    !STOP.test(abstract) &&
    tokens.some(({ label }) => label === 'title') &&
    tokens.includes(end as Labelled)
  );
};
const STOP = /[.!?]["')\]]*$/;

const isOfFeed = ({ fact, text }: Token): boolean =>
  (fact.kind === 'header' && fact.strong) || (fact.kind === 'page' && isFeedWord(text));

const isTwin = ({ entry }: Draft, other: Draft | undefined): boolean =>
  other !== undefined &&
  entry.fields.title !== null &&
  entry.fields.abstract != null &&
  entry.fields.title === other.entry.fields.title &&
  entry.fields.abstract === other.entry.fields.abstract;

/** Whether most headings of a level, items or rows of a page are papers with an address of their own: two, or one and nothing else. */
const listOf = (drafts: readonly Draft[], page: readonly Labelled[]): number => {
  const titles = drafts.flatMap(({ tokens, entry }) => {
    const title = tokens.find(({ label }) => label === 'title');
    return title && entry.fields.arxivId ? [{ token: title.token, tokens }] : [];
  });
  const isAlone =
    drafts.length === 1 && titles.length === 1 && !isCitedIn(titles[0]?.tokens ?? []) && isHeadedList(page);
  if (!isAlone && new Set(titles.map(({ tokens }) => idIn(tokens))).size < 2) return 0;
  const forms = new Map<string, number>();
  for (const { token } of titles) forms.set(itemKind(token), (forms.get(itemKind(token)) ?? 0) + 1);
  const [form = '', count = 0] = [...forms].sort((a, b) => b[1] - a[1])[0] ?? [];
  const alike = page.filter(({ token, label }) => itemKind(token) === form && isItem(token, label)).length;
  if (!isAlone && (count < 2 || count * 2 <= alike)) return 0;
  const onHub = titles.some(({ tokens }) => tokens.some(({ token }) => token.target?.kind === 'paper'));
  return onHub ? LIST_ON_HUB : LIST_ON_ARXIV;
};

/** Only the prose links to the paper. */
const isCitedIn = (tokens: readonly Labelled[]): boolean => {
  const linked = tokens.filter(({ token: { target } }) => target?.id);
  return linked.length > 0 && linked.every(({ label }) => label === 'prose' || label === 'prose-on');
};

/** Nothing else is on the page but a heading above: `# Friday reading`, `Papers I want to read:`. */
const isHeadedList = (page: readonly Labelled[]): boolean => {
  const foreign = page.flatMap(({ token, label }, at) => (label === 'foreign' ? [{ token, at }] : []));
  const [head, second] = foreign;
  if (head === undefined) return true;
  const isHeading = head.token.heading === 1 || head.token.text.endsWith(':');
  return second === undefined && isHeading && page.slice(0, head.at).every(({ entry }) => entry === 0);
};

const idIn = (tokens: readonly Labelled[]): string | null =>
  tokens.find(({ token }) => token.target?.id)?.token.target?.id ?? null;

const itemKind = ({ heading, record, bullet }: Token): string =>
  heading > 0 ? `h${heading}` : record > 0 ? 'record' : bullet !== '' ? 'item' : 'line';

/** Only what could be a title counts: of a record its first cell, of lines those that are titles. */
const isItem = ({ heading, record, bullet, shared }: Token, label: Labelled['label']): boolean => {
  if (heading > 0) return label !== 'title-on';
  if (record > 0) return label === 'title' || (!shared && label === 'foreign');
  if (bullet !== '') return label === 'title' || label === 'foreign';
  return label === 'title';
};

/** Words around a single paper: on its page on the hub, and on arXiv's. */
const ABOUT_ONE = [
  /^(?:Models|Datasets|Spaces) (?:citing|using) this paper\b/i,
  /^Collections including this paper\b/i,
  /^No (?:model|dataset|Space) linking this paper\b/i,
  /^Cite arxiv\.org\/abs\//i,
  /^Paper (?:submitter|author)$/i,
  /^(?:View|Get) (?:arXiv page|PDF|this paper in your agent)\b/i,
  /^Add to collection\b/i,
  /^#\d+ Paper of the (?:day|week|month)$/i,
  /^This is an automated message from the Librarian Bot\b/i,
  /^Submission history\b/i,
  /^(?:Comments|Subjects|Cite as|Journal reference):/,
  /^(?:Bibliographic|Code, Data,? and Media|Recommenders and Search) Tools\b/i,
  /^Access Paper:?$/i,
] as const;
/** One such line may be a title or a label by chance. */
const ENOUGH_ABOUT_ONE = 2;
/** A list may contain such words by chance; a page about one paper names hardly any others. */
const MOST_OF_ONE = 2;

/** Whether a page is about one paper: then what looks like papers on it are its title, its comments and its neighbours. */
export const isAboutOne = (page: readonly Labelled[], papers: number): boolean => {
  if (papers > MOST_OF_ONE) return false;
  const found = new Set<number>();
  for (const { token } of page) {
    if (token.text.length > LONGEST_SIGN) continue;
    const at = ABOUT_ONE.findIndex((form) => form.test(token.text));
    if (at !== -1) found.add(at);
  }
  return found.size >= ENOUGH_ABOUT_ONE;
};
/** Longer lines are prose. */
const LONGEST_SIGN = 200;
