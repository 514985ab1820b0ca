import { monthOf } from '../../fields/date.js';
import {
  type Assembly,
  beginEntry,
  begun,
  dropRun,
  isBeforeEntries,
  isInParagraph,
  outside,
  raise,
  setUpvotes,
  takeId,
  use,
} from './assembly.js';
import { looksLikeTitle } from './block.js';
import type { Token } from './classify.js';
import { AFTER, LEAD } from './draft.js';
import { readText } from './place-text.js';

/** A number alone: a value that a label waits for, comments, upvotes, or part of a paragraph. */
export const onCount = (at: Assembly, token: Token): void => {
  const { label, month, draft, run, dot } = at;
  if (label && label.kind !== 'submitter') return setLabelled(at, label, token);
  if (month && isBeforeEntries(at)) return setHeaderDay(at, month, token);
  if (token.target?.kind === 'comments') return setComments(at, token);
  if (isInParagraph(at, token) && !looksLikeTitle(run.at(-1) ?? [])) {
    run.at(-1)?.push(token);
    return;
  }
  if (draft?.phase === LEAD && draft.title === null && run.length === 0) {
    at.label = null;
    return draft.upvotes === null ? setUpvotes(at, token) : use(at, token, 'decoration');
  }
  if (isBeforeEntries(at)) dropRun(at);
  if (dot) readText(at, 'dot', dot.gap);
  else if (at.run.length > 0 && token.text !== '-') {
    readText(at, 'other', 0);
    raise(at, AFTER);
  }
  at.counts.push(token);
};

const setLabelled = (at: Assembly, label: Token, token: Token): void => {
  at.label = null;
  if (label.kind === 'upvote') {
    takeId(at, token);
    return setUpvotes(at, token);
  }
  begun(at).githubStars ??= token.count;
  use(at, token, 'link');
};

const setHeaderDay = (at: Assembly, name: Token, token: Token): void => {
  at.page.facts.headerDay = { year: null, month: monthOf(name.text) ?? 0, day: token.count ?? 0 };
  at.month = null;
  outside(at, token, 'page');
};

const setComments = (at: Assembly, token: Token): void => {
  readText(at, 'other', 0);
  takeId(at, token);
  raise(at, AFTER);
  begun(at).comments ??= token.count;
  use(at, token, 'comments');
};

/** Upvotes that say so: by their link, or by the word `Upvote`. They stand before the title or, on trending pages, last. */
export const onUpvote = (at: Assembly, token: Token): void => {
  const { draft, page } = at;
  const id = token.target?.id ?? null;
  const sameId = id === null || draft?.id === null ? page.countFirst !== true : draft?.id === id;
  const isLead = draft?.phase === LEAD && draft.title === null && at.run.length === 0;
  if (draft !== null && sameId && at.run.length > 0) readText(at, 'other', 0);
  else if (!isLead && (draft === null || !sameId)) beginEntry(at, token, 'end');
  takeId(at, token);
  if (token.count !== null) {
    at.label = null;
    return setUpvotes(at, token);
  }
  if (begun(at).upvotes === null) at.label = token;
  use(at, token, 'upvotes');
};

/** Links behind an entry; before the first one they belong to the page. */
const onLink = (at: Assembly, token: Token): boolean => {
  if (at.draft === null && at.run.length === 0) {
    outside(at, token, isBeforeEntries(at) ? 'page' : 'unrecognised');
    return false;
  }
  readText(at, 'other', 0);
  raise(at, AFTER);
  use(at, token, 'link');
  return true;
};

export const onGithub = (at: Assembly, token: Token): void => {
  if (!onLink(at, token)) return;
  const draft = begun(at);
  if (token.target?.kind === 'github') draft.githubRepo ??= token.target.url;
  if (token.count === null) at.label = token;
  else draft.githubStars ??= token.count;
  at.page.facts.kind = 'trending';
};

export const onArxiv = (at: Assembly, token: Token): void => {
  if (onLink(at, token)) takeId(at, token);
};
