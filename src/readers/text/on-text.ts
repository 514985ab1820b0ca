import {
  type Assembly,
  beginEntry,
  begun,
  closeEntry,
  endPage,
  goesOn,
  outside,
  raise,
  settleCounts,
  setUpvotes,
  takeId,
  use,
} from './assembly.js';
import { type Block, isLong, looksLikeOrganization, looksLikeTitle } from './block.js';
import type { Token } from './classify.js';
import { isAbstract } from './digest.js';
import { AFTER, type Draft, LEAD, TAIL, TEXT } from './draft.js';
import { isHandle, setSubmitter } from './on-facts.js';
import { lacksOrganization, readText, setOrganization } from './place-text.js';

/** Text held back until a fact comes; more than this is no entry. */
const MOST_HELD = 1024 * 1024;
const MOST_LINES = 1000;

/** Text can turn out to be a title, prose, an organization or a name: by what stands around it. */
export const onText = (at: Assembly, token: Token): void => {
  if (at.label?.kind === 'submitter' && isHandle(token.text)) return setSubmitter(at, token);
  if (at.label?.kind === 'upvote') at.label = null;
  if (at.label?.kind === 'submitter') at.label = null;
  if (isDoubled(at, token)) return useAgain(at, token);
  if (endsInDash(at) || endsInThird(at, token)) {
    readText(at, 'other', 0);
    raise(at, AFTER);
  }
  if (namesOrganization(at, token)) {
    readText(at, 'organization', 0);
    if (begun(at).organization === null) return setOrganization(at, token);
  }
  if (continuesHeading(at, token)) return continueHeading(at, token);
  if (isAbstract(at, token)) {
    begun(at).prose.push([token]);
    at.page.characters += token.text.length;
    return use(at, token, 'abstract');
  }
  if (at.dot) readText(at, 'dot', at.dot.gap);
  if (at.draft === null ? at.counts.length > 0 : at.draft.phase >= TAIL) {
    if (at.draft && token.gap === 0 && at.counts.length === 0 && touches(at.draft)) at.page.dense = true;
    beginEntry(at, token, 'title');
  }
  if (goesOn(at, token)) at.run.at(-1)?.push(token);
  else at.run.push([token]);
  if (token.target?.kind === 'paper') takeId(at, token);
  at.runCharacters += token.text.length + 1;
  at.page.characters += token.text.length;
  at.runLines++;
  if (at.runCharacters > MOST_HELD || at.runLines > MOST_LINES) giveUp(at);
};

/** No blank line between title and prose. */
const touches = ({ title, prose }: Draft): boolean => prose[0]?.[0]?.gap === 0 && title !== null;

/** The same line again right below itself says nothing new. */
const isDoubled = ({ run, last, draft }: Assembly, { text }: Token): boolean =>
  run.at(-1)?.at(-1)?.text === text || (last?.role === 'submitter' && draft?.submittedBy === text);

/** On pages without abstracts a dash between two texts is the upvotes of the second. */
const endsInDash = (at: Assembly): boolean =>
  at.counts.length === 1 && at.counts[0]?.text === '-' && at.run.length > 0 && lacksOrganization(at);

/** On pages without abstracts an entry has a title and a name; a third text is the title of the next. */
const endsInThird = (at: Assembly, token: Token): boolean =>
  token.gap > 0 &&
  at.run.length === 2 &&
  at.draft?.phase === LEAD &&
  at.draft.title === null &&
  at.run.every(looksLikeTitle) &&
  lacksOrganization(at);

/** On day pages the organization stands below the dot, and touches it where that is not the form of the whole page. */
const namesOrganization = (at: Assembly, token: Token): boolean => {
  const { dot, draft, run } = at;
  if (!dot || !looksLikeOrganization(token) || closesWithName(run, dot)) return false;
  if (token.gap > 0 && !lacksOrganization(at) && !opensDayPage(at)) return false;
  if (draft === null) return run.length > 1;
  const free = draft.authorCount === null && draft.date === null && draft.organization === null;
  return free && (draft.title !== null || run.length > 0 || draft.submittedBy !== null);
};

/** The first entry of a page has a title, no text, and then the dot. */
const opensDayPage = ({ page, draft, run }: Assembly): boolean =>
  page.drafts.length === 0 && draft !== null && draft.prose.length === 0 && run.every(looksLikeTitle);

/** The line above the dot, below prose, is an organization already. */
const closesWithName = (run: readonly Block[], dot: Token): boolean => {
  const line = run.at(-1)?.at(-1);
  return dot.gap === 0 && line !== undefined && looksLikeOrganization(line) && !run.every(looksLikeTitle);
};

const useAgain = (at: Assembly, token: Token): void => {
  if (at.draft) use(at, token, 'decoration');
  else outside(at, token, 'page');
  at.runLines++;
  if (at.runLines > MOST_LINES) giveUp(at);
};

/** So much text without a fact is no paper. */
const giveUp = (at: Assembly): void => {
  for (const token of at.run.flat()) outside(at, token, 'unrecognised');
  at.run = [];
  at.runCharacters = 0;
  at.runLines = 0;
  if ((at.draft?.used.length ?? 0) > MOST_LINES) closeEntry(at, 'end');
  if (at.draft === null && at.last) endPage(at, at.last.line + 1, true);
};

/** A heading goes on to the blank line or its link's close, whether with a mark of its own, indented or bare. */
const continuesHeading = ({ draft, run, last }: Assembly, token: Token): boolean => {
  const title = draft?.phase === TEXT && draft.heading && run.length === 0 ? draft.title : null;
  if (!title || !last || token.gap > 0 || last !== title.at(-1)) return false;
  const sameLink = token.target === last.target && token.mark === last.mark;
  return sameLink && looksLikeTitle([...title, token]) && !isLong([token]);
};

const continueHeading = (at: Assembly, token: Token): void => {
  at.draft?.title?.push(token);
  takeId(at, token);
  use(at, token, 'title');
};

export const onHeading = (at: Assembly, token: Token): void => {
  if (at.label?.kind === 'submitter') at.label = null;
  if (at.last?.kind === 'heading' && at.last.text === token.text && token.gap === 0 && at.draft) {
    takeId(at, token);
    return use(at, token, 'decoration');
  }
  if (continuesHeading(at, token)) return continueHeading(at, token);
  if (at.draft === null || at.draft.phase >= TEXT || at.run.length > 0) beginEntry(at, token, 'title');
  else {
    const upvotes = settleCounts(at, 'title');
    if (upvotes) setUpvotes(at, upvotes);
  }
  const draft = begun(at);
  draft.title = [token];
  draft.heading = true;
  draft.phase = TEXT;
  at.page.headings = true;
  at.page.countFirst ??= draft.upvotes !== null;
  takeId(at, token);
  use(at, token, 'title');
};
