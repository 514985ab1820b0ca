import type { Writable } from './writer.js';

/** Words that say nothing about a title. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be by can do does for from how in into is it its not of on or over that the their this to toward towards under via we what when where which why with without'.split(
    ' ',
  ),
);

/** Titles without a single Latin letter. */
const NO_WORD = 'paper';

/** Letters a–z and digits; marks come off their letters. */
const ascii = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '');

/** `Thinkless: …` is known by its name, any other title by its first two words that say something. */
const keyWords = (title: string): string => {
  const [name, ...rest] = title.trim().split(/:\s/);
  if (rest.length > 0 && name && !/\s/.test(name) && /[a-z]/.test(ascii(name))) return ascii(name);
  const words = title
    .split(/[\s/—–]+/)
    .map(ascii)
    .filter((word) => /[a-z]/.test(word));
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return (telling.length > 0 ? telling : words).slice(0, 2).join('') || NO_WORD;
};

/** `thinkless2025`: made of the title and the year alone, so that it is the same in every file. */
export const citationStem = (title: string, year: number | undefined): string =>
  `${keyWords(title)}${year ?? ''}`;

/** A short number of a text (FNV-1a), in letters and digits. */
const shortHash = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
};

/** Of a limited length: an endless run would overflow the stack of the engine. */
const NO_LETTERS = /[^\p{L}\p{N}]{1,99}/gu;

/** What tells a paper from any other: its id, else a number of its title, whatever its case and punctuation. */
export const identity = ({ arxivId, title }: Pick<Writable, 'arxivId' | 'title'>): string => {
  if (arxivId !== null) return arxivId.replace('/', '-');
  const letters = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(NO_LETTERS, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return shortHash(letters === '' ? title : letters);
};

interface Keyed {
  stem: string;
  identity: string;
}

/**
 * The key of each entry. Papers with the same stem all get their identity behind it, so that no key depends on the
 * order of the papers; only copies of one paper are numbered.
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
