import { COSTS as c } from './costs.js';
import { F, FIELDS, type Field, LABELS, type Label } from './label.js';
import type { Layout } from './layout.js';
import { type Join, type Look, lengthClass } from './looks.js';
import type { FactKind } from './token.js';

/** The field that a label gives its entry; most have the same name. */
export const FIELD_OF: Readonly<Partial<Record<Label, Field>>> = {
  ...Object.fromEntries(FIELDS.map((field) => [field, field])),
  handle: 'submitter',
};

export const IMPOSSIBLE = Number.POSITIVE_INFINITY;

/** Length classes: text of up to that many characters belongs to them. */
const FEW_WORDS = lengthClass(19);
const NAME = lengthClass(39);
const LINE = lengthClass(79);
const LONG_LINE = lengthClass(129);
const LONG_TITLE = lengthClass(164);

type Prices = Partial<Record<Label, number>>;

/**
 * The cost of a look under each label, regardless of its neighbours; impossible labels are left
 * out.
 */
export const pricesOf = (look: Look, layout: Layout): Prices => {
  const isTouching =
    look.join === 'full' || look.join === 'early' || look.join === 'same' || look.join === 'hanging';
  const words = (base: number): Prices => {
    if (!(look.link === 'none' || look.link === 'other' || look.join === 'same')) return {};
    const price = base + (isTouching ? 0 : c.factInTextApart) + (look.goesOn ? c.factGoesOn : 0);
    return { 'prose-on': price, 'title-on': price + c.factInTitle };
  };
  if (look.fact === 'text') return textPrices(look, layout);
  if (look.fact === 'count') return { ...countPrices(look, layout), ...words(c.countInText) };
  const [own, foreign, inText] = FACTS[look.fact];
  const isAddress = look.address && isTouching && (look.fact === 'github' || look.fact === 'link');
  // An address that touches prose is part of it, also inside of one link, but a paper's own is its link.
  const [asFact, asProse] = isAddress
    ? look.link === 'paper' && look.join !== 'same'
      ? [0, c.addressAlone]
      : [c.addressAlone, 0]
    : [0, 0];
  return {
    ...Object.fromEntries(own.map((label) => [label, asFact])),
    ...(isAddress ? { 'prose-on': asProse } : inText === null ? {} : words(c[inText])),
    ...(foreign === null ? {} : { foreign: c[foreign] }),
    ...(look.fact === 'date' ? { page: c.datePage } : {}),
    ...(look.fact === 'link' ? { nothing: c.foreignMark } : {}),
    ...(layout.kind !== 'list' && OF_HUB.has(look.fact) && isPlainLine(look)
      ? { organization: c.namePageWord + nameBefore(look, layout) }
      : {}),
    ...(inText === 'pageWordInText' && isTouching && look.link === 'none'
      ? { 'title-on': c.pageWordInTitle }
      : {}),
  };
};

/** Organizations that have papers are called so too: `Hugging Face`, `GitHub`, `arXiv`. */
const OF_HUB: ReadonlySet<FactKind> = new Set<FactKind>(['page', 'header', 'github', 'link']);

const isPlainLine = ({ fact, link, heading, join, address }: Look): boolean =>
  (link === 'none' || (link === 'hub' && (fact === 'page' || fact === 'header'))) &&
  heading === 'none' &&
  join !== 'beside' &&
  !address;

type Price = { [Name in keyof typeof c]: (typeof c)[Name] extends number ? Name : never }[keyof typeof c];

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
  other: [['link'], 'foreignMark', null],
};

/** The costs of a number whose meaning nothing states. */
const countPrices = ({ dash, short, link }: Look, { upvotes, kind, commentLinks }: Layout): Prices => ({
  ...(dash
    ? {}
    : {
        comments:
          (short ? c.shortComments : c.countComments) +
          (commentLinks ? c.countCommentsUnlinked : 0) +
          (link === 'paper' ? c.countCommentsElsewhere : 0),
        stars: short ? c.shortStars : link === 'paper' ? c.countStarsLinked : c.countStars,
      }),
  upvotes:
    (short ? c.shortUpvotes : c.countUpvotes) +
    (upvotes === 'last' && kind === 'day' && !dash ? c.upvotesBehind : 0),
  nothing: dash ? c.dashNothing : c.countNothing,
  page: c.countPage,
  foreign: c.foreignNumber,
});

/** What a name costs by what comes next. */
const nameBefore = ({ next }: Look, { kind }: Layout): number => {
  const isDay = kind === 'day';
  const last = isDay ? c.nameLastOfDay : c.nameLast + c.nameNotLast;
  switch (next) {
    case 'dot':
      return 0;
    case 'dot apart':
      return c.nameBeforeDotApart;
    case 'date':
      return c.nameBeforeDate;
    case 'tail':
    case 'end':
    case 'none':
      return last;
    case 'words':
      return c.nameBeforeWords + (isDay ? 0 : c.nameNotLast);
    default:
      return c.nameBeforeOther;
  }
};

const textPrices = (look: Look, layout: Layout): Prices => {
  const headed = look.heading === 'title';
  const isMarked = headed || look.link === 'paper' || (layout.kind === 'list' && look.next === 'tail');
  const isDay = layout.kind === 'day';
  const titleEnds: Readonly<Record<Look['ends'], number>> = {
    plain: 0,
    cut: 0,
    stop: c.titleStop,
    mark: look.length > LONG_TITLE ? c.titleStop : c.titleMark,
    open: look.next === 'words' ? c.titleOpen * (1 - layout.broken) : c.titleStop,
  };
  const title =
    (look.wraps
      ? c.wraps + (c.titleOnLength[look.length] as number)
      : (c.titleLength[look.length] as number) *
        (isMarked && look.length <= FEW_WORDS ? c.titleShortMarked : 1)) +
    titleEnds[look.ends] +
    (look.word && !isMarked ? c.titleWord : 0) +
    (look.named ? c.titleNamed : 0) +
    (look.lower ? c.titleLower * (isMarked ? c.titleLowerMarked : 1) : 0) +
    (look.letters || headed ? 0 : c.titleNoLetters) +
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
    (isDay && layout.share.prose === 0 && !look.wraps && look.length <= LONG_LINE ? c.proseAlone : 0) +
    (look.lower ? c.proseLower : 0) +
    (look.markup ? c.proseMarkup : 0) +
    (look.heading === 'none' ? 0 : c.proseHeading);
  const name =
    (c.nameLength[look.length] as number) +
    (look.ends === 'plain' ? 0 : c.nameStop + (look.length > NAME ? c.nameSentence : 0)) +
    (look.lower ? c.nameLower : 0) +
    (look.letters ? 0 : c.nameNoLetters) +
    (look.counts ? c.nameCounts : 0) +
    (look.markup || look.address ? c.nameMarkup : 0) +
    (look.link === 'paper' || look.heading !== 'none' ? c.foreignFact : 0) +
    nameBefore(look, layout);
  return {
    title,
    'title-on':
      (look.lower ? c.titleOnLower : c.titleOnCapital * (1 - layout.broken)) +
      (c.titleOnLength[look.length] as number) +
      (look.alike ? c.titleOnHandle : 0) +
      (look.named ? c.titleNamed : 0) +
      (look.ends === 'stop' ? c.titleStop : 0) +
      (look.markup ? c.titleMarkup : look.address ? c.titleAddress : 0),
    prose,
    'prose-on':
      (look.lower ? c.proseOnLower : c.proseOnCapital) +
      (look.named ? c.titleNamed : 0) +
      (look.join === 'apart' && isName(look) ? c.foreignFact : 0) +
      (look.next === 'dot' && look.ends === 'plain' && !isDay ? c.proseNoStop : 0) +
      (look.behindProse && look.link === 'none' && (look.wraps || look.length > LONG_TITLE)
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
      : look.join === 'beside' && look.length <= NAME && look.ends === 'plain'
        ? { nothing: c.aside }
        : {}),
    foreign: foreignText(look, layout),
  };
};

/** If a smaller share of the papers has an abstract, long text is just as likely something else. */
const FEW_ABSTRACTS = 0.3;
const FEW_ABSTRACTS_OF_LIST = 0.2;

/** A short line right above a dot. */
export const isName = ({ next, length, ends }: Look): boolean =>
  next === 'dot' && length <= LINE && ends === 'plain';

/**
 * The cost of words as foreign text; the marks of a title or the length of an abstract raise it.
 */
const foreignText = ({ heading, link, length, wraps, ends, next }: Look, { kind, share }: Layout): number => {
  const title = kind === 'list' ? c.foreignTitleOfList : c.foreignTitle;
  // Short words are unlikely for both.
  if ((link === 'paper' || (kind === 'list' && next === 'tail')) && length <= FEW_WORDS)
    return title + c.foreignShort * c.titleShortMarked * (c.titleLength[length] as number);
  if (heading === 'title' || link === 'paper') return title;
  if (share.prose < (kind === 'list' ? FEW_ABSTRACTS_OF_LIST : FEW_ABSTRACTS)) return 0;
  return length > LONG_TITLE || wraps
    ? c.foreignProse
    : kind === 'list' && length > FEW_WORDS && ends === 'stop'
      ? c.foreignSentence
      : 0;
};

/** Places of the fields in an entry; the same number where the order is free. */
const ranksOf = ({ kind, upvotes, proseLast, submitterLast }: Layout): Readonly<Record<Field, number>> => {
  // People order the facts of their own lists as they like.
  if (kind === 'list') return { ...FREE, title: 0 };
  if (proseLast || submitterLast) return { ...FREE, title: 0, prose: proseLast ? 2 : 1 };
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
export const closeCost = (fields: number, { share }: Layout): number => {
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
    unusual -= c.unusualWho * Math.log(Math.min(1, share[shown] + c.unusualFloor));
  }
  return unusual + dearest + c.missingRest * (sum - dearest);
};

/** What a label costs behind another in the same entry, by how the two join. */
export const followCost = (
  before: Label,
  label: Label,
  join: Join,
  { airy, broken, upvotes }: Layout,
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

/** A word alone is a handle only where some papers show who submitted them. */
const SOME_SUBMITTERS = 0.3;

/** What it costs to begin an entry with a label, beside what the entry then lacks. */
export const beginCost = (label: Label, layout: Layout): number => {
  switch (label) {
    case 'title':
      return 0;
    case 'submitter':
      return layout.submitterLast ? c.beginsLate : 0;
    case 'upvotes':
      return layout.upvotes === 'first' || layout.upvotes === 'middle' ? 0 : c.beginsLate;
    case 'link':
      return c.beginsWithLink;
    case 'handle':
      return layout.share.submitter > SOME_SUBMITTERS ? c.handleAlone : IMPOSSIBLE;
    case 'prose':
    case 'authors':
    case 'names':
      return c.beginsLate;
    case 'organization':
    case 'dot':
    case 'date':
    case 'stars':
    case 'comments':
      return c.beginsInMiddle;
    default:
      return IMPOSSIBLE;
  }
};
