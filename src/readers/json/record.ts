import { arxivId } from '../../fields/arxiv.js';
import { webAddress } from '../../fields/links.js';
import type { Entry, PageKind } from '../../page.js';
import { FIELD_NAMES } from '../../paper.js';
import {
  type Flaw,
  fieldsOf,
  inWords,
  type Member,
  type Members,
  plainName,
  type Slot,
  slotOf,
} from './fields.js';
import { isPython, readPython } from './python.js';
import type { Place } from './split.js';

/** What a record says about one paper. */
export interface Reading {
  kind: Extract<PageKind, 'api' | 'records'>;
  fields: Entry['fields'];
}

/** Whose record it is: the feed's with a paper inside, the feed's paper alone, the hub client's, our own, or any other. */
export type Owner = 'entry' | 'paper' | 'client' | 'own' | 'other';

/** Takes what reading a record brings up besides its fields. */
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
/** Only the hub's client has these. */
const CLIENT_NAMES = ['discussion_id', 'submitted_at', 'submitted_by_name'];

/** What the feed's record of a paper has; one of them may have a new name. */
const FEED_NAMES = ['id', 'authors', 'publishedAt', 'title', 'summary', 'upvotes'];

/** Told by its members; the first that fits is taken. */
const OWNERS: readonly [
  Owner,
  (
    has: (name: string) => boolean,
    names: readonly string[],
    record: Readonly<Record<string, unknown>>,
  ) => boolean,
][] = [
  // A paper that is only named is no record.
  ['entry', (has, _, record) => has('paper') && typeof record.paper !== 'string'],
  ['own', (_, names) => names.length > 0 && names.every((name) => OWN_NAMES.has(name))],
  ['client', (has) => has('published_at') && CLIENT_NAMES.some(has)],
  ['paper', (has) => FEED_NAMES.filter(has).length >= FEED_NAMES.length - 1],
  ['other', (_, names) => names.some((name) => slotOf(plainName(name)) !== undefined)],
];

/** What each kind of reading needs to know. */
const READ_AS = { entry: 'feed', paper: 'feed', client: 'client', own: 'own', other: 'other' } as const;

/** Members that are left out on purpose; what else nothing reads is reported. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'paper details _id mediaurl mediaurls thumbnail isauthorparticipating discussionid githubrepoaddedby upvoted ' +
    'submittedbyname source line rank'
  ).split(' '),
);

/** Members of these hold an address, but not that of the paper. */
const OTHER_ADDRESSES: ReadonlySet<Slot> = new Set([
  'githubRepo',
  'projectPage',
  'links',
  'abstract',
  'title',
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `None` is what Python writes for nothing. */
const showsSomething = (value: unknown, owner: Owner): boolean =>
  value !== null &&
  value !== undefined &&
  (typeof value !== 'string' || (value.trim() !== '' && (owner === 'own' || value !== 'None')));

/** An id alone looks like the name of a host. */
const idInAddress = (value: unknown): string | null =>
  typeof value === 'string' && value.includes('/') && webAddress(value) !== null ? arxivId(value) : null;

/** The members of a record by their fields; those of an inner paper are believed first. */
const membersOf = (record: Record<string, unknown>, owner: Owner): Members & { unread: string[] } => {
  const { paper, details } = record;
  const layers: [string, Record<string, unknown>][] = isObject(paper)
    ? [
        ['paper.', paper],
        ['', record],
      ]
    : [['', record], ...(isObject(details) ? [['details.', details] as [string, typeof details]] : [])];
  const found = new Map<Slot, (Member & { rank: number })[]>();
  const given = new Set<Slot>();
  const unread: string[] = [];
  let linkedId: string | null = null;
  layers.forEach(([prefix, layer], depth) => {
    for (const [member, value] of Object.entries(layer)) {
      const path = prefix + member;
      const name = plainName(member);
      const known = slotOf(name);
      // Around a paper this is the day on which the feed listed it.
      const slot = known?.slot === 'published' && owner === 'entry' && prefix === '' ? 'listed' : known?.slot;
      if (slot === undefined || !OTHER_ADDRESSES.has(slot)) linkedId ??= idInAddress(value);
      if (slot === undefined) {
        if (!LEFT_OUT.has(name) && idInAddress(value) === null) unread.push(path);
        continue;
      }
      given.add(slot);
      if (!showsSomething(value, owner)) continue;
      const members = found.get(slot) ?? [];
      // Fewer than a hundred names mean one field.
      members.push({ path, value, rank: depth * 100 + (known?.rank ?? 0) });
      found.set(
        slot,
        members.sort((one, other) => one.rank - other.rank),
      );
    }
  });
  const titlePath = isObject(paper) ? 'paper.title' : 'title';
  return { shown: found, given, titlePath, linkedId, unread };
};

/** An item of CSL-JSON, which `papers` writes too. */
const isCitation = (record: Record<string, unknown>): boolean =>
  typeof record.type === 'string' &&
  ((isObject(record.issued) && Array.isArray(record.issued['date-parts'])) ||
    (Array.isArray(record.author) && record.author.some((one) => isObject(one) && 'family' in one)) ||
    record.genre === 'preprint');

const MAX_NAMES = 6;

/** The members of an object, for a message. */
const namesInWords = (names: string[]): string => {
  if (names.length === 0) return 'an empty object';
  const rest = names.length - MAX_NAMES;
  return `an object with ${names.slice(0, MAX_NAMES).map(inWords).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
};

/**
 * Reads one record, of JSON or of a table, whose values are texts then; `null`, with a flaw reported, if it is not
 * about a paper.
 */
export const readRecord = (record: unknown, notes: Notes): Reading | null => {
  const refuse = (path: string, expected: string, actual: string): null => {
    notes.flaw({ path, expected, actual });
    return null;
  };
  if (!isObject(record)) return refuse('', 'a paper', inWords(record));
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
  return { kind: owner === 'own' || owner === 'other' ? 'records' : 'api', fields };
};

/** Takes what there is to say about an element. */
interface Say {
  notes(place: Place): Notes;
  sawString(text: string, place: Place): void;
  repaired(place: Place): void;
}

/** Reads one element of the JSON: a record, or a text that holds one as Python writes it. */
export const readElement = (value: unknown, place: Place, say: Say): Reading | null => {
  if (typeof value !== 'string') return readRecord(value, say.notes(place));
  const record = isPython(value) ? readPython(value) : null;
  const reading = isObject(record) ? readRecord(record, say.notes(place)) : null;
  // Such a text is kept only if it is a paper without any doubt.
  if (reading?.fields.arxivId != null) {
    say.repaired(place);
    return reading;
  }
  say.sawString(value, place);
  return null;
};
