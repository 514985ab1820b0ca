import type { PaperRecord } from '../paper.js';
import { atom } from './atom.js';
import { bibtex } from './bibtex.js';
import { cslJson } from './csl-json.js';
import { csv, tsv } from './csv.js';
import { html } from './html.js';
import { json, jsonl } from './json.js';
import { jsonFeed } from './json-feed.js';
import { markdown, markdownTable } from './markdown.js';
import { rss } from './rss.js';
import { table } from './table.js';
import type { WriteOptions, Writer } from './writer.js';

/** In the order in which help lists them. */
const FORMATS = [
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
  html,
] as const;
type Format = (typeof FORMATS)[number];

/** What `write` takes: the name of a format or an alias of it. */
export type FormatName = Format['name'] | Format['aliases'][number];

/** A writer of the list, with the name of its format. */
type ListedWriter = Writer & { readonly name: Format['name'] };

/** Every output format. */
export const WRITERS: readonly ListedWriter[] = FORMATS;

/** The writer of that name or alias. */
export const findWriter = (name: string): ListedWriter | undefined =>
  WRITERS.find((writer) => writer.name === name || writer.aliases.includes(name));

/** The writer that the file name's extension chooses. */
export const writerForFile = (path: string): ListedWriter | undefined => {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
  return WRITERS.find((writer) => extension !== undefined && writer.extensions.includes(extension));
};

/**
 * Writes papers in a format, in pieces that joined give the whole text.
 *
 * @throws RangeError where no format has that name
 */
export const write = (
  papers: AsyncIterable<PaperRecord> | Iterable<PaperRecord>,
  format: FormatName,
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

/** Each item in a list of its own. */
export async function* inLists<T>(
  items: AsyncIterable<T> | Iterable<T>,
): AsyncGenerator<readonly T[], void, undefined> {
  for await (const item of items) yield [item];
}
