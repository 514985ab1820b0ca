import { csvReader } from './csv/index.js';
import { feedReader } from './feed/index.js';
import { htmlReader } from './html/index.js';
import { jsonReader } from './json/index.js';
import type { Reader } from './reader.js';
import { textReader } from './text/index.js';

/** Every reader, in the order in which they are asked; text accepts anything and comes last. */
export const READERS: readonly Reader[] = [feedReader, jsonReader, htmlReader, csvReader, textReader];

export interface Detected {
  reader: Reader;
  /** In words: `begins with <!doctype html>`, `asked for`. */
  why: string;
}

/**
 * The reader that was asked for, else the first that knows its kind of input by the first 64 KiB.
 * @param isPage it came out of a message, so it can only be HTML
 */
export const detect = (head: string, asked: Reader['name'] | undefined, isPage: boolean): Detected => {
  const page = isPage ? READERS.find(({ name }) => name === 'html') : undefined;
  if (page) return { reader: page, why: 'a page inside of a message' };
  for (const reader of READERS) {
    const why = asked === undefined ? reader.detect(head) : reader.name === asked ? 'asked for' : null;
    if (why !== null) return { reader, why };
  }
  throw new RangeError(
    `no reader is called ${asked}; there are ${READERS.map(({ name }) => name).join(', ')}`,
  );
};
