import { inLists } from '../lists.js';
import { atom } from './atom.js';
import { bibtex } from './bibtex.js';
import { cslJson } from './csl-json.js';
import { csv } from './csv.js';
import { json } from './json.js';
import { jsonFeed } from './json-feed.js';
import { jsonl } from './jsonl.js';
import { markdown } from './markdown.js';
import { markdownTable } from './markdown-table.js';
import { rss } from './rss.js';
import { table } from './table.js';
import { tsv } from './tsv.js';
import type { Writable, WriteOptions, Writer } from './writer.js';

/** Every output format, in the order in which help lists them. */
export const WRITERS: readonly Writer[] = [
  json,
  jsonl,
  csv,
  tsv,
  markdown,
  markdownTable,
  table,
  bibtex,
  cslJson,
  atom,
  rss,
  jsonFeed,
];

/** The writer of that name or alias. */
export const findWriter = (name: string): Writer | undefined =>
  WRITERS.find((writer) => writer.name === name || writer.aliases.includes(name));

/** The writer that the file name's extension chooses. */
export const writerForFile = (path: string): Writer | undefined => {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
  return WRITERS.find((writer) => extension !== undefined && writer.extensions.includes(extension));
};

/**
 * Writes papers in a format, in pieces that joined give the whole text.
 *
 * @param format name or alias of one of {@link WRITERS}
 * @throws RangeError where no writer has that name
 */
export const write = (
  papers: AsyncIterable<Writable> | Iterable<Writable>,
  format: string,
  options: WriteOptions = {},
): AsyncIterable<string> => {
  const writer = findWriter(format);
  if (writer === undefined) {
    throw new RangeError(
      `unknown format "${format}"; there are: ${WRITERS.map(({ name }) => name).join(', ')}`,
    );
  }
  return writer.write(inLists(papers), options);
};
