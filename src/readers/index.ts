import { csvReader } from './csv/index.js';
import { feedReader } from './feed/index.js';
import { htmlReader } from './html/index.js';
import { jsonReader } from './json/index.js';
import type { Reader } from './reader.js';
import { textReader } from './text/index.js';

/** Every reader, in the order in which they are asked; text accepts anything and comes last. */
export const READERS: readonly Reader[] = [feedReader, jsonReader, htmlReader, csvReader, textReader];
