import { oneLine } from './text.js';

const SCHEME_END = '://';
const LONGEST_SCHEME = 5;
const ADDRESS = /https?:\/\/[^\s{}<>"]+/gi;
const NOTHING_BUT_SCHEME = /^https?:\/*$/i;
const TRAILING = new Set('.,;:]\'"');

/**
 * Removes what belongs to the sentence around an address: punctuation, and a bracket that it did
 * not open.
 */
const trimAddress = (address: string): string => {
  let surplus = 0;
  for (const character of address) surplus += character === ')' ? 1 : character === '(' ? -1 : 0;
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' && surplus > 0) surplus--;
    else if (!TRAILING.has(last)) break;
  }
  return address.slice(0, end);
};

/** The http(s) addresses in an abstract: in order, once each. */
export const linksIn = (abstract: string): string[] => {
  const links = new Set<string>();
  for (
    let at = abstract.indexOf(SCHEME_END);
    at !== -1;
    at = abstract.indexOf(SCHEME_END, ADDRESS.lastIndex)
  ) {
    ADDRESS.lastIndex = at - LONGEST_SCHEME;
    const found = ADDRESS.exec(abstract);
    if (found === null) break;
    const address = trimAddress(found[0]);
    if (!NOTHING_BUT_SCHEME.test(address)) links.add(address);
  }
  return [...links];
};

const WHOLE_ADDRESS = /^https?:\/\/\S+$/i;
/** A host has few parts; without a limit an endless one overflows the stack of the engine. */
const WITHOUT_SCHEME = /^(?:[\w-]+\.){1,8}[\w-]+(?:[/?#:]\S*)?$/;

/** A web address as the record wants it: `github.com/a/b` gets its scheme, nothing invisible stays. `null` if it is not one. */
export const webAddress = (text: string): string | null => {
  const clean = oneLine(text);
  if (WHOLE_ADDRESS.test(clean)) return clean;
  return WITHOUT_SCHEME.test(clean) ? `https://${clean}` : null;
};

/** What the Internet Archive puts before each address of a page; the addresses of its own site are without its name. */
const ARCHIVED = /^(?:https?:\/\/web\.archive\.org)?\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=https?:\/\/)/;
/** A mirror of the hub, and its pages as Google translates them. */
const MIRROR = /^https?:\/\/(?:www\.)?(?:hf-mirror\.com|huggingface-co\.translate\.goog)(?=[/?#]|$)/;
/** What Google adds to the addresses of a translated page. */
const TRANSLATION = /[?&]_x_tr_\w{1,9}=[^&#]{0,20}/g;

/** Addresses of Google and Outlook that only lead on to another, which they name. */
const LEADS_ON =
  /^https:\/\/(?:translate\.google\.com\/website|www\.google\.com\/url|[\w.-]{1,40}\.safelinks\.protection\.outlook\.com\/)\?(?:[^#&]{0,99}&){0,9}(?:u|url|q)=(https?[^#&]{1,2000})/i;

const HUB = 'https://huggingface.co';

const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Where an address in a copy of a page led to: on the hub, not on its mirror, in an archive or in a translation. */
export const originalAddress = (address: string): string => {
  // Most are the hub's own.
  if (address.startsWith(HUB)) return address;
  const target = LEADS_ON.exec(address)?.[1];
  const own = target === undefined ? address.replace(ARCHIVED, '') : percentDecoded(target);
  if (!MIRROR.test(own)) return own;
  const path = own.replace(MIRROR, '').replace(TRANSLATION, '');
  return `${HUB}${path.includes('?') ? path : path.replace('&', '?')}`;
};

/** The repository's own page, or its files. */
const GITHUB = /^https?:\/\/(?:www\.)?github\.com\/[\w.-]+\/[\w.-]+(?=\/?(?:[?#]|$)|\/(?:tree|blob)\/)/i;

/** The GitHub repository that an address is of: `https://github.com/cranelab/cranes`. */
export const githubRepo = (address: string): string | null => GITHUB.exec(address)?.[0] ?? null;

/** The query in the address of a search, as far as it can be decoded. */
export const queryIn = (address: string): string | null => {
  const query = /[?&]q=([^&#\s]+)/.exec(address)?.[1];
  return query === undefined ? null : oneLine(percentDecoded(query.replaceAll('+', ' '))) || null;
};
