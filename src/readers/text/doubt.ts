import { textOf } from './block.js';
import type { Draft } from './draft.js';

const ADDRESS = /^(?:https?:\/\/|\/)\S+$/;
const HANDLE = /^[\w.-]+$/;
/** A tag with attributes, tags in a row or around a text: the source of a page. */
const MARKUP = /^<\/?[a-z][a-z0-9-]*(?:\s[^<>=]{0,80}=|>\s?<\/?[a-z]|>[^<>]{0,200}<\/[a-z])/i;

export const hasTail = ({ authorCount, organization, date }: Draft): boolean =>
  authorCount !== null || organization !== null || date !== null;

/** Where other entries have prose and authors, a short line with a date is none: `12:30 PM · May 5, 2026`. */
export const isOnlyDated = (draft: Draft): boolean =>
  !draft.heading &&
  draft.date !== null &&
  draft.prose.length === 0 &&
  draft.id === null &&
  draft.submittedBy === null &&
  draft.authorCount === null &&
  draft.organization === null;

/** What other entries of the page have. */
interface Shown {
  submitters: boolean;
  /** A number before each title. */
  countFirst: boolean;
}

/**
 * An address is no title, nor is a tag; on pages with submitters neither is a handle that nothing but numbers belongs to. Nor is a name that
 * strayed between a submitter and the number below it, on pages that print a number before each title.
 */
export const isNoTitle = (draft: Draft, { submitters, countFirst }: Shown): boolean => {
  if (draft.title === null || draft.heading) return false;
  const text = textOf(draft.title);
  if (ADDRESS.test(text) || MARKUP.test(text)) return true;
  if (draft.id !== null || draft.prose.length > 0 || hasTail(draft)) return false;
  const strayed = countFirst && draft.submittedBy !== null && draft.upvotes === null;
  return strayed || (submitters && HANDLE.test(text));
};

/** Title and text, and then nothing of what every other entry ends with. */
export const isCutOff = (draft: Draft): boolean =>
  draft.title !== null && draft.prose.length > 0 && !hasTail(draft);
