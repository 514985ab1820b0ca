import { readCount } from '../../fields/count.js';
import { readDateLine } from '../../fields/date.js';
import { hubHandle } from '../../fields/hub.js';
import { addressesAboveTitles } from './above-titles.js';
import { type LabelLine, labelledLine, labelledLines, namesFact } from './blocks.js';
import { type CollectedLines, inCollection } from './collection.js';
import { columnReader } from './columns.js';
import { readDigest } from './digest.js';
import { isCardWithSummary, isFolded, unfolded } from './fold.js';
import type { Stretch } from './headed.js';
import { readLabelled } from './labelled.js';
import { type Segment, segmentLine } from './links.js';
import { namesBelowTitles } from './names.js';
import { rewritten, withoutAnchors } from './notations.js';
import { closeLink, forget, lineAbove, readAddress } from './open-links.js';
import {
  contextOf,
  isWords,
  linkOf,
  type Numbering,
  plainWords,
  type Section,
  say,
  titleAmong,
} from './pieces.js';
import { recordsOf } from './records.js';
import { markStylesOf, marksBehind } from './references.js';
import { isSnapshot, readSnapshot } from './snapshot.js';
import { cellFact, cellLines, type Row, type Table, tableAt } from './tables.js';
import { readTarget } from './target.js';
import { type Line, type Piece, SHORTEST_ABSTRACT } from './token.js';
import { isFeedWord, setOf } from './words.js';
import {
  hasTex,
  isDrawing,
  isFence,
  type Unwrapped,
  unwrap,
  unwrapped,
  WORD_START,
  withoutMarks,
} from './wrapping.js';

/** A link has at most this many lines. */
const MOST_LINES = 400;
const BARE_ADDRESS = /^(?:https?:\/\/|\/)(?:(?!\]\()\S)+$/;
/** A number in a link of its own has at most this many lines. */
const MOST_CUT_LINES = 5;
/** The input ends inside of it. */
const CUT_ADDRESS = /\]\([^\s()<>]*$/;
/** Leftovers of the brackets around links. */
const BEFORE_LINK = / [([|–—-]$/;
const BEHIND_LINK = /^[)\]](?: [–—:-] |[.:] |$)/;
/** An item of a list without words, as pandoc and turndown write it; exactly three spaces are behind its mark. */
const EMPTY_ITEM = /^\s*- {3}$/;
const LONE_BRACKETS = /^[[\]()]+$/;
const MARKDOWN_HEADING = /^#{2,6} \S/;
const MARKDOWN_LINK = /\]\(<?([^\s()<>]+)/g;

/** Markdown, or reStructuredText, which escapes the same signs. */
const isMarkdown = (text: string): boolean =>
  text.includes('>`__') ||
  (text.startsWith('##') && MARKDOWN_HEADING.test(text)) ||
  (text.includes('](') &&
    [...text.matchAll(MARKDOWN_LINK)].some(([, url = '']) => readTarget(url).kind !== 'other'));

/** The pieces of the lines `from` to `to`, which share a notation. */
export const readSection = (
  all: readonly Line[],
  from: number,
  to: number,
  numbering: Numbering,
): Piece[] => {
  const lines = all.slice(from, to);
  const lineTexts = lines.map(({ text }) => text);
  const hasTags = lines.some(({ signs, text }) => signs && text.includes('<'));
  const texts = hasTags ? withoutAnchors(lineTexts) : lineTexts;
  const markdown =
    numbering.references.isMarkdown(from, to) ||
    lines.some(({ signs, text }, i) => (signs || text.startsWith('##')) && isMarkdown(texts[i] as string));
  const tex = markdown && lines.some(({ signs, text }) => signs && hasTex(text));
  const plain = lines.map((line, i) => isPlain(line, lines[i + 1]));
  const outer = unwrapped(lines, texts, plain, markdown);
  for (const { at, url, title: titleAt } of addressesAboveTitles(outer)) {
    const [address, title] = [outer[at] as Unwrapped, outer[titleAt] as Unwrapped];
    title.text = `[${title.text}](${url})`;
    address.text = '';
    plain[titleAt] = false;
  }
  const styleAt = markStylesOf(lines, numbering.references, from);
  const section: Section = {
    lines,
    from,
    markdown,
    tex,
    styleAt,
    columnsAt: columnReader(lines),
    outer,
    numbering,
    pieces: [],
    lastMark: 0,
    open: null,
  };
  const labels = labelledLines(outer.map(({ text }) => text));
  const records = new Uint32Array(lines.length);
  const isShown = numbering.isDocument && isFence(lineTexts[0] ?? '');
  const headed = new Set<number>();
  const titled = new Set<number>();
  const tree = isSnapshot(lines) ? readSnapshot(lines, numbering.first) : [];
  // The items of a tree are its nodes.
  const stretches = tree.length > 0 ? [] : recordsOf(lines, outer, labels, isShown);
  for (const { from, to, headed: isHeaded, titled: isTitled } of stretches) {
    records.fill(++numbering.records, from, to + 1);
    if (isHeaded) headed.add(numbering.records);
    if (isTitled) titled.add(from);
  }
  const foot = footOf(stretches, outer);
  const namesBelow = namesBelowTitles(lines, outer);
  let folded = -2;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const node = tree[at];
    const record = records[at] as number;
    const isTitled = headed.has(record) && records[at - 1] !== record;
    const own = labels[at] ?? (headed.has(record) ? labelledLine((outer[at] as Unwrapped).text) : null);
    const label = own === null || isTitled || isEndOfProse(own, lines, labels, at) ? null : own;
    const names = namesBelow[at] ?? null;
    const collected = inCollection(lines, at, (i) => tree[i]?.text ?? lines[i]?.text ?? '');
    const first = section.pieces.length;
    if (section.open !== null && at - section.open.index > MOST_LINES) section.open = null;
    if (line.frontMatter) say(section, line, line.text, { fact: { kind: 'note' } });
    else if (numbering.references.isListed(from + at)) say(section, line, '');
    else if (collected !== null) at = readCollected(section, at, collected);
    else if (node) say(section, line, node.text, { ...linkOf(section, node.target), heading: node.heading });
    else if (isFolded(line.text, isBehindHead(lines, at))) {
      readFolded(section, at);
      folded = at;
    } else if (folded === at - 1 && line.gap === 0 && line.part === 0 && isWords(line.text)) {
      // The rest of an abstract or a title on the folded line.
      say(section, line, line.text, { fact: { kind: 'nothing' } });
      folded = at;
    } else if (label) at = readLabelled(section, at, label, labels[at + 1] ?? null);
    else if (names !== null) say(section, line, names, { fact: namesFact(names) });
    else if (at > foot && outer[at]?.heading === 0 && isWords(line.text) && !line.text.includes('/papers/'))
      say(section, line, line.text, { fact: { kind: 'note' } });
    else if (plain[at] && outer[at]?.bullet === '') say(section, line, line.text);
    else {
      const table = tableAt(lines, at);
      if (table) at += readTable(section, at, table);
      else readLine(section, at);
    }
    const said = section.pieces.slice(first);
    for (const piece of record > 0 ? said : []) {
      piece.record ||= record;
      // A note is about the page; inside a record it is about its paper, like a link.
      if (piece.fact?.kind === 'note') piece.fact = { kind: 'link' };
    }
    const title = titled.has(at) ? titleAmong(said) : undefined;
    if (title?.fact === null) title.titles = true;
  }
  // The input ends inside a link, right before its address.
  if (section.open !== null && lines.length - section.open.index <= MOST_CUT_LINES)
    forget(section.pieces.slice(section.open.piece));
  for (const pieces of piecesOf(headed, section.pieces)) readDigest(pieces);
  return section.pieces;
};

/** The rule that ends a digest whose papers end in one each: what is said below is about all of it. */
const footOf = (papers: readonly Stretch[], outer: readonly Unwrapped[]): number => {
  const last = papers.at(-1);
  const goesOn = last !== undefined && outer.slice(last.to + 1).some(({ heading }) => heading > 0);
  const areParted =
    !goesOn && papers.length > 1 && papers.every(({ headed, to }) => headed && isDrawn(outer[to + 1]));
  return last && areParted ? last.to + 1 : outer.length;
};
const isDrawn = (line: Unwrapped | undefined): boolean => line !== undefined && isDrawing(line.text);

const OF_ADDRESS = setOf('github link projectPage');

/** `Code: https://…` right below prose, without other labels around it: the end of an abstract. */
const isEndOfProse = (
  { name }: LabelLine,
  lines: readonly Line[],
  labels: readonly (LabelLine | null)[],
  at: number,
): boolean => {
  const isTouching = lines[at]?.gap === 0 && (lines[at - 1]?.text.length ?? 0) >= SHORTEST_ABSTRACT;
  return OF_ADDRESS.has(name) && isTouching && !labels[at - 1] && !labels[at + 1];
};

/** The pieces of each of some records. */
const piecesOf = (records: ReadonlySet<number>, pieces: readonly Piece[]): Iterable<Piece[]> => {
  const found = new Map<number, Piece[]>();
  for (const record of records) found.set(record, []);
  for (const piece of pieces) found.get(piece.record)?.push(piece);
  return found.values();
};

/** Plain words, as most lines are: no notation in or around them, and no rule below. */
const isPlain = ({ text, raw, signs }: Line, below: Line | undefined): boolean =>
  !signs &&
  raw === text &&
  WORD_START.test(text) &&
  (below === undefined || below.gap > 0 || !(below.text.startsWith('-') || below.text.startsWith('=')));

/** Whether the head of the feed was cut off a line. */
const isBehindHead = (lines: readonly Line[], at: number): boolean => {
  const { number, part } = lines[at] as Line;
  return lines.slice(Math.max(0, at - part), at).some((one) => one.number === number && isFeedWord(one.text));
};

const readFolded = (section: Section, at: number): void => {
  const { lines } = section;
  const line = lines[at] as Line;
  const below = lines[at + 1];
  section.open = null;
  const isCard = isCardWithSummary(line.text);
  const begins = isCard || at === 0 || line.gap > 0 || line.part > 0;
  const ends = isCard || below === undefined || below.gap > 0 || below.part > 0;
  const record = isCard ? ++section.numbering.records : 0;
  for (const { text, fact, gap } of unfolded(line.text, { begins, ends }))
    say(section, line, text, { fact, gap, record });
};

/** Returns the index of the last line read. */
const readCollected = (section: Section, at: number, collected: CollectedLines): number => {
  const { id, day, length } = collected;
  const { lines, numbering, pieces } = section;
  const line = lines[at] as Line;
  const record = ++numbering.records;
  section.open = null;
  const above = lineAbove(pieces);
  const [title, ...others] = above;
  if (title && others.length === 0 && isWords(title.text)) {
    title.fact ??= { kind: 'title' };
    title.record = record;
  }
  const first = pieces.length;
  say(section, line, id, { ...linkOf(section, readTarget(`/papers/${id}`)), fact: { kind: 'link' } });
  say(section, line, '·', { fact: { kind: 'dot' } });
  const date = readDateLine(day);
  say(section, line, day, { fact: date ? { kind: 'date', date, published: true } : { kind: 'note' } });
  for (const kind of ['upvotes', 'comments'] as const) {
    const count = readCount(collected[kind] ?? '');
    if (count !== null) say(section, line, collected[kind] as string, { fact: { kind, count } });
  }
  for (const piece of pieces.slice(first)) piece.record = record;
  for (const part of lines.slice(at + 1, at + length)) say(section, part, '');
  return at + length - 1;
};

/** Returns how many lines it has after the first. */
const readTable = (section: Section, at: number, table: Table): number => {
  section.open = null;
  for (const line of section.lines.slice(at, at + table.head)) say(section, line, '');
  for (const row of table.rows) readRow(section, table, row, at);
  return table.head + table.rows.length - 1;
};

const readRow = (section: Section, table: Table, { line, cells }: Row, at: number): void => {
  const record = ++section.numbering.records;
  const context = contextOf(section, at);
  const read = cells.map((cell, column) =>
    cellLines(cell, table.columns[column]).flatMap((text, at) => {
      const { list } = segmentLine(withoutMarks(rewritten(text)), context);
      return list.map((segment) => ({ ...segment, text: cellText(segment, section), at }));
    }),
  );
  let said = 0;
  for (const [column, segments] of read.entries()) {
    const named = table.columns[column] ?? 'any';
    for (const { text, target, at } of segments) {
      const kind = named === 'title' && at > 0 ? 'any' : named;
      const fact = cellFact(kind, text, target);
      say(section, line, text, { ...linkOf(section, fact.target), fact: fact.fact, record });
      said++;
    }
  }
  if (said === 0) say(section, line, '');
};

const cellText = ({ text }: Segment, section: Section): string =>
  plainWords(unwrap(text, section.markdown).text, section);

/** A line without content does not split a block: it is joined to the line before. */
const joinToLast = (section: Section, silent: Line): void => {
  const { pieces } = section;
  const above = pieces.at(-1)?.line;
  if (above === undefined) return say(section, silent, '');
  const line = { ...above, joined: [...above.joined, silent.number] };
  for (let i = pieces.length - 1; pieces[i]?.line === above; i--) (pieces[i] as Piece).line = line;
};

const readLine = (section: Section, at: number): void => {
  const { lines, outer, markdown, pieces } = section;
  const line = lines[at] as Line;
  const wrapping = outer[at] as Unwrapped;
  const columns = section.columnsAt(at);
  if (columns?.length === 0) {
    joinToLast(section, line);
    return;
  }
  if (columns) {
    for (const { text, fact } of columns) say(section, line, text, { fact });
    return;
  }
  const text = inMarkdown(section, wrapping.text, at);
  if (
    text === '' ||
    EMPTY_ITEM.test(line.raw) ||
    isDrawing(line.text) ||
    (text !== line.text && isDrawing(text)) ||
    (LONE_BRACKETS.test(text) && !text.startsWith(']['))
  ) {
    if (text.startsWith('[')) section.open = { piece: pieces.length, index: at };
    say(section, line, '', { boxed: wrapping.boxed });
    return;
  }
  if (BARE_ADDRESS.test(text)) return readAddress(section, line, text);
  const continues = pieces.at(-1)?.heading === wrapping.heading;
  if (wrapping.heading > 0 && section.open !== null && !continues) section.open = null;

  const { list, closes, opens } = segmentLine(text, contextOf(section, at));
  const first = pieces.length;
  let linked = first;
  if (list.length === 0) say(section, line, '');
  for (const [n, segment] of list.entries()) {
    // `Title ([arXiv](…), [PDF](…)) – Abstract`, `Title - [Link](…)`
    const isBefore = list[n + 1]?.isLink === true && !segment.isLink;
    const isBehind = list[n - 1]?.isLink === true && !segment.isLink;
    const before = isBefore ? segment.text.replace(BEFORE_LINK, '') : segment.text;
    const said = isBehind ? before.replace(BEHIND_LINK, '') : before;
    const inner = said === wrapping.text ? wrapping : unwrap(said, markdown);
    say(section, line, plainWords(inner.text, section), {
      target: n === closes ? null : segment.target,
      link: segment.isLink && n !== closes ? ++section.numbering.links : 0,
      heading: inner.heading || wrapping.heading,
      bullet: n === 0 ? wrapping.bullet || inner.bullet : '',
      boxed: inner.boxed || (n === 0 && wrapping.boxed),
    });
    const [label, name] = pieces.slice(-2);
    if (
      n > 0 &&
      name?.target?.kind === 'hub' &&
      name.text === hubHandle(name.target.url) &&
      isSubmittedBy(label)
    ) {
      name.fact = { kind: 'nothing' };
      label.fact = { kind: 'submitter', handle: name.text };
    }
    if (n !== closes) continue;
    linked = closeLink(section, segment.target, line);
  }
  if (at === lines.length - 1 && CUT_ADDRESS.test(text)) forget(pieces.slice(linked));
  if (opens !== null) section.open = { piece: opens === 'behind' ? pieces.length : first, index: at };
};

/** `Submitted by`, right above a link to whom. */
const isSubmittedBy = (piece: Piece | undefined): piece is Piece =>
  piece !== undefined && /^[*_]{0,2}submitted by:?$/i.test(piece.text);

const inMarkdown = (section: Section, text: string, at: number): string => {
  const { styleAt, numbering, from, lastMark } = section;
  const said = withoutMarks(rewritten(text));
  if (styleAt(at) !== 'before' || !said.includes('[')) return said;
  const isKnown = (number: string): boolean => numbering.references.target(number, from + at) !== null;
  const marked = marksBehind(said, lastMark, isKnown);
  if ((section.lines[at] as Line).number >= numbering.first) section.lastMark = marked.last;
  return marked.text;
};
