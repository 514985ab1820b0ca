import { readTarget, type Target } from './target.js';

/** A stretch of a line: plain text, or what stood inside a link. */
export interface Segment {
  text: string;
  target: Target | null;
  /** Number of a reference `[label][12]`. */
  mark: number | null;
}

/** One line with its links taken out. */
export interface Segments {
  list: Segment[];
  /** Index in `list` of the segment that ends a link which an earlier line opened; -1 where there is none. */
  closes: number;
  /** The line opens a link that a later line closes: `around` what it says, or `behind` it. */
  opens: 'around' | 'behind' | null;
}

const BRACKETS =
  /!?\[|\]\( ?<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)?)>?(?: "[^"]*")? ?\)|\]\[ ?(\d{1,5}) ?\]|\]/g;

interface Opener {
  at: number;
  inside: number;
  image: boolean;
}

/**
 * Takes the Markdown links out of a line: `[label](target)`, `[label][12]`, images, and the halves of links that go
 * over several lines. A bracket counts as a link only at the line's start or before a target that the feed uses;
 * `marks` says whether the page uses numbered references. All other brackets stay text.
 */
export const segmentLine = (line: string, marks: boolean): Segments =>
  line.includes('[') || line.includes(']') ? segmentBracketed(line, marks) : onlyText(line.trim());

const onlyText = (text: string): Segments => ({
  list: text === '' ? [] : [{ text, target: null, mark: null }],
  closes: -1,
  opens: null,
});

const segmentBracketed = (line: string, marks: boolean): Segments => {
  const result: Segments = { list: [], closes: -1, opens: null };
  const open: Opener[] = [];
  const cut: { from: number; to: number }[] = [];
  let done = 0;

  const text = (from: number, to: number): string => {
    let out = '';
    let at = from;
    for (const piece of cut) {
      if (piece.from < at || piece.to > to) continue;
      out += line.slice(at, piece.from);
      at = piece.to;
    }
    return (out + line.slice(at, to)).trim();
  };
  const push = (from: number, to: number, target: Target | null, mark: number | null): void => {
    const said = text(from, to);
    if (said !== '' || target !== null || mark !== null) result.list.push({ text: said, target, mark });
  };

  for (const found of line.matchAll(BRACKETS)) {
    const [whole, url, number] = found;
    if (whole.endsWith('[')) {
      open.push({ at: found.index, inside: found.index + whole.length, image: whole.length === 2 });
      continue;
    }
    const opener = open.pop();
    const end = found.index + whole.length;
    const target = url === undefined ? null : readTarget(url);
    if (opener?.image && whole !== ']') {
      if (target?.kind === 'thumbnail') result.list.push({ text: '', target, mark: null });
      cut.push({ from: opener.at, to: end });
      continue;
    }
    const atStart = opener === undefined ? done === 0 : line.slice(done, opener.at).trim() === '';
    const mark = number !== undefined && (marks || atStart) ? Number(number) : null;
    const known = (target !== null && target.kind !== 'other') || mark !== null;
    if (!known && !(target !== null && atStart && open.length === 0)) continue;
    if (opener === undefined) {
      if (done !== 0) continue;
      push(done, found.index, target, mark);
      if (result.list.length === 0) result.list.push({ text: '', target, mark });
      result.closes = result.list.length - 1;
    } else {
      push(done, opener.at, null, null);
      push(opener.inside, found.index, target, mark);
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
    } else if (text(first.inside, line.length) === '') {
      push(done, first.at, null, null);
      result.opens = 'behind';
      done = line.length;
    }
  }
  push(done, line.length, null, null);
  return result;
};
