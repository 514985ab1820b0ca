/** Letters and digits only, small: titles that differ in case, spacing or marks are the same title. */
export const titleKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
