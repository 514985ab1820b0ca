import { visible } from './visible.js';

/** Scraped text as a bibliography holds it: what can be seen, on one line, words with one space between. */
export const oneLine = (text: string): string => visible(text).replace(/ {2,}/g, ' ').trim();
