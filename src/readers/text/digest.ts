import type { Assembly } from './assembly.js';
import { looksLikeTitle } from './block.js';
import type { Token } from './classify.js';
import { type Draft, TAIL } from './draft.js';
import { isPageWords } from './words.js';

// A digest gives each paper a heading, a row of facts right below it, and then its text. So does our own Markdown.

/** Level of its headings; titles on the feed's own pages are of the third. */
export const DIGEST_LEVEL = 2;

/** A heading that is none of the feed's own words may be a title. */
export const canBeTitle = ({ kind, heading, text }: Token): boolean =>
  kind === 'header' && heading === DIGEST_LEVEL && !isPageWords(text);

/** Facts in a row. */
export const isFactsRow = (token: Token | null): boolean =>
  token?.kind === 'authors' || (token?.shared === true && (token.kind === 'date' || token.kind === 'text'));

export const isOfDigest = (draft: Draft | null | undefined): boolean =>
  draft?.title?.[0]?.heading === DIGEST_LEVEL;

/** The text below the facts of the open entry. */
export const isAbstract = ({ draft, run, counts }: Assembly, token: Token): boolean =>
  draft !== null &&
  isOfDigest(draft) &&
  draft.phase >= TAIL &&
  draft.prose.length === 0 &&
  run.length === 0 &&
  counts.length === 0 &&
  !looksLikeTitle([token]);
