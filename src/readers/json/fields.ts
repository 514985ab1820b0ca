import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { dayInUtc, printedDay, utcDay } from '../../fields/date.js';
import { decodeEntities } from '../../fields/entities.js';
import { linksIn, webAddress } from '../../fields/links.js';
import { type AuthorList, authorsAmong, itemsIn, readAuthors } from '../../fields/lists.js';
import { oneLine, withoutSummary } from '../../fields/text.js';
import type { Entry } from '../../page.js';
import { type FieldName, fits } from '../../paper.js';
import { parsedJson, shortened } from '../../words.js';
import { notationOf, readLiteral } from './literals.js';
import { plainName, type Slot, slotOf } from './names.js';
import { isObject, withoutType } from './typed.js';

/** A member of a record with something in it. */
export interface Member {
  /** `paper.upvotes` */
  path: string;
  value: unknown;
}

/** A part of a record that does not have the shape of a paper. */
export interface Flaw {
  /** `paper.authors[3].name`; empty for the record itself. */
  path: string;
  /** The field that is left out for it; absent where the whole record is. */
  field?: FieldName;
  expected: string;
  actual: string;
  /** Where another code than `schema-mismatch` says it better. */
  code?: 'date-invalid';
  /** It is an item of a list, and only the item is left out. */
  isItem?: true;
}

/** With the words around it, a message takes two lines of a terminal at most. */
const MAX_QUOTED = 60;

/** A value in words, short and without control characters. */
export const inWords = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return shortened(oneLine(JSON.stringify(value)), MAX_QUOTED);
};

/** What was expected at a place in the value. */
interface Misfit {
  expected: string;
  /** The place: `[3].name`. */
  at?: string;
  actual?: unknown;
  code?: 'date-invalid';
}

/** Reads a value of any form; texts are put on one line by `clean`. */
type Read<Value> = (value: unknown, clean: (text: string) => string) => Found<Value> | Misfit;

/** A value, and the first item of its list that had to be left out. */
interface Found<Value> {
  value: Value;
  leftOut?: Misfit;
}

/** The member of a plain name. */
const memberOf = (value: Readonly<Record<string, unknown>>, name: string): unknown =>
  value[name] ?? value[Object.keys(value).find((member) => plainName(member) === name) ?? name];

/** The first of the members of these plain names that is a string with something in it. */
const stringIn = (value: Readonly<Record<string, unknown>>, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const found = memberOf(value, name);
    if (typeof found === 'string' && found !== '') return found;
  }
  return null;
};

/** What tools write a value into: `{"value": "…"}`, `{"model": "v2", "text": "…"}`, `{"start": "…", "end": null}`. */
const WRAPPERS = ['value', 'text', 'content', 'rendered', 'start', '@value', '#text'];

/** A value without what tools have wrapped it in: once by a database, and by the page that shows it. */
const withoutWrapper = (given: unknown, depth = 2): unknown => {
  const value = withoutType(given);
  if (!isObject(value) || depth === 0) return value;
  const wrapper = WRAPPERS.find((one) => one in value);
  return wrapper === undefined ? value : withoutWrapper(value[wrapper], depth - 1);
};

/** The value in a list of one: some indexes and scrapers make a list of everything. */
const alone = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);

const text: Read<string | null> = (given, clean) => {
  const value = alone(given);
  return typeof value === 'string' ? { value: clean(value) || null } : { expected: 'a string' };
};

const yesOrNo: Read<boolean> = (value) => {
  const found = typeof value === 'string' ? { true: true, false: false }[value.toLowerCase()] : value;
  return typeof found === 'boolean' ? { value: found } : { expected: 'true or false' };
};

/** `31`, `31.0` of a column that pandas took for decimal numbers, or a spreadsheet that writes `31,0`, `▲ 31`, `31 upvotes`, `Upvote 31`. */
const numberIn = (text: string): string | undefined =>
  /^(?:[^\p{L}\p{N}\s-]{1,3} ?|(?:up)?votes?:? |(?:comments?|stars?):? )?(\d[\d,.]*?[kKmM]?)(?:[.,]0)?(?: ?(?:up)?votes?| ?comments?| ?authors?| ?stars?)?$/iu.exec(
    text,
  )?.[1];

const count: Read<number> = (given) => {
  const only = alone(given);
  const value = isObject(given)
    ? (given.count ?? given.total ?? given.totalCount)
    : typeof only === 'number'
      ? only
      : given;
  // The comments themselves may be listed.
  if (Array.isArray(value)) return { value: value.length };
  const found = typeof value === 'string' ? readCount(numberIn(value.trim()) ?? value) : value;
  return Number.isSafeInteger(found) && (found as number) >= 0
    ? { value: found as number }
    : { expected: 'a whole number, 0 or more' };
};

/** A time stamp, any day that a record of ours may have, or one as people and mails write it. */
const dayOf = (text: string): string | null =>
  utcDay(text) ?? (fits('published', text) ? text : printedDay(text));

/** Seconds since 1970 from 2001 to 2100 have ten digits, as milliseconds thirteen. */
const dayOfMoment = (moment: number): string | null => {
  const seconds = moment > 1e11 ? moment / 1000 : moment;
  return seconds >= 1e9 && seconds < 4.1e9 ? dayInUtc(new Date(seconds * 1000)) : null;
};

/** A moment as text, as MongoDB writes long numbers. */
const MOMENT = /^\d{10}(?:\d{3})?$/;

const day: Read<string> = (given) => {
  const said = alone(given);
  const value = typeof said === 'string' && MOMENT.test(said) ? Number(said) : said;
  const found =
    typeof value === 'string' ? dayOf(value) : typeof value === 'number' ? dayOfMoment(value) : null;
  return found === null ? { expected: 'an ISO date or time stamp', code: 'date-invalid' } : { value: found };
};

const id: Read<string> = (given) => {
  const said = alone(given);
  const value = isObject(said) ? stringIn(said, 'id', 'url', 'href') : said;
  const found = arxivId(typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '');
  return found === null ? { expected: 'an arXiv id' } : { value: found };
};

/** Since 2015 the number of an id has five digits; a table that took it for a number lost the last, a zero. */
const WITHOUT_ZERO = /^(?:1[5-9]|[2-9]\d)\d\d\.\d{4}$/;

const idOfOthers: Read<string> = (value, clean) => {
  const found = id(value, clean);
  return 'value' in found && WITHOUT_ZERO.test(found.value) ? { value: `${found.value}0` } : found;
};

const address: Read<string> = (value, clean) => {
  const [one] = Array.isArray(value) ? value : [value];
  const first = isObject(one) ? stringIn(one, 'url', 'htmlurl', 'href') : one;
  if (typeof first !== 'string') return { expected: 'a string' };
  const found = webAddress(clean(first));
  return found === null ? { expected: 'a web address', actual: first } : { value: found };
};

/** `cranelab/cranes` */
const REPO_NAME = /^[\w-]{1,40}\/[\w.-]{1,100}$/;

const repo: Read<string> = (value, clean) => {
  const name = isObject(value) ? stringIn(value, 'fullname', 'name') : value;
  const found = address(value, clean);
  return !('value' in found) && typeof name === 'string' && REPO_NAME.test(name)
    ? { value: `https://github.com/${name}` }
    : found;
};

/** The stars that the object of a repository has. */
const starsOf: Read<number | null> = (value, clean) => {
  const stars = isObject(value)
    ? Object.keys(value).find((name) => slotOf(plainName(name))?.slot === 'githubStars')
    : undefined;
  return stars === undefined ? { value: null } : count((value as Record<string, unknown>)[stars], clean);
};

/** The items of a list that `papers` wrote as text. */
const ownItemsIn = (written: string): string[] => written.split('; ');

/**
 * What is in a list of quoted texts, as Python, NumPy and databases print it: `['A', 'B']`, `['A' 'B']`, `{"A",B}`; `null`
 * of any other text.
 */
const quotedIn = (written: string): string[] | null => {
  const [, open, list = ''] = /^\s*([[{])([\s\S]*)[\]}]\s*$/.exec(written) ?? [];
  if (open === undefined) return null;
  const items = open === '[' ? /'([^']*)'|"([^"]*)"/g : /'([^']*)'|"([^"]*)"|([^,"]+)/g;
  return Array.from(list.matchAll(items), (found) => found.slice(1).find(Boolean) ?? '');
};

/** The items of a list that others wrote as text. */
const otherItemsIn = (written: string): string[] => quotedIn(written) ?? itemsIn(written);

/** A list of texts; the first misfit among them is reported. */
const strings =
  (split: (written: string) => string[], among = (items: string[]) => items): Read<string[]> =>
  (value, clean) => {
    const list = listIn(value);
    const items = typeof value === 'string' ? split(value) : Array.isArray(list) ? list.map(nameOf) : null;
    if (items === null) return { expected: 'a list of strings' };
    const misfit = items.findIndex((item) => typeof item !== 'string');
    return misfit < 0
      ? { value: among(items as string[]).flatMap((item) => clean(item) || []) }
      : { expected: 'a string', at: `[${misfit}]`, actual: items[misfit] };
  };

/** A list or an object that was written into a text, as JSON or by Python: `[{'name': 'Ada'}]`, `Author(name='Ada')`. */
export const literalIn = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  if (!/^\s*(?:\[\s*\{|\{\s*['"])/.test(value) && notationOf(value) !== 'Python') return value;
  return parsedJson(value) ?? readLiteral(value) ?? value;
};

/** Whether the number of authors is in place of their names: `12`, `12 authors`. */
const isNumberOfAuthors = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^\s*\d+(?: authors?)?\s*$/i.test(value));

/** The list in an object: `{"nodes": [{"name": …}]}`, `{"0": …, "1": …}`. */
const listIn = (value: unknown): unknown => {
  if (!isObject(value)) return value;
  const members = Object.values(value);
  return (
    members.find(Array.isArray) ?? (Object.keys(value).every((name) => /^\d+$/.test(name)) ? members : value)
  );
};

const nameOf = (item: unknown): unknown => {
  if (!isObject(item)) return item;
  const inner = item.node ?? item.author;
  if (isObject(inner)) return nameOf(inner);
  const name = stringIn(item, 'name', 'fullname', 'author', 'displayname', 'authorname', 'tag');
  if (name !== null || item.name === '') return name ?? '';
  const first = stringIn(item, 'firstname', 'given', 'givenname', 'first');
  const last = stringIn(item, 'lastname', 'family', 'familyname', 'surname', 'last');
  return last === null ? null : [first, last].filter((one) => one !== null).join(' ');
};

/** How a list of authors is read that was written as a text or as a list. */
interface AuthorForm {
  inText(written: string): AuthorList;
  among(names: string[]): AuthorList;
  /** An item of the list; other people's may be an object that was written as a text. */
  item(written: unknown): unknown;
}

const areAllOf = (names: string[]): AuthorList => ({ names, areAll: true });
const OWN_AUTHORS: AuthorForm = {
  inText: (written) => areAllOf(ownItemsIn(written)),
  among: areAllOf,
  item: (written) => written,
};
const OTHER_AUTHORS: AuthorForm = {
  item: literalIn,
  inText(written) {
    const quoted = quotedIn(written);
    return quoted === null ? readAuthors(written) : authorsAmong(quoted);
  },
  among: authorsAmong,
};

const cleanNames = ({ names, areAll }: AuthorList, clean: (text: string) => string): AuthorList => ({
  names: names.flatMap((name) => clean(name) || []),
  areAll,
});

/** The first item of a list without a name. */
const noName = (list: readonly unknown[], names: readonly unknown[]): Misfit => {
  const at = names.findIndex((name) => typeof name !== 'string');
  const item = list[at];
  return isObject(item)
    ? { expected: 'a name', at: `[${at}].name`, actual: 'name' in item ? item.name : item }
    : { expected: 'a name', at: `[${at}]`, actual: item };
};

/** A list of names, or of objects that have one; items without a name are left out. */
const authorsIn =
  (form: AuthorForm): Read<AuthorList> =>
  (given, clean) => {
    const value = listIn(literalIn(given));
    if (isNumberOfAuthors(value)) return { value: { names: [], areAll: false } };
    if (typeof value !== 'string' && !Array.isArray(value)) return { expected: 'a list of authors' };
    if (typeof value === 'string') return { value: cleanNames(form.inText(value), clean) };
    const items = value.map((item) => nameOf(form.item(item)));
    const names = items.filter((name) => typeof name === 'string');
    const list = cleanNames(form.among(names), clean);
    if (names.length === items.length) return { value: list };
    const misfit = noName(value, items);
    return names.length === 0 ? misfit : { value: { ...list, areAll: false }, leftOut: misfit };
  };

const numberOfAuthors: Read<number | null> = (value, clean) =>
  isNumberOfAuthors(value) ? count(value, clean) : { value: null };

/** Addresses hold no white space, but commas and semicolons. */
const addressesIn = (written: string): string[] => written.split(/[;,]?\s+/);

const addresses: Read<string[]> = (value, clean) => {
  const found = strings(addressesIn)(value, clean);
  if (!('value' in found)) return found;
  const links = found.value.flatMap((link) => webAddress(link) ?? []);
  return typeof value === 'string' && links.length === 0
    ? { expected: 'a list of strings' }
    : { value: links };
};

interface Organization {
  name: string | null;
  slug: string | null;
}

/** `ada`, `@ada` and `https://huggingface.co/ada` */
const HANDLE = /^(?:@|(?:https?:\/\/)?(?:huggingface\.co|hf\.co)\/)?([\w.-]+)\/?$/;
const handleIn = (text: string | null): string | null => HANDLE.exec(text ?? '')?.[1] ?? null;

const HANDLES = ['user', 'username', 'handle', 'login', 'slug'];
/** The handle that an object says or has in its address. The hub's own have it for their `name`, beside a full one. */
const ownHandle = (value: Readonly<Record<string, unknown>>): string | null =>
  ('fullname' in value && typeof value.name === 'string' ? handleIn(value.name) : null) ??
  stringIn(value, ...HANDLES) ??
  handleIn(stringIn(value, 'url', 'href', 'link'));

/** The name of an organization as `papers` writes it, whatever it looks like. */
const ownName: Read<Organization> = (value, clean) =>
  typeof value === 'string' ? { value: { name: clean(value) || null, slug: null } } : { expected: 'a name' };

/** A name, or an object of the hub, whose `name` is the handle where it has a full one too. */
const organizationOf: Read<Organization> = (given, clean) => {
  const value = literalIn(alone(given));
  if (typeof value === 'string') return { value: { name: clean(value) || null, slug: null } };
  if (!isObject(value)) return { expected: 'a name or an object' };
  const slug = clean(ownHandle(value) ?? '') || null;
  const name = stringIn(value, 'fullname', 'displayname', 'name', 'title');
  return { value: { name: clean(name ?? slug ?? '') || null, slug: slug ?? handleIn(name) } };
};

/** A handle, or an object of the hub that has one. */
const handle: Read<string | null> = (given, clean) => {
  const value = literalIn(alone(given));
  if (typeof value === 'string') return { value: handleIn(clean(value)) ?? (clean(value) || null) };
  if (!isObject(value)) return { expected: 'a name or an object' };
  return { value: clean(ownHandle(value) ?? stringIn(value, 'name') ?? '') || null };
};

const FULL_NAME = /\s/;

/** An abstract of others may have the summary before it. */
const textsOf = (
  abstract: string | null,
  kind: Kind,
): { abstract: string | null; aiSummary: string | null } =>
  abstract === null || kind !== 'other' ? { abstract, aiSummary: null } : withoutSummary(abstract);

/** Whose record it is, as far as it matters for its fields. */
type Kind = 'own' | 'feed' | 'client' | 'other';

/** A record, ready to be read. */
export interface Members {
  /** Members with a value, the most trustworthy first. */
  shown: ReadonlyMap<Slot, readonly Member[]>;
  /** Fields that have a member, even an empty one. */
  given: ReadonlySet<Slot>;
  /** Where a title would be looked for. */
  titlePath: string;
  /** An id out of an address under another name. */
  linkedId: string | null;
}

/**
 * The fields of a record; `null`, with a flaw reported, where it has no title.
 *
 * @param kind `papers` wrote an own record: what it leaves empty is known to be empty. The feed's records have an
 * arXiv id; in others `id` may be anything. The hub's client leaves out that there are no upvotes.
 */
export const fieldsOf = (
  { shown, given, titlePath, linkedId }: Members,
  kind: Kind,
  notes: { flaw(flaw: Flaw): void; removed(count: number): void },
): Entry['fields'] | null => {
  const clean = (value: string): string => oneLine(value, notes.removed);
  /** Texts in the lists and objects of others come with entities; a text alone was decoded before it is split. */
  const cleanInside = (value: string): string => clean(kind === 'other' ? decodeEntities(value) : value);
  /** The first of a field's members that fits; else the misfit of the first is reported, unless any value will do. */
  const take = <Value>(slot: Slot, read: Read<Value>, isSure = true): Value | null => {
    let flaw: Flaw | null = null;
    for (const { path, value } of shown.get(slot) ?? []) {
      const found = read(withoutWrapper(value), typeof value === 'string' ? clean : cleanInside);
      const flawOf = ({ expected, at = '', actual = value, code }: Misfit): Flaw => {
        const where = { path: path + at, field: slot as FieldName, expected, actual: inWords(actual) };
        return { ...where, ...(code && { code }) };
      };
      if ('value' in found) {
        if (found.leftOut) notes.flaw({ ...flawOf(found.leftOut), isItem: true });
        if (found.value !== null) return found.value;
        continue;
      }
      flaw ??= flawOf(found);
    }
    if (flaw !== null && isSure) notes.flaw(flaw);
    return null;
  };
  const isOwn = kind === 'own';
  const keywords = isOwn ? strings(ownItemsIn) : strings(otherItemsIn, (items) => authorsAmong(items).names);
  const isFinal = (slot: Slot): boolean => isOwn && given.has(slot);

  const title = take('title', text, false);
  if (title === null) {
    const [given] = shown.get('title') ?? [];
    notes.flaw({
      path: given?.path ?? titlePath,
      expected: 'a title',
      actual: given ? inWords(given.value) : 'nothing',
    });
    return null;
  }
  const published = take('published', day);
  // Until early 2025 the feed gave this day; since then it gives that of the paper again, some hours earlier.
  const listed = take('listed', day, false);
  const isListing = listed !== null && published !== null && listed > published;
  const upvotes = take('upvotes', count);
  const comments = take('comments', count);
  const organization = take('organization', isOwn ? ownName : organizationOf);
  const submitter = take('submittedBy', isOwn ? text : handle);
  const isSureId = isOwn || kind === 'feed';
  const stated = take('arxivId', isOwn ? id : idOfOthers, isSureId);
  const isStated = isFinal('arxivId') || (isSureId && shown.has('arxivId'));
  const known = stated ?? (isStated ? null : (take('url', id, false) ?? linkedId));
  const hubUrl = known === null ? null : hubPaperUrl(known);
  const ownUrl = isOwn ? take('url', address) : null;
  if (ownUrl !== null && (known === null || arxivId(ownUrl) !== known)) {
    const expected = hubUrl ?? 'none without an arXiv id';
    notes.flaw({
      path: shown.get('url')?.[0]?.path ?? 'url',
      field: 'url',
      expected,
      actual: inWords(ownUrl),
    });
  }
  const { names: authors, areAll } = take('authors', authorsIn(isOwn ? OWN_AUTHORS : OTHER_AUTHORS)) ?? {
    names: [],
    areAll: true,
  };
  const { abstract, aiSummary } = textsOf(take('abstract', text), kind);
  const authorCount = take('authorCount', count) ?? take('authors', numberOfAuthors, false);
  const pageDate = isOwn ? take('pageDate', day) : null;
  return {
    title,
    published,
    yearInferred: take('yearInferred', yesOrNo) ?? false,
    upvotes: upvotes ?? (kind === 'client' && !shown.has('upvotes') ? 0 : null),
    comments,
    authorCount: authorCount ?? (isFinal('authorCount') || !areAll ? null : authors.length || null),
    organization: organization?.name ?? null,
    organizationSlug: take('organizationSlug', text) ?? organization?.slug ?? null,
    submittedBy: submitter !== null && !isOwn && FULL_NAME.test(submitter) ? null : submitter,
    submittedOn: take('submittedOn', day) ?? (isListing ? listed : null),
    arxivId: known,
    url: hubUrl,
    githubRepo: take('githubRepo', repo),
    githubStars: take('githubStars', count) ?? take('githubRepo', starsOf, false),
    projectPage: take('projectPage', address),
    authors,
    keywords: take('keywords', keywords) ?? [],
    links: take('links', addresses) ?? (isFinal('links') ? [] : linksIn(abstract ?? '')),
    aiSummary: take('aiSummary', text) ?? aiSummary,
    abstract,
    ...(pageDate !== null && { pageDate }),
  };
};
