import type { Reader } from '../reader.js';
import { detect } from './detect.js';

/** Reads saved pages of the feed: the JSON that they carry, and their cards. */
export const htmlReader: Reader = {
  name: 'html',
  detect,
  async *read(content, context) {
    const { readHtml } = await import('./read.js');
    yield* readHtml(content.text(), context);
  },
};
