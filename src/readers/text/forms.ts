import { withoutPlural } from '../../words.js';
import type { Token } from './token.js';

// Short lines that the reader does not know and that repeat, as new words of the feed would: `6 contributors`.

const DIGITS = /\d[\d.,]*k?/g;
/** Longer lines may be titles. */
const LONGEST_FORM = 40;
/** Fewer may be a coincidence. */
const FEWEST_FORMS = 3;
/** A number and the words that say what it counts: `6 contributors`, `6人の著者`, `by 6 people`, `Authors: 6`. `42 Labs` is a name. */
const COUNTED =
  /^[^\p{L}\p{N}]*(?:\d[\d.,]*k?(?! \p{Lu})(?: \p{L}+){1,2}|\d+[\p{Lo}]+|\p{L}+: \d[\d.,]*k?|\p{L}+ \d[\d.,]*k? \p{L}+)$/u;

const isNumbered = ({ text, fact }: Token): boolean =>
  fact.kind === 'text' && text.length <= LONGEST_FORM && /\d/.test(text);

export const isCounted = (token: Token): boolean => isNumbered(token) && COUNTED.test(token.text);

/** A line without list marks, each number replaced by N; `null` where it has no number or is too long for a form. */
export const repeatedForm = (token: Token): string | null => {
  if (!isNumbered(token)) return null;
  return token.text.replace(DIGITS, 'N').replace(/^[^\p{L}\p{N}]+/u, '');
};

/** The forms that repeat on a page, at least once in three entries, with their counts. */
export const formsOf = (page: readonly Token[], entries: number): Map<string, number> => {
  const seen = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const token of page) {
    const form = repeatedForm(token);
    if (form === null) continue;
    const key = withoutPlural(form);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const numbers = seen.get(key) ?? new Set();
    seen.set(key, numbers.add(token.text));
  }
  for (const [form, count] of counts) {
    if (count < FEWEST_FORMS || (seen.get(form)?.size ?? 0) < 2 || count * 3 < entries) counts.delete(form);
  }
  return counts;
};

/** Whether a token has a form that repeats on its page. */
export const isOfForm = (token: Token, forms: ReadonlyMap<string, number>): boolean => {
  if (forms.size === 0) return false;
  const form = repeatedForm(token);
  return form !== null && forms.has(withoutPlural(form));
};
