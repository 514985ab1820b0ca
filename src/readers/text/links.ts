import type { References } from './references.js';
import { readTarget, type Target } from './target.js';

/** A stretch of a line: plain text, or the text of a link. */
export interface Segment {
  text: string;
  target: Target | null;
  isLink: boolean;
}

/** One line with its links taken out. */
export interface Segments {
  list: Segment[];
  /** Index in `list` of the segment that ends a link which an earlier line opened; -1 where there is none. */
  closes: number;
  /** The line opens a link that a later line closes: `around` its words, or `behind` them. */
  opens: 'around' | 'behind' | null;
}

/** What is known about the links of a page, and which of its lines is being read. */
export interface LinkContext {
  references: References;
  index: number;
  /** The line in which a link began that is still open. */
  open: number | null;
  /** The page uses numbered references. */
  marks: boolean;
}

const BRACKETS =
  /!?\[|\]\( ?<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)?)>?(?: (?:"[^"]*"|'[^']*'))? ?\)|\]\[ ?([^[\]]{0,200}?) ?\]|\]\((?:https?:\/\/|\/|file:)[^\s()<>]*$|\]\((?:h(?:t(?:t(?:p(?:s?:?\/?)?)?)?)?)?$|\]/g;
const NUMBER = /^\d{1,5}$/;
/** What comes before a list whose items follow on the next lines. */
const NO_WORDS = /^[-*+•·]?$/;

interface Opener {
  at: number;
  inside: number;
  image: boolean;
}

/**
 * Takes the links out of a line: `[label](target)`, `[label][12]`, `[label]`, images, and the halves of links that go
 * over several lines. A bracket counts as a link only at the line's start or before a target that the feed uses; of
 * other links the label stays. All other brackets stay text.
 */
export const segmentLine = (line: string, context: LinkContext): Segments =>
  line.includes('[') || line.includes(']') ? segmentBracketed(line, context) : onlyText(line.trim());

const onlyText = (text: string): Segments => ({
  list: text === '' ? [] : [{ text, target: null, isLink: false }],
  closes: -1,
  opens: null,
});

/** Whether a bracket ends a link, and where that leads; `null` if nothing says. */
interface Close {
  isLink: boolean;
  target: Target | null;
}

const closeOf = (
  found: RegExpExecArray,
  label: string | null,
  atStart: boolean,
  { references, index, open, marks }: LinkContext,
): Close => {
  const [whole, url, reference] = found;
  if (url !== undefined) return { isLink: true, target: readTarget(url) };
  if (reference === '' && label === null) {
    const target = open === null ? null : references.next(references.labelOf(open, index), index);
    return { isLink: target !== null, target };
  }
  const named = reference || label || '';
  if (reference !== undefined) {
    const isLink = NUMBER.test(named) ? marks || atStart || references.has(named) : references.has(named);
    return { isLink, target: isLink ? references.next(named, index) : null };
  }
  if (whole !== ']') return { isLink: true, target: null };
  const isShort = (references.areNamed || !NUMBER.test(named)) && references.has(named);
  return { isLink: isShort, target: isShort ? references.next(named, index) : null };
};

const segmentBracketed = (line: string, context: LinkContext): Segments => {
  const result: Segments = { list: [], closes: -1, opens: null };
  const open: Opener[] = [];
  const cut: { from: number; to: number }[] = [];
  let done = 0;
  let sawEnd = false;

  const text = (from: number, to: number): string => {
    let out = '';
    let at = from;
    for (const piece of cut.sort((a, b) => a.from - b.from)) {
      if (piece.from < at || piece.to > to) continue;
      out += line.slice(at, piece.from);
      at = piece.to;
    }
    return (out + line.slice(at, to)).replace(/ {2,}/g, ' ').trim();
  };
  const push = (from: number, to: number, target: Target | null, isLink: boolean): void => {
    const said = text(from, to);
    if (said !== '' || isLink) result.list.push({ text: said, target, isLink });
  };

  for (const found of line.matchAll(BRACKETS)) {
    const [whole] = found;
    if (whole.endsWith('[')) {
      open.push({ at: found.index, inside: found.index + whole.length, image: whole.length === 2 });
      continue;
    }
    const opener = open.pop();
    const end = found.index + whole.length;
    const atStart = opener === undefined ? done === 0 : line.slice(done, opener.at).trim() === '';
    // A link that began on a line above ends at most once.
    const label = opener ? line.slice(opener.inside, found.index) : sawEnd ? '' : null;
    sawEnd ||= opener === undefined;
    const { isLink, target } = closeOf(found, label, atStart, context);
    if (opener?.image) {
      if (target?.kind === 'thumbnail') result.list.push({ text: '', target, isLink: true });
      cut.push({ from: opener.at, to: end });
      continue;
    }
    if (!isLink) continue;
    const known = target === null || target.kind !== 'other' || (atStart && open.length === 0);
    if (!known) {
      // The label of a link inside a sentence stays.
      if (opener) cut.push({ from: opener.at, to: opener.inside }, { from: found.index, to: end });
      continue;
    }
    if (opener === undefined) {
      if (done !== 0) continue;
      push(done, found.index, target, true);
      result.closes = result.list.length - 1;
    } else {
      push(done, opener.at, null, false);
      push(opener.inside, found.index, target, true);
      open.length = 0;
    }
    done = end;
    cut.length = 0;
  }
  const [first] = open;
  if (first && !first.image) {
    if (line.slice(done, first.at).trim() === '') {
      result.opens = 'around';
      done = first.inside;
    } else if (NO_WORDS.test(text(first.inside, line.length))) {
      push(done, first.at, null, false);
      result.opens = 'behind';
      done = line.length;
    }
  }
  push(done, line.length, null, false);
  return result;
};
