import { batches } from './batches.js';
import type { Writable } from './writer.js';

/** About the size of one written piece, in characters. */
const PIECE = 65_536;

/** What a record takes beside its abstract, roughly: names, addresses, numbers. */
const REST_OF_RECORD = 600;

const roughLength = (paper: Writable): number => (paper.abstract?.length ?? 0) + REST_OF_RECORD;

/** The papers in lists that make about 64 KiB of text each. */
export const pieces = (papers: AsyncIterable<readonly Writable[]>): AsyncIterable<Writable[]> =>
  batches(papers, PIECE, roughLength);
