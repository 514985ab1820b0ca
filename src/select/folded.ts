import { titleKey } from '../fields/title.js';

/** The same for texts that differ in case, spacing, punctuation or Unicode form only. */
export const folded = (text: string): string => titleKey(text.normalize('NFKC')) || text.trim();
