import type { Page } from '../../page.js';
import {
  type Assembly,
  closeEntry,
  dropRun,
  endPage,
  goesOn,
  isBeforeEntries,
  isInParagraph,
  newAssembly,
  outside,
  use,
} from './assembly.js';
import { looksLikeTitle, textOf } from './block.js';
import type { Token } from './classify.js';
import { canBeTitle, isFactsRow, isOfDigest } from './digest.js';
import { onArxiv, onCount, onGithub, onUpvote } from './on-counts.js';
import { beginPlainEntry, isBetweenEntries } from './on-entry.js';
import { isPlainSubmitter, onAuthors, onDate, onDot, onOrganization, onSubmitter } from './on-facts.js';
import { onDecoration, onEmpty, onHeader, onMonth, onNote, onPageWord } from './on-page.js';
import { onHeading, onText } from './on-text.js';
import { isFull } from './open-page.js';
import type { CloseContext } from './page.js';
import type { Kind } from './piece.js';
import type { PlainEntry } from './plain-entry.js';

export interface Assembler {
  take(token: Token): void;
  /** Takes an entry up to its dot in one step; whether that is what its tokens would come to one by one. */
  takeEntry(entry: PlainEntry): boolean;
  /** The end of the input, with the number of its lines. */
  end(lines: number): void;
  /** The pages that are finished. */
  pages: Page[];
}

/** What each kind of token does to the entry that is open. */
const HANDLERS: Record<Kind, (at: Assembly, token: Token) => void> = {
  submitter: onSubmitter,
  upvote: onUpvote,
  heading: onHeading,
  text: onText,
  authors: onAuthors,
  organization: onOrganization,
  dot: onDot,
  date: onDate,
  count: onCount,
  github: onGithub,
  arxiv: onArxiv,
  decoration: onDecoration,
  month: onMonth,
  note: onNote,
  empty: onEmpty,
  header: onHeader,
  page: onPageWord,
};

/** Wrapping may leave `14 authors` or `GitHub` alone on a line of a paragraph. */
const CAN_BE_PROSE: ReadonlySet<Kind> = new Set([
  'authors',
  'date',
  'submitter',
  'upvote',
  'github',
  'arxiv',
  'empty',
]);
/** No page is wrapped more narrowly. */
const SHORTEST_WRAPPED = 24;
const GOES_ON = /^[\p{Ll}\p{Pd},;:)]/u;

const handle = (at: Assembly, token: Token): void => {
  const id = token.target?.id;
  if (id && at.draft?.id && at.draft.id !== id) {
    const upvotes = closeEntry(at, token.kind === 'upvote' ? 'end' : 'title');
    if (isFull(at.page)) endPage(at, token.line, true);
    if (upvotes) at.counts.push(upvotes);
  }
  at.page.firstLine ??= token.line;
  HANDLERS[token.kind](at, token);
  at.last = token;
};

/** Wrapping may leave the last word of a title alone on a line, and it may be one that pages use: `Models`. */
const endsTitle = ({ kind }: Token): boolean => kind === 'page' || kind === 'header';

const canEndTitle = (at: Assembly, token: Token): boolean => {
  if (!endsTitle(token) || token.text.includes(' ') || token.target !== null) return false;
  const above = at.run.at(-1);
  return (
    above !== undefined &&
    textOf(above).length >= SHORTEST_WRAPPED &&
    goesOn(at, token) &&
    looksLikeTitle(above) &&
    at.run.length === 1
  );
};

/** A heading without facts below: in a digest it may be a paper that lost them, elsewhere it is a page's header. */
const settleHeading = (at: Assembly, heading: Token, next: Token | null): void => {
  if (isFactsRow(next)) return handle(at, { ...heading, kind: 'heading' });
  if (!isOfDigest(at.draft ?? at.page.drafts.at(-1))) return handle(at, heading);
  const upvotes = closeEntry(at, 'title');
  if (upvotes) at.counts.push(upvotes);
  outside(at, heading, 'unrecognised');
  at.last = heading;
};

/** A fact that touches a paragraph above is a word of it if the sentence goes on right below. */
const settleDoubtful = (at: Assembly, next: Token | null): void => {
  const { doubtful } = at;
  if (!doubtful) return;
  at.doubtful = null;
  if (canBeTitle(doubtful)) return settleHeading(at, doubtful, next);
  const isProse =
    next?.kind === 'text' && (endsTitle(doubtful) ? next.gap > 0 : next.gap === 0 && GOES_ON.test(next.text));
  handle(at, isProse ? { ...doubtful, kind: 'text' } : doubtful);
};

/** No paper has so many lines, but marks and numbers that say nothing may go on for ever. */
const MOST_PIECES = 10_000;

const endEndless = (at: Assembly, { line }: Token): void => {
  const pieces = (at.draft?.used.length ?? 0) + at.counts.length;
  if (pieces <= MOST_PIECES) return;
  closeEntry(at, 'end');
  if (isFull(at.page)) endPage(at, line, true);
};

/** Puts the tokens of a text together: strong cues fix where an entry ends, the rest is read between them. */
export const assemble = (context: CloseContext): Assembler => {
  const at = newAssembly(context);
  return {
    pages: at.pages,
    take(token) {
      endEndless(at, token);
      if (token.joined) return at.draft ? use(at, token, 'decoration') : outside(at, token, 'page');
      settleDoubtful(at, token);
      if (canBeTitle(token) || canEndTitle(at, token)) at.doubtful = token;
      else if (
        token.target === null &&
        CAN_BE_PROSE.has(token.kind) &&
        !isPlainSubmitter(token) &&
        isInParagraph(at, token)
      )
        at.doubtful = token;
      else handle(at, token);
    },
    takeEntry(entry) {
      if (!isBetweenEntries(at)) return false;
      beginPlainEntry(at, entry);
      return true;
    },
    end(lines) {
      settleDoubtful(at, null);
      if (isBeforeEntries(at)) dropRun(at);
      closeEntry(at, 'end');
      endPage(at, lines + 1, false);
    },
  };
};
