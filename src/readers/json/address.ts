const ADDRESS = /^https?:\/\/\S+$/i;
const WITHOUT_SCHEME = /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?$/;

/** A web address as the record wants it: `github.com/a/b` gets its scheme. `null` if it is none. */
export const webAddress = (text: string): string | null => {
  const trimmed = text.trim();
  if (ADDRESS.test(trimmed)) return trimmed;
  return WITHOUT_SCHEME.test(trimmed) ? `https://${trimmed}` : null;
};
