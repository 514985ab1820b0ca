import type { PageKind } from '../../page.js';
import { areBeside, type Fact, HANDLE, isNumbered, type Token } from './token.js';

/**
 * Where upvotes are printed, by votes, for copies mix numbers of two papers: numbers above titles vote for `first`, words and
 * links that say upvotes for their side of the title, a lone number between a title and its facts for `middle`. `pairs`: papers
 * with two numbers below, their comments and the upvotes of the next one. `stars`: papers whose numbers show stars.
 *
 * @param level of the headings that are titles
 */
export const whereUpvotes = (
  page: readonly Token[],
  kind: PageKind | 'list',
  commentLinks: boolean,
  level: number,
): { where: 'first' | 'middle' | 'last'; first: number; pairs: number; stars: number } => {
  let [first, middle, last, pairs] = [0, 0, 0, 0];
  /** Numbers between a title and its words: one may end the title. */
  let inside = 0;
  const ends = endsInUpvotes(page);
  const besideDates = page.some(
    (token, i) =>
      (token.fact.kind === 'date' && token.fact.date.comments !== null) ||
      (token.fact.kind === 'count' && page[i - 1]?.fact.kind === 'date' && areBeside(page[i - 1], token)),
  );
  /** Numbers since the last words or facts; a dash, or a number in no place of comments, is upvotes for sure. */
  let [numbers, sure] = [0, 0];
  /** What the current paper has shown so far, and whether any paper had facts. */
  let [sawTitle, sawTail, sawAnyTail] = [false, false, false];
  /** Whether a title is above for sure: a heading of the titles' level, or an item with a number. */
  let sawHeading = false;
  for (const [i, token] of page.entries()) {
    const { fact, text, target, gap, heading } = token;
    const above = page[i - 1];
    switch (fact.kind) {
      case 'authors':
      case 'date':
      case 'organization':
        if (sawTitle && !sawTail && numbers + sure === 1 && kind === 'day') middle++;
        sawTail = sawTitle;
        sawAnyTail = true;
        [numbers, sure] = [0, 0];
        break;
      case 'upvotes':
        // A number out of a stack was put there.
        if (text === '') last += 2;
        else if (target?.id) {
          // The link names the paper: its title is below or above.
          const side = sideOf(page, i, target.id);
          if (side > 0 || (side === 0 && !sawTitle)) first++;
          else last++;
        } else if (gap > 0 && areBeside(above, token)) first++;
        else if (areBeside(above, token) && above?.fact.kind === 'text') last++;
        // Nothing but a title can be above the first paper's facts, if no title is above for sure.
        else if (!sawAnyTail && !sawHeading && !(sawTitle && ends)) first += 2;
        else if (first === 0) last++;
        break;
      case 'count':
        if (above?.fact.kind === 'month' || isLabel(above)) break;
        // Where comments share the line of the date, a number on a line of its own is not comments.
        if (fact.dash || (besideDates && !areBeside(above, token) && sawTail)) sure++;
        else numbers++;
        break;
      case 'submitter':
        [sawTitle, sawTail] = [false, false];
        [numbers, sure] = [0, 0];
        break;
      case 'text':
      case 'title':
        if ((heading > 0 && heading === level) || isNumbered(token)) sawHeading = true;
        if (HANDLE.test(text) || goesOn(token)) break;
        // Above the first paper of a search is the query, which is not a title.
        if (sawTitle && !sawTail && sawAnyTail && numbers + sure === 1) inside++;
        else if ((!sawTitle || (kind === 'search' && !sawAnyTail)) && numbers + sure > 0) first++;
        else if (sawTail && (numbers > (commentLinks ? 0 : 1) || sure > 0)) first++;
        if (sawTail && numbers + sure > 1) pairs++;
        [sawTitle, sawTail] = [true, false];
        [numbers, sure] = [0, 0];
        break;
    }
  }
  // A number above the first title may be the page's day; one between a title and its facts is of that paper.
  const isFirst = first > last || (kind === 'day' && last === 0);
  const tails = numbersAboveSubmitters(page);
  const final = kind === 'day' ? countFinal(tails) : { cards: 0, stars: 0 };
  if (inside > 1) middle += inside;
  const isMiddle = middle > 0 && middle >= first && middle > last;
  if (isMiddle || (final.cards > 0 && middle + final.cards > first))
    return { where: 'middle', first: 0, pairs: 0, stars: final.stars };
  const stars = tails.filter(hasStars).length;
  return isFirst ? { where: 'first', first, pairs, stars } : { where: 'last', first: 0, pairs: 0, stars };
};

/** Words that no title begins with: a number above them is to the left of their block. */
const goesOn = ({ text, gap }: Token): boolean => gap === 0 && /^\p{Ll}+[ ,.]/u.test(text);

/** A word that says what the number below it counts. */
const isLabel = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.fact.kind === 'upvotes' && token.fact.count === null) ||
    (token.fact.kind === 'github' && token.fact.stars === null));

/** No words are below the last upvotes: they are not above a title. */
const endsInUpvotes = (page: readonly Token[]): boolean =>
  page.findLast(({ fact }) => fact.kind === 'text' || fact.kind === 'title' || fact.kind === 'upvotes')?.fact
    .kind === 'upvotes';

type Count = Extract<Fact, { kind: 'count' }>;

/** For each submitter the numbers right above: the last ones of the card before. */
const numbersAboveSubmitters = (page: readonly Token[]): Count[][] => {
  const tails: Count[][] = [];
  let tail: Count[] = [];
  for (const { fact } of page) {
    if (fact.kind === 'nothing') continue;
    if (fact.kind === 'count') tail.push(fact);
    else {
      if (fact.kind === 'submitter') tails.push(tail);
      tail = [];
    }
  }
  return tails;
};

/** Stars and comments: two numbers, or one such as `3.2k`. Numbers above a dash are not of this kind. */
const hasStars = (tail: readonly Count[]): boolean => {
  const numbers = tail.slice(tail.findLastIndex(({ dash }) => dash) + 1);
  return numbers.length === 2 || numbers.some(({ short }) => short);
};

/**
 * Cards that end in their upvotes, behind stars and comments: a dash or a third number proves it of one, two numbers of
 * all, for comments and stars are missing from some.
 */
const countFinal = (tails: readonly (readonly Count[])[]): { cards: number; stars: number } => {
  let [proven, pairs, stars] = [0, 0, 0];
  for (const tail of tails) {
    if (tail.length > 2 || tail.at(-1)?.dash) proven++;
    else if (tail.length === 2 && !tail[0]?.short) pairs++;
    if (tail.length > 2 || tail[0]?.short) stars++;
  }
  const isSure = proven > 0 || (pairs >= FEWEST_CARDS && pairs * 10 >= (tails.length - 1) * 9);
  return { cards: isSure ? proven + pairs : 0, stars };
};
/** Fewer cards may all have stars and comments by coincidence. */
const FEWEST_CARDS = 6;

/** On which side of a number the words of its own paper are: below (1), above (-1), both or neither (0). */
const sideOf = (page: readonly Token[], at: number, id: string): number => {
  /** Whether the next words that lead to a paper lead to this one; `null` where none do. */
  const isOwn = (step: 1 | -1): boolean | null => {
    for (let i = at + step; i >= 0 && i < page.length && Math.abs(i - at) <= NEAR; i += step) {
      const { fact, target } = page[i] as Token;
      if (fact.kind === 'text' && target?.id) return target.id === id;
    }
    return null;
  };
  const [below, above] = [isOwn(1), isOwn(-1)];
  // Its title may have been cut off, but the paper above is another.
  return below === null && above === false ? 1 : Number(below === true) - Number(above === true);
};
/** Tokens of one card, about. */
const NEAR = 8;
