import type { Report } from '../../diagnostic.js';
import { dayInside } from '../../fields/date.js';
import { queryIn } from '../../fields/links.js';
import { type LineCounts, noFacts, type Page, type PageFacts } from '../../page.js';
import { type Draft, draftsOf, withoutLastParagraph, withoutLastWords } from './entries.js';
import { ENOUGH, isAboutOne, weigh } from './evidence.js';
import type { Labelled, Labeller } from './labels.js';
import { layoutOf } from './layout.js';
import {
  reportEntries,
  reportFolded,
  reportOther,
  reportStray,
  reportUntitled,
  singlePaper,
} from './messages.js';
import { countLines, isTitleLike, rolesOf } from './roles.js';
import { linkedDay, readTarget } from './target.js';
import type { Token } from './token.js';

/** Where a page, or a part of one, lies in its input. */
interface Stretch {
  /** Before a part of a page come those of the page's top again, which lie above its first line. */
  tokens: readonly Token[];
  firstLine: number;
  /** The line behind its last. */
  nextLine: number;
  /** The same page continues in the next part. */
  continues: boolean;
  /** The input ends here. */
  ends: boolean;
}

interface PageContext {
  report: Report;
  labeller: Labeller;
  counts: LineCounts;
  /** The text of a line of the input, where the caller keeps lines. */
  rawLine: ((line: number) => string) | null;
}

/** Labels tokens, takes the entries that are papers, and accounts for every line. */
export const pageOf = (whole: Stretch, context: PageContext): Page => {
  const layout = layoutOf(whole.tokens);
  // Margins are needed only where the caller looks at lines.
  const all = context.labeller.label(whole.tokens, layout, { margins: context.rawLine !== null });
  const { stretch, labelled } = withoutLast(whole, all);
  const known =
    layout.kind === 'list' && !stretch.continues
      ? withoutLastParagraph(withoutLastWords(labelled))
      : labelled;
  const drafts = draftsOf(known, layout);
  const weights = weigh(drafts, known);
  const facts = factsOf(known);
  const sorted = sortDrafts(drafts, weights);
  const aboutOne = isAboutOne(known, sorted.papers.length);
  // Lines above are of the part before.
  const own = known.filter(({ token }) => token.line >= stretch.firstLine);
  const tokens = own.map(({ token }) => token);
  if (aboutOne) context.report(singlePaper(tokens));
  const { papers, untitled } = aboutOne ? NONE : sorted;
  markCutOff(papers, stretch);
  facts.kind = kindOf(own, papers, layout.kind === 'list');
  reportUntitled(untitled, papers.length, context.report);
  if (papers.length + untitled.length === 0) reportFolded(tokens, context.report);
  reportEntries(papers, context.report);
  reportOther(papers, context.report);
  const roles = rolesOf(own, new Set(papers), new Set(untitled), drafts, facts);
  if (!aboutOne) reportStray(roles, context.report);
  const lines = countLines(stretch, roles, context.counts, context.rawLine);
  return {
    facts,
    entries: papers.map(({ entry }) => entry),
    firstLine: tokens[0]?.line ?? stretch.firstLine,
    lastLine: stretch.nextLine - 1,
    settled: false,
    continues: stretch.continues,
    ...(context.rawLine ? { lines } : {}),
  };
};

/** How many entries at the end of a part may be read differently once the next lines are known. */
const AGAIN = 3;
/** Where cards share lines or are copies, the part ends at the nearest border above, within this many entries. */
const MOST_AGAIN = 24;

/**
 * Where a page continues in the next part, its last entries are read again there. Two copies of a
 * card stay together.
 */
const withoutLast = (
  stretch: Stretch,
  labelled: readonly Labelled[],
): { stretch: Stretch; labelled: readonly Labelled[] } => {
  if (!stretch.continues) return { stretch, labelled };
  const last = labelled.reduce((most, { entry }) => Math.max(most, entry), 0);
  const least = Math.max(2, last - MOST_AGAIN);
  let border: number | null = null;
  for (let first = Math.max(last - AGAIN + 1, Math.min(last, 2)); first >= least; first--) {
    const from = labelled.findIndex(({ entry }) => entry === first);
    const line = labelled[from]?.token.line ?? 0;
    if (line <= stretch.firstLine || labelled[from - 1]?.token.line === line) continue;
    border ??= from;
    if (isTwin(labelled, first)) continue;
    border = from;
    break;
  }
  if (border === null) return { stretch, labelled };
  const nextLine = labelled[border]?.token.line ?? 0;
  return {
    stretch: { ...stretch, tokens: stretch.tokens.slice(0, border), nextLine },
    labelled: labelled.slice(0, border),
  };
};

/** Whether an entry may be the second copy of the one above: its title is the same, or still to come. */
const isTwin = (page: readonly Labelled[], number: number): boolean =>
  titleOf(page, number - 1).startsWith(titleOf(page, number));

const titleOf = (page: readonly Labelled[], number: number): string =>
  page
    .filter(({ entry, label }) => entry === number && (label === 'title' || label === 'title-on'))
    .map(({ token }) => token.text)
    .join(' ');

const NONE = { papers: [], untitled: [] } as const;

/** `Upvote 5`, above the papers of a collection: its own. */
const areUpvotes = ({ tokens }: Draft): boolean =>
  tokens.every(({ label }) => label === 'upvotes' || label === 'nothing');

/** Splits drafts into papers and papers that lost their titles. */
const sortDrafts = (
  drafts: readonly Draft[],
  weights: readonly number[],
): { papers: Draft[]; untitled: Draft[] } => {
  const papers: Draft[] = [];
  const untitled: Draft[] = [];
  for (const [i, draft] of drafts.entries()) {
    if ((weights[i] as number) < ENOUGH || (i === 0 && areUpvotes(draft))) continue;
    if (draft.entry.fields.title === null) untitled.push(draft);
    else papers.push(draft);
  }
  return { papers, untitled };
};

/** The last entry has a title and text, and then nothing of what the others end with: the input ends inside it. */
const markCutOff = (papers: readonly Draft[], { ends }: Stretch): void => {
  const last = papers.at(-1);
  if (!ends || !last) return;
  const hasTail = ({ entry }: Draft): boolean =>
    entry.fields.authorCount != null ||
    entry.organizationLine !== null ||
    entry.fields.organization != null ||
    entry.printed !== null;
  // What comes behind an abstract shows that it is whole.
  const isAtEnd = last.tokens.findLast(({ label }) => label !== 'nothing')?.label.startsWith('prose');
  if (isAtEnd && !hasTail(last) && papers.some(hasTail)) last.entry.truncated = true;
};

const kindOf = (page: readonly Labelled[], papers: readonly Draft[], isList: boolean): PageFacts['kind'] => {
  const entries = papers.map(({ entry }) => entry);
  // Pages of days have shown stars since 2026 too, but neither dates nor abstracts.
  const hasMore = entries.some(({ printed, fields }) => printed !== null || fields.abstract != null);
  const isOfTrending = ({ token: { fact, target }, label }: Labelled): boolean =>
    label === 'stars'
      ? hasMore && fact.kind === 'github' && (fact.stars !== null || target?.kind === 'github')
      : label === 'date' && fact.kind === 'date' && fact.published;
  if (!isList && page.some(isOfTrending)) return 'trending';
  if (entries.some(({ printed, fields }) => printed !== null && fields.abstract != null)) return 'search';
  return entries.some(({ printed, fields }) => printed === null && fields.submittedBy != null) ? 'day' : null;
};

const CAPTURE = /^(captured|clipped|created|retrieved|exported|fetched|saved|date|published time)\b[^:]*:/i;
const SOURCE = /^(?:url|url source|source|source url)\b[^:]{0,40}: ?[<"']?([^\s<>"']+)[>"']?$/i;
const PREVIOUS = /^(?:previous|prev\b.*|.*\bprevious day|[‹«<←].*)?$/i;

/** What a page says about itself. */
const factsOf = (page: readonly Labelled[]): PageFacts => {
  const facts = noFacts();
  let month: number | null = null;
  let sawHeader = false;
  let sawEntry = false;
  /** The day in a bare address; where the page prints its own day, this is the link to the day before. */
  let bareDay: string | null = null;
  for (const { token, label, entry } of page) {
    const { fact, target, text } = token;
    sawEntry ||= entry > 0;
    if (target?.kind === 'pageDay') {
      const day = linkedDay(target);
      if (text === target.url) bareDay ??= day;
      else if (PREVIOUS.test(text)) facts.previousDay ??= day;
      else if (!/^next\b/i.test(text) && fact.kind !== 'header') facts.captured ??= day;
    }
    if (fact.kind === 'empty') facts.saysEmpty = true;
    if (fact.kind === 'header' && label === 'page') {
      sawHeader = true;
      if (token.heading > 0) facts.captured ??= dayInside(text);
    }
    if (fact.kind === 'note' && label === 'page') readNote(text, facts);
    if (sawEntry) continue;
    if (label === 'page' && fact.kind === 'date') facts.headerDay ??= fact.date.day;
    if (fact.kind === 'month') month = fact.month;
    else if (label === 'page' && fact.kind === 'count' && month !== null)
      facts.headerDay ??= { year: null, month, day: fact.count };
    if (
      label === 'foreign' &&
      fact.kind === 'text' &&
      sawHeader &&
      text.length <= LONGEST_QUERY &&
      !isTitleLike(text)
    )
      facts.query ??= text;
  }
  facts[facts.headerDay === null ? 'captured' : 'previousDay'] ??= bareDay;
  return facts;
};

/** A search for a whole title: longer titles were not seen. */
const LONGEST_QUERY = 175;

/** Takes the capture day and the search query out of a line of front matter or a converter's note. */
const readNote = (text: string, facts: PageFacts): void => {
  if (CAPTURE.test(text)) facts.captured ??= dayInside(text);
  const source = readTarget(SOURCE.exec(text)?.[1] ?? '');
  if (source.kind === 'pageDay') facts.captured ??= linkedDay(source);
  facts.query ??= queryIn(text);
};
