/** Letters and digits only, small: titles that differ in case, spacing or marks are the same title. */
export const titleKey = (title: string): string =>
  title
    .toLowerCase()
    // In runs of a limited length: an endless one would overflow the stack of the engine.
    .replace(/[^\p{L}\p{N}]{1,99}/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

/** The same for texts that differ in case, spacing, punctuation or Unicode form only; never empty for a text that is not. */
export const folded = (text: string): string => titleKey(text.normalize('NFKC')) || text.trim();
