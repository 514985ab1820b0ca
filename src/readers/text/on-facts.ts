import { reportAmbiguous } from './ambiguous.js';
import {
  type Assembly,
  beginEntry,
  begun,
  dropRun,
  isBeforeEntries,
  outside,
  raise,
  takeId,
  use,
} from './assembly.js';
import { looksLikeTitle } from './block.js';
import type { Token } from './classify.js';
import { AFTER, LEAD, TAIL } from './draft.js';
import { readText, setOrganization } from './place-text.js';
import { hubHandle } from './target.js';
import { SUBMITTED_BY } from './words.js';

const HANDLE = /^[\w.-]{1,96}$/;
const ALT_TEXT = /^(?:\[[^[\]]*\] ?)+/;

/** A hub handle has no spaces. */
export const isHandle = (text: string): boolean => HANDLE.test(text);

export const setSubmitter = (at: Assembly, token: Token): void => {
  const name = token.text.replace(ALT_TEXT, '');
  const linked = token.target?.kind === 'hub' ? hubHandle(token.target) : null;
  begun(at).submittedBy = linked ?? (isHandle(name) ? name : null);
  use(at, token, 'submitter');
  at.label = null;
};

const submitterName = (token: Token): string =>
  token.text.slice(SUBMITTED_BY.length).trim().replace(ALT_TEXT, '');

/** The words alone, or with one handle behind them: no sentence. */
export const isPlainSubmitter = (token: Token): boolean => {
  if (token.kind !== 'submitter') return false;
  const name = submitterName(token);
  return name === '' || isHandle(name);
};

/** `Submitted by` always begins an entry; the name stands behind it or on the next line. */
export const onSubmitter = (at: Assembly, token: Token): void => {
  const { draft, run, counts, label } = at;
  const isOpen =
    draft?.phase === LEAD && draft.submittedBy === null && run.length === 0 && counts.length === 0;
  if (!isOpen || label !== null) beginEntry(at, token, 'end');
  at.page.feed = true;
  const name = submitterName(token);
  if (isHandle(name)) begun(at).submittedBy = name;
  else if (name === '') at.label = token;
  use(at, token, 'submitter');
};

/**
 * Numbers behind a title are its comments and the upvotes of the next paper, whose title was lost: several always, one
 * where upvotes stand before titles.
 */
const hasNext = ({ draft, page, counts }: Assembly): boolean => {
  const numbers = counts.filter(({ text }) => text !== '-').length;
  const countFirst = page.countFirst === true || (draft !== null && draft.upvotes !== null);
  return numbers > (countFirst ? 0 : 1);
};

export const onAuthors = (at: Assembly, token: Token): void => {
  const isTold = at.draft !== null && (at.draft.organization !== null || at.draft.date !== null);
  const isOver = hasNext(at);
  const avatars = !isTold && !isOver && (at.draft !== null || at.run.length > 0) ? at.counts : [];
  for (const dash of avatars) use(at, dash, 'decoration');
  if (avatars.length > 0) at.counts = [];
  readText(at, 'authors', token.gap);
  const fits =
    at.draft !== null &&
    !isOver &&
    at.draft.date === null &&
    at.draft.organization === null &&
    (at.draft.authorCount ?? token.count) === token.count;
  if (!fits) beginEntry(at, token, 'facts');
  begun(at).authorCount = token.count;
  at.page.feed = true;
  takeId(at, token);
  use(at, token, 'authors');
  raise(at, TAIL);
};

/** A link to the hub's page of an organization or a person. */
export const onOrganization = (at: Assembly, token: Token): void => {
  if (at.label?.kind === 'submitter') return setSubmitter(at, token);
  if (at.draft === null && at.run.length === 0) {
    return outside(at, token, isBeforeEntries(at) ? 'page' : 'unrecognised');
  }
  readText(at, 'organization', 0);
  const draft = begun(at);
  if (draft.organization === null) return setOrganization(at, token);
  const goesOn = at.last?.kind === 'organization' && at.last.target === token.target && token.gap === 0;
  if (goesOn) draft.organization += ` ${token.text}`;
  use(at, token, goesOn ? 'organization' : 'decoration');
};

export const onDot = (at: Assembly, token: Token): void => {
  if (at.dot) use(at, at.dot, 'decoration');
  at.dot = null;
  if (at.draft || at.run.length > 0) at.dot = token;
  else outside(at, token, 'page');
};

/** A date without dot, authors or prose before it is the page's own day. */
export const onDate = (at: Assembly, token: Token): void => {
  const { page } = at;
  const isAlone = at.dot === null && at.draft === null && at.run.every(looksLikeTitle);
  if (isAlone && page.drafts.length === 0) {
    dropRun(at);
    page.facts.headerDay = token.date?.day ?? null;
    return outside(at, token, 'page');
  }
  if (isAlone && at.run.length === 0) return outside(at, token, 'unrecognised');
  readText(at, 'date', token.gap);
  const draft = begun(at);
  if (draft.date !== null) return use(at, token, 'decoration');
  draft.date = token.date;
  draft.comments ??= token.date?.comments ?? null;
  if (token.date?.ambiguous) reportAmbiguous(token, at.context.report);
  if (token.text.startsWith('Published')) page.facts.kind = 'trending';
  takeId(at, token);
  use(at, token, 'date');
  raise(at, AFTER);
};
