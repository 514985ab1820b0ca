import type { Token } from './token.js';

/** Of an entry there are three numbers in a row at most. */
const FEWEST = 4;

/**
 * A printed page may give the upvotes of all its cards first, each apart, and the cards below: they go behind each card's day,
 * if there are as many. Otherwise it is not known whose they are.
 */
export const unstacked = (page: readonly Token[]): readonly Token[] => {
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
