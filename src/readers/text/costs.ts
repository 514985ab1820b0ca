import { F, FIELDS, type Field, LABELS, type Label } from './label.js';
import type { Layout } from './layout.js';
import type { Join, Look, Next } from './looks.js';
import type { FactKind } from './token.js';

/**
 * All prices of the path, in one table. They are negative logarithms of likelihoods (natural): 0.7 is one in two, 2.3 one in
 * ten, 4.6 one in a hundred, 7 one in a thousand. A counted price names what was counted; the others are weighed on the pages
 * of the matrix and the damaged ones. What no label of an entry may be costs 12 to 16: more than to lose the line.
 */
export const COSTS = {
  // title
  /** A line alone, by its length up to LENGTHS: of 9,581 titles none is over 175 long, 6 under 10, half from 55 to 95. */
  titleLength: [8, 5.5, 2.8, 0.8, 0, 0.1, 0.4, 1.5, 2.5, 5, 14],
  /** No title ends in a stop. */
  titleStop: 7.5,
  /** 192 of 9,581 titles end in `?` or `!`; longer lines that do are prose. */
  titleMark: 0.5,
  /** A colon or comma at the end of a line, with more words below. */
  titleOpen: 1,
  /** This part of it for short words that are a heading or lead to a paper, as titles do, or have facts below in a list. */
  titleShortMarked: 0.4,
  /** A single word without these may be a handle or a menu's. */
  titleWord: 1.5,
  /** `cranelab Crane Lab` is an organization, not a title. */
  titleNamed: 7,
  /** One title in a hundred begins with a small letter. */
  titleLower: 4.3,
  titleNoLetters: 8,
  titleMarkup: 14,
  /** One of 9,581 titles holds an address. */
  titleAddress: 6,
  /** Where titles are headings, other lines are rarely titles; where they are links, copies may have lost some. */
  titleNotHeaded: 6,
  titleNotLinked: 3.5,
  titleOtherHeading: 4.5,
  /** A title above the dot: usual on pages of days; elsewhere it lost its abstract and its authors. */
  titleBeforeDot: 5,
  /** The dot closes the words of an entry. */
  titleBehindDot: 5,

  // title-on
  /** The next line of a title: behind a full line, or indented. In the same link or heading it costs nothing. */
  titleOnFull: 0.4,
  titleOnHanging: 0.3,
  /** Where no title of the page is broken; where all are, nothing more than `titleOnFull`. */
  titleOnEarly: 3.4,
  /** Where blank lines part everything, a line that touches a title is its end. */
  titleOnAiry: 0.5,
  titleOnBeside: 3,
  titleOnApart: 10,
  /** The same where blank lines do not part the lines of an entry. */
  titleOnGap: 14,
  /** The lines of a wrapped title are short. */
  titleOnLength: [0.5, 0, 0, 0, 0, 1, 2.5, 5, 7, 9, 14],
  /** A line that begins with a small letter continues another. */
  titleOnLower: -0.5,
  titleOnCapital: 0.4,

  // prose
  /** A line alone: no abstract is under 165, no one-line summary under 98. */
  proseLength: [8, 7.5, 6.5, 5, 4.5, 4, 2.5, 1.4, 0.9, 0.5, 0],
  /** Where titles are headings or links, or a list names ids, other words are prose, even short ones: this part of `proseLength` is dropped. */
  proseSureTitles: 0.6,
  /** This part of `proseLength` for the last line of the input, which may be a paragraph that was cut. */
  proseCutOff: 0.5,
  /** On a page of a day without any abstract a short line is hardly the only one. */
  proseAlone: 4,
  /** A paragraph ends in a stop; one that does not was cut. */
  proseNoStop: 2,
  /** One abstract in a thousand; but where a cut took its title and its beginning, any may. */
  proseLower: 6.5,
  proseMarkup: 4,
  proseHeading: 9,
  /** Behind a full line words continue the line above. */
  proseBehindFull: 4,
  /** A line that touches the title: where blank lines part everything it is the title's own. */
  proseTouches: 0.4,
  proseTouchesAiry: 1.2,

  // prose-on
  /** The next line of an abstract: nearly always behind a full line, rarely below a gap. */
  proseOn: { full: 0, same: 0.2, beside: 0.3, early: 1.8, hanging: 1.8, apart: 4.5 } as Readonly<
    Record<Join, number>
  >,
  /** No real abstract holds a blank line: where no other does, the tail of one paper and the title of the next were lost. */
  paragraphUnusual: 10,
  proseOnLower: -0.8,
  proseOnCapital: 0.3,

  /** A wrapped line, as title or as prose: the lines that follow are priced by their length. */
  wraps: 0.9,

  // organization
  /** A line as an organization: names have 2 to 80 letters, nearly all under 40. */
  nameLength: [1, 0.4, 0.2, 0.4, 2, 5, 9, 12, 12, 14, 16],
  nameStop: 5.5,
  /** `Crane Lab Inc.` is shorter than a sentence. */
  nameSentence: 7,
  nameLower: 0.3,
  nameNoLetters: 12,
  nameMarkup: 14,
  /** `6 contributors` is a count, not a name. */
  nameCounts: 7,
  /** It comes right above the dot, which is free, or above the date, or last in an entry on pages of days. */
  nameBeforeDotApart: 1.2,
  nameBeforeDate: 0.6,
  nameLast: 1.2,
  nameBeforeWords: 3,
  nameBeforeOther: 4,
  /** On pages with abstracts the last line of an entry is a date, not a name. */
  nameNotLast: 3,
  nameBehindFull: 2.5,
  /** A name in a link that goes over lines; names are not broken otherwise. */
  nameOnSame: 0.3,
  nameOnOther: 9,

  // alt-text
  /** A handle above the name that it is of; any other word, where logos left none or three of these. */
  altText: 0.4,
  altTextUnlike: 7,
  altTextUsual: 1.5,
  /** A name must follow. */
  altTextUnanswered: 9,

  // form
  /** Short words with a number that repeat on the page, and those that come once. */
  formKnown: 0.2,
  formAlone: 3,

  // handle
  /** A word alone where `Submitted by` was lost; below it, it costs nothing. */
  handleAlone: 2,
  /** Words that follow a label must be its value. */
  labelUnanswered: 2.5,

  // words of facts inside of a paragraph
  /** `14 authors` on a line of its own, touching the lines of the paragraph, or apart from them. */
  factInText: 5.5,
  factInTextApart: 10,
  /** The next line begins in the middle of a sentence. */
  factGoesOn: -3,
  countInText: 4,
  /** An address on a line of its own, touching the words above: 897 lines of real abstracts are one, but not a paper's. */
  addressAlone: 3,
  pageWordInText: 4.5,
  /** Titles may end in `Papers` or `Models` on a line of its own. */
  pageWordInTitle: 2.5,
  noteInText: 1,

  // numbers
  /** A plain number is comments or upvotes alike, and its place decides; stars are rarer. */
  countComments: 0.2,
  countUpvotes: 0.2,
  countStars: 3,
  /** Where links say which numbers are comments. */
  countCommentsUnlinked: 2.5,
  /** The same of a number that leads to its paper: it counts stars. */
  countCommentsElsewhere: 8,
  /** `1.09k`: stars run to thousands, upvotes to hundreds, comments to tens. */
  shortComments: 4,
  shortUpvotes: 3,
  shortStars: 0.3,
  /** Pages of days print no bare upvotes behind the facts: where they are not above titles, copying lost them. */
  upvotesBehind: 5,
  /** A number that says nothing; a dash may be a list mark. */
  countNothing: 8,
  dashNothing: 2.2,
  /** The number of the page's day below its month, and the day itself. */
  countPage: 2.5,
  datePage: 1.5,

  // foreign
  /** Foreign text: common before the first entry, rare between two, rarer than a lost title inside one, usual behind the last. */
  foreignBefore: 0.6,
  foreignInside: 13,
  foreignBetween: 3.8,
  foreignEnded: 0.15,
  /** A fact of papers; less for numbers and links, which any text has, and for lone dots. */
  foreignFact: 7,
  foreignNumber: 2,
  foreignMark: 0.8,
  /** Words with a title's marks, or with an abstract's length. */
  foreignTitle: 4,
  foreignProse: 4,
  /** A sentence in a list whose papers have some. */
  foreignSentence: 2,
  /** A short link to a paper: this part of what its length costs as a title. */
  foreignShort: 0.7,
  /** Once, for all that comes behind the last entry. */
  ended: 3.5,
  /** An entry behind what was taken for the end of the list. */
  resumed: 8,

  // page
  /** A page word inside of an entry; one that touches the words above may be theirs. */
  pageInside: 4,
  pageTouching: 3,

  // nothing
  /** The words of the line above again. */
  doubled: 0.4,
  /** A word in a row of facts, like `link`. */
  aside: 2.5,

  // where an entry begins
  /** Papers are what the page is for; whether one is of this feed is weighed later (`evidence.ts`). */
  begins: -2,
  /** With something that has its place behind the title. */
  beginsLate: 3,
  beginsTouching: 1.2,
  /** A line belongs to one paper: an entry hardly ever begins in the middle of one. */
  leavesLine: 4,
  /** A row of a table is a paper. */
  row: 25,
  /** Where upvotes come above titles, a number above a title is not the comments of the titled paper before. */
  countAbove: 2,
  /** Two entries of one paper, the first without its title. */
  anotherOfSameId: 12,
  /** Prose that links to another paper than its entry's. */
  anotherId: 7,

  // what an entry has
  /** A field before its place: once, and for each field that should have come behind it. */
  order: 4.5,
  orderStep: 2.5,
  /** Upvotes beside a card touch its facts. */
  besideApart: 6,
  /** Cards have their thumbnail above the title. */
  thumbnailBehind: 2,
  /** A second one: two titles are two papers; names and numbers may be others' that look alike. */
  again: {
    title: 99,
    prose: 30,
    authors: 30,
    organization: 20,
    names: 12,
    date: 25,
    comments: 14,
    stars: 8,
    upvotes: 14,
    submitter: 25,
    id: 99,
  } as Readonly<Record<Field, number>>,
  /** Authors and an organization exclude each other. */
  bothWho: 20,
  /** A missing field costs the logarithm of its share, times this: more than chance, for pages are made by a program. */
  missingWeight: 1.7,
  /** Lines are lost in runs: the dearest of the missing fields counts whole, the others by this part. */
  missingRest: 0.4,
  /** Keeps a field that all others have, or none has, from costing endlessly: as if one entry in 25 differed. */
  missingFloor: 0.04,
  unusualFloor: 0.04,
  /** This part of what the last entry lacks: it may lie behind the end of the input. */
  cutOff: 0.15,
};

export type Costs = typeof COSTS;

/** The field that a label gives its entry; most have the same name. */
export const FIELD_OF: Readonly<Partial<Record<Label, Field>>> = {
  ...Object.fromEntries(FIELDS.map((field) => [field, field])),
  handle: 'submitter',
};

export const IMPOSSIBLE = Number.POSITIVE_INFINITY;

type Prices = Partial<Record<Label, number>>;

/** What a look costs under each label, whatever is around it; impossible labels are left out. */
export const pricesOf = (look: Look, layout: Layout, c: Costs): Prices => {
  const isTouching =
    look.join === 'full' || look.join === 'early' || look.join === 'same' || look.join === 'hanging';
  const words = (base: number): Prices => {
    if (!(look.link === 'none' || look.link === 'other' || look.join === 'same')) return {};
    const price = base + (isTouching ? 0 : c.factInTextApart) + (look.goesOn ? c.factGoesOn : 0);
    return { 'prose-on': price, 'title-on': price + 1.5 };
  };
  if (look.fact === 'text') return textPrices(look, layout, c);
  if (look.fact === 'count') return { ...countPrices(look, layout, c), ...words(c.countInText) };
  const [own, foreign, inText] = FACTS[look.fact];
  const isAddress = look.address && isTouching && (look.fact === 'github' || look.fact === 'link');
  // An address that touches prose is part of it, but a paper's own is its link.
  const [asFact, asProse] = isAddress
    ? look.link === 'paper'
      ? [0, c.addressAlone]
      : [c.addressAlone, 0]
    : [0, 0];
  return {
    ...Object.fromEntries(own.map((label) => [label, asFact])),
    ...(isAddress ? { 'prose-on': asProse } : inText === null ? {} : words(c[inText])),
    ...(foreign === null ? {} : { foreign: c[foreign] }),
    ...(look.fact === 'date' ? { page: c.datePage } : {}),
    ...(look.fact === 'link' ? { nothing: c.foreignMark } : {}),
    ...(inText === 'pageWordInText' && isTouching && look.link === 'none'
      ? { 'title-on': c.pageWordInTitle }
      : {}),
  };
};

type Price = { [Name in keyof Costs]: Costs[Name] extends number ? Name : never }[keyof Costs];

/** The labels that a fact has for nothing, and what it costs as foreign and as words inside of a text, if it may be that. */
const FACTS: Readonly<
  Record<
    Exclude<FactKind, 'text' | 'count'>,
    readonly [own: readonly Label[], foreign: Price | null, inText: Price | null]
  >
> = {
  title: [['title'], 'foreignFact', null],
  abstract: [['prose', 'prose-on'], 'foreignFact', null],
  authors: [['authors'], 'foreignFact', 'factInText'],
  names: [['names'], 'foreignFact', null],
  dot: [['dot'], 'foreignMark', null],
  date: [['date'], 'foreignFact', 'factInText'],
  month: [['page'], 'foreignNumber', 'countInText'],
  upvotes: [['upvotes'], 'foreignFact', 'factInText'],
  comments: [['comments'], 'foreignFact', null],
  github: [['stars'], 'foreignFact', 'factInText'],
  submitter: [['submitter'], 'foreignFact', 'factInText'],
  organization: [['organization', 'organization-on', 'handle'], 'foreignNumber', null],
  link: [['link'], 'foreignNumber', 'countInText'],
  header: [['page'], null, 'pageWordInText'],
  page: [['page'], null, 'pageWordInText'],
  section: [['page'], null, 'pageWordInText'],
  empty: [['page'], null, 'factInText'],
  note: [['page'], null, 'noteInText'],
  nothing: [['nothing'], null, null],
};

/** What a number costs that nothing says the meaning of. */
const countPrices = (
  { dash, short, link }: Look,
  { upvotes, kind, commentLinks }: Layout,
  c: Costs,
): Prices => ({
  ...(dash
    ? {}
    : {
        comments:
          (short ? c.shortComments : c.countComments) +
          (commentLinks ? c.countCommentsUnlinked + (link === 'paper' ? c.countCommentsElsewhere : 0) : 0),
        stars: short ? c.shortStars : c.countStars,
      }),
  upvotes:
    (short ? c.shortUpvotes : c.countUpvotes) +
    (upvotes === 'last' && kind === 'day' && !dash ? c.upvotesBehind : 0),
  nothing: dash ? c.dashNothing : c.countNothing,
  page: c.countPage,
  foreign: c.foreignNumber,
});

const textPrices = (look: Look, layout: Layout, c: Costs): Prices => {
  const headed = look.heading === 'title';
  const isMarked = headed || look.link === 'paper' || (layout.kind === 'list' && look.next === 'tail');
  const isDay = layout.kind === 'day';
  const titleEnds: Readonly<Record<Look['ends'], number>> = {
    plain: 0,
    cut: 0,
    stop: c.titleStop,
    mark: look.length > 7 ? c.titleStop : c.titleMark,
    open: look.next === 'words' ? c.titleOpen * (1 - layout.broken) : c.titleStop,
  };
  const title =
    (look.wraps
      ? c.wraps + (c.titleOnLength[look.length] as number)
      : (c.titleLength[look.length] as number) * (isMarked && look.length < 3 ? c.titleShortMarked : 1)) +
    titleEnds[look.ends] +
    (look.word && !isMarked ? c.titleWord : 0) +
    (look.named ? c.titleNamed : 0) +
    (look.lower ? c.titleLower : 0) +
    (look.letters ? 0 : c.titleNoLetters) +
    (look.markup ? c.titleMarkup : look.address ? c.titleAddress : 0) +
    (headed
      ? 0
      : look.heading === 'other' && look.link !== 'paper'
        ? c.titleOtherHeading
        : c.titleNotHeaded * layout.headed) +
    (look.link === 'paper' || headed ? 0 : c.titleNotLinked * layout.linked) +
    (look.next === 'dot' && !isDay ? c.titleBeforeDot : 0);
  const prose =
    (look.wraps
      ? c.wraps
      : (c.proseLength[look.length] as number) *
        (look.next === 'none' ? c.proseCutOff : 1) *
        (1 -
          c.proseSureTitles *
            (layout.kind === 'list'
              ? Math.max(layout.headed, layout.linked, layout.share.id)
              : Math.max(layout.headed, layout.linked) * Math.min(1, 2 * layout.share.prose)))) +
    (look.wraps || look.ends !== 'plain' || look.next === 'none' ? 0 : c.proseNoStop) +
    (isDay && layout.share.prose === 0 && !look.wraps && look.length < 7 ? c.proseAlone : 0) +
    (look.lower ? c.proseLower : 0) +
    (look.markup ? c.proseMarkup : 0) +
    (look.heading === 'none' ? 0 : c.proseHeading);
  const nameLast = isDay ? c.nameLast / 2 : c.nameLast + c.nameNotLast;
  const nameBefore: Readonly<Record<Next, number>> = {
    dot: 0,
    'dot apart': c.nameBeforeDotApart,
    date: c.nameBeforeDate,
    tail: nameLast,
    end: nameLast,
    none: nameLast,
    words: c.nameBeforeWords + (isDay ? 0 : c.nameNotLast),
    authors: c.nameBeforeOther,
    other: c.nameBeforeOther,
  };
  const name =
    (c.nameLength[look.length] as number) +
    (look.ends === 'plain' ? 0 : c.nameStop + (look.length > 3 ? c.nameSentence : 0)) +
    (look.lower ? c.nameLower : 0) +
    (look.letters ? 0 : c.nameNoLetters) +
    (look.counts ? c.nameCounts : 0) +
    (look.markup || look.address ? c.nameMarkup : 0) +
    (look.link === 'paper' || look.heading !== 'none' ? c.foreignFact : 0) +
    nameBefore[look.next];
  return {
    title,
    'title-on':
      (look.lower ? c.titleOnLower : c.titleOnCapital * (1 - layout.broken)) +
      (c.titleOnLength[look.length] as number) +
      (look.alike ? c.altTextUnlike / 2 : 0) +
      (look.ends === 'stop' ? c.titleStop : 0) +
      (look.markup ? c.titleMarkup : 0),
    prose,
    'prose-on':
      (look.lower ? c.proseOnLower : c.proseOnCapital) +
      (look.named ? c.titleNamed : 0) +
      (look.join === 'apart' && isName(look) ? c.foreignFact : 0) +
      (look.next === 'dot' && look.ends === 'plain' && !isDay ? c.proseNoStop : 0) +
      (look.behindProse && look.link === 'none' && (look.wraps || look.length >= 8)
        ? c.paragraphUnusual * (1 - Math.min(1, 3 * layout.paragraphs))
        : 0),
    organization: name,
    'organization-on': 0,
    'alt-text': look.alike
      ? c.altText
      : look.word
        ? c.altTextUnlike + (c.altTextUsual - c.altTextUnlike) * layout.altTexts
        : IMPOSSIBLE,
    ...(look.word && look.heading === 'none' && look.link !== 'paper' ? { handle: 0 } : {}),
    ...(look.form ? { form: c.formKnown } : look.counts ? { form: c.formAlone } : {}),
    ...(look.doubled
      ? { nothing: c.doubled }
      : look.join === 'beside' && look.length <= 3 && look.ends === 'plain'
        ? { nothing: c.aside }
        : {}),
    foreign: foreignText(look, layout, c),
  };
};

/** A short line right above a dot. */
export const isName = ({ next, length, ends }: Look): boolean =>
  next === 'dot' && length <= 4 && ends === 'plain';

/** What words cost as foreign: a title's marks or an abstract's length speak against it. */
const foreignText = (
  { heading, link, length, wraps, ends }: Look,
  { kind, share }: Layout,
  c: Costs,
): number => {
  const title = kind === 'list' ? c.foreignTitle / 2 : c.foreignTitle;
  // Short words are unlikely for both.
  if (link === 'paper' && length < 3)
    return title + c.foreignShort * c.titleShortMarked * (c.titleLength[length] as number);
  if (heading === 'title' || link === 'paper') return title;
  if (share.prose < (kind === 'list' ? 0.2 : 0.3)) return 0;
  return length >= 8 || wraps
    ? c.foreignProse
    : kind === 'list' && length >= 3 && ends === 'stop'
      ? c.foreignSentence
      : 0;
};

/** Places of the fields in an entry; the same number where the order is free. */
const ranksOf = ({ kind, upvotes, proseLast }: Layout): Readonly<Record<Field, number>> => {
  // People order the facts of their own lists as they like.
  if (kind === 'list') return { ...FREE, title: 0 };
  if (proseLast) return { ...FREE, title: 0, prose: 2 };
  return {
    submitter: 1,
    upvotes: UPVOTES_RANK[upvotes],
    title: 3,
    names: 5,
    prose: 5,
    authors: 6,
    organization: 6,
    date: 7,
    stars: 8,
    comments: 9,
    id: 0,
  };
};

const UPVOTES_RANK = { first: 2, last: 8, middle: 10 } as const;

const FREE = Object.fromEntries(FIELDS.map((field) => [field, 1])) as Record<Field, number>;

/** For each label the fields that should come behind it. */
export const laterFields = (layout: Layout): Int32Array => {
  const ranks = ranksOf(layout);
  return Int32Array.from(LABELS, (label) => {
    const field = FIELD_OF[label];
    if (field === undefined) return 0;
    const isFree = layout.upvotes === 'middle';
    return FIELDS.reduce(
      (bits, other) =>
        other !== 'id' && !(isFree && other === 'upvotes') && ranks[other] > ranks[field]
          ? bits | F[other]
          : bits,
      0,
    );
  });
};

/** What an entry costs by what it has and lacks. `fields`: its bits. */
export const closeCost = (fields: number, { share }: Layout, c: Costs): number => {
  let dearest = 0;
  let sum = 0;
  let unusual = 0;
  const lack = (part: number): void => {
    const cost = -c.missingWeight * Math.log(1 + c.missingFloor - Math.min(part, 1));
    const lost = Math.max(cost, 0);
    sum += lost;
    dearest = Math.max(dearest, lost);
  };
  const has = (field: Field): boolean => (fields & F[field]) !== 0;
  for (const field of FIELDS) {
    if (field === 'id' || field === 'authors' || field === 'organization') continue;
    if (has(field)) unusual -= Math.log(Math.min(1, share[field] + c.unusualFloor));
    else lack(share[field]);
  }
  if (!has('authors') && !has('organization') && !has('names'))
    lack(Math.min(1, share.authors + share.organization));
  else {
    const shown: Field = has('authors') ? 'authors' : has('organization') ? 'organization' : 'names';
    unusual -= Math.log(Math.min(1, share[shown] + c.unusualFloor)) / 2;
  }
  return unusual + dearest + c.missingRest * (sum - dearest);
};

/** What a label costs behind another in the same entry, by how the two join. */
export const followCost = (
  before: Label,
  label: Label,
  join: Join,
  { airy, broken, upvotes }: Layout,
  c: Costs,
): number => {
  switch (label) {
    case 'title-on': {
      if (before !== 'title' && before !== 'title-on') return IMPOSSIBLE;
      const early = Math.max(broken, airy ? c.titleOnAiry : 0);
      const joined: Readonly<Record<Join, number>> = {
        same: 0,
        full: c.titleOnFull,
        hanging: c.titleOnHanging,
        early: c.titleOnEarly + (c.titleOnFull - c.titleOnEarly) * early,
        beside: c.titleOnBeside,
        apart: airy ? c.titleOnApart : c.titleOnGap,
      };
      return joined[join];
    }
    case 'prose-on':
      return before === 'prose' || before === 'prose-on' ? c.proseOn[join] : IMPOSSIBLE;
    case 'organization-on':
      if (before !== 'organization' && before !== 'organization-on') return IMPOSSIBLE;
      return join === 'same' ? c.nameOnSame : c.nameOnOther;
    case 'prose':
      if (join === 'full' || join === 'same') return c.proseBehindFull;
      if (join === 'early') return airy ? c.proseTouchesAiry : c.proseTouches;
      return 0;
    case 'title':
      return before === 'dot' ? c.titleBehindDot : 0;
    case 'upvotes':
      return upvotes === 'middle' && join === 'apart' ? c.besideApart : 0;
    case 'submitter':
    case 'comments':
    case 'stars':
      return upvotes === 'middle' && before === 'upvotes' ? c.order + c.orderStep : 0;
    case 'organization':
    case 'alt-text':
      return join === 'full' ? c.nameBehindFull : 0;
    default:
      return 0;
  }
};

/** What it costs to begin an entry with a label, beside what the entry then lacks. */
export const beginCost = (label: Label, layout: Layout, c: Costs): number => {
  switch (label) {
    case 'title':
    case 'submitter':
      return 0;
    case 'upvotes':
      return layout.upvotes === 'first' || layout.upvotes === 'middle' ? 0 : c.beginsLate;
    case 'link':
      return 0.5;
    case 'handle':
      return layout.share.submitter > 0.3 ? c.handleAlone : IMPOSSIBLE;
    case 'prose':
    case 'authors':
    case 'names':
      return c.beginsLate;
    case 'organization':
    case 'dot':
    case 'date':
    case 'stars':
    case 'comments':
      return c.beginsLate + 1;
    default:
      return IMPOSSIBLE;
  }
};
