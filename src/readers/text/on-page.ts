import {
  type Assembly,
  beginEntry,
  closeEntry,
  dropRun,
  endPage,
  goesOn,
  isBeforeEntries,
  isInParagraph,
  outside,
  settleCounts,
  takeId,
  use,
} from './assembly.js';
import { isLong } from './block.js';
import type { Token } from './classify.js';
import { readNote } from './note.js';
import { onText } from './on-text.js';
import { linkedDay } from './target.js';
import { isPageWord } from './words.js';

/** The first header word after entries, or after the word that there are none, begins the next page. */
const startPage = (at: Assembly, token: Token): void => {
  endEntries(at);
  if (at.page.drafts.length === 0 && !at.page.facts.saysEmpty) return;
  endPage(at, token.line, false);
  // Its own reference mark is the first of the new page's count.
  at.context.marks.saw(token.mark);
};

/** Page words close an open entry and keep it; text before the first entry is no paper. */
const endEntries = (at: Assembly): void => {
  if (isBeforeEntries(at)) dropRun(at);
  if (isBeforeEntries(at)) settleCounts(at, 'end');
  else closeEntry(at, 'end');
};

/** Page words count only outside of paragraphs: a wrapped line may end in `new`. */
const isProse = (at: Assembly, token: Token): boolean =>
  !at.page.dense && !token.text.includes(' ') && isPageWord(token.text) && isInParagraph(at, token);

export const onHeader = (at: Assembly, token: Token): void => {
  if (isProse(at, token)) return onText(at, token);
  startPage(at, token);
  at.page.header = true;
  if (token.text.includes(' ')) at.page.feed = true;
  outside(at, token, 'page');
};

export const onPageWord = (at: Assembly, token: Token): void => {
  if (isProse(at, token)) return onText(at, token);
  endEntries(at);
  notePreviousDay(at, token);
  outside(at, token, 'page');
};

const notePreviousDay = (at: Assembly, { target, text }: Token): void => {
  if (target?.kind === 'pageDay' && text !== 'Next') at.page.facts.previousDay ??= linkedDay(target);
};

const MAY_BE_PROSE = /^(?:source|url|date|query)\b/i;

/** `Source: https://…` may be a line of an abstract. */
const isNoteInProse = (at: Assembly, token: Token): boolean =>
  !token.note &&
  MAY_BE_PROSE.test(token.text) &&
  goesOn(at, token) &&
  (!isBeforeEntries(at) || isLong(at.run.at(-1) ?? []));

export const onNote = (at: Assembly, token: Token): void => {
  if (isNoteInProse(at, token)) return onText(at, token);
  startPage(at, token);
  readNote(token.text, at.page.facts);
  outside(at, token, 'page');
};

/** `Aug` above `1`: a page's day on two lines. */
export const onMonth = (at: Assembly, token: Token): void => {
  if (!isBeforeEntries(at)) return onText(at, token);
  dropRun(at);
  at.month = token;
  outside(at, token, 'page');
};

export const onEmpty = (at: Assembly, token: Token): void => {
  at.page.facts.saysEmpty = true;
  outside(at, token, 'page');
};

/** Images, rules and empty links say nothing, but their targets do. */
export const onDecoration = (at: Assembly, token: Token): void => {
  const { target } = token;
  notePreviousDay(at, token);
  if (target?.kind === 'paper' || target?.kind === 'thumbnail') {
    if (isBeforeEntries(at) && !at.run.flat().some((text) => text.target?.id)) dropRun(at);
    if (at.draft === null && at.run.length === 0) beginEntry(at, token, 'end');
    takeId(at, token);
  }
  if (at.draft) use(at, token, 'decoration');
  else outside(at, token, 'page');
};
