import { arxivId, bareTitle, hubPaperUrl } from '../../fields/arxiv.js';
import { decodeEntities } from '../../fields/entities.js';
import { webAddress } from '../../fields/links.js';
import type { Entry, PageKind } from '../../page.js';
import { FIELD_NAMES } from '../../paper.js';
import { firstFew } from '../../words.js';
import type { Doubt } from '../reader.js';
import { type Flaw, fieldsOf, inWords, literalIn, type Member, type Members } from './fields.js';
import { isPython, type Notation, readLiteral } from './literals.js';
import { isMarkup, linkIn, withoutTags } from './markup.js';
import { PARTS, plainName, type Slot, slotOf } from './names.js';
import { recordsIn, unflattened } from './nested.js';
import type { Place } from './split.js';
import { isObject } from './typed.js';

/** What a record says about one paper. */
export interface Reading {
  kind: Extract<PageKind, 'api' | 'records'>;
  fields: Entry['fields'];
  /** Why it may be no paper: it has a title, as many things have. `null` where something else shows that it is one. */
  doubt: Doubt | null;
}

/** Whose record it is: the feed's with a paper inside, the feed's paper alone, the hub client's, our own, or any other. */
export type Owner = 'entry' | 'paper' | 'client' | 'own' | 'other';

/** Takes what there is to say about a record besides its fields. */
export interface Notes {
  flaw(flaw: Flaw): void;
  /** Invisible characters were taken out. */
  removed(count: number): void;
  /** Whose record it is, the fields that it has members for, and the members that are not read. */
  members(owner: Owner, given: ReadonlySet<Slot>, unread: readonly string[]): void;
  /** It is an item of a bibliography. */
  bibliography(): void;
}

const OWN_NAMES: ReadonlySet<string> = new Set(FIELD_NAMES);
/** Whether all members, or columns, are called as `papers` calls them. */
const areOwnNames = (names: readonly string[]): boolean =>
  names.length > 0 && names.every((name) => OWN_NAMES.has(name));

/** Only the hub's client has these. */
const CLIENT_NAMES = ['discussion_id', 'submitted_at', 'submitted_by_name'];

/** What the feed's record of a paper has; one of them may have a new name. */
const FEED_NAMES = ['id', 'authors', 'publishedAt', 'title', 'summary', 'upvotes'];

/** Requires a slash: a bare id looks like a host name. */
const idInAddress = (value: unknown): string | null =>
  typeof value === 'string' && value.includes('/') && webAddress(value) !== null ? arxivId(value) : null;

/** The addresses in a list of links: `["https://…", {"text": "arXiv", "href": "https://…"}]`. */
const addressesOf = (links: readonly unknown[]): string[] =>
  links
    .flatMap((link) => (isObject(link) ? Object.values(link) : link))
    .filter((one) => typeof one === 'string');

const isGithub = (value: unknown): boolean =>
  addressesOf([value].flat()).some((one) => one.includes('github.com/'));

/** The address of a page that is not the paper's. */
const isElsewhere = (value: unknown): boolean =>
  typeof value === 'string' && webAddress(value) !== null && idInAddress(value) === null;

/** Names that mean a field only with some values: `paper` is a title or an address, `code` may be anything. */
const ONLY_WITH: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['paper', (value) => typeof value === 'string' && idInAddress(value) === null],
  ...['project', 'website', 'homepage'].map((name) => [name, isElsewhere] as const),
  ...['code', 'codeurl', 'codelink', 'repo', 'repourl', 'repository'].map(
    (name) => [name, isGithub] as const,
  ),
]);

/** The field that a member of this plain name is about, by its value. */
const slotWith = (name: string, value: unknown): ReturnType<typeof slotOf> =>
  ONLY_WITH.get(name)?.(value) === false ? undefined : slotOf(name);

/**
 * What Python, pandas, spreadsheets and people write for a missing value; for upvotes, `-` is the
 * feed's own 0.
 */
const NOTHING = /^(?:|none|null|nan|nat|n\/?a|undefined|[-–—])$/i;

/** Lists in texts, none of which has its items set apart by `; ` as in our tables, but one in another way. */
const areOtherLists = (lists: readonly unknown[]): boolean => {
  const texts = lists.filter((list) => typeof list === 'string');
  return (
    texts.some((text) => /[,;|\n[{、]| and | & /.test(text)) && !texts.some((text) => text.includes('; '))
  );
};

/** What `papers` never writes for a field. */
const NOT_OWN: Readonly<Record<string, (value: unknown) => boolean>> = {
  title: (value) => typeof value === 'string' && linkIn(value) !== null,
  abstract: (value) => typeof value === 'string' && isMarkup(value),
  keywords: (value) => Array.isArray(value) && value.some(isObject),
  organization: isObject,
  submittedBy: isObject,
  links: isObject,
  url: (value) =>
    typeof value === 'string' &&
    (value.startsWith('/') || webAddress(value)?.startsWith(hubPaperUrl('')) === false),
};

/** Whether a member has another value than `papers` writes; it writes nothing for what is not there. */
const isNotOwn = ([name, value]: readonly [string, unknown]): boolean =>
  NOT_OWN[name]?.(value) === true ||
  (typeof value === 'string' && value !== '' && name !== 'title' && NOTHING.test(value.trim()));

/**
 * Others may use the same names, but write addresses of other sites, or lists and missing values
 * differently.
 */
const areOwnValues = (record: Readonly<Record<string, unknown>>): boolean =>
  !Object.entries(record).some(isNotOwn) && !areOtherLists([record.authors, record.keywords]);

/** Known by the members of a record; the first that fits is taken. */
const OWNERS: readonly [
  Owner,
  (
    has: (name: string) => boolean,
    names: readonly string[],
    record: Readonly<Record<string, unknown>>,
  ) => boolean,
][] = [
  // A paper that is only named is not a record.
  ['entry', (has, _, record) => has('paper') && typeof record.paper !== 'string'],
  ['own', (has, names, record) => areOwnNames(names) && (has('yearInferred') || areOwnValues(record))],
  ['client', (has) => has('published_at') && CLIENT_NAMES.some(has)],
  ['paper', (has) => FEED_NAMES.filter(has).length >= FEED_NAMES.length - 1],
  [
    'other',
    (_, names, record) => names.some((name) => slotWith(plainName(name), record[name]) !== undefined),
  ],
];

/** What shows that a record is about a paper: a film has votes, a post an author and a summary, but two of these are enough. */
const OF_PAPERS: ReadonlySet<string> = new Set([
  'paper title',
  'upvotes',
  'counts',
  'authorCount',
  'submittedBy',
  'githubStars',
  'aiSummary',
  'abstract',
  'authors',
]);
/** Many other things have these counts too, often several of them. */
const COUNTS: ReadonlySet<string> = new Set(['upvotes', 'comments', 'githubStars']);

/** What a member shows by its name. */
const shownBy = (member: string): string | undefined => {
  const name = plainName(member);
  const slot = slotOf(name)?.slot;
  if (slot === undefined) return undefined;
  if (slot === 'title') return /^paper./i.test(member) ? 'paper title' : undefined;
  if (slot === 'abstract' || slot === 'authors') return name;
  return COUNTS.has(slot) && !/upvote|github/.test(name) ? 'counts' : slot;
};

const VOTES: ReadonlySet<string> = new Set(['upvotes', 'counts']);

/** Two members show a paper; votes and comments do not where the page is elsewhere: posts and products have them. */
const doubtOf = (record: Readonly<Record<string, unknown>>): Doubt | null => {
  const names = Object.keys(record);
  const isOfOthers = names.some(
    (name) => slotOf(plainName(name))?.slot === 'url' && isElsewhere(record[name]),
  );
  const shown = names.flatMap((name) => shownBy(name) ?? []).filter((one) => OF_PAPERS.has(one));
  const isPaper = new Set(shown.filter((one) => !isOfOthers || !VOTES.has(one))).size > 1;
  return isPaper ? null : isOfOthers ? 'elsewhere' : 'unmarked';
};

/** What names the value beside it in a list of fields, as messages of chats have them. */
const PAIR_NAMES = ['name', 'title', 'label', 'key'];

const pairOf = (item: unknown): [string, unknown] | null => {
  const name =
    isObject(item) && 'value' in item ? PAIR_NAMES.find((one) => typeof item[one] === 'string') : undefined;
  return isObject(item) && name !== undefined ? [item[name] as string, item.value] : null;
};

/** The members in a part of a record: an object, or `[{"name": "Upvotes", "value": "42"}]`; `null` if it is neither. */
const partIn = (value: unknown): Record<string, unknown> | null => {
  if (!Array.isArray(value)) return isObject(value) ? value : null;
  const pairs = value.map(pairOf).filter((pair) => pair !== null);
  return pairs.length > 0 && pairs.length === value.length ? Object.fromEntries(pairs) : null;
};

/** The kinds that the reading of fields distinguishes. */
const READ_AS = { entry: 'feed', paper: 'feed', client: 'client', own: 'own', other: 'other' } as const;

/** Members that are left out on purpose; what else nothing reads is reported. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'paper _id mediaurl mediaurls thumbnail isauthorparticipating discussionid githubrepoaddedby upvoted ' +
    'submittedbyname source line rank'
  ).split(' '),
);

/** Fields that may hold an address, but not the paper's. */
const OTHER_ADDRESSES: ReadonlySet<Slot> = new Set([
  'githubRepo',
  'projectPage',
  'links',
  'abstract',
  'title',
]);

const showsSomething = (value: unknown, owner: Owner, slot: Slot): boolean => {
  if (value === null || value === undefined) return false;
  if (typeof value !== 'string') return true;
  const text = value.trim();
  return text !== '' && (owner === 'own' || !NOTHING.test(text) || (text === '-' && slot === 'upvotes'));
};

/** The members of a record by their fields; those of an inner paper are believed first. */
const membersOf = (record: Record<string, unknown>, owner: Owner): Members & { unread: string[] } => {
  const { paper } = record;
  const found = new Map<Slot, (Member & { rank: number })[]>();
  const given = new Set<Slot>();
  const unread: string[] = [];
  let linkedId: string | null = null;
  const put = (slot: Slot, path: string, value: unknown, rank: number): void => {
    given.add(slot);
    if (!showsSomething(value, owner, slot)) return;
    const members = found.get(slot) ?? [];
    members.push({ path, value, rank });
    found.set(
      slot,
      members.sort((one, other) => one.rank - other.rank),
    );
  };
  /** What is written in other people's records in place of a text. */
  const plain = (slot: Slot, value: string): unknown => {
    const link = linkIn(value.trim());
    if (slot === 'title') {
      if (link !== null) linkedId ??= arxivId(link.address);
      return bareTitle(decodeEntities(withoutTags(link?.words ?? value)).trim());
    }
    if (link !== null && NAMED.has(slot)) return { name: decodeEntities(link.words), url: link.address };
    if (link !== null && ADDRESSES.has(slot)) return link.address;
    return decodeEntities(TEXTS.has(slot) ? withoutTags(value) : value);
  };
  /** Takes what a list of links says of the paper; `false` if its own page is not among them. */
  const takeLinks = (path: string, links: readonly unknown[]): boolean => {
    const addresses = addressesOf(links);
    const ids = new Set(addresses.flatMap((one) => idInAddress(one) ?? []));
    const repos = new Set(addresses.filter(isGithub));
    if (ids.size === 1) linkedId ??= [...ids][0] ?? null;
    if (repos.size === 1) put('githubRepo', path, [...repos][0], LAST_RANK);
    return ids.size > 0;
  };
  const takeLayer = (prefix: string, layer: Record<string, unknown>, depth: number): void => {
    const parts: [string, Record<string, unknown>][] = [];
    for (const [member, value] of Object.entries(layer)) {
      const path = prefix + member;
      const name = plainName(member);
      const part = owner === 'other' && depth === 0 && PARTS.has(name) ? partIn(value) : null;
      if (part !== null) {
        parts.push([`${path}.`, part]);
        continue;
      }
      const known = slotWith(name, value);
      // Around a paper this is the day on which the feed listed it.
      const slot = known?.slot === 'published' && owner === 'entry' && prefix === '' ? 'listed' : known?.slot;
      if (slot === undefined || !OTHER_ADDRESSES.has(slot)) linkedId ??= idInAddress(value);
      const isOfLinks =
        Array.isArray(value) && PARTS.has(name) && (owner === 'other' || value.some(isObject));
      if (isOfLinks && takeLinks(path, value)) continue;
      if (slot === undefined) {
        if (!LEFT_OUT.has(name) && idInAddress(value) === null) unread.push(path);
      } else if (slot !== 'links' || !isOfLinks || !value.some(isObject)) {
        const said = owner === 'other' && typeof value === 'string' ? plain(slot, value) : value;
        put(slot, path, said, depth * LAST_RANK + (known?.rank ?? 0));
      }
    }
    for (const [inner, part] of parts) takeLayer(inner, part, depth + 1);
  };
  if (isObject(paper)) takeLayer('paper.', paper, 0);
  takeLayer('', record, isObject(paper) ? 1 : 0);
  // Anything may have a `name`; it is the title if it has several words, and a paper's id but no
  // title comes with it.
  const { name } = record;
  const mayBeTitle =
    owner === 'other' && !given.has('title') && (linkedId ?? found.get('arxivId')) !== undefined;
  if (mayBeTitle && typeof name === 'string' && name.trim().includes(' '))
    put('title', 'name', plain('title', name), 0);
  return { shown: found, given, titlePath: isObject(paper) ? 'paper.title' : 'title', linkedId, unread };
};

/** Above every rank: no field has this many names. */
const LAST_RANK = 100;

/** Fields with a name and an address of their own. */
const NAMED: ReadonlySet<Slot> = new Set(['organization', 'submittedBy']);
const ADDRESSES: ReadonlySet<Slot> = new Set(['url', 'githubRepo', 'projectPage']);

/** Fields that may have tags in other people's records: a scraper takes them out of HTML. */
const TEXTS: ReadonlySet<Slot> = new Set(['title', 'abstract', 'aiSummary', 'organization']);

/** An item of CSL-JSON, which `papers` writes too. */
const isCitation = (record: Record<string, unknown>): boolean =>
  typeof record.type === 'string' &&
  ((isObject(record.issued) && Array.isArray(record.issued['date-parts'])) ||
    (Array.isArray(record.author) && record.author.some((one) => isObject(one) && 'family' in one)) ||
    record.genre === 'preprint');

/** As many as fit on a line of a message. */
const MAX_NAMES = 6;

/** The members of an object, for a message. */
const namesInWords = (names: readonly string[]): string =>
  names.length === 0 ? 'an empty object' : `an object with ${firstFew(names, MAX_NAMES, inWords)}`;

/**
 * Reads one record, of JSON or of a table, whose values are texts then; `null`, with a flaw reported, if it is not
 * about a paper.
 */
export const readRecord = (given: unknown, notes: Notes): Reading | null => {
  const refuse = (path: string, expected: string, actual: string): null => {
    notes.flaw({ path, expected, actual });
    return null;
  };
  if (!isObject(given)) return refuse('', 'a paper', inWords(given));
  const whole = unflattened(given);
  // A column of a table has the paper as pandas writes it.
  const paper = literalIn(whole.paper);
  const record = isObject(paper) ? { ...whole, paper } : whole;
  if (isCitation(record)) {
    notes.bibliography();
    return null;
  }
  const names = Object.keys(record);
  const has = (name: string): boolean => Object.hasOwn(record, name);
  const owner = OWNERS.find(([, fits]) => fits(has, names, record))?.[0];
  if (owner === undefined) return refuse('', 'a paper', namesInWords(names));
  if (owner === 'entry' && !isObject(record.paper))
    return refuse('paper', 'an object', inWords(record.paper));
  const members = membersOf(record, owner);
  const fields = fieldsOf(members, READ_AS[owner], notes);
  if (fields === null) return null;
  notes.members(owner, members.given, members.unread);
  return {
    kind: owner === 'own' || owner === 'other' ? 'records' : 'api',
    fields,
    doubt: owner === 'other' && fields.arxivId === null ? doubtOf(record) : null,
  };
};

/** Takes what there is to say about an element. */
interface Say {
  notes(place: Place): Notes;
  sawString(text: string, place: Place): void;
  repaired(place: Place, notation: Notation): void;
}

/** Reads one element of the JSON: a record, what holds records, or a text that holds one as Python writes it. */
export const readElement = (value: unknown, place: Place, say: Say): Reading[] => {
  const read = (record: unknown): Reading[] => {
    const reading = readRecord(record, say.notes(place));
    return reading === null ? [] : [reading];
  };
  const records = recordsIn(value);
  if (typeof value !== 'string' || records[0] !== value) return records.flatMap(read);
  const record = isPython(value) ? readLiteral(value) : null;
  const [reading] = isObject(record) ? read(record) : [];
  // Such a text is kept only if it is certainly a paper.
  if (reading?.fields.arxivId != null) {
    say.repaired(place, 'Python');
    return [reading];
  }
  say.sawString(value, place);
  return [];
};
