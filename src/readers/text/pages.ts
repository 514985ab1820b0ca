import type { Token } from './token.js';
import { setOf } from './words.js';

const isTop = ({ fact }: Token): boolean => fact.kind === 'header' || fact.kind === 'note';
/** At the top of a page, or between its words. */
const AROUND = setOf('header note page nothing link empty month');
/** Once a page has one of these, or a link to a paper, the next top begins another page. */
const OF_PAPERS = setOf('authors submitter upvotes comments dot title abstract names');
/** They come behind a title, in any order of facts. */
const OF_A_TAIL = setOf('authors dot organization');

/** The pages of tokens, each with its upvotes where their papers are. */
export const pagesOf = (tokens: readonly Token[]): (readonly Token[])[] => cutPages(tokens).map(unstacked);

/** Cuts where the words of a page's top come below part of a paper, but not at a page word inside a card. */
const cutPages = (tokens: readonly Token[]): Token[][] => {
  const pages: Token[][] = [];
  let from = 0;
  let hasPapers = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (!isTop(token)) {
      hasPapers ||= OF_PAPERS.has(token.fact.kind) || token.target?.id != null;
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
 * Only words of this feed, or a note with a blank line above it, begin a page; not the last words of an input, and not a
 * single line inside a card that is followed by its facts.
 */
const beginsPage = (tokens: readonly Token[], at: number, end: number): boolean => {
  const top = tokens.slice(at, end).filter(isTop);
  const isNoted = top[0]?.fact.kind === 'note' && (tokens[at] as Token).gap > 0;
  const isSure = isNoted || top.some(({ fact }) => fact.kind === 'header' && fact.strong);
  const next = tokens[end];
  if (!isSure || next === undefined) return false;
  return !(top.length === 1 && OF_A_TAIL.has(next.fact.kind));
};

/** An entry has at most three numbers in a row. */
const FEWEST = 4;

/**
 * A printed page may give the upvotes of all its cards first, each apart, and the cards below: each moves after a card's day,
 * if there are as many of both. Otherwise nothing shows whose they are.
 */
const unstacked = (page: readonly Token[]): readonly Token[] => {
  const stacks = stacksOf(page);
  if (!stacks.some(({ from, to }) => to - from >= FEWEST)) return page;
  const out: Token[] = page.slice(0, stacks[0]?.from);
  for (const [i, { from, to }] of stacks.entries()) {
    const below = page.slice(to, stacks[i + 1]?.from);
    const { votes, own } = votesOf(page.slice(from, to), below);
    for (const token of page.slice(from, to)) out.push(silent(token));
    for (const token of below) {
      out.push(own.has(token) ? silent(token) : token);
      const vote = votes.get(token)?.fact;
      if (vote?.kind !== 'count') continue;
      out.push({ ...token, text: '', fact: { kind: 'upvotes', count: vote.count }, gap: 0, shared: true });
    }
  }
  return out;
};

const silent = (token: Token): Token => ({ ...token, fact: { kind: 'nothing' } });

/** The number for each day: one of the stack, if the card has none of its own above its day. */
const votesOf = (
  stack: readonly Token[],
  below: readonly Token[],
): { votes: ReadonlyMap<Token, Token>; own: ReadonlySet<Token> } => {
  const votes = new Map<Token, Token>();
  const own = new Set<Token>();
  const free: Token[] = [];
  let last: Token | null = null;
  for (const [i, token] of below.entries()) {
    if (token.fact.kind === 'count' && below[i - 1]?.fact.kind !== 'date') {
      own.add(token);
      last = token;
    }
    if (token.fact.kind !== 'date') continue;
    if (last) votes.set(token, last);
    else free.push(token);
    last = null;
  }
  if (free.length === stack.length) for (const [i, day] of free.entries()) votes.set(day, stack[i] as Token);
  return { votes, own };
};

/** Numbers alone, with blank lines between and around them: two at least. */
const stacksOf = (page: readonly Token[]): { from: number; to: number }[] => {
  const stacks: { from: number; to: number }[] = [];
  for (let from = 0; from < page.length; ) {
    let to = from;
    while (page[to]?.fact.kind === 'count' && (page[to] as Token).gap > 0) to++;
    if (to - from > 1 && (page[to]?.gap ?? 1) > 0) stacks.push({ from, to });
    from = Math.max(to, from + 1);
  }
  return stacks;
};
