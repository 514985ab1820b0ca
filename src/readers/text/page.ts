import { diagnostic, type Report } from '../../diagnostic.js';
import { dayInside } from '../../fields/date.js';
import {
  type Entry,
  type LineCounts,
  type LineRole,
  noFacts,
  type Page,
  type PageFacts,
  type PageLine,
} from '../../page.js';
import { type Draft, draftsOf } from './entries.js';
import { ENOUGH, isAboutOne, weigh } from './evidence.js';
import type { Label } from './label.js';
import type { Labelled, Labeller } from './labels.js';
import { layoutOf } from './layout.js';
import { linkedDay } from './target.js';
import type { Token } from './token.js';

/** Where a page, or a part of one, lies in its input. */
export interface Stretch {
  tokens: readonly Token[];
  firstLine: number;
  /** The line behind its last. */
  nextLine: number;
  /** The same page goes on in the next part. */
  continues: boolean;
  /** The input ends here. */
  ends: boolean;
}

export interface PageContext {
  report: Report;
  labeller: Labeller;
  counts: LineCounts;
  /** The text of a line of the input, where the caller keeps lines. */
  rawLine: ((line: number) => string) | null;
}

/** What a label says of its line. */
const ROLES: Readonly<Record<Label, LineRole>> = {
  title: 'title',
  'title-on': 'title',
  prose: 'abstract',
  'prose-on': 'abstract',
  organization: 'organization',
  'organization-on': 'organization',
  'alt-text': 'organization',
  authors: 'authors',
  names: 'authors',
  dot: 'dot',
  date: 'date',
  comments: 'comments',
  stars: 'link',
  upvotes: 'upvotes',
  submitter: 'submitter',
  handle: 'submitter',
  link: 'link',
  form: 'decoration',
  nothing: 'decoration',
  page: 'page',
  foreign: 'unrecognised',
};

/** Labels tokens, takes the entries that are papers, and accounts for every line. */
export const pageOf = (whole: Stretch, context: PageContext): Page => {
  const layout = layoutOf(whole.tokens);
  const all = context.labeller.label(whole.tokens, layout);
  const { stretch, labelled } = withoutLast(whole, all);
  const { tokens } = stretch;
  const drafts = draftsOf(labelled, layout);
  const weights = weigh(drafts, labelled);
  const facts = factsOf(labelled);
  const sorted = sortDrafts(drafts, weights);
  const aboutOne = isAboutOne(labelled, sorted.papers.length);
  if (aboutOne) context.report(singlePaper(tokens));
  const { papers, untitled } = aboutOne ? NONE : sorted;
  markCutOff(papers, stretch);
  facts.kind = kindOf(labelled, papers, layout.kind === 'list');
  reportUntitled(untitled, papers.length, context.report);
  if (papers.length + untitled.length === 0) reportFolded(tokens, context.report);
  reportEntries(papers, context.report);
  const roles = rolesOf(labelled, new Set(papers), new Set(untitled), drafts, facts);
  if (!aboutOne) reportStray(roles, context.report);
  const lines = countLines(stretch, roles, context);
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

/** Where a page goes on in the next part, its last entry may too: it is read there. */
const withoutLast = (
  stretch: Stretch,
  labelled: readonly Labelled[],
): { stretch: Stretch; labelled: readonly Labelled[] } => {
  const entries = labelled.reduce((most, { entry }) => Math.max(most, entry), 0);
  const from = labelled.findIndex(({ entry }) => entry === entries);
  const nextLine = labelled[from]?.token.line ?? 0;
  if (!stretch.continues || entries < 2 || labelled[from - 1]?.token.line === nextLine)
    return { stretch, labelled };
  return {
    stretch: { ...stretch, tokens: stretch.tokens.slice(0, from), nextLine },
    labelled: labelled.slice(0, from),
  };
};

const NONE = { papers: [], untitled: [] } as const;

const singlePaper = (tokens: readonly Token[]) =>
  diagnostic('no-papers', {
    message: 'the page of a single paper, not a list of papers',
    hint: 'save the list that the paper is on',
    ...(tokens[0] ? { line: tokens[0].line } : {}),
  });

/** Which drafts are papers, and which are papers that lost their titles. */
const sortDrafts = (
  drafts: readonly Draft[],
  weights: readonly number[],
): { papers: Draft[]; untitled: Draft[] } => {
  const papers: Draft[] = [];
  const untitled: Draft[] = [];
  for (const [i, draft] of drafts.entries()) {
    if ((weights[i] as number) < ENOUGH) continue;
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
  if (last.entry.fields.abstract != null && !hasTail(last) && papers.some(hasTail))
    last.entry.truncated = true;
};

const kindOf = (page: readonly Labelled[], papers: readonly Draft[], isList: boolean): PageFacts['kind'] => {
  const isTrending = page.some(
    ({ token: { fact, target }, label }) =>
      (label === 'date' && fact.kind === 'date' && fact.published) ||
      (!isList &&
        label === 'stars' &&
        fact.kind === 'github' &&
        (fact.stars !== null || target?.kind === 'github')),
  );
  if (isTrending && !isList) return 'trending';
  const entries = papers.map(({ entry }) => entry);
  if (entries.some(({ printed, fields }) => printed !== null && fields.abstract != null)) return 'search';
  return entries.some(({ printed, fields }) => printed === null && fields.submittedBy != null) ? 'day' : null;
};

const CAPTURE = /^(captured|retrieved|exported|fetched|saved|date|published time)\b[^:]*:/i;
const QUERY = /[?&]q=([^&#\s]+)/;
const PREVIOUS = /^(?:previous|prev\b.*|.*\bprevious day|[‹«<←].*)?$/i;

/** What a page says about itself. */
const factsOf = (page: readonly Labelled[]): PageFacts => {
  const facts = noFacts();
  let month: number | null = null;
  let sawHeader = false;
  let sawEntry = false;
  for (const { token, label, entry } of page) {
    const { fact, target, text } = token;
    sawEntry ||= entry > 0;
    if (target?.kind === 'pageDay') {
      const day = linkedDay(target);
      if (PREVIOUS.test(text)) facts.previousDay ??= day;
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
  return facts;
};

const LONGEST_QUERY = 175;

/** Takes the capture day and the search query out of a line of front matter or a converter's note. */
const readNote = (text: string, facts: PageFacts): void => {
  if (CAPTURE.test(text)) facts.captured ??= dayInside(text);
  const query = QUERY.exec(text)?.[1];
  if (query !== undefined) facts.query ??= decodeQuery(query);
};

const decodeQuery = (query: string): string => {
  try {
    return decodeURIComponent(query.replaceAll('+', ' '));
  } catch {
    return query;
  }
};

interface RoleOfLine {
  role: LineRole;
  entry: Entry | null;
  text: string;
}

/** A line of several tokens is shown with its most telling role. */
const SAYS_LITTLE: ReadonlySet<LineRole> = new Set(['decoration', 'dot']);

/** The one role of each line that is not blank. */
const rolesOf = (
  page: readonly Labelled[],
  papers: ReadonlySet<Draft>,
  untitled: ReadonlySet<Draft>,
  drafts: readonly Draft[],
  facts: PageFacts,
): Map<number, RoleOfLine> => {
  const roles = new Map<number, RoleOfLine>();
  const put = (line: number, role: LineRole, entry: Entry | null, text: string): void => {
    const known = roles.get(line);
    if (
      known === undefined ||
      (SAYS_LITTLE.has(known.role) && !SAYS_LITTLE.has(role) && entry === known.entry)
    )
      roles.set(line, { role, entry, text });
  };
  let sawPaper = false;
  let sawHeader = false;
  for (const { token, label, entry: number } of page) {
    const draft = drafts[number - 1];
    let role = ROLES[label];
    let entry: Entry | null = null;
    if (label === 'page' && token.fact.kind === 'header') sawHeader = true;
    if (draft === undefined) {
      if (role === 'decoration') role = 'page';
      // Above the first paper of a page stand its query and its menus.
      else if (label === 'foreign' && sawHeader && !sawPaper && papers.size > 0 && isMenu(token))
        role = 'page';
      else if (label === 'foreign' && token.text === facts.query) role = 'page';
    } else if (papers.has(draft)) {
      entry = draft.entry;
      sawPaper = true;
    } else if (untitled.has(draft)) role = 'dropped';
    else if (role === 'decoration') role = 'page';
    else role = 'unrecognised';
    put(token.line, role, entry, token.text);
    for (const line of token.joined) put(line, entry === null ? role : 'decoration', entry, '');
  }
  return roles;
};

/** Words of a menu that nobody knows; anything longer, or a fact, may be of a paper. */
const isMenu = ({ fact, text }: Token): boolean => fact.kind === 'text' && !isTitleLike(text);

/** More words than a query or a menu has, the first with a capital. */
const isTitleLike = (text: string): boolean => /^\P{Ll}\S*(?: \S+){3}/u.test(text);

/** Counts every line of the stretch under its role; gives them in order where the caller keeps them. */
const countLines = (
  { firstLine, nextLine }: Stretch,
  roles: ReadonlyMap<number, RoleOfLine>,
  { counts, rawLine }: PageContext,
): PageLine[] => {
  let blank = nextLine - firstLine;
  for (const { role } of roles.values()) {
    blank--;
    if (role === 'page' || role === 'blank' || role === 'dropped' || role === 'unrecognised') counts[role]++;
    else counts.inPapers++;
  }
  counts.blank += blank;
  counts.total += nextLine - firstLine;
  if (rawLine === null) return [];
  return Array.from({ length: nextLine - firstLine }, (_, i) => {
    const line = firstLine + i;
    const { role, entry } = roles.get(line) ?? { role: 'blank' as const, entry: null };
    return { line, role, entry, text: rawLine(line) };
  });
};

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** A page that lost every title says so once. */
const reportUntitled = (untitled: readonly Draft[], papers: number, report: Report): void => {
  const [first] = untitled;
  if (papers === 0 && untitled.length > 1 && first) {
    report(
      diagnostic('no-papers', {
        message: `${untitled.length} entries, and none has a title: this copy of the page lost them`,
        line: first.entry.firstLine ?? 1,
        endLine: untitled.at(-1)?.entry.lastLine ?? 1,
        hint: 'save the page as HTML, or copy its text again',
      }),
    );
    return;
  }
  for (const { entry, tokens } of untitled) {
    const said =
      entry.fields.abstract ??
      tokens
        .map(({ token }) => token.text)
        .filter(Boolean)
        .join(' ');
    report(
      diagnostic('entry-without-title', {
        message: `no title before “${short(said)}”: this paper is left out`,
        line: entry.firstLine ?? 1,
        endLine: entry.lastLine ?? 1,
        field: 'title',
      }),
    );
  }
};

/** A line that holds what several papers end with is a page that lost its line ends. */
const ENDS_OF_PAPERS = /\d authors?(?![a-z])|Submitted by/g;
const SHORTEST_FOLDED = 120;

const reportFolded = (tokens: readonly Token[], report: Report): void => {
  for (const { text, line } of tokens) {
    const papers = text.length < SHORTEST_FOLDED ? 0 : (text.match(ENDS_OF_PAPERS)?.length ?? 0);
    if (papers < 2) continue;
    const message = `about ${papers} papers on one line, and nothing shows where their titles end: they are left out`;
    const hint = 'save the page as HTML, or copy its text with line ends';
    report(diagnostic('entry-without-title', { message, line, field: 'title', hint }));
  }
};

/** What was joined or guessed in an entry. */
const reportEntries = (papers: readonly Draft[], report: Report): void => {
  for (const { entry, ambiguous, paragraphs, tokens } of papers) {
    for (const { text, line } of ambiguous) {
      const message = `“${text}” can be read in two ways; it was read as comments`;
      report(diagnostic('count-ambiguous', { message, line, field: 'comments', actual: text }));
    }
    if (paragraphs < 2) continue;
    const second = tokens
      .filter(({ label }) => label === 'prose' || label === 'prose-on')
      .find(({ token }, i) => i > 0 && token.gap > 0);
    const message = `${paragraphs} paragraphs taken as one abstract of “${(entry.fields.title ?? '?').slice(0, 60)}”`;
    report(
      diagnostic('abstract-joined', {
        message,
        line: second?.token.line ?? entry.line ?? 1,
        field: 'abstract',
      }),
    );
  }
};

/** Lines at most this far apart, blank ones between them, are one run. */
const NEAR = 3;

/** Lines that belong nowhere, each run of them once. */
const reportStray = (roles: ReadonlyMap<number, RoleOfLine>, report: Report): void => {
  let run: { from: number; to: number; lines: number; text: string } | null = null;
  const flush = (): void => {
    if (run === null) return;
    const { from, to, lines, text } = run;
    const message =
      lines === 1
        ? `belongs to no paper: “${short(text)}”`
        : `${lines} lines that belong to no paper, from “${short(text)}” on`;
    report(diagnostic('unrecognised-line', { message, line: from, ...(to > from ? { endLine: to } : {}) }));
    run = null;
  };
  for (const [line, { role, text }] of [...roles].sort((a, b) => a[0] - b[0])) {
    if (role !== 'unrecognised') continue;
    if (run !== null && line - run.to > NEAR) flush();
    if (run === null) run = { from: line, to: line, lines: 1, text };
    else {
      run.to = line;
      run.lines++;
      run.text ||= text;
    }
  }
  flush();
};
