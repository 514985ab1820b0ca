import { cutEnd } from '../../fields/text.js';
import type { LabelLine } from './blocks.js';
import { formOf } from './facts.js';
import { headedPapers, type Stretch } from './headed.js';
import { endsInVotes } from './rows.js';
import { readTarget } from './target.js';
import { type Line, LONGEST_TITLE, SHORTEST_ABSTRACT } from './token.js';
import { isLinkLabel } from './words.js';
import type { Unwrapped } from './wrapping.js';

// Lines whose notation shows that they belong to one paper: a block of labels, a title with a row
// of facts below.

/** Most lines between two labels of one paper: an abstract that is wrapped to a narrow width. */
const MOST_BETWEEN = 40;
/** A single one may be a coincidence. */
const FEWEST = 2;

/**
 * The lines of each record that is sure.
 *
 * @param isShown the lines are a code block of a document about something: a list of titles there
 * is not a digest
 */
export const recordsOf = (
  lines: readonly Line[],
  outer: readonly Unwrapped[],
  labels: readonly (LabelLine | null)[],
  isShown: boolean,
): Stretch[] => {
  const ofPapers = labels.map((label, at) => (lines[at]?.frontMatter ? null : label));
  const blocks = blocksOf(outer, ofPapers);
  if (blocks.length > 0) return blocks;
  const headed = isShown ? [] : headedPapers(lines, outer, ofPapers);
  if (headed.length > 0) return headed;
  const paragraphs = paragraphsOf(lines, outer, labels);
  return paragraphs.length > 0 ? paragraphs : itemsOf(lines, outer, labels);
};

/** Blocks of labels with a title among them. Each begins with the label that the first began with, or with a second title. */
const blocksOf = (outer: readonly Unwrapped[], labels: readonly (LabelLine | null)[]): Stretch[] => {
  const blocks: Stretch[] = [];
  let head = '';
  let open: (Stretch & { titles: number; labels: number }) | null = null;
  const close = (): void => {
    if (open && open.titles > 0 && open.labels >= FEWEST) blocks.push({ from: open.from, to: open.to });
    open = null;
  };
  for (const [at, label] of labels.entries()) {
    if (label === null || label.label === '') {
      if ((outer[at] as Unwrapped).heading > 0) close();
      continue;
    }
    const isTitle = label.name === 'title';
    if (open !== null && at - open.to > MOST_BETWEEN) close();
    // Labels above a list are about all of it.
    const isAboveList = outer[at]?.bullet !== '' && open?.titles === 0 && outer[open.from]?.bullet === '';
    if (open !== null && (label.label === head || isAboveList || (isTitle && open.titles > 0))) close();
    if (open === null) {
      if (blocks.length === 0) head = label.label;
      open = { from: at, to: at, titles: 0, labels: 0 };
    }
    open.to = at;
    open.labels++;
    if (isTitle) open.titles++;
  }
  close();
  return blocks;
};

const BETWEEN = / [|·•] /;
const LINKED = /^\[([^[\]]{1,32})\]\([^\s()]+\)$/;
const ADDRESS = /^(?:🔗 ?)?(https?:\/\/\S+)$/u;
const SAYS: ReadonlySet<string> = new Set(['authors', 'date', 'upvotes', 'comments', 'github', 'submitter']);
const LEADS: ReadonlySet<string> = new Set(['paper', 'arxiv', 'github']);

/** A fact that says what it is: a number alone does not, nor a word whose number follows. */
const saysAll = (text: string): boolean => {
  const fact = formOf(text);
  return fact !== null && SAYS.has(fact.kind) && !('count' in fact && fact.count === null);
};

const isOfFacts = (text: string): boolean =>
  text.length <= 2 * LONGEST_TITLE &&
  text.split(BETWEEN).every((part) => {
    const url = ADDRESS.exec(part)?.[1];
    if (url !== undefined) return LEADS.has(readTarget(url).kind);
    return saysAll(part) || isLinkLabel(LINKED.exec(part)?.[1] ?? '');
  });

/** Above titles, on cards: their paragraphs are parts of them. */
const ABOVE_TITLES = 'Submitted by';

/** Paragraphs of a title and the facts of its paper, an abstract above or below these. */
const paragraphsOf = (
  lines: readonly Line[],
  outer: readonly Unwrapped[],
  labels: readonly (LabelLine | null)[],
): Stretch[] => {
  if (lines.some(({ text }) => text.startsWith(ABOVE_TITLES))) return [];
  const isFact = (at: number): boolean => labels[at] !== null || isOfFacts((outer[at] as Unwrapped).text);
  const isPaper = (from: number, to: number): boolean => {
    const title = (outer[from] as Unwrapped).text;
    if (to - from < FEWEST || title.length > LONGEST_TITLE || !/\p{L}/u.test(title) || isFact(from))
      return false;
    let first = from + 1;
    while (first <= to && !isFact(first)) first++;
    let end = first;
    while (end <= to && isFact(end)) end++;
    if (end - first < FEWEST) return false;
    const behind = outer.slice(end, to + 1).map(({ text }) => text);
    const isProse = behind.every((text, i) => formOf(text) === null && !isFact(end + i));
    return behind.length === 0 || (isProse && behind.join(' ').length >= SHORTEST_ABSTRACT);
  };
  const paragraphs: Stretch[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to + 1 < lines.length && lines[to + 1]?.gap === 0) to++;
    if (isPaper(from, to)) paragraphs.push({ from, to });
    from = to + 1;
  }
  return paragraphs.length < FEWEST ? [] : paragraphs;
};

const PAPER_LINK = /(?:\]\(<?|^|[\s(])((?:https?:|\/)[^\s()<>]*)/g;
/** A title may have words in brackets, or be the name of a note. */
const BRACKETED = /\[\[[^[\]]*\]\]|\[[^[\]]*\]/g;
const LINK_START = /\[[^[\]]*\]\(|(?<![^\s(])https?:\/\//;
/** `Fay thinks the figures in [the crane paper](…) are wrong`, `We read https://… and wondered`: a sentence goes through the link. */
const ENDS_OPEN = /(?:^| )(?:an?|and|as|at|by|for|from|in|of|on|or|than|that|the|to|with)$/i;
const GOES_ON = /^(?:\[[^[\]]*\]\([^()\s]*\)|https?:\/\/[^\s()]*)\)? (?:and|but|so|because|since|which|who) /;
/** The paper that the words before a link or an address are about: `**Title** ([link](…)) - Abstract`, `Title: https://…`. */
const idBehind = (text: string): string | null => {
  if (!text.includes('](') && !text.includes('://')) return null;
  const at = Math.max(0, text.search(LINK_START));
  const words = cutEnd(text.slice(0, at), ' (*_–—:-');
  if (/[<\]]/.test(words.replace(BRACKETED, '')) || !/\p{L}/u.test(words) || formOf(words) !== null)
    return null;
  if (ENDS_OPEN.test(words) || GOES_ON.test(text.slice(at))) return null;
  const ids = [...text.matchAll(PAPER_LINK)].map(([, url = '']) => readTarget(url).id);
  return ids.find((id) => id !== null) ?? null;
};

/** List items that are papers: each ends in its votes, or links to a different paper. */
const itemsOf = (
  lines: readonly Line[],
  outer: readonly Unwrapped[],
  labels: readonly (LabelLine | null)[],
): Stretch[] => {
  const items: Stretch[] = [];
  const ids = new Set<string>();
  for (let from = 0; from < lines.length; from++) {
    const { bullet, heading, text } = outer[from] as Unwrapped;
    if (bullet === '' || heading > 0 || labels[from]) continue;
    const { indent } = lines[from] as Line;
    let to = from;
    for (let next = lines[to + 1]; next?.gap === 0 && next.indent > indent; next = lines[to + 1]) {
      if ((outer[to + 1] as Unwrapped).bullet !== '') break;
      to++;
    }
    const below = outer.slice(from + 1, to + 1).find((line) => ADDRESS.test(line.text));
    const id = idBehind(below && !text.includes('://') ? `${text} ${below.text}` : text);
    if (id !== null && !ids.has(id)) items.push({ from, to, titled: true });
    else if (endsInVotes((outer[to] as Unwrapped).text)) items.push({ from, to });
    if (id !== null) ids.add(id);
    from = to;
  }
  return items.length < FEWEST ? [] : items;
};
