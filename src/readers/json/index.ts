import type { Reader } from '../reader.js';
import { findJson } from './start.js';

/** Reads the feed's API answers of every year and what `papers` wrote: lists, one object a line, wrapped lists. */
export const jsonReader: Reader = {
  name: 'json',
  detect: (head) => findJson(head)?.why ?? null,
  async *read(content, context) {
    const { readJson } = await import('./read.js');
    yield* readJson(content.text(), context);
  },
};
