import type { Writable } from './writer.js';

/** Words that say nothing about a title. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be by can do does for from how in into is it its not of on or over that the their this to toward towards under via we what when where which why with without'.split(
    ' ',
  ),
);

/** Stands for words where a title has none in Latin letters. */
const NO_WORD = 'paper';

/** Letters a–z and digits; marks come off their letters. */
const ascii = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '');

/** The words of a text that say something; all of them where none does. */
const tellingWords = (text: string): string[] => {
  const words = text
    .split(/[\s/—–]+|[-‐](?=\p{L})/u)
    .map(ascii)
    .filter((word) => /[a-z]/.test(word));
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return telling.length > 0 ? telling : words;
};

/** `Thinkless`: long, and not made of two words or of initials; nobody else thinks of it in the same year. */
const COINED = /^\p{Lu}\p{Ll}{6,}$/u;

/**
 * As few words as usually tell a title from others of its year. A coined name is enough (`Thinkless: …`); a short or a compound one
 * (`STAR: …`, `VideoAgent: …`) is used again and again, so two words of the rest go with it.
 */
const keyWords = (title: string): string[] => {
  const [name = '', ...rest] = title.trim().split(/:\s/);
  if (rest.length === 0 || /\s/.test(name) || !/[a-z]/.test(ascii(name)))
    return tellingWords(title).slice(0, 4);
  return COINED.test(name) ? [ascii(name)] : [ascii(name), ...tellingWords(rest.join(' ')).slice(0, 2)];
};

/** Letters without capitals and small ones: what Latin letters say of such a title is little. */
const OTHER_SCRIPT = /\p{Lo}/u;

/**
 * `thinkless2025`: made of the title and the year alone, so that it is the same in every file. A title in a script that
 * has no Latin letters is told by a number of it.
 */
export const citationStem = (title: string, year: number | undefined): string => {
  const words = keyWords(title);
  const stem = `${words.join('') || NO_WORD}${year ?? ''}`;
  return words.length === 0 || OTHER_SCRIPT.test(title) ? `${stem}-${titleNumber(title)}` : stem;
};

/** A short number of a text (FNV-1a), in letters and digits. */
const shortHash = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
};

/** Of a limited length: an endless run would overflow the stack of the engine. */
const NO_LETTERS = /[^\p{L}\p{N}]{1,99}/gu;

/** A number of a title, whatever its case and punctuation. */
const titleNumber = (title: string): string => {
  const letters = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(NO_LETTERS, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return shortHash(letters === '' ? title : letters);
};

/** What tells a paper from any other: its id, else a number of its title. */
export const identity = ({ arxivId, title }: Pick<Writable, 'arxivId' | 'title'>): string =>
  arxivId?.replace('/', '-') ?? titleNumber(title);

interface Keyed {
  stem: string;
  identity: string;
}

/**
 * The key of each entry: its stem. Only where different papers of one file have the same stem (same name, same year),
 * all of them get their identity behind it, whatever their order; only copies of one paper are numbered.
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
