const normal = (value: unknown): unknown =>
  typeof value === 'string' ? value.normalize('NFC').replace(/\s+/gu, ' ').trim() : value;

/** Whether two values say the same. White space and Unicode form do not count; case and punctuation do. */
export const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((value, at) => isSame(value, b[at]))
    : normal(a) === normal(b);
