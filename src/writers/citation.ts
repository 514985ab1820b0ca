import { diagnostic } from '../diagnostic.js';
import type { FieldName, PaperRecord } from '../paper.js';
import { counted, folded, monthOfId, visible } from '../words.js';
import { pick, type WriteOptions } from './writer.js';

/** The fields that make an entry unless others are asked for. */
export const CITED_FIELDS: readonly FieldName[] = [
  'title',
  'published',
  'organization',
  'arxivId',
  'url',
  'authors',
];

/** A citation with its key. */
export interface CitedEntry extends Citation {
  key: string;
}

/** Entries that are written together. */
const ENTRIES_A_PIECE = 200;

/**
 * The entries of a bibliography, in lists. Reads all papers first, because only then is it known which keys are free, but
 * keeps only what goes into an entry.
 */
export async function* cite(
  papers: AsyncIterable<readonly PaperRecord[]>,
  { fields = CITED_FIELDS, onDiagnostic }: WriteOptions,
): AsyncGenerator<CitedEntry[], void, undefined> {
  const citations: Citation[] = [];
  for await (const list of papers) for (const paper of list) citations.push(citationOf(paper, fields));
  const keys = citationKeys(citations);
  const entries = citations.map((citation, at): CitedEntry => ({ ...citation, key: keys[at] as string }));
  for (let at = 0; at < entries.length; at += ENTRIES_A_PIECE) yield entries.slice(at, at + ENTRIES_A_PIECE);

  const thin = citations.filter(({ hasNames, arxivId }) => !hasNames && arxivId === null).length;
  if (thin === 0) return;
  onDiagnostic?.(
    diagnostic('citation-incomplete', {
      message: `${counted(thin, 'entry has', 'entries have')} neither author names nor an arXiv id`,
      hint: 'save the page as HTML: it holds both',
    }),
  );
}

/** What a bibliography says of a paper, whatever its format. */
export interface Citation {
  /** The key, as long as no other paper of the file has the same. */
  stem: string;
  identity: string;
  title: string;
  /** The names, else the organization; empty where the source gives neither. */
  authors: readonly Person[];
  /** Whether names of people were given. */
  hasNames: boolean;
  /** Year, month, day, as far as they are known. */
  issued: readonly number[];
  arxivId: string | null;
  url: string | null;
  keywords: readonly string[];
  abstract: string | null;
}

const issuedOf = (published: string | null | undefined, arxivId: string | null): readonly number[] => {
  if (published != null) return published.split('-').map(Number);
  return arxivId === null ? [] : monthOfId(arxivId);
};

const people = (names: readonly string[]): Person[] => names.flatMap((name) => person(name) ?? []);

const text = (value: string | null | undefined): string | null => (value == null ? null : visible(value));

/** The citation of a paper with these fields; its key never depends on them. */
const citationOf = (paper: PaperRecord, fields: readonly FieldName[]): Citation => {
  const asked = pick(paper, fields);
  const names = people(asked.authors ?? []);
  const organization = text(asked.organization);
  const arxivId = asked.arxivId ?? null;
  return {
    stem: citationStem(paper.title, issuedOf(paper.published, paper.arxivId)[0]),
    identity: identity(paper),
    title: text(paper.title) ?? '',
    authors: names.length > 0 || !organization ? names : [{ literal: organization }],
    hasNames: names.length > 0,
    issued: issuedOf(asked.published, arxivId),
    arxivId,
    url: asked.url ?? null,
    keywords: (asked.keywords ?? []).flatMap((word) => text(word) || []),
    abstract: text(asked.abstract) || null,
  };
};

/** The DOI that arXiv registers for every paper. */
export const arxivDoi = (id: string): string => `10.48550/arXiv.${id}`;

/** Words that do not tell one title from another. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be by can do does for from how in into is it its not of on or over that the their this to toward towards under via we what when where which why with without'.split(
    ' ',
  ),
);

/** In place of words where a title has none in Latin letters. */
const NO_WORD = 'paper';

/** Letters a–z and digits; marks come off their letters. */
const ascii = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '');

/** The significant words of a text; all words if none is significant. */
const tellingWords = (text: string): string[] => {
  const words = text
    .split(/[\s/—–]+|[-‐](?=\p{L})/u)
    .map(ascii)
    .filter((word) => /[a-z]/.test(word));
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return telling.length > 0 ? telling : words;
};

/** `Thinkless`: long, and not made of two words or of initials, so rarely used twice in a year. */
const COINED = /^\p{Lu}\p{Ll}{6,}$/u;

/**
 * As few words as usually set a title apart in its year. A coined name is enough (`Thinkless: …`). A short or a
 * compound name (`STAR: …`, `VideoAgent: …`) is often used twice, so two words of the rest follow.
 */
const keyWords = (title: string): string[] => {
  const [name = '', ...rest] = title.trim().split(/:\s/);
  if (rest.length === 0 || /\s/.test(name) || !/[a-z]/.test(ascii(name)))
    return tellingWords(title).slice(0, 4);
  return COINED.test(name) ? [ascii(name)] : [ascii(name), ...tellingWords(rest.join(' ')).slice(0, 2)];
};

/** Letters without upper and lower case (Chinese, Arabic, …): the Latin words of such a title are only a part of it. */
const OTHER_SCRIPT = /\p{Lo}/u;

/**
 * `thinkless2025`: made of the title and the year alone, so that it is the same in every file. A title in another script
 * gets a hash of the title.
 */
export const citationStem = (title: string, year: number | undefined): string => {
  const words = keyWords(title);
  const stem = `${words.join('') || NO_WORD}${year ?? ''}`;
  return words.length === 0 || OTHER_SCRIPT.test(title) ? `${stem}-${titleHash(title)}` : stem;
};

/** A short hash of a text (FNV-1a), in letters and digits. */
const shortHash = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
};

/** A hash of a title; case and punctuation do not count. */
const titleHash = (title: string): string => shortHash(folded(title));

/** What sets a paper apart from any other: its id, else a hash of its title. */
const identity = ({ arxivId, title }: Pick<PaperRecord, 'arxivId' | 'title'>): string =>
  arxivId?.replace('/', '-') ?? titleHash(title);

interface Keyed {
  stem: string;
  identity: string;
}

/**
 * The key of each entry: its stem. Where different papers of one file have the same stem (same name, same year), all of
 * them get their identity appended, whatever their order. Copies of one paper are numbered.
 */
export const citationKeys = (entries: readonly Keyed[]): string[] => {
  const papersOf = new Map<string, Set<string>>();
  for (const { stem, identity } of entries) {
    papersOf.set(stem, (papersOf.get(stem) ?? new Set()).add(identity));
  }
  const copies = new Map<string, number>();
  return entries.map(({ stem, identity }) => {
    const key = (papersOf.get(stem)?.size ?? 0) > 1 ? `${stem}-${identity}` : stem;
    const copy = (copies.get(key) ?? 0) + 1;
    copies.set(key, copy);
    return copy === 1 ? key : `${key}-${copy}`;
  });
};

/** A name in its parts, or as a whole where it has no parts or they cannot be told apart safely. */
export type Person =
  | { family: string; given: string; particle?: string; suffix?: string }
  | { literal: string };

/**
 * Letters and what names hold besides them; a word with anything else keeps the name in one piece, and so does one of more
 * letters, or of more marks on a letter, than any name has: without a limit it overflows the stack of the engine.
 */
const PLAIN_WORD = /^\p{L}\p{M}{0,9}(?:\.?['’‐-]?\p{L}\p{M}{0,9}){0,99}\.?$/u;
/** Scripts that put the family name first, or print no space between the parts. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SUFFIX = /^(?:[js]r\.?|ii|iii|iv)$/i;
/** Particles that surnames begin with, lower-case only: `Van` may be a given name. */
const PARTICLES: ReadonlySet<string> = new Set(
  'af al av bin da dal de del della den der di dos du el ibn la las le los ten ter van vom von zu zum zur'.split(
    ' ',
  ),
);
/** A name that ends in one of these is not a person's. */
const GROUPS: ReadonlySet<string> = new Set(
  'authors collaboration community consortium foundation group inc institute lab labs laboratory others research team university'.split(
    ' ',
  ),
);

interface Parts {
  given: readonly string[];
  family: readonly string[];
  suffix?: string | undefined;
}

const isGroup = (words: readonly string[]): boolean =>
  GROUPS.has((words.at(-1) ?? '').toLowerCase()) || words.some((word) => word.toLowerCase() === 'and');

/** `Ida van der Quill Jr.`: the family name is the last word with the particles before it. */
const inReadingOrder = (words: readonly string[]): Parts => {
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.at(-1) : undefined;
  const rest = suffix === undefined ? words : words.slice(0, -1);
  const last = rest.length - 1;
  const particle = rest.findIndex((word, at) => at > 0 && at < last && PARTICLES.has(word));
  const start = particle < 0 ? last : particle;
  return { given: rest.slice(0, start), family: rest.slice(start), suffix };
};

const partsOf = (name: string): Parts => {
  const [before = [], after, ...more] = name.split(/, ?/).map((part) => part.split(' '));
  if (after === undefined) return inReadingOrder([...before]);
  if (more.length > 0) return { given: [], family: [] };
  return SUFFIX.test(after.join(' '))
    ? inReadingOrder([...before, ...after])
    : { given: after, family: before };
};

/**
 * Splits a name as far as that is safe. One word, groups, and names with digits or signs stay whole; `null` where
 * nothing is left to print.
 */
export const person = (name: string): Person | null => {
  const literal = visible(name);
  if (literal === '') return null;
  const { given, family, suffix } = partsOf(literal);
  const words = [...given, ...family, ...(suffix ? [suffix] : [])];
  const isPlain = words.every((word) => PLAIN_WORD.test(word)) && !FAMILY_FIRST.test(literal);
  const isWhole = given.length === 0 || isGroup(words) || !isPlain;
  if (isWhole) return { literal };
  const firstName = family.findIndex((word, at) => at === family.length - 1 || !PARTICLES.has(word));
  const particle = family.slice(0, firstName).join(' ');
  return {
    given: given.join(' '),
    family: family.slice(firstName).join(' '),
    ...(particle && { particle }),
    ...(suffix && { suffix }),
  };
};
