import type { Writable } from './writer.js';

const PRINTABLE = /^[ -~]*$/;

/** Looking whether a text needs escapes at all is several times faster than JSON.stringify, and few do. */
const quoted = (text: string): string =>
  PRINTABLE.test(text) && !text.includes('"') && !text.includes('\\') ? `"${text}"` : JSON.stringify(text);

/** A value of a record as JSON.stringify writes it. */
export const jsonValue = (value: NonNullable<Writable[keyof Writable]>): string => {
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'object' ? `[${value.map(quoted).join(',')}]` : String(value);
};
