import { formOf } from './facts.js';
import { type Section, say } from './pieces.js';
import { leadsToPaper, readTarget, type Target } from './target.js';
import type { FactKind, Line, Piece } from './token.js';
import { isPageWords } from './words.js';

// Links that span lines: everything since the link began, or right above a bare address, leads to
// its target.

const ENDS_SENTENCE = /[.,;:]$/;
/**
 * Only the address of a number's link says what it counts; where that was cut off, the number means
 * nothing.
 */
export const forget = (linked: readonly Piece[]): void => {
  for (const piece of linked) if (formOf(piece.text)?.kind === 'count') piece.fact = { kind: 'link' };
};

/**
 * Links every piece since the link began, and gives the index of the first; where the beginning is lost, links the words right
 * above.
 */
export const closeLink = (section: Section, target: Target | null, line: Line): number => {
  const { pieces, open, numbering } = section;
  const link = ++numbering.links;
  const from = open?.piece ?? lostBeginning(pieces, line);
  if (from === pieces.length) say(section, line, '', { target, link, fact: { kind: 'link' } });
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    piece.target ??= target;
    piece.link ||= link;
  }
  section.open = null;
  return from;
};

/**
 * The index of the first piece of the last line with content, unless something there is linked
 * already.
 */
const lostBeginning = (pieces: readonly Piece[], line: Line): number => {
  let at = pieces.length - 1;
  while (at > 0 && pieces[at - 1]?.line === line && pieces[at - 1]?.link === 0) at--;
  if (pieces[at]?.text !== '') return at;
  while (at > 0 && pieces[at - 1]?.text === '' && pieces[at - 1]?.link === 0) at--;
  const above = pieces[at - 1];
  while (at > 0 && pieces[at - 1]?.line === above?.line && pieces[at - 1]?.link === 0) at--;
  return pieces.slice(at).some(({ text }) => isUnlinked(text)) ? pieces.length : at;
};

/** An address on a line of its own belongs to the line above, if a blank line parts them. */
export const readAddress = (section: Section, line: Line, url: string): void => {
  const { pieces, numbering } = section;
  const target = readTarget(url);
  const isProse = ENDS_SENTENCE.test(url) || (section.open !== null && line.gap === 0);
  if (target.kind === 'other' || isProse) return say(section, line, url, { fact: { kind: 'text' } });
  // No open link goes around such an address.
  if (line.gap > 0 && leadsToPaper(target)) section.open = null;
  const link = ++numbering.links;
  for (const piece of section.open === null && line.gap > 0 ? lineAbove(pieces) : [])
    Object.assign(piece, { target, link });
  const isDouble = line.gap > 0 || url.startsWith('/') || pieces.at(-1)?.target?.url === url;
  const isDay = target.kind === 'pageDay';
  say(section, line, isDouble && !isDay ? '' : url, {
    target,
    link,
    fact: { kind: isDay ? 'page' : 'link' },
  });
};

/** What the line above says, unless it is linked already. */
export const lineAbove = (pieces: readonly Piece[]): Piece[] => {
  const line = pieces.at(-1)?.line;
  const found: Piece[] = [];
  for (let at = pieces.length - 1; at >= 0 && pieces[at]?.line === line; at--)
    if (pieces[at]?.text !== '') found.push(pieces[at] as Piece);
  return found.every(({ target, text }) => target === null && !isPageWords(text) && !isUnlinked(text))
    ? found
    : [];
};

/** What leads nowhere on the hub: `· 5 authors`, `Jun 21`. */
const isUnlinked = (text: string): boolean => UNLINKED.has(formOf(text)?.kind ?? 'text');
const UNLINKED: ReadonlySet<FactKind> = new Set<FactKind>(['authors', 'date', 'dot']);
