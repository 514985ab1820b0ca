import type { Reader } from '../reader.js';

const BEGINNING = /^\s*(\{\s*["}]|\[\s*[{"])/;
const EMPTY = /^\s*\[\s*\]\s*$/;

const detect = (head: string): string | null => {
  const text = head.replace(/^\ufeff/, '');
  if (EMPTY.test(text)) return 'an empty JSON list';
  const beginning = BEGINNING.exec(text)?.[1];
  return beginning === undefined ? null : `begins with ${beginning.replace(/\s+/, '')}`;
};

/** Reads the feed's API answers of every year and what `papers` wrote: lists, one object a line, wrapped lists. */
export const jsonReader: Reader = {
  name: 'json',
  detect,
  async *read(content, context) {
    const { readJson } = await import('./read.js');
    yield* readJson(content.text(), context);
  },
};
