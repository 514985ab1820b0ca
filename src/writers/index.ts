import type { PaperRecord } from '../paper.js';
import type { WriteOptions, Writer } from './writer.js';

/** In the order in which help lists them; what writes a format is loaded when it is used. */
const FORMATS = [
  {
    name: 'json',
    aliases: [],
    extensions: ['.json'],
    load: async () => (await import('./json.js')).json,
  },
  {
    name: 'jsonl',
    aliases: ['ndjson'],
    extensions: ['.jsonl', '.ndjson'],
    load: async () => (await import('./json.js')).jsonl,
  },
  {
    name: 'csv',
    aliases: [],
    extensions: ['.csv'],
    load: async () => (await import('./csv.js')).csv,
  },
  {
    name: 'tsv',
    aliases: [],
    extensions: ['.tsv'],
    load: async () => (await import('./csv.js')).tsv,
  },
  {
    name: 'markdown',
    aliases: ['md'],
    extensions: ['.md'],
    load: async () => (await import('./markdown.js')).markdown,
  },
  {
    name: 'markdown-table',
    aliases: [],
    extensions: [],
    load: async () => (await import('./markdown.js')).markdownTable,
  },
  {
    name: 'table',
    aliases: [],
    extensions: [],
    load: async () => (await import('./table.js')).table,
  },
  {
    name: 'bibtex',
    aliases: ['bib'],
    extensions: ['.bib'],
    load: async () => (await import('./bibtex.js')).bibtex,
  },
  {
    name: 'csl-json',
    aliases: [],
    extensions: [],
    load: async () => (await import('./csl-json.js')).cslJson,
  },
  {
    name: 'atom',
    aliases: [],
    extensions: ['.atom'],
    load: async () => (await import('./atom.js')).atom,
  },
  {
    name: 'rss',
    aliases: [],
    extensions: ['.rss'],
    load: async () => (await import('./rss.js')).rss,
  },
  {
    name: 'json-feed',
    aliases: [],
    extensions: [],
    load: async () => (await import('./json-feed.js')).jsonFeed,
  },
  {
    name: 'html',
    aliases: [],
    extensions: ['.html', '.htm'],
    load: async () => (await import('./html.js')).html,
  },
] as const satisfies readonly Writer[];
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
  return loadedAndWritten(writer, papers, options);
};

async function* loadedAndWritten(
  { load }: Writer,
  papers: AsyncIterable<PaperRecord> | Iterable<PaperRecord>,
  options: WriteOptions,
): AsyncGenerator<string, void, undefined> {
  const writer = await load();
  yield* writer.write(inLists(papers), options);
}

/** Each item in a list of its own. */
export async function* inLists<T>(
  items: AsyncIterable<T> | Iterable<T>,
): AsyncGenerator<readonly T[], void, undefined> {
  for await (const item of items) yield [item];
}
