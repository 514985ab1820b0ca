import type { Token } from './token.js';

const isTop = ({ fact }: Token): boolean => fact.kind === 'header' || fact.kind === 'note';
/** At the top of a page, or between its words. */
const AROUND: ReadonlySet<string> = new Set(['header', 'note', 'page', 'nothing', 'link', 'empty', 'month']);
/** Once a page has one of these, or a link to a paper, the next top begins another page. */
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
/** They come behind a title, in any order of facts. */
const OF_A_TAIL: ReadonlySet<string> = new Set(['authors', 'dot', 'organization']);

/**
 * Pages, cut where words of a page's top come below something of papers. A page word inside of a card cuts nothing:
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
    const begin = edgeAbove(tokens, at);
    if (hasPapers && beginsPage(tokens, begin, end)) {
      pages.push(tokens.slice(from, begin));
      from = begin;
      hasPapers = false;
    }
    at = end;
  }
  if (from < tokens.length) pages.push(tokens.slice(from));
  return pages;
};

/** Front matter begins with a line that only draws. */
const edgeAbove = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.gap === 0 && tokens[at - 1]?.fact.kind === 'nothing' ? at - 1 : at;

const endOfTop = (tokens: readonly Token[], at: number): number => {
  let end = at + 1;
  while (end < tokens.length && AROUND.has((tokens[end] as Token).fact.kind)) end++;
  return end;
};

/**
 * Words of this feed alone begin a page, or a note with a blank line above it; not the last words of an input, and not a
 * single line inside of a card, whose facts follow.
 */
const beginsPage = (tokens: readonly Token[], at: number, end: number): boolean => {
  const top = tokens.slice(at, end).filter(isTop);
  const isNoted = top[0]?.fact.kind === 'note' && (tokens[at] as Token).gap > 0;
  const isSure = isNoted || top.some(({ fact }) => fact.kind === 'header' && fact.strong);
  const next = tokens[end];
  if (!isSure || next === undefined) return false;
  return !(top.length === 1 && OF_A_TAIL.has(next.fact.kind));
};
