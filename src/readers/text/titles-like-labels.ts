import type { Target } from './target.js';
import { areBeside, type Fact, isNumbered, SHORTEST_ABSTRACT, type Token } from './token.js';
import { areBareWords } from './words.js';

// Papers may be named `TL;DR` or `Upvote`, as sections, links and words of the page are, and a title over two lines may end
// in `Page` or `View`.

/** Facts that may be the words of a title instead. */
const MAY_BE_WORDS: ReadonlySet<Fact['kind']> = new Set(['section', 'link', 'page', 'header', 'empty']);
/** What is above the title of a card, and right below it. */
const ABOVE_TITLE: ReadonlySet<Fact['kind']> = new Set(['submitter', 'count']);
const BELOW_TITLE: ReadonlySet<Fact['kind']> = new Set(['authors', 'dot', 'organization']);
/** Only cards of the hub have links to vote and to the comments. */
const OF_CARD: ReadonlySet<Target['kind']> = new Set(['upvote', 'comments']);

const isPlainItem = (token: Token): boolean =>
  isNumbered(token) && token.target === null && token.record === 0;
const leadsToPaper = ({ target }: Token): boolean => target?.kind === 'paper' || target?.kind === 'arxiv';

/** How a title is set off: its heading, or that it is an item; empty if it is not. */
const setOff = (token: Token): string =>
  token.heading > 0 ? `#${token.heading}` : isNumbered(token) ? '1' : token.bullet === '' ? '' : '-';

const isLikeLabel = ({ fact, text }: Token): boolean =>
  (MAY_BE_WORDS.has(fact.kind) || (fact.kind === 'upvotes' && fact.count === null)) && areBareWords(text);

/** Alone in the place where a card of the hub has its title, or the last line of it. */
const isInPlace = (tokens: readonly Token[], at: number): boolean => {
  const [above, token, below] = [tokens[at - 1], tokens[at] as Token, tokens[at + 1]];
  if (!above || !below || token.target !== null || token.heading > 0) return false;
  if (areBeside(above, token) || areBeside(token, below)) return false;
  const isAbstract = below.fact.kind === 'text' && below.text.length >= SHORTEST_ABSTRACT;
  const isBelowTitle =
    token.fact.kind === 'link' && token.gap === 0 && above.fact.kind === 'text' && above.target === null;
  const begins = isBelowTitle ? tokens[at - 2] : above;
  if (!begins || !ABOVE_TITLE.has(begins.fact.kind)) return false;
  return BELOW_TITLE.has(below.fact.kind) || isAbstract || (isBelowTitle && below.gap > 0);
};

/** The tokens that look like labels but are titles. A real label repeats, and its paper has a title elsewhere. */
export const titlesLikeLabels = (tokens: readonly Token[]): Token[] => {
  const inPlace = new Set<Token>();
  const likely = tokens.filter((token, at) => {
    if (!isLikeLabel(token)) return false;
    if (isInPlace(tokens, at)) inPlace.add(token);
    return inPlace.has(token) || leadsToPaper(token) || isPlainItem(token);
  });
  if (likely.length === 0) return likely;
  const times = new Map<string, number>();
  for (const { text } of likely) times.set(text.toLowerCase(), (times.get(text.toLowerCase()) ?? 0) + 1);
  const ofCards = new Set<string>();
  const titled = new Set<string>();
  /** How other titles are set off. */
  const looks = new Set<string>();
  let isHeaded = false;
  for (const token of tokens) {
    const { fact, heading, target } = token;
    const id = target?.id;
    if (id && OF_CARD.has(target.kind)) ofCards.add(id);
    else if (fact.kind !== 'text' && fact.kind !== 'title') continue;
    else if (id) {
      titled.add(id);
      looks.add(setOff(token));
    } else if (isNumbered(token)) looks.add(setOff(token));
    else if (heading > 0) isHeaded = true;
  }
  return likely.filter((token) => {
    const id = token.target?.id ?? '';
    if ((times.get(token.text.toLowerCase()) ?? 0) > 1 || titled.has(id)) return false;
    const look = setOff(token);
    return inPlace.has(token) || (look !== '' && looks.has(look)) || (ofCards.has(id) && !isHeaded);
  });
};
