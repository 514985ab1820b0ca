import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import type { DateLine } from '../../fields/date.js';
import { linksIn } from '../../fields/links.js';
import type { Entry } from '../../page.js';
import { type Block, textOf } from './block.js';
import type { Token } from './classify.js';
import type { Piece } from './piece.js';

/** How far an entry has come: what stands before its title, title and prose, who and when, what stands behind. */
export type Phase = 0 | 1 | 2 | 3;
export const LEAD = 0;
export const TEXT = 1;
export const TAIL = 2;
export const AFTER = 3;

/** An entry while its lines come in. */
export interface Draft {
  phase: Phase;
  id: string | null;
  title: Block | null;
  /** The title has a heading mark. */
  heading: boolean;
  prose: Block[];
  authorCount: number | null;
  organization: string | null;
  organizationSlug: string | null;
  /** Reference mark of the organization, where the page lists targets at its end. */
  organizationMark: number | null;
  /** The line that was told to be the organization because it is the last. */
  lastLine: Token | null;
  date: DateLine | null;
  comments: number | null;
  upvotes: number | null;
  submittedBy: string | null;
  githubRepo: string | null;
  githubStars: number | null;
  /** Its lines with their roles. */
  used: Piece[];
  truncated: boolean;
}

export const newDraft = (): Draft => ({
  phase: LEAD,
  id: null,
  title: null,
  heading: false,
  prose: [],
  authorCount: null,
  organization: null,
  organizationSlug: null,
  organizationMark: null,
  lastLine: null,
  date: null,
  comments: null,
  upvotes: null,
  submittedBy: null,
  githubRepo: null,
  githubStars: null,
  used: [],
  truncated: false,
});

/** Something that only a feed says: without it a title and a text are any article. */
export const hasFacts = (draft: Draft): boolean =>
  draft.id !== null ||
  draft.authorCount !== null ||
  draft.organization !== null ||
  draft.date !== null ||
  draft.comments !== null ||
  draft.upvotes !== null ||
  draft.submittedBy !== null ||
  draft.githubStars !== null;

/** The entry of a draft that has a title. */
export const toEntry = (draft: Draft, title: Block): Entry => {
  const abstract = draft.prose.length === 0 ? null : abstractOf(draft.prose);
  const id = draft.id === null ? null : arxivId(draft.id);
  return {
    line: title[0]?.line ?? null,
    ...extent(draft.used),
    printed: draft.date?.day ?? null,
    organizationLine: draft.organizationSlug === null ? draft.organization : null,
    fields: {
      title: textOf(title),
      upvotes: draft.upvotes,
      comments: draft.comments,
      authorCount: draft.authorCount,
      organization: draft.organizationSlug === null ? null : draft.organization,
      organizationSlug: draft.organizationSlug,
      submittedBy: draft.submittedBy,
      arxivId: id,
      url: id === null ? null : hubPaperUrl(id),
      githubRepo: draft.githubRepo,
      githubStars: draft.githubStars,
      links: abstract === null ? [] : linksIn(abstract),
      abstract,
    },
    truncated: draft.truncated,
  };
};

const extent = (used: readonly Piece[]): { firstLine: number; lastLine: number } => {
  let firstLine = Number.POSITIVE_INFINITY;
  let lastLine = 0;
  for (const { line } of used) {
    if (line < firstLine) firstLine = line;
    if (line > lastLine) lastLine = line;
  }
  return { firstLine, lastLine };
};

/** Nearly always one line. */
const abstractOf = (prose: readonly Block[]): string =>
  prose.length === 1 ? proseOf(prose[0] as Block) : prose.map(proseOf).join(' ');

/** List marks inside an abstract are its own. */
const proseOf = (block: Block): string =>
  block.length === 1 && block[0]?.bullet === ''
    ? block[0].text
    : block.map(({ bullet, text }) => bullet + text).join(' ');
