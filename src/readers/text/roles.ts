import type { Entry, LineCounts, LineReading, LineRole, PageFacts, PageLine } from '../../page.js';
import type { Draft } from './entries.js';
import type { Label } from './label.js';
import type { Labelled } from './labels.js';
import type { Token } from './token.js';

/** The role that a label gives its line. */
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

export interface RoleOfLine {
  role: LineRole;
  entry: Entry | null;
  text: string;
  /** The token that decided; `null` for a line whose words went into another. */
  by: Labelled | null;
}

/** Roles that give way to any other on a line with several tokens. */
const SAYS_LITTLE: ReadonlySet<LineRole> = new Set(['decoration', 'dot']);

/** The one role of each line that is not blank. */
export const rolesOf = (
  page: readonly Labelled[],
  papers: ReadonlySet<Draft>,
  untitled: ReadonlySet<Draft>,
  drafts: readonly Draft[],
  facts: PageFacts,
): Map<number, RoleOfLine> => {
  const roles = new Map<number, RoleOfLine>();
  const put = (line: number, role: LineRole, entry: Entry | null, by: Labelled | null): void => {
    const known = roles.get(line);
    // Outside papers, decoration belongs to the page; what it surrounds may not.
    const saysLittle =
      known !== undefined &&
      SAYS_LITTLE.has(known.by ? ROLES[known.by.label] : known.role) &&
      entry === known.entry;
    if (known === undefined || (saysLittle && !SAYS_LITTLE.has(by ? ROLES[by.label] : role)))
      roles.set(line, { role, entry, text: by?.token.text ?? '', by });
  };
  let sawPaper = false;
  let sawHeader = false;
  for (const [i, labelled] of page.entries()) {
    const { token, label, entry: number } = labelled;
    const draft = drafts[number - 1];
    let role = ROLES[label];
    let entry: Entry | null = null;
    if (label === 'page' && token.fact.kind === 'header') sawHeader = true;
    if (draft === undefined) {
      if (role === 'decoration') role = 'page';
      // Above the first paper of a page are its query and its menus.
      else if (
        label === 'foreign' &&
        sawHeader &&
        !sawPaper &&
        papers.size > 0 &&
        isMenu(token, page[i + 1]?.token)
      )
        role = 'page';
      else if (label === 'foreign' && token.text === facts.query) role = 'page';
    } else if (papers.has(draft)) {
      entry = draft.entry;
      sawPaper = true;
    } else if (untitled.has(draft)) role = 'dropped';
    else if (role === 'decoration') role = 'page';
    else role = 'unrecognised';
    put(token.line, role, entry, labelled);
    for (const line of token.joined) put(line, entry === null ? role : 'decoration', entry, null);
  }
  return roles;
};

/** Unknown words of a menu; longer text, a link to a paper next to it, or a fact may belong to a paper. */
const isMenu = ({ fact, text, line }: Token, next: Token | undefined): boolean =>
  fact.kind === 'text' && !isTitleLike(text) && !(next?.line === line && next.target?.id);

/** More words than a query or a menu has, the first with a capital. */
export const isTitleLike = (text: string): boolean => /^\P{Ll}\S*(?: \S+){3}/u.test(text);

/** Counts every line of the stretch under its role; gives them in order where the caller keeps them. */
export const countLines = (
  { firstLine, nextLine }: { firstLine: number; nextLine: number },
  roles: ReadonlyMap<number, RoleOfLine>,
  counts: LineCounts,
  rawLine: ((line: number) => string) | null,
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
    const found = roles.get(line);
    const { role, entry } = found ?? { role: 'blank' as const, entry: null };
    return { line, role, entry, text: rawLine(line), ...(found?.by ? { reading: readingOf(found.by) } : {}) };
  });
};

const readingOf = ({ label, cost, margin }: Labelled): LineReading => ({
  label,
  cost,
  margin: margin === null || margin === Number.POSITIVE_INFINITY ? null : margin,
});
