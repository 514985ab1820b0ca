import type { Field } from './label.js';
import type { Join } from './looks.js';

/**
 * All prices of the path, in one table. They are negative logarithms of likelihoods (natural): 0.7 is one in two, 2.3 one in
 * ten, 4.6 one in a hundred, 7 one in a thousand. A counted price names what was counted; the others are weighed on the pages
 * of the matrix and the damaged ones. What cannot be part of an entry costs 12 to 16: more than losing the line.
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
  /** Part of it that counts for short words that are a heading, link to a paper, or have facts below in a list. */
  titleShortMarked: 0.4,
  /** A single word without these may be a handle or a menu's. */
  titleWord: 1.5,
  /** `cranelab Crane Lab` is an organization, not a title. */
  titleNamed: 7,
  /** One title in a hundred begins with a small letter. */
  titleLower: 4.3,
  /** Part of it that counts where a heading or a link marks the title. */
  titleLowerMarked: 0.4,
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
  /** The dot ends the text of an entry. */
  titleBehindDot: 5,

  // title-on
  /** The next line of a title: behind a full line, or indented. In the same link or heading it costs nothing. */
  titleOnFull: 0.4,
  titleOnHanging: 0.3,
  /** Where no title of the page is broken; where all are, nothing more than `titleOnFull`. */
  titleOnEarly: 3.4,
  /** Where blank lines separate everything, a line right below a title is the end of it. */
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
  /** A word that is the handle of the name below. */
  titleOnHandle: 3.5,

  // prose
  /** A line alone: no abstract is under 165, no one-line summary under 98. */
  proseLength: [8, 7.5, 6.5, 5, 4.5, 4, 2.5, 1.4, 0.9, 0.5, 0],
  /**
   * Where titles are headings or links, or a list names ids, other words are prose, even short ones: this part of `proseLength`
   * is dropped.
   */
  proseSureTitles: 0.6,
  /** This part of `proseLength` for the last line of the input, which may be a paragraph that was cut. */
  proseCutOff: 0.5,
  /** On a day's page without abstracts, a short line is unlikely to be the only abstract. */
  proseAlone: 4,
  /** A paragraph ends in a stop; one that does not was cut. */
  proseNoStop: 2,
  /**
   * One abstract in a thousand begins like this; any may, where its title and beginning were cut
   * off.
   */
  proseLower: 6.5,
  proseMarkup: 4,
  proseHeading: 9,
  /** After a full line, words continue that line. */
  proseBehindFull: 3,
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
  /** `Hugging Face` is the page's own word far more often. */
  namePageWord: 2.5,
  /** `6 contributors` is a count, not a name. */
  nameCounts: 7,
  /** It comes right above the dot, which is free, or above the date, or last in an entry on pages of days. */
  nameBeforeDotApart: 1.2,
  nameBeforeDate: 0.6,
  nameLast: 1.2,
  nameLastOfDay: 0.6,
  nameBeforeWords: 3,
  nameBeforeOther: 4,
  /** On pages with abstracts the last line of an entry is a date, not a name. */
  nameNotLast: 3,
  nameBehindFull: 2.5,
  /** A name in a link that spans lines; other names are never broken. */
  nameOnSame: 0.3,
  nameOnOther: 9,

  // alt-text
  /** A handle above its name; any other word, where logos left no handles or at least three. */
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
  /** Those on its own line, even more. */
  labelUnansweredBeside: 5,

  // words of facts inside of a paragraph
  /** `14 authors` on a line of its own, touching the lines of the paragraph, or apart from them. */
  factInText: 5.5,
  factInTextApart: 10,
  /** The next line begins in the middle of a sentence. */
  factGoesOn: -3,
  countInText: 4,
  /** In a title rather than a paragraph: `… Forecasting by` above `2030`. */
  factInTitle: 0.4,
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
  /** A number that leads to its paper. */
  countStarsLinked: 0.5,
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
  foreignTitleOfList: 2,
  foreignProse: 4,
  /** A sentence in a list whose papers have some. */
  foreignSentence: 2,
  /** A short link to a paper: this part of what its length costs as a title. */
  foreignShort: 0.7,
  /** Once, for everything after the last entry. */
  ended: 3.5,
  /** An entry after what looked like the end of the list. */
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
  /** With something that belongs after the title. */
  beginsLate: 3,
  /** With what an entry has below its abstract. */
  beginsInMiddle: 4,
  beginsWithLink: 0.5,
  beginsTouching: 1.2,
  /** A line belongs to one paper: an entry hardly ever begins in the middle of one. */
  leavesLine: 4,
  /** A record is a paper: a row of a table, a block of labels. */
  record: 25,
  /** Where upvotes come above titles, a number above a title is not the comments of the titled paper before. */
  countAbove: 0.5,
  /** Two entries of one paper, the first without its title. */
  anotherOfSameId: 12,
  /** Prose that links to another paper than its entry's. */
  anotherId: 7,

  // what an entry has
  /** A field out of order: once, and for each field that should have come after it. */
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
  /** A missing field costs the logarithm of its share times this: more than chance, since a program makes the pages. */
  missingWeight: 1.7,
  /** Lines are lost in runs: the dearest of the missing fields counts whole, the others by this part. */
  missingRest: 0.4,
  /**
   * Keeps a field that all others have, or none has, from costing infinitely much: as if one entry
   * in 25 differed.
   */
  missingFloor: 0.04,
  unusualFloor: 0.04,
  /** This part for authors or an organization: papers have either. */
  unusualWho: 0.5,
  /**
   * Part of what the last entry lacks that counts: the rest may have come after the end of the
   * input.
   */
  cutOff: 0.15,
};
