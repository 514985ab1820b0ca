import { FIELD_NAMES } from '../paper.js';
import type { SortKey } from './options.js';
import type { Reading } from './reading.js';

const keyOf = (word: string): SortKey | undefined => {
  const name = word.replace(/^-/, '');
  const field = FIELD_NAMES.find((known) => known === name);
  return field && { field, descending: word.startsWith('-') };
};

/** Field names with commas between; `-` before one turns its order round: `-comments,title`. */
export const readSort = (text: string): Reading<SortKey[]> => {
  const keys: SortKey[] = [];
  for (const word of text.split(',').map((part) => part.trim())) {
    const key = keyOf(word);
    if (key === undefined) {
      return { message: `unknown field “${word}”; use: ${FIELD_NAMES.join(', ')}` };
    }
    if (keys.some(({ field }) => field === key.field)) {
      return { message: `“${text}” sorts by ${key.field} twice` };
    }
    keys.push(key);
  }
  return { value: keys };
};
