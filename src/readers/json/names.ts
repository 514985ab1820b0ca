import { SIGNS, type Worded, wordsFor } from '../../fields/vocabulary.js';
import type { PaperField } from '../../paper.js';

/** What a member of a record may say: a field, the day of its page, or the day on which the feed listed the paper. */
export type Slot = PaperField | 'pageDate' | 'listed';

/** Names of a number of things: `num_upvotes`, `upvote_count`. */
const countsOf = (thing: string): string =>
  `num${thing}s num${thing} n${thing}s ${thing}count ${thing}scount numberof${thing}s total${thing}s`;

/**
 * The names that a field has in the records of the feed, of its client, of `papers` and of other tools, as
 * {@link plainName} gives them. Where a record has several of them, the first that shows something is taken.
 */
const NAMES: Readonly<Record<Slot, string>> = {
  title: 'title papername paper',
  published:
    'published publishedat publishedon publicationdate publisheddate publishdate datepublished date firstpublicationdate 📅 🗓',
  yearInferred: 'yearinferred',
  upvotes: `${['upvote', 'vote', 'like'].map((one) => `${countsOf(one)} ${one}s ${one}`).join(' ')}`,
  // The name alone may be a list of them.
  comments: `${countsOf('comment')} comments comment`,
  authorCount: countsOf('author'),
  organization:
    'organization organizationfullname organizationname organizations organisation org orgname institution affiliation',
  organizationSlug: 'organizationslug organizationhandle orgslug orghandle',
  submittedBy: 'submittedby submittedondailyby submittedbyusername submitter',
  submittedOn: 'submittedon submittedondailyat',
  arxivId: 'arxivid id arxiv universalpaperid',
  url: 'url huggingface arxivurl arxivlink pdfurl pdf link href canonical alternate',
  githubRepo:
    'githubrepo githuburl github githublinks githublink code codeurl codelink repo repourl repository',
  githubStars: `githubstars ${countsOf('star')} stars star ${countsOf('stargazer')} stargazers`,
  projectPage: 'projectpage projecturl projectwebsite project website homepage',
  authors: 'authors authornames author authorlist authorstext creators authorships 👤 👥 ✍ 🧑',
  keywords: 'keywords aikeywords tags',
  links: 'links',
  aiSummary: 'aisummary tldr',
  abstract: 'abstract abstractnote abstracttext summary description contenttext',
  pageDate: 'pagedate',
  listed: 'submittedat',
};

/** Where the words of other languages, and the signs, come behind these names. */
const ABROAD: Readonly<Partial<Record<Slot, readonly Worded[]>>> = {
  title: ['title'],
  published: ['published', 'date'],
  upvotes: ['upvotes'],
  comments: ['comments'],
  organization: ['organization'],
  submittedBy: ['submittedBy'],
  url: ['url'],
  projectPage: ['projectPage'],
  authors: ['authors'],
  keywords: ['keywords'],
  abstract: ['abstract'],
};
const SIGNS_OF: Readonly<Partial<Record<Slot, string>>> = {
  upvotes: SIGNS.upvotes,
  comments: SIGNS.comments,
  githubStars: SIGNS.stars,
};

const namesOf = (slot: Slot): string[] => [
  ...NAMES[slot].split(' '),
  ...(ABROAD[slot] ?? []).flatMap(wordsFor).map((words) => words.replace(/[ -]/g, '')),
  ...(SIGNS_OF[slot] ?? ''),
];
const SLOTS = Object.keys(NAMES) as Slot[];
const SLOT_OF_NAME = new Map(
  SLOTS.flatMap((slot) => namesOf(slot).map((name, rank) => [name, { slot, rank }])),
);

/** A name that needs no cleaning, as nearly all. */
const PLAIN = /^\w[a-zA-Z\d]*$/;
/** In brackets behind a name. */
const UNIT = / ?\([^()]{1,20}\)$/;
/** Prefixes that say nothing new: `paper_title`, `hf_upvotes`. */
const ABOUT = /^(?:paper|hf|huggingface)/;

/**
 * The name in small letters, without signs and spaces: `published_at`, `publishedAt` and `Published At` are one name, as
 * are `# Upvotes` and `Upvotes (#)`; the underscore of `_id` stays, and a sign alone is a name. What it says of all
 * members goes, if the rest is known.
 */
export const plainName = (member: string): string => {
  const signs = /^[^\p{L}\p{N}_]+|(?!^)[^\p{L}\p{N}]+/gu;
  const words = PLAIN.test(member) ? member : member.replace(signs, '');
  const name = (words || member.replace(/\s|\ufe0f/g, '')).toLowerCase();
  if (SLOT_OF_NAME.has(name)) return name;
  const rest = name.replace(ABOUT, '');
  if (SLOT_OF_NAME.has(rest)) return rest;
  // `Up Votes (n)`
  const bare = member.endsWith(')') ? member.replace(UNIT, '') : member;
  return bare === member || bare === '' ? name : plainName(bare);
};

/** The field that a plain name stands for, and its place in the list of names of that field. */
export const slotOf = (name: string): { slot: Slot; rank: number } | undefined => SLOT_OF_NAME.get(name);

/** Whether a member of this name, or a column, is the title. */
export const isTitleName = (member: string): boolean =>
  slotOf(plainName(member.replace(/^paper[./]/, '')))?.slot === 'title';

/** Members that hold more of the paper's fields in other people's records, by their plain names. */
export const PARTS: ReadonlySet<string> = new Set(
  (
    'details stats statistics metrics counts metadata meta engagement social dates info content attributes fields ' +
    'properties identifiers externalids ids links urls resources'
  ).split(' '),
);

/** Further names that digests use for fields; where both are present, a summary is not the abstract. */
const OTHER_NAMES: ReadonlyMap<string, Slot> = new Map([
  ['summary', 'aiSummary'],
  ['aigeneratedsummary', 'aiSummary'],
  ['generatedsummary', 'aiSummary'],
  ['affiliations', 'organization'],
  ['institutions', 'organization'],
  ['orgs', 'organization'],
  ['points', 'upvotes'],
]);

/** The field that a label or the head of a column names: `Votes`, `num_comments`, `Authors (3)`, `👍`. */
export const slotOfLabel = (label: string): Slot | undefined => {
  const name = plainName(label.trim().replace(/ ?[([]\d+[)\]]$/, ''));
  return OTHER_NAMES.get(name) ?? slotOf(name)?.slot;
};
