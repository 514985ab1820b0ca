import { oneLine } from '../../fields/text.js';

const ADDRESS = /^https?:\/\/\S+$/i;
/** A host has few parts; without a limit an endless one overflows the stack of the engine. */
const WITHOUT_SCHEME = /^[\w-]+(?:\.[\w-]+){1,20}(?:[/?#:]\S*)?$/;

/** A web address as the record wants it: `github.com/a/b` gets its scheme, nothing invisible stays. `null` if it is none. */
export const webAddress = (text: string): string | null => {
  const clean = oneLine(text);
  if (ADDRESS.test(clean)) return clean;
  return WITHOUT_SCHEME.test(clean) ? `https://${clean}` : null;
};
