import type { FieldName } from '../index.js';
import { misused } from './usage.js';

const SIGNED = /^[+-]/;

const found = <F extends FieldName>(name: string, known: readonly F[]): F =>
  known.find((field) => field === name) ??
  misused(`--fields: unknown field "${name}"; use: ${known.join(', ')}`);

/**
 * The fields that `--fields` asks for: plain names are the whole list, names with `+` or `-` change the default set.
 * `undefined` where the option was not given.
 */
export const chosenFields = <F extends FieldName>(
  words: readonly string[] | undefined,
  defaults: readonly F[],
  known: readonly F[],
): readonly F[] | undefined => {
  if (words === undefined) return undefined;
  const signed = words.filter((word) => SIGNED.test(word));
  const names = words.map((word) => found(word.replace(SIGNED, ''), known));
  if (signed.length === 0) return [...new Set(names)];
  if (signed.length < words.length) {
    misused(
      '--fields takes either plain names (title,abstract) or only names with + or - (+source,-abstract), not both',
    );
  }
  const fields = new Set(defaults);
  words.forEach((word, index) => {
    const name = names[index] as F;
    if (word.startsWith('+')) fields.add(name);
    else fields.delete(name);
  });
  return fields.size > 0 ? [...fields] : misused('--fields removes every field; keep at least one');
};
