import type { Report } from '../diagnostic.js';
import type { FieldName, LocatedPaper, PaperRecord } from '../paper.js';

/** How to write; only what a format needs to know. */
export interface WriteOptions {
  /** The fields to write, in this order. Absent: the writer's own default set. */
  fields?: readonly FieldName[];
  /** CSV and TSV: write cells that start like a formula with a leading `'`. Default true. */
  escapeFormulas?: boolean;
  /** CSV: a byte-order mark and CRLF line ends. Default false. */
  excel?: boolean;
  /** `table`: columns of the terminal; absent means nothing is cut. */
  width?: number;
  /** `table`: paints a piece of text; absent means plain. */
  paint?: (role: PaintRole, text: string) => string;
  /** `table`: makes a title a link to an address of printable ASCII; absent means no links. */
  link?: (text: string, address: string) => string;
  /** `atom`, `rss`, `json-feed`: the address where the feed is published; `html` links to it. */
  feedUrl?: string;
  /** `atom`, `rss`, `json-feed`, `html`: title of the feed or the page. Default `Daily Papers`. */
  feedTitle?: string;
  onDiagnostic?: Report;
}

export type PaintRole = 'heading' | 'number' | 'date' | 'who' | 'title';

/** One output format: one entry in the list of writers, one fixture folder, one README row. */
export interface Writer {
  /** Name for `--format`. */
  name: string;
  /** Other names for `--format`. */
  aliases: readonly string[];
  /** File name extensions of `--output` that choose it, with the dot. */
  extensions: readonly string[];
  /** Loads what writes it: a run writes one format. */
  load(): Promise<WriterModule>;
}

/** What the file of a format exports. */
export interface WriterModule {
  /** The fields it writes when none are asked for. */
  defaultFields: readonly FieldName[];
  /**
   * Turns papers into text, in pieces of any size that joined give the whole output. Streams: holds no more than
   * it needs. Papers come in lists of any length, and hold the provenance fields only if these were asked for.
   */
  write(papers: AsyncIterable<readonly PaperRecord[]>, options: WriteOptions): AsyncIterable<string>;
}

/** The fields that were asked for; what the paper does not have is `null`. */
export type Picked = { [F in FieldName]?: LocatedPaper[F] | null };

/** The record with these fields only, in this order. */
export const pick = (paper: PaperRecord, fields: readonly FieldName[]): Picked => {
  const picked: Partial<Record<FieldName, unknown>> = {};
  for (const field of fields) picked[field] = paper[field] ?? null;
  return picked as Picked;
};

/** About the size of one written piece, in characters. */
const PIECE = 65_536;

/** What a record takes beside its abstract, roughly: names, addresses, numbers. */
const REST_OF_RECORD = 600;

const roughLength = (paper: PaperRecord): number => (paper.abstract?.length ?? 0) + REST_OF_RECORD;

/** The papers in lists that make about 64 KiB of text each. */
export const pieces = (papers: AsyncIterable<readonly PaperRecord[]>): AsyncIterable<PaperRecord[]> =>
  batches(papers, PIECE, roughLength);

/** Lists of items whose sizes just add up to the limit, whatever lists they come in. */
export async function* batches<T>(
  lists: AsyncIterable<readonly T[]>,
  limit: number,
  sizeOf: (item: T) => number,
): AsyncGenerator<T[], void, undefined> {
  let batch: T[] = [];
  let size = 0;
  for await (const list of lists) {
    for (const item of list) {
      batch.push(item);
      size += sizeOf(item);
      if (size < limit) continue;
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
