import { type LabelLine, labelledLine } from './blocks.js';
import { formOf } from './facts.js';
import { rewritten } from './notations.js';
import { readTarget } from './target.js';
import { type Line, LONGEST_TITLE } from './token.js';
import { areBareWords, isLinkLabel } from './words.js';
import { isDrawing, type Unwrapped } from './wrapping.js';

// Papers as a digest lists them: each below its title, with text of any kind about it and its
// address in between.

/** A stretch of lines, its last one included. */
export interface Stretch {
  from: number;
  to: number;
  /** Its first line is the title, and the others are about the paper in any words. */
  headed?: true;
  /** It begins with its title, which facts may be beside. */
  titled?: true;
}

/** A single one may be a coincidence. */
const FEWEST = 2;
/** On cards of the hub, whose facts may be above their titles. */
const OF_CARDS = /^\W{0,8}Upvote(?:d \d|\W{0,8}\d{0,6}\W{0,4}$)|Submitted by|\/login\?next=|#community\)/;
const ADDRESS = /(?<=\]\()<?\/papers\/[^\s()<>]+|https?:\/\/[^\s()<>[\]"'`，。）]+/g;
const LINK = /\[([^[\]]*)\]\([^()]*\)/g;
const LINKED = /^(?:\W{0,4} )?[*_]{0,3}\[((?:[^[\]]|\[[^[\]]*\])*)\]\(<?([^\s()<>]+)>?\)/u;
/** The title goes on below. */
const OPEN_LINK = /^[*_]{0,3}\[[^[\]]*$/;
/** Most characters around the addresses of a line; prose has more. */
const MOST_WORDS = 60;

type Kinds = ReadonlySet<string>;
const OF_PAPERS: Kinds = new Set(['paper', 'arxiv']);
const OF_HUB: Kinds = new Set(['paper']);

const idOf = (url: string, kinds: Kinds = OF_PAPERS): string | null => {
  const { kind, id } = readTarget(url);
  return kinds.has(kind) ? id : null;
};

/** The id in a line whose addresses all lead to one paper. */
const idIn = (text: string, kinds: Kinds): string | null => {
  const ids = new Set(
    [...text.matchAll(ADDRESS)].map(([url]) => idOf(url, kinds)).filter((id) => id !== null),
  );
  const [id = null] = ids;
  return ids.size === 1 ? id : null;
};

/** The id of the paper that a line gives the address of; prose may cite any paper. */
const addressIn = (text: string): string | null => {
  if (!text.includes('http') && !text.includes('](')) return null;
  const around = text.replace(LINK, '').replace(ADDRESS, '');
  return around.length <= MOST_WORDS ? idIn(text, OF_PAPERS) : null;
};

/** A line that may be the title of what is below it. */
interface Head {
  at: number;
  /** Titles of one list are alike. */
  form: string;
  /** The paper that the title leads to; empty for another page, `null` where it has no link. */
  id: string | null;
  /** Its words are those of a label: a paper may be named `Abstract` too. */
  isLabel?: boolean;
}

const EMPHASIS = /^([*_])(?=[^*_\s])(?:(?!\1).)+\1$/;
export const STRONG = /^(?:\*\*|__)(?=\S)(?:(?!\*\*|__).)+(?:\*\*|__)$/;
/** A bold title that goes on below. */
export const OPEN_BOLD = /^\*\*[^*]+$/;
export const ENDS_BOLD = /^[^*]+\*\*$/;
const BOLD_ITEM = /^(?:\*\*|__)(?!\[[^\]]*\]\()[^*_]/;
const ID_ALONE = /^[^\p{L}\p{N}]*(?:arxiv[^\p{L}\p{N}]{0,2})?\d{4}\.\d{4,5}(?:v\d{1,2})?[^\p{L}\p{N}]*$/iu;
const COLON = /[:：][*_ ]*$/;

const headAt = (lines: readonly Line[], outer: readonly Unwrapped[], at: number): Head | null => {
  const { text: written, heading, bullet } = outer[at] as Unwrapped;
  // `[[…][Title]]` of Org mode
  const own = written.startsWith('[[') ? rewritten(written) : written;
  const { text: raw, indent } = lines[at] as Line;
  const below = outer[at + 1]?.text ?? '';
  const text = OPEN_LINK.test(own) ? `${own} ${below}` : own;
  const [link, words, url = ''] = text.includes('](') ? (LINKED.exec(text) ?? []) : [];
  const said = words ?? text;
  if (COLON.test(said)) return null;
  let id = link === undefined ? null : (idOf(url) ?? '');
  const isWords = /\p{L}/u.test(said) && !isLinkLabel(said) && !ID_ALONE.test(said) && formOf(said) === null;
  const isSetOff = heading > 0 || bullet !== '';
  const isLabel = !isWords && isSetOff && areBareWords(said);
  // A linked title may be a number.
  if (!isWords && !(isLabel && (id || heading > 0)) && !(id && /^\d+$/.test(said))) return null;
  const isItem = bullet !== '' && heading === 0;
  if (isItem && id === null && BOLD_ITEM.test(own)) id = idIn(own, OF_HUB);
  else if (said.length > 2 * LONGEST_TITLE) return null;
  if (heading > 0) return { at, form: `h${heading}`, id, isLabel };
  const isForm = isItem || STRONG.test(raw) || EMPHASIS.test(raw);
  if (isForm && labelledLine(own) !== null) return null;
  if (bullet === '' && link !== undefined && id !== '' && /^[*_]*$/.test(text.slice(link.length)))
    return { at, form: 'link', id };
  if (STRONG.test(raw) || (OPEN_BOLD.test(raw) && ENDS_BOLD.test(below))) return { at, form: 'bold', id };
  if (EMPHASIS.test(raw)) return { at, form: 'emphasis', id };
  if (isItem) return { at, form: (/^\d/.test(bullet) ? 'number' : 'item') + indent, id, isLabel };
  if (raw.startsWith('<summary>')) return { at, form: 'summary', id };
  return null;
};

/** A paper below its title. */
interface Paper extends Stretch {
  /** The title leads to it. */
  isLinked: boolean;
}

/** A title, and the last line that is said of it; `id`: as of its head, or of the address below it. */
interface Part extends Paper {
  id: string | null;
  /** A label below it names authors. */
  isNamed: boolean;
}

const isPaper = ({ id }: Part): boolean => id !== null && id !== '';

/**
 * The lines below each title, down to the next title, a heading of a higher level, or a rule after
 * the address.
 */
const partsOf = (
  outer: readonly Unwrapped[],
  labels: readonly (LabelLine | null)[],
  heads: readonly Head[],
): Part[] => {
  const level = Number(/^h(\d)/.exec(heads[0]?.form ?? '')?.[1] ?? LOWEST);
  return heads.map(({ at: from, id: own }, i) => {
    const part: Part = { from, to: from, headed: true, id: own, isNamed: false, isLinked: own !== null };
    const end = heads[i + 1]?.at ?? outer.length;
    for (let at = from + 1; at < end; at++) {
      const { text, heading } = outer[at] as Unwrapped;
      if ((heading > 0 && heading <= level) || (part.id !== null && isDrawing(text))) break;
      part.id ??= addressIn(text);
      part.isNamed ||= labels[at]?.name === 'names';
      part.to = at;
    }
    return part;
  });
};
/** Levels are 1 to 6. */
const LOWEST = 6;

/** The papers whose titles have one form: most of the titles between the first and the last lead to one each. */
const papersBelow = (
  lines: readonly Line[],
  outer: readonly Unwrapped[],
  labels: readonly (LabelLine | null)[],
  heads: readonly Head[],
): Paper[] => {
  const parts = partsOf(outer, labels, heads);
  const ofList = parts.slice(Math.max(parts.findIndex(isPaper), 0), parts.findLastIndex(isPaper) + 1);
  const found = ofList.filter(isPaper);
  const isList = found.length >= FEWEST && found.length * 2 >= ofList.length;
  if (!isList || new Set(found.map(({ id }) => id)).size < found.length) return [];
  if (isFactAbove(outer, found[0]?.from ?? 0)) return [];
  // One whose address is missing may have its authors.
  const papers = parts.filter((part) => isPaper(part) || (part.isNamed && part.id === null));
  return papers.map((one, i) => (i === papers.length - 1 ? shortened(one, papers.slice(0, -1), lines) : one));
};

/** Nothing shows where the last paper ends, so it gets no more paragraphs than any other. */
const shortened = <S extends Stretch>(last: S, others: readonly Stretch[], lines: readonly Line[]): S => {
  const gaps = ({ from, to }: Stretch): number[] =>
    lines.slice(from + 1, to + 1).flatMap(({ gap }, i) => (gap > 0 ? from + 1 + i : []));
  const most = Math.max(...others.map((one) => gaps(one).length));
  const end = gaps(last)[most];
  return end === undefined ? last : { ...last, to: end - 1 };
};

/** Whether the facts of papers come above their titles. */
const isFactAbove = (outer: readonly Unwrapped[], at: number): boolean => {
  const above = outer.slice(0, at).findLast(({ text }) => text !== '' && !isDrawing(text))?.text ?? '';
  const fact = formOf(above);
  return fact !== null && fact.kind !== 'date' && fact.kind !== 'page';
};

/** Titles differ: repeated words are labels. Words that look like labels count only where they are the minority. */
const ofOwnWords = (heads: readonly Head[], outer: readonly Unwrapped[]): Head[] => {
  const times = new Map<string, number>();
  const wordsOf = ({ at }: Head): string => (outer[at] as Unwrapped).text.replace(LINK, '$1');
  for (const head of heads) times.set(wordsOf(head), (times.get(wordsOf(head)) ?? 0) + 1);
  const own = heads.filter((head) => times.get(wordsOf(head)) === 1);
  const titles = own.filter(({ isLabel }) => !isLabel);
  return titles.length < FEWEST || titles.length * 2 <= own.length ? titles : own;
};

/** More papers, more titles that link to them, or titles that begin further up. */
const isBetter = (one: readonly Paper[], other: readonly Paper[]): boolean => {
  const linked = (papers: readonly Paper[]): number => papers.filter(({ isLinked }) => isLinked).length;
  const more = one.length - other.length || linked(one) - linked(other);
  return more > 0 || (more === 0 && (one[0]?.from ?? 0) < (other[0]?.from ?? 0));
};

/** The largest set of papers whose titles share one form. */
export const headedPapers = (
  lines: readonly Line[],
  outer: readonly Unwrapped[],
  labels: readonly (LabelLine | null)[],
): Stretch[] => {
  if (lines.filter(({ text }) => text.includes('/papers/') || text.includes('arxiv.org/')).length < FEWEST)
    return [];
  const isOfItem = (at: number): boolean =>
    outer[at]?.bullet !== '' && (lines[at]?.indent ?? 0) > 0 && labels[at] != null;
  if (lines.some(({ text }, at) => OF_CARDS.test(text) && !isOfItem(at))) return [];
  const forms = new Map<string, Head[]>();
  for (const at of outer.keys()) {
    const isLabelled = labels[at] && labels[at]?.name !== 'note';
    const head = isLabelled ? null : headAt(lines, outer, at);
    if (head === null) continue;
    const alike = forms.get(head.form);
    if (alike) alike.push(head);
    else forms.set(head.form, [head]);
  }
  let most: Paper[] = [];
  for (const heads of forms.values()) {
    const papers = papersBelow(lines, outer, labels, ofOwnWords(heads, outer));
    if (isBetter(papers, most)) most = papers;
  }
  return most;
};
