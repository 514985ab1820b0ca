import type { Token } from './token.js';

const isTop = ({ fact }: Token): boolean => fact.kind === 'header' || fact.kind === 'note';
/** They may stand between the words at the top of a page. */
const isAround = ({ fact }: Token): boolean =>
  isTop({ fact } as Token) || ['page', 'nothing', 'link', 'empty', 'month'].includes(fact.kind);
const OF_PAPERS: ReadonlySet<string> = new Set([
  'authors',
  'submitter',
  'upvotes',
  'comments',
  'dot',
  'title',
  'abstract',
  'names',
]);
/** They stand behind a title, in any order of facts. */
const OF_A_TAIL: ReadonlySet<string> = new Set(['authors', 'dot', 'date', 'organization']);

/**
 * Pages, cut where words at the top of a page stand below something of papers. A page word inside of a card cuts nothing:
 * its facts follow.
 */
export const pagesOf = (tokens: readonly Token[]): Token[][] => {
  const pages: Token[][] = [];
  let from = 0;
  let hasPapers = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (!isTop(token)) {
      hasPapers ||= OF_PAPERS.has(token.fact.kind) || token.target?.kind === 'paper';
      at++;
      continue;
    }
    const end = endOfTop(tokens, at);
    if (hasPapers && beginsPage(tokens, at, end)) {
      pages.push(tokens.slice(from, at));
      from = at;
      hasPapers = false;
    }
    at = end;
  }
  if (from < tokens.length) pages.push(tokens.slice(from));
  return pages;
};

const endOfTop = (tokens: readonly Token[], at: number): number => {
  let end = at + 1;
  while (end < tokens.length && isAround(tokens[end] as Token)) end++;
  return end;
};

const beginsPage = (tokens: readonly Token[], at: number, end: number): boolean => {
  // A line of prose may sound like a note.
  const top = tokens.slice(at, end).filter((token) => isTop(token) && !(token.fact.kind === 'note' && token.gap === 0 && tokens[at - 1]?.fact.kind === 'text'));
  const isSure = top.some(({ fact }) => fact.kind === 'note' || (fact.kind === 'header' && fact.strong));
  const next = tokens[end];
  const goesOn = next !== undefined && OF_A_TAIL.has(next.fact.kind) && next.fact.kind !== 'date';
  return isSure && !(top.length === 1 && goesOn);
};
