const ADDRESS = /^https?:\/\/\S+$/i;
/** A host has few parts; without a limit an endless one overflows the stack of the engine. */
const WITHOUT_SCHEME = /^[\w-]+(?:\.[\w-]+){1,20}(?:[/?#:]\S*)?$/;

/** A web address as the record wants it: `github.com/a/b` gets its scheme. `null` if it is none. */
export const webAddress = (text: string): string | null => {
  const trimmed = text.trim();
  if (ADDRESS.test(trimmed)) return trimmed;
  return WITHOUT_SCHEME.test(trimmed) ? `https://${trimmed}` : null;
};
