import { visible } from '../words.js';

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
/** What surnames begin with, in small letters only: `Van` may be a given name. */
const PARTICLES: ReadonlySet<string> = new Set(
  'af al av bin da dal de del della den der di dos du el ibn la las le los ten ter van vom von zu zum zur'.split(
    ' ',
  ),
);
/** Who ends like this is not one person. */
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
