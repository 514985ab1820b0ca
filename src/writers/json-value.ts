import type { Writable } from './writer.js';

const PRINTABLE = /^[ -~]*$/;

/** Of printable ASCII two characters need an escape: looking for them is several times faster than JSON.stringify. */
const quoted = (text: string): string =>
  PRINTABLE.test(text) ? `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : JSON.stringify(text);

/** A value of a record as JSON.stringify writes it. */
export const jsonValue = (value: NonNullable<Writable[keyof Writable]>): string => {
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'object' ? `[${value.map(quoted).join(',')}]` : String(value);
};
