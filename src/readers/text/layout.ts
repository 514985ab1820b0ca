import { isHandleOf } from '../../fields/organization.js';
import { formsOf } from './forms.js';
import { FIELDS, type Field } from './label.js';
import { isInRow, isSubmitterLast, isWords, type SureTitles } from './submitters.js';
import { areBeside, type FactKind, HANDLE, LONGEST_TITLE, MOST_TITLE_LINES, type Token } from './token.js';
import { whereUpvotes } from './upvotes.js';
import { setOf } from './words.js';

/** How a page prints its papers: counted over the whole page, never guessed from its first paper. */
export interface Layout {
  kind: (typeof KINDS)[number];
  /** Papers on the page: the largest count of anything that a paper has at most once. */
  entries: number;
  /** For each field the share of entries that show it, shrunk towards the nearest known kind of page. */
  share: Readonly<Record<Field, number>>;
  /** Share of titles that are headings, and the level of these; 0 for none. */
  headed: number;
  level: number;
  /** Share of titles that link to their papers. */
  linked: number;
  /** Characters at which long lines were broken; 0 where lines are whole. */
  width: number;
  /** Blank lines separate the lines of an entry. */
  airy: boolean;
  /** Where upvotes are printed: before titles, behind the facts, or in the middle of an entry (a page printed as PDF): anywhere, also last. */
  upvotes: 'first' | 'middle' | 'last';
  /** Links say of some numbers that they count comments. */
  commentLinks: boolean;
  /** Comments have a line of their own below names of organizations: a number at the end of such a name is part of it. */
  commentsApart: boolean;
  /** The abstract comes behind the facts, as in digests. */
  proseLast: boolean;
  /** Who submitted a paper comes last, as in lists of labels. */
  submitterLast: boolean;
  /** Logos left their alternative text on lines of their own, above the names: how sure that is. */
  altTexts: number;
  /** Share of abstracts that have several paragraphs. */
  paragraphs: number;
  /** Share of titles that are broken over lines though there was room. */
  broken: number;
  /** A continuation of a title is indented where titles are not. */
  hanging: boolean;
  /** Labels or columns name organizations: a paper may have authors beside one, as no card does. */
  bothWho: boolean;
  /** Short unknown lines that repeat, digits as N, with their counts: at least once in three entries, with other numbers. */
  forms: ReadonlyMap<string, number>;
}

/** The kinds of pages; a `list` is one that people wrote themselves. */
const KINDS = ['search', 'day', 'trending', 'list'] as const;

/**
 * How often entries show a field on each of the {@link KINDS} of pages, counted on saved pages and those of `test/matrix`.
 * Upvotes and ids come only with links.
 */
const KNOWN: Readonly<Record<Field, readonly [number, number, number, number]>> = {
  title: [1, 1, 1, 1],
  prose: [0.97, 0, 0.95, 0.5],
  authors: [0.9, 0.75, 0.6, 0.2],
  organization: [0.1, 0.25, 0.3, 0.1],
  names: [0, 0, 0, 0.2],
  date: [1, 0, 0.9, 0.3],
  comments: [0.45, 0.75, 0, 0.1],
  stars: [0, 0.1, 0.6, 0.05],
  upvotes: [0.3, 0.8, 0.6, 0.3],
  submitter: [0, 0.9, 0.8, 0.05],
  id: [0.3, 0.4, 0.4, 0.8],
};
/** Where a search page prints upvotes, nearly every paper has them. */
const SEARCH_WITH_UPVOTES = 0.9;
/** As if the page had this many more entries of the known kind: one entry alone has prices too. */
const PRIOR_ENTRIES = 3;

/**
 * No abstract is shorter. Up to the length of the longest title, prose ends in a full stop or has
 * three lines.
 */
export const SHORTEST_PROSE = 130;
/** An organization may end in a stop, as `Crane Lab Inc.` does; a longer line that ends in one is a sentence. */
const SHORTEST_SENTENCE = 50;
/** Nearly all names are shorter. */
const LONGEST_ORGANIZATION = 40;
/** Wider lines were not broken to fit a page or a terminal. */
const WIDEST = 180;
/** Two lines may have the same length by chance. */
const FEWEST_WRAPPED = 3;
/** The share of lines within the width; longer ones are addresses, or were not broken. */
const OUTLIERS = 0.97;

export const layoutOf = (page: readonly Token[]): Layout => {
  const count = countFacts(page);
  const titles = countTitles(page);
  const bothWho = page.some(({ fact }) => fact.kind === 'organization' && fact.labelled);
  const width = widthOf(page);
  const { blocks: prose, pairs } = countProse(page, width);
  const entries = Math.max(
    1,
    bothWho ? Math.max(count.authors, count.organizations) : count.authors + count.organizations,
    count.dates,
    count.submitters,
    count.upvoteLinks,
    titles.headed,
    titles.linked,
  );
  const kind = nearestKind(
    count,
    prose,
    entries,
    titles.linked + (count.saidUpvotes > 0 ? titles.headed : 0),
  );
  const commentLinks = page.some(
    ({ fact, target }) => fact.kind === 'comments' && target?.kind === 'comments',
  );
  const upvotes = whereUpvotes(page, kind, commentLinks, titles.level);
  const shown: Readonly<Record<Field, number>> = {
    title: entries,
    prose,
    authors: count.authors,
    // Every card has authors or an organization, and only a link makes a line an organization.
    organization:
      kind !== 'list' && !bothWho && count.authors * 2 >= entries
        ? entries - count.authors
        : count.organizations,
    names: count.names,
    date: count.dates,
    comments: upvotes.first > 1 && !count.submitters ? count.saidComments + upvotes.pairs : count.comments,
    stars: Math.max(count.stars, upvotes.stars),
    // Where some titles have a number above them all have.
    upvotes:
      upvotes.where === 'middle' || upvotes.first > (kind === 'search' ? 0 : 1)
        ? entries
        : Math.max(count.upvotes, upvotes.first),
    submitter: count.submitters + count.inRows,
    id: count.ids,
  };
  const known = (field: Field): number =>
    field === 'upvotes' && kind === 'search' && upvotes.first > 0
      ? SEARCH_WITH_UPVOTES
      : (KNOWN[field][KINDS.indexOf(kind)] as number);
  const share = Object.fromEntries(
    FIELDS.map((field) => [
      field,
      rounded((Math.min(shown[field], entries) + PRIOR_ENTRIES * known(field)) / (entries + PRIOR_ENTRIES)),
    ]),
  ) as Record<Field, number>;
  return {
    kind,
    entries,
    share,
    headed: rounded(Math.min(1, titles.headed / entries)),
    level: titles.level,
    linked: rounded(Math.min(1, titles.linked / entries)),
    width,
    airy: isAiry(page),
    upvotes: upvotes.where,
    commentLinks,
    commentsApart: areCommentsApart(page),
    proseLast: isProseLast(page, entries),
    submitterLast: isSubmitterLast(page, titles),
    altTexts: Math.min(1, countAltTexts(page) / SURE_ALT_TEXTS),
    paragraphs: rounded(Math.min(1, pairs / entries)),
    broken: hasNarrowTitles(page) ? 1 : rounded(Math.min(1, (2 * countBroken(page)) / entries)),
    hanging: isHanging(page),
    bothWho,
    forms: formsOf(page, entries),
  };
};

/** Shares are rounded to sixteenths, so that similar pages have the same prices. */
const rounded = (share: number): number => Math.round(share * 16) / 16;

const ENDS_CARD: ReadonlySet<FactKind | undefined> = new Set(['submitter', 'header', 'page', undefined]);

/** Whether cards end more often in words and a number below them than in words with a number behind. */
const areCommentsApart = (page: readonly Token[]): boolean => {
  const said = page.filter(({ fact }) => fact.kind !== 'nothing');
  const kindAt = (i: number): FactKind | undefined => said[i]?.fact.kind;
  let apart = 0;
  let behind = 0;
  for (const [i, { fact, text }] of said.entries()) {
    if (fact.kind !== 'text' || text.length > LONGEST_ORGANIZATION) continue;
    const isAboveNumber = kindAt(i + 1) === 'count';
    if (isAboveNumber && ENDS_CARD.has(kindAt(i + 2))) apart++;
    else if (/\d$/.test(text) && (isAboveNumber || ENDS_CARD.has(kindAt(i + 1)))) behind++;
  }
  return apart > behind;
};

const countFacts = (page: readonly Token[]) => {
  const kinds: Partial<Record<FactKind, number>> = {};
  const ids = new Set<string>();
  /** Days in the place of a paper's own, and those that say `Published on`. */
  let [dates, published] = [0, 0];
  let upvoteLinks = 0;
  /** Numbers in the places of comments and of upvotes, without words or links, and comments beside their day. */
  let [commentNumbers, upvoteNumbers, besideDays] = [0, 0, 0];
  /** Words with their upvotes beside them. */
  let voted = 0;
  /**
   * Submitters in a row of facts in words, with a small letter or with facts behind: `94 upvotes | submitted by gale`,
   * `Submitted by gale · 94 upvotes`; the line of the open row.
   */
  let inRows = 0;
  let rowOf = 0;
  let before: Token | undefined;
  for (const token of page) {
    const { fact, target } = token;
    if (target?.id) ids.add(target.id);
    if (fact.kind === 'nothing') continue;
    kinds[fact.kind] = (kinds[fact.kind] ?? 0) + 1;
    if (fact.kind === 'upvotes' && target?.kind === 'upvote') upvoteLinks++;
    const above = before?.fact.kind;
    if (fact.kind === 'upvotes' && above === 'text' && areBeside(before, token)) voted++;
    if (fact.kind === 'submitter') rowOf = token.line;
    const isBehind = token.line === rowOf && (fact.kind === 'upvotes' || fact.kind === 'comments');
    if (isBehind || (fact.kind === 'submitter' && isInRow(token.text))) {
      inRows++;
      rowOf = 0;
    } else if (fact.kind === 'text' || fact.kind === 'count') rowOf = 0;
    if (fact.kind === 'date') {
      if (above === 'dot' || above === 'authors' || above === 'organization' || fact.published) dates++;
      if (fact.published) published++;
      if (fact.date.comments !== null) besideDays++;
    } else if (fact.kind === 'count') {
      if (above === 'authors' || above === 'date') commentNumbers++;
      else if (above === 'submitter' || (before && isHandle(before))) upvoteNumbers++;
    }
    before = token;
  }
  const saidComments = (kinds.comments ?? 0) + besideDays;
  return {
    titles: kinds.title ?? 0,
    dots: kinds.dot ?? 0,
    authors: kinds.authors ?? 0,
    organizations: kinds.organization ?? 0,
    names: kinds.names ?? 0,
    submitters: (kinds.submitter ?? 0) - inRows,
    inRows,
    stars: kinds.github ?? 0,
    upvotes: (kinds.upvotes ?? 0) + upvoteNumbers,
    comments: saidComments + commentNumbers,
    saidComments,
    dates,
    published,
    voted,
    upvoteLinks,
    saidUpvotes: (kinds.upvotes ?? 0) - upvoteLinks,
    ids: ids.size,
  };
};

const isHandle = ({ fact, text }: Token): boolean => fact.kind === 'text' && HANDLE.test(text);

/** Titles that are sure: headings of the most common level, and links to their papers. */
const countTitles = (page: readonly Token[]): SureTitles => {
  const levels = [0, 0, 0, 0, 0, 0, 0];
  const linked = new Set<string>();
  let onLevel = 0;
  for (const [i, { fact, heading, target, text, link }] of page.entries()) {
    if (!isWords(fact) || text.length > LONGEST_TITLE) continue;
    const goesOn = i > 0 && link > 0 && page[i - 1]?.link === link;
    if (target?.id && (target.kind === 'paper' || target.kind === 'arxiv') && !goesOn) linked.add(target.id);
    if (heading > 0 && !goesOn) levels[heading] = (levels[heading] ?? 0) + 1;
  }
  let level = 0;
  for (let at = 1; at <= 6; at++) {
    if ((levels[at] ?? 0) > onLevel) {
      level = at;
      onLevel = levels[at] ?? 0;
    }
  }
  // A single heading above a list of links belongs to the list.
  const isOfList = onLevel === 1 && linked.size > 1;
  return { headed: isOfList ? 0 : onLevel, level: isOfList ? 0 : level, linked: linked.size };
};

/**
 * The width at which a page's lines were broken, by its lines that another one touches; 0 where lines are whole. At the right
 * one a line fits, and the first word of the line below would not have fitted behind it.
 */
const widthOf = (page: readonly Token[]): number => {
  const lengths: number[] = [];
  const pairs: { at: number; from: number; to: number; stops: boolean }[] = [];
  for (let at = 0; at < page.length; at++) {
    const { fact, text } = page[at] as Token;
    if (fact.kind !== 'text' || !text.includes(' ')) continue;
    lengths.push(text.length);
    const next = page[at + 1];
    const goesOn = next?.fact.kind === 'text' || next?.text.startsWith('http');
    if (next && goesOn && next.gap === 0 && !areBeside(next, page[at]))
      pairs.push({
        at,
        from: text.length,
        to: text.length + firstWord(next.text),
        stops: text.endsWith('.'),
      });
  }
  lengths.sort((a, b) => a - b);
  if (
    pairs.length < FEWEST_WRAPPED ||
    (lengths[Math.ceil((lengths.length - 1) * OUTLIERS)] as number) > WIDEST
  )
    return 0;
  const width = mostCommon(pairs);
  // A broken line stops in mid-sentence, nearly always.
  const full = pairs.filter(({ from, to, stops }) => from <= width && width <= to && !stops);
  // Titles and the names below them are two lines each.
  const isParagraph = full.some(({ at }, i) => full[i + 1]?.at === at + 1);
  return isParagraph && full.length >= FEWEST_WRAPPED && full.length * 2 >= pairs.length ? width : 0;
};

/** The number that most ranges have in them. */
const mostCommon = (ranges: readonly { from: number; to: number }[]): number => {
  const ends = ranges.flatMap(({ from, to }) => [[from, 1] as const, [to + 1, -1] as const]);
  ends.sort(([a, opens], [b, other]) => a - b || opens - other);
  let found = 0;
  let most = 0;
  let count = 0;
  for (const [at, change] of ends) {
    count += change;
    if (change < 0 || count < most) continue;
    most = count;
    found = at;
  }
  return found;
};

/** Letters of the first word. */
export const firstWord = (text: string): number => {
  const space = text.indexOf(' ');
  return space === -1 ? text.length : space;
};

/** Blocks of text that can only be prose: long, wrapped over three lines and more, or a sentence between words and authors. */
const countProse = (page: readonly Token[], width: number): { blocks: number; pairs: number } => {
  let blocks = 0;
  let pairs = 0;
  let follows = false;
  let hasWordsAbove = false;
  let length = 0;
  let lines = 0;
  let stops = false;
  const end = (isAboveAuthors = false): void => {
    const isProse =
      length > LONGEST_TITLE ||
      (length >= SHORTEST_PROSE && (lines > 2 || stops)) ||
      (length >= SHORTEST_SENTENCE && stops && hasWordsAbove && isAboveAuthors);
    if (isProse) {
      blocks++;
      if (follows) pairs++;
    }
    if (length > 0) {
      follows = isProse;
      hasWordsAbove = true;
    }
    length = 0;
    lines = 0;
  };
  for (const { fact, text, gap } of page) {
    if (fact.kind === 'abstract') blocks++;
    if (fact.kind !== 'text') {
      if (fact.kind !== 'nothing') {
        end(fact.kind === 'authors');
        follows = false;
        hasWordsAbove = false;
      }
      continue;
    }
    if (gap > 0 || width === 0) end();
    length += text.length;
    lines++;
    stops = text.endsWith('.');
  }
  end();
  return { blocks: blocks - pairs, pairs };
};

type Counts = ReturnType<typeof countFacts>;

/** The kind of page whose fields this one shows: half of its entries at least, or a third of them for prose. */
const nearestKind = (count: Counts, prose: number, entries: number, sureTitles: number): Layout['kind'] => {
  const isUsual = (shown: number): boolean => shown * 2 >= entries;
  // The feed names no authors, and labels no titles; a list links to papers and shows none of the feed's own facts.
  const own = count.authors + count.submitters + count.dates + count.organizations + count.upvoteLinks;
  if (isUsual(count.names) || (count.titles > 0 && count.dots === 0)) return 'list';
  if ((isUsual(count.ids) || count.voted + count.inRows > 0) && own === 0) return 'list';
  const showsProse = prose * 3 >= entries;
  const isDated = isUsual(count.dates);
  // Only trending pages say `Published on`; days have stars too, but no dates and no prose.
  if (count.published > 0 || isUsual(count.stars)) return showsProse || isDated ? 'trending' : 'day';
  if (isUsual(count.submitters)) return showsProse ? 'trending' : 'day';
  if (isDated) return 'search';
  // Other lists may link names as well.
  const isCard = count.saidComments + count.dots > 0;
  const isOfFeed = isUsual(count.authors + (isCard ? count.organizations : 0));
  if (!isOfFeed && sureTitles + count.names > 0) return 'list';
  return showsProse ? 'search' : 'day';
};

/** Whether blank lines part most lines of entries. */
const isAiry = (page: readonly Token[]): boolean => {
  let apart = 0;
  let touching = 0;
  for (const { fact, gap, shared } of page) {
    if (shared || fact.kind === 'nothing' || fact.kind === 'page' || fact.kind === 'header') continue;
    if (gap > 0) apart++;
    else touching++;
  }
  return apart > touching;
};

const BEFORE_PROSE = setOf('authors date comments count github upvotes link organization names');

/** Long, or a sentence. */
const isSentence = (text: string): boolean =>
  text.length > LONGEST_TITLE || (text.length >= SHORTEST_SENTENCE && text.endsWith('.'));

/** Whether prose comes below facts more often than below words. */
const isProseLast = (page: readonly Token[], entries: number): boolean => {
  let votes = 0;
  let above: Token | undefined;
  for (const token of page) {
    const { fact, text } = token;
    if (fact.kind === 'nothing' || (fact.kind === 'link' && text === '')) continue;
    if (above && (fact.kind === 'abstract' || (fact.kind === 'text' && isSentence(text))))
      votes +=
        BEFORE_PROSE.has(above.fact.kind) || (above.shared && above.heading === 0 && !areBeside(above, token))
          ? 1
          : above.fact.kind === 'text' || above.fact.kind === 'title'
            ? -1
            : 0;
    above = token;
  }
  // One long title below a number is not enough.
  return votes * 3 >= entries;
};

/** With this many handles above names the page is sure to have them. */
const SURE_ALT_TEXTS = 3;

/** Handles right above the names that they are of. */
const countAltTexts = (page: readonly Token[]): number =>
  page.filter((token, i) => {
    const { fact, text } = token;
    const below = page[i + 1];
    return (
      fact.kind === 'text' &&
      below?.fact.kind === 'text' &&
      below.gap === 0 &&
      !areBeside(below, token) &&
      isHandleOf(text, below.text)
    );
  }).length;

/** Blocks of short lines that touch, with a long line below a gap: titles broken over lines. */
const countBroken = (page: readonly Token[]): number => {
  let count = 0;
  for (let i = 1; i + 1 < page.length; i++) {
    const [above, token, below] = [page[i - 1] as Token, page[i] as Token, page[i + 1] as Token];
    const isPair =
      token.gap === 0 && !areBeside(token, above) && isShort(above) && isShort(token) && above.gap > 0;
    if (isPair && below.gap > 0 && below.fact.kind === 'text' && below.text.length >= SHORTEST_PROSE) count++;
  }
  return count;
};

/** A printed page indents the facts otherwise than the lines of a broken title above them. */
const hasNarrowTitles = (page: readonly Token[]): boolean => {
  let lines = 0;
  for (let i = 0; i < page.length; i++) {
    const { fact, text, gap, indent } = page[i] as Token;
    const goesOn = gap === 0 && lines > 0 && indent === page[i - 1]?.indent;
    if (fact.kind === 'text' && indent > 0 && text.length < LONGEST_TITLE / 2) lines = goesOn ? lines + 1 : 1;
    else if (lines > 1 && lines < MOST_TITLE_LINES && gap === 0 && !goesOn && isOfFacts(fact.kind))
      return true;
    else lines = 0;
  }
  return false;
};
const isOfFacts = (kind: Token['fact']['kind']): boolean =>
  kind === 'count' || kind === 'authors' || kind === 'organization';

const isShort = ({ fact, text }: Token): boolean =>
  fact.kind === 'text' && text.length < LONGEST_TITLE / 2 && !/[.;,]$/.test(text);

/** Whether lines that touch the one above are indented further: in one of eight at least. */
const isHanging = (page: readonly Token[]): boolean => {
  let deeper = 0;
  let level = 0;
  for (let i = 1; i < page.length; i++) {
    const [above, token] = [page[i - 1] as Token, page[i] as Token];
    if (token.gap > 0 || token.fact.kind !== 'text' || above.fact.kind !== 'text') continue;
    if (token.indent > above.indent && above.bullet === '') deeper++;
    else level++;
  }
  return deeper > 0 && deeper >= level / 8;
};
