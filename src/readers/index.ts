import { headerInWords } from './csv/rows.js';
import { detectFeed } from './feed/detect.js';
import { detectHtml } from './html/detect.js';
import { isLogOfRecords } from './json/log.js';
import { findJson } from './json/start.js';
import type { Reader } from './reader.js';

/** Every reader, in the order in which they are asked; text accepts anything and comes last. */
export const READERS: readonly Reader[] = [
  { name: 'feed', detect: detectFeed, load: async () => (await import('./feed/index.js')).readFeed },
  {
    name: 'json',
    detect: (head) => findJson(head)?.why ?? (isLogOfRecords(head) ? 'lines of a log that end in {"' : null),
    load: async () => (await import('./json/index.js')).readJson,
  },
  { name: 'html', detect: detectHtml, load: async () => (await import('./html/index.js')).readHtml },
  { name: 'csv', detect: headerInWords, load: async () => (await import('./csv/index.js')).readTable },
  {
    name: 'text',
    detect: () => 'not JSON, HTML, CSV or a feed',
    load: async () => (await import('./text/index.js')).readText,
  },
];

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
  if (page) return { reader: page, why: 'a page inside a message' };
  for (const reader of READERS) {
    const why = asked === undefined ? reader.detect(head) : reader.name === asked ? 'asked for' : null;
    if (why !== null) return { reader, why };
  }
  throw new RangeError(
    `no reader is called ${asked}; there are ${READERS.map(({ name }) => name).join(', ')}`,
  );
};
