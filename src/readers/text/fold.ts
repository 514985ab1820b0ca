import { MONTHS } from '../../words.js';
import { formOf } from './facts.js';
import { type Fact, LONGEST_TITLE } from './token.js';
import { setOf } from './words.js';

// A page, or a card, whose line ends were lost.

const MONTH = `(?:${MONTHS.map((month) => month.slice(0, 3)).join('|')})[a-z]{0,6}`;
const COUNT = String.raw`(?:-|\d[\d.,]{0,9}[kmb]?)`;
const SUBMITTER = String.raw`Submitted by (?:\[[\w .:-]*\] )?[\w.-]+(?= |$)`;
const UPVOTED = new RegExp(`Upvote ${COUNT}(?= |$)`);
/** Facts that are sure anywhere in a line, behind the submitter. */
const FACTS = [
  String.raw`(?:· ?\d[\d,]{0,8} authors?(?= |$)|(?<![\d,])\d[\d,]{0,8} authors?(?= ·))(?: ·(?! (?:Published on|${MONTH} \d)))?(?: \d[\d.,]{0,8}(?= \d{1,9} Submitted by | \d{1,9}$)| \d[\d.,]{0,8}k(?= |$))?(?: \d[\d,]{0,8}(?= |$))?`,
  String.raw`(?:· ?)(?:Published on )?${MONTH} \d{1,2}(?:, \d{4})?(?= |$)(?: \d{1,4}(?= |$))?`,
  String.raw`Published on ${MONTH} \d{1,2}(?:, \d{4})?(?= |$)`,
  `Upvote ${COUNT}(?= |$)`,
  `GitHub ${COUNT}(?= |$)`,
  'arXiv Page(?= |$)',
].join('|');
const FACT = new RegExp(`${SUBMITTER}(?: ${COUNT}(?= |$))?|${FACTS}`, 'g');
const FACT_OF_SUMMARIES = new RegExp(`${SUBMITTER}|${FACTS}`, 'g');
/** One may be quoted in prose. */
const FEWEST = 2;
/** The facts of two cards take as much. */
const SHORTEST = 120;

const AUTHORS = /·\s*\d[\d,]* authors?(?![a-z])|\d authors?\s*·/g;
const SUBMITTERS = /Submitted by/g;
const DATES = /Published on [A-Z]|· [A-Z][a-z]{2} \d{1,2}, \d{4}/g;

/** A card from its submitter on. */
const CARD = new RegExp(`^${SUBMITTER} ${COUNT} \\S.{9}`);
/** A card of a page with summaries, from its upvotes to its day and comments. */
const CARD_END = new RegExp(` · ${MONTH} \\d{1,2}, \\d{4}(?: \\d{1,4})?$`);

export const isCardWithSummary = (text: string): boolean =>
  COUNTS_FIRST.test(text) && CARD_END.test(text.slice(-LONGEST_CARD_END));

/**
 * Whether a long line is a whole page, or a part of one, without line ends; a card shows it by its ends. `isOfFeed`: the head
 * of the feed was on its line, so one card is enough.
 */
export const isFolded = (text: string, isOfFeed: boolean): boolean =>
  CARD.test(text) ||
  (text.length >= SHORTEST && (isCardWithSummary(text) || hasCards(text, isOfFeed ? 1 : FEWEST)));

const hasCards = (text: string, fewest: number): boolean => {
  const areThere = (what: RegExp): boolean => (text.match(what)?.length ?? 0) >= fewest;
  return (
    (text.includes('Submitted by') && areThere(SUBMITTERS)) ||
    (text.includes('·') && text.includes(' authors') && areThere(AUTHORS)) ||
    ((text.includes('Published on') || text.includes('·')) && areThere(DATES))
  );
};

/** A stretch of a folded line. */
export interface Part {
  text: string;
  /**
   * Set for a title and its abstract, which are split where title case ends; `null`: the words
   * decide.
   */
  fact: Fact | null;
  /** Where a paper begins, as far as that is known. */
  gap: number;
}

const partOf = (text: string, fact: Fact | null = null, gap = 0): Part => ({ text, fact, gap });

/** What a line shows as a whole. */
interface About {
  hasSummaries: boolean;
  /** It is one card. */
  isCard: boolean;
}

/** The words between two facts of a line; `before` and `after` are empty where the line begins and ends. */
interface Words {
  text: string;
  before: string;
  after: string;
  /** It neither began on the line above nor continues below. */
  isWhole: boolean;
}

const isSubmitter = (fact: string): boolean => fact.startsWith('Submitted by');
const isAuthors = (fact: string): boolean => / authors?(?: |$)/.test(fact);
const isDate = (fact: string): boolean => /^(?:· ?)?(?:Published on )?[A-Z]\w+ \d/.test(fact);

/**
 * The parts of a folded line: its facts, and the words between them. Only what is certain becomes a title. `begins`, `ends`: its
 * first and last words do not continue the line above or below.
 */
export const unfolded = (text: string, { begins, ends }: { begins: boolean; ends: boolean }): Part[] => {
  // Upvotes with their word are behind the facts: a number behind a submitter begins the title.
  const facts = [...text.matchAll(UPVOTED.test(text) ? FACT_OF_SUMMARIES : FACT)];
  if (facts.length === 0) return [partOf(text, { kind: 'nothing' })];
  const words = [...facts, null].map((fact, i): Words => {
    const above = facts[i - 1];
    return {
      text: text.slice(above ? above.index + above[0].length : 0, fact?.index).trim(),
      before: above?.[0] ?? '',
      after: fact?.[0] ?? '',
      isWhole: (i > 0 || begins) && (fact !== null || ends),
    };
  });
  const about: About = {
    hasSummaries: text.includes('Published on ') || text.includes('Upvote '),
    isCard: CARD.test(text) && (text.match(SUBMITTERS)?.length ?? 0) === 1,
  };
  const showsUpvotes = words.some(({ text, before }) => isDate(before) && COUNTS_FIRST.test(text));
  return words
    .map((one) => (showsUpvotes ? withUpvotes(one) : one))
    .flatMap((one) => [...factsOf(one.before), ...wordsBetween(one, about)])
    .filter((part) => part.text !== '');
};

/** `· September 30, 2026 1024` is shorter. */
const LONGEST_CARD_END = 40;

const COUNTS_FIRST = /^((?:(?:-|\d[\d.,]{0,8}[kmb]?) ){1,2})(?=\S)/;
const DATE_AND_COUNT = /^(· ?[A-Z]\w+ \d{1,2}(?:, \d{4})?) (\d{1,4})$/;

/** Where all papers have upvotes above them, a number behind a day is the next paper's. */
const withUpvotes = (one: Words): Words => {
  const { text, before } = one;
  const [, day, count] = (text === '' || COUNTS_FIRST.test(text) ? null : DATE_AND_COUNT.exec(before)) ?? [];
  return day === undefined ? one : { ...one, before: day, text: `${count} ${text}` };
};

/** `· 14 authors · 3 22`, `Submitted by mo 94`, `· May 29 5`: the single facts in each. */
const PARTS = /·|Submitted by (?:\[[^\]]*\] )?\S+|\d[\d,]* authors?|[A-Za-z].*|\S+/g;
const factsOf = (fact: string): Part[] => (fact.match(PARTS) ?? []).map((text) => partOf(text));

/** The words in a stretch: a title, or a title and its abstract. */
const wordsBetween = ({ text, before, after, isWhole }: Words, about: About): Part[] => {
  if (isWhole)
    return entryIn(text, before, after, about) ?? [partOf(text, { kind: 'title', unsure: true }, 1)];
  return [partOf(text, before === '' ? { kind: 'nothing' } : { kind: 'title', unsure: true }, 1)];
};

/** The title in a stretch, with the numbers above it and the text below; `null` where nothing shows where it ends. */
const entryIn = (
  text: string,
  before: string,
  after: string,
  { hasSummaries, isCard }: About,
): Part[] | null => {
  const counts = isSubmitter(before) ? '' : (COUNTS_FIRST.exec(text)?.[1] ?? '');
  const said = text.slice(counts.length);
  const told =
    (!hasSummaries && isAuthors(after) && isTitle(said, isCard) ? [partOf(said, null, 1)] : null) ??
    titleAndAbstract(said, isDate(after));
  return told && [...countsAbove(counts), ...told];
};

/** The number right above a title is its upvotes; one before that is of the paper above. */
const countsAbove = (counts: string): Part[] =>
  counts
    .trim()
    .split(' ')
    .map((text, i, all) => {
      const form = i === all.length - 1 ? formOf(text) : null;
      return form?.kind === 'count' ? partOf(text, { kind: 'upvotes', count: form.count }, 1) : partOf(text);
    });

/** Numbers inside may be those of a paper that begins there, but not on a card of its own. */
const isTitle = (text: string, isCard: boolean): boolean =>
  text.length <= LONGEST_TITLE && !/[.。]$/.test(text) && (isCard || !/ (?:-|\d[\d.,]*[kmb]?) /.test(text));

const SMALL = setOf(
  'a across after against among an and as at before between beyond but by during for from how in inside into is it its nor of off on onto or over per so than that the their through to toward towards under until up upon using via vs vs. what when where which while who whose why with within without yet',
);
/** Of these the ones right behind a sentence's first word, as in `Lanterns in narrow streets`, `Agents that call tools`. */
const SECOND = setOf('a an for from in is of on that the to which who whose');
/** Shorter ones are names of models, and those begin sentences too. */
const SHORTEST_TITLE = 4;
/** A shorter rest is another part of the title. */
const SHORTEST_ABSTRACT = 90;
const STOP = /[.!?]["')\]]* (?=\S)/g;
/** Longer words behind the last stop are a sentence that was cut off. */
const LONGEST_NAME = 60;

/**
 * Title case ends where the abstract's first sentence begins: before the first lower-case word that
 * titles do not have, and before the small words and numbers in front of it. -1 if there is no
 * capitalized word there.
 */
const titleEnd = (words: readonly string[]): number => {
  const small = words.findIndex((word, i) => i > 0 && /^\p{Ll}/u.test(word) && !SMALL.has(word));
  let at = small - 1;
  while (at > 0 && (SECOND.has(words[at] as string) || /^\d/.test(words[at] as string))) at--;
  return at > 0 && /^\p{Lu}/u.test(words[at] as string) ? at : -1;
};

/** A title without capitals ends above a word that begins a sentence, and that no title has inside. */
const SENTENCE =
  / (?=(?:Although|Despite|Existing|However,|In this|Our|Recent|Recently,|These|This|We|While) \p{Ll})/u;

/** A sentence begins inside what should be the first one: the title must end later. */
const BEGINS_INSIDE =
  /^[^.!?]*[^\s.!?:;] (?:An?|As|By|Despite|For|However|In|It|Our|The|These|This|To|We|While|With) /u;

const titleAndAbstract = (text: string, hasName: boolean): Part[] | null => {
  const words = text.split(' ', 60);
  const end = titleEnd(words);
  const titles = [end > 0 ? words.slice(0, end).join(' ') : '', text.split(SENTENCE, 1)[0] as string];
  const title = titles.find((one) => arePlausible(one, text.slice(one.length).trimStart()));
  if (title === undefined) return null;
  const rest = text.slice(title.length).trimStart();
  const [abstract, name] = hasName ? nameBehind(rest) : [rest, ''];
  return [partOf(title, { kind: 'title' }, 1), partOf(abstract, { kind: 'abstract' }), partOf(name)];
};

/** Whether a text can be parted like that. */
const arePlausible = (title: string, rest: string): boolean =>
  title.length >= SHORTEST_TITLE &&
  title.length <= LONGEST_TITLE &&
  !/[.:,;]$/.test(title) &&
  !SMALL.has(title.slice(title.lastIndexOf(' ') + 1)) &&
  rest.length >= SHORTEST_ABSTRACT &&
  !BEGINS_INSIDE.test(rest);

/** Behind the last sentence comes the name of an organization. */
const nameBehind = (text: string): [string, string] => {
  let stop = -1;
  for (const found of text.matchAll(STOP)) stop = found.index + found[0].length;
  const name = stop === -1 ? '' : text.slice(stop);
  return name.length > 0 && name.length <= LONGEST_NAME && !/[.!?]$/.test(name)
    ? [text.slice(0, stop).trimEnd(), name]
    : [text, ''];
};
