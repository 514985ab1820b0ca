/** The display name and, where the line shows one, the hub handle. */
export interface Organization {
  name: string;
  slug: string | null;
}

/** How the converter of a page printed organizations: always `slug Name`, or the name alone. */
export interface OrganizationForm {
  slugs: boolean;
  /** Decided on a single line whose handle does not resemble its name. */
  thin: boolean;
}

const BRACKETED = /^\[(?:[^\]:：]*[:：] ?)?([\w.-]+)\] +(\S.*)$/;
const SLUG_LIKE = /^[a-z][^A-Z]*$|[\d_-]|^.+[A-Z]/;
/** Probably a count: `6 contributors`. */
const NUMBER = /^\d[\d,]*$/;

/** Letters and digits in lower case, by which handles and names are compared. */
export const squash = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const parts = (line: string): [first: string, rest: string] => {
  const space = line.indexOf(' ');
  return space === -1 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
};

/** Words that initials leave out. */
const SMALL_WORDS: ReadonlySet<string> = new Set(['of', 'the', 'for', 'and', 'in', 'at', 'de', 'on']);

/** First letters of the words of a name, with small words and without. */
const initialsOf = (name: string): string[] => {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const of = (some: readonly string[]): string => some.map((word) => word[0] ?? '').join('');
  return [of(words), of(words.filter((word) => !SMALL_WORDS.has(word)))];
};

/** Small letters without their marks: handles have none. */
const plainLetters = (name: string): string =>
  name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('ł', 'l');

/**
 * `crane-ai` and `UCrane` for `The Crane Lab`: a part of the handle is a word of the name, or a long one ends it. `cranes-vl`
 * begins with the name's first word.
 */
const sharesWord = (slug: string, name: string): boolean => {
  const words = plainLetters(name).split(/[^\p{L}\p{N}]+/u);
  const handle = slug.toLowerCase();
  const [first = ''] = words;
  return (
    (first.length > 2 && handle.startsWith(first)) ||
    handle.split(/[_.-]/).some((part) => part.length > 2 && words.includes(part)) ||
    words.some((word) => word.length > 4 && handle.endsWith(word))
  );
};

/** Handle and name are spelt alike: `intuit Intuit`, `CarnegieMellonU Carnegie Mellon University`, `mit-han-lab MIT HAN Lab`. */
const alike = (slug: string, name: string): boolean => {
  const [a, b] = [squash(slug), squash(name)];
  const shared = Math.min(a.length, b.length, 4);
  if (shared === 0) return false;
  return (
    a.slice(0, shared) === b.slice(0, shared) ||
    b.includes(a) ||
    sharesWord(slug, name) ||
    initialsOf(name).some((initials) => initials.length > 1 && a.includes(initials))
  );
};

/** A hub handle has no spaces. */
const HANDLE = /^[\w.-]{2,96}$/;
const SMALL_HANDLE = /^[a-z][a-z\d_.-]*$/;
/** Longer lines name no organization. */
const LONGEST_NAME = 80;

/** `lab7` of `7 Seas Lab`: nothing but words of the name, in any order. */
const isOfWords = (handle: string, name: string): boolean => {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const byLength = words.filter((word) => word !== '').sort((one, other) => other.length - one.length);
  return byLength.reduce((rest, word) => rest.replace(word, ''), handle) === '';
};

/** `cranelab` for `Crane Lab`: the alternative text of a logo, above the name beside it. */
export const isHandleOf = (text: string, name: string): boolean => {
  if (!HANDLE.test(text) || name.length > LONGEST_NAME || !/\p{L}/u.test(text)) return false;
  const [handle, said] = [squash(text), squash(name)];
  if (handle === '' || said === '') return false;
  if (said.startsWith(handle.slice(0, 5)) || handle.startsWith(said.slice(0, 5)) || said.includes(handle))
    return true;
  // A name in another script has a handle that cannot be like it.
  if ((!/[a-z]/.test(said) && SMALL_HANDLE.test(text)) || isOfWords(handle, name)) return true;
  const letters = handle.replace(/\d/g, '');
  if (sharesWord(text, name)) return true;
  return initialsOf(name).some(
    (initials) => initials.length > 2 && (handle.includes(initials) || letters === initials),
  );
};

/** A letter of ASCII by the code of its small form; 0 for anything else. */
const letterAt = (text: string, at: number): number => {
  const small = text.charCodeAt(at) | 0x20;
  return small >= 0x61 && small <= 0x7a ? small : 0;
};

/** `cranelab Crane Lab`, `[cranelab] Crane Lab`, `intuit Intuit`: a handle, and the name that it is of. */
export const isHandleAndName = (text: string): boolean => {
  const space = text.indexOf(' ');
  if (space < 2 || text.length > LONGEST_NAME) return false;
  // Nearly all other lines differ in the first letters already.
  const [first, second] = [letterAt(text, 0), letterAt(text, space + 1)];
  if (first !== 0 && second !== 0 && first !== second) return false;
  const handle = text.slice(0, space).replace(/^\[(.+)\]$/, '$1');
  return HANDLE.test(handle) && squash(text.slice(space)).startsWith(squash(handle).slice(0, 5));
};

/** The same where the handle looks like one, and is short for the name or holds a word of it: `UCanton University of Canton`. */
export const isShortAndName = (text: string): boolean => {
  const [first, rest] = parts(text);
  return HANDLE.test(first) && SLUG_LIKE.test(first) && alike(first, rest);
};

const beginsName = (slug: string, name: string): boolean => squash(name).startsWith(squash(slug).slice(0, 5));

/** `Crane`, `Über`: a word as names have it. */
const PLAIN_WORD = /^\p{Lu}\p{Ll}+$/u;
/** `tiiuae` above a capital or another script. Words with capitals begin names as well: `NVIDIA Research`, `H2O Group`. */
const isSmallHandle = (first: string, rest: string): boolean =>
  SMALL_HANDLE.test(first) && /^[^a-z]/.test(rest);
const isLikely = (first: string, rest: string): boolean =>
  !NUMBER.test(first) &&
  (beginsName(first, rest) ||
    isSmallHandle(first, rest) ||
    (HANDLE.test(first) && !PLAIN_WORD.test(first) && alike(first, rest)));

/**
 * Decides once for a page. One one-word line means names only. Otherwise the first word is a handle where it is spelt like
 * the rest, or as only handles are; over several lines the majority decides, on one line it must resemble its name.
 */
export const organizationForm = (lines: readonly string[]): OrganizationForm => {
  const open = lines.filter((line) => !BRACKETED.test(line));
  if (open.length === 0 || open.some((line) => !line.includes(' '))) return { slugs: false, thin: false };
  if (new Set(open).size > 1) {
    const likely = open.map(parts).filter(([first, rest]) => isLikely(first, rest));
    return { slugs: likely.length * 2 > open.length, thin: false };
  }
  const [first, rest] = parts(open[0] as string);
  const looksLikeOne = !NUMBER.test(first) && (SLUG_LIKE.test(first) || beginsName(first, rest));
  const resembles = looksLikeOne && alike(first, rest);
  return { slugs: resembles, thin: looksLikeOne && !resembles };
};

/** Takes one organization line apart; brackets (`[slug] Name`) need no guess. */
export const readOrganization = (line: string, form: OrganizationForm): Organization => {
  const bracketed = BRACKETED.exec(line);
  if (bracketed) return { slug: bracketed[1] as string, name: bracketed[2] as string };
  const [first, rest] = parts(line);
  const isHandle = form.slugs ? !NUMBER.test(first) : SMALL_HANDLE.test(first) && !/[a-z]/i.test(rest);
  return isHandle && rest !== '' ? { slug: first, name: rest } : { slug: null, name: line };
};
