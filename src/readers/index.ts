import { htmlReader } from './html/index.js';
import { jsonReader } from './json/index.js';
import type { Reader } from './reader.js';
import { textReader } from './passes/index.js';

/** Every reader, in the order in which they are asked; text accepts anything and comes last. */
export const READERS: readonly Reader[] = [jsonReader, htmlReader, textReader];
