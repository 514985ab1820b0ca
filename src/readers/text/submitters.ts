import { type Fact, LONGEST_TITLE, type Token } from './token.js';

// Where a page prints who submitted its papers.

/** How many titles are headings of the most common level, and how many link to their papers. */
export interface SureTitles {
  headed: number;
  level: number;
  linked: number;
}

/** Words that may be a title. */
export const isWords = ({ kind }: Fact): boolean => kind === 'text' || kind === 'title';

/** Whether those who submitted papers come behind the titles, as people list them; cards begin with them. */
export const isSubmitterLast = (page: readonly Token[], titles: SureTitles): boolean => {
  const submitters = page.flatMap(({ fact }, i) => (fact.kind === 'submitter' ? [i] : []));
  const last = submitters.filter((i) => isLastOfEntry(page, i));
  const isSure = last.length > 1 || last.some((i) => isInRow((page[i] as Token).text));
  return (isSure && last.length * 2 > submitters.length) || areBehindTitles(page, submitters, titles);
};

/** Behind facts on their line, in an item of the title's item, or below a fact that they touch, with a gap behind. */
const isLastOfEntry = (page: readonly Token[], i: number): boolean => {
  const [before, { fact, text, line, gap }, next] = [page[i - 1], page[i] as Token, page[i + 1]];
  if (before === undefined || before.fact.kind === 'text' || fact.kind !== 'submitter') return false;
  if (fact.handle !== null && (isInItem(page, i) || isBehindItem(page, i))) return true;
  if (before.line === line)
    return fact.handle !== null && (isInRow(text) || (next?.line !== line && isEndOf(next)));
  // The value of a label: `Submitted by ada` without one is above the title it belongs to.
  return isEndOf(next) && gap === 0 && text.replace(/^@/, '') === fact.handle;
};

/**
 * Whether a title comes above the first of several submitters and none below the last, on a page that says in words what its
 * numbers count, as no card does: a stretch cut out of a page of cards may begin and end so too.
 */
const areBehindTitles = (
  page: readonly Token[],
  submitters: readonly number[],
  { level, linked }: SureTitles,
): boolean => {
  const [first, last] = [submitters[0], submitters.at(-1)];
  if (first === undefined || last === undefined || submitters.length < 2) return false;
  const isTitle = ({ fact, heading, target, text, gap }: Token): boolean =>
    isWords(fact) &&
    text.length <= LONGEST_TITLE &&
    (level > 0 ? heading === level : linked > 1 ? target?.kind === 'paper' : gap > 0 && !text.endsWith('.'));
  return (
    page.some(
      ({ fact, target, text }) => fact.kind === 'upvotes' && target === null && !IS_BUTTON.test(text),
    ) &&
    page.slice(0, first).some(isTitle) &&
    !page.slice(last + 1).some(isTitle)
  );
};

/** Whether an entry ends above a token: words behind a gap, or nothing. */
const isEndOf = (below: Token | undefined): boolean =>
  below === undefined || (below.gap > 0 && isWords(below.fact));
const IS_BUTTON = /^Upvote(?:d? |$)/;

/** An entry of a list has no more tokens. */
const MOST_OF_ENTRY = 40;
const above = (page: readonly Token[], at: number): readonly Token[] =>
  page.slice(Math.max(0, at - MOST_OF_ENTRY), at);

/** Whether a token is an item of a list inside of an item of words. */
const isInItem = (page: readonly Token[], at: number): boolean => {
  const { bullet, indent } = page[at] as Token;
  if (bullet === '' || indent === 0) return false;
  const outer = above(page, at).findLast((one) => one.bullet !== '' && one.indent < indent);
  return outer !== undefined && isWords(outer.fact);
};

/** Whether a token ends an item that begins with words. */
const isBehindItem = (page: readonly Token[], at: number): boolean => {
  const { line } = page[at] as Token;
  if (page[at + 1]?.line === line) return false;
  const first = above(page, at).find((one) => one.line === line);
  return first !== undefined && first.bullet !== '' && isWords(first.fact);
};

/** Only people write it with a small letter, in their rows of facts. */
export const isInRow = (submitter: string): boolean => submitter.startsWith('submitted by');
