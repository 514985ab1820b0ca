import { PAPER_PAGE } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { readDateLine } from '../../fields/date.js';
import { decodeEntities } from '../../fields/entities.js';
import { hubHandle } from '../../fields/hub.js';
import { oneLine } from '../../fields/text.js';
import { factsBehind, type LabelLine, labelledLine, labelledLines, namesFact, valueFact } from './blocks.js';
import { type Collected, inCollection } from './collection.js';
import { type Column, columnReader } from './columns.js';
import { readDigest } from './digest.js';
import { formOf, githubFact } from './facts.js';
import { isFolded, unfolded } from './fold.js';
import { type LinkContext, type Segment, segmentLine } from './links.js';
import { namesBelowTitles } from './names.js';
import { rewritten, withoutAnchors } from './notations.js';
import { recordsOf } from './records.js';
import { type MarkStyle, markStylesOf, marksBehind, type References } from './references.js';
import { isSnapshot, readSnapshot } from './snapshot.js';
import { cellFact, cellLines, type Row, type Table, tableAt } from './tables.js';
import { leadsToPaper, readTarget, type Target } from './target.js';
import { type FactKind, type Line, type Piece, SHORTEST_ABSTRACT } from './token.js';
import { isHeaderWord, isLinkLabel, isPageWords, setOf } from './words.js';
import {
  hasTex,
  isDrawing,
  isFence,
  type Unwrapped,
  unescapeMarkdown,
  unwrap,
  unwrapped,
  WORD_START,
  withoutMarks,
} from './wrapping.js';

/** What is the same in all of an input: its lists of targets, and the numbers of links and records that are given. */
export interface Numbering {
  references: References;
  links: number;
  records: number;
  /** It shows several blocks of code: a document about something. */
  isDocument: boolean;
  /** Number of the first line whose links go on in one count; what is above says the same of every part. */
  first: number;
}

/** A stretch of lines with one notation, as it is read. */
interface Section {
  lines: readonly Line[];
  /** Index of its first line among all. */
  from: number;
  markdown: boolean;
  /** Backslashes are as TeX has them, not escaped. */
  tex: boolean;
  styleAt: (at: number) => MarkStyle;
  columnsAt: (at: number) => readonly Column[] | null;
  outer: readonly Unwrapped[];
  numbering: Numbering;
  pieces: Piece[];
  lastMark: number;
  /** A link that waits for its end: where it began. */
  open: { piece: number; index: number } | null;
}

/** A link has at most this many lines. */
const MOST_LINES = 400;
const BARE_ADDRESS = /^(?:https?:\/\/|\/)\S+$/;
/** A number in a link of its own has at most this many lines. */
const MOST_CUT_LINES = 5;
/** The input ends inside of it. */
const CUT_ADDRESS = /\]\([^\s()<>]*$/;
const ENDS_SENTENCE = /[.,;:]$/;
/** What is left of the brackets around links. */
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

/** A line that is only the link to a paper: its address, `Link: …`, `🔗 …`, `[Paper](…)`. */
const LINK_LINE =
  /^(?:[^\p{L}\p{N}[\]()<>/]{0,4}(?:(?:paper )?(?:link|url): ?)?<?(https?:\/\/[^\s()<>[\]]+)>?|\[([^[\]]{1,32})\]\((https?:\/\/[^\s()]+)\))$/iu;

/** Prose with an address in it is longer. */
const LONGEST_LINK_LINE = 200;

const paperAddress = (text: string): string | null => {
  const mayBe = text.length <= LONGEST_LINK_LINE && text.includes('http');
  const [, bare, label, linked] = mayBe ? (LINK_LINE.exec(text) ?? []) : [];
  const url = bare ?? (label !== undefined && isLinkLabel(label) ? linked : undefined);
  return url !== undefined && readTarget(url).kind === 'paper' ? url : null;
};

const mayBeAboveAll = ({ text, heading }: Unwrapped): boolean =>
  text === '' || isDrawing(text) || heading === 1 || isHeaderWord(text) || formOf(text)?.kind === 'date';

/** An address above the title that it is of: their lines. */
interface AboveTitle {
  at: number;
  url: string;
  title: number;
}

/** What a chat shows of a link: the site may be between its address and the title of its page. */
const unfurledLinks = (outer: readonly Unwrapped[]): AboveTitle[] =>
  outer.flatMap(({ text }, title) => {
    if (!PAPER_PAGE.test(text)) return [];
    for (const at of [title - 1, title - 2]) {
      const url = paperAddress(outer[at]?.text ?? '');
      if (url !== null) return [{ at, url, title }];
    }
    return [];
  });

/** Addresses above their titles: a page is known for it by having nothing but its top above the first address. */
const leadingAddresses = (outer: readonly Unwrapped[]): AboveTitle[] => {
  const first = outer.findIndex(({ text }) => paperAddress(text) !== null);
  if (first === -1 || !outer.slice(0, first).every(mayBeAboveAll)) return [];
  const found = outer.flatMap(({ text }, at) => {
    const url = paperAddress(text);
    return url === null ? [] : [{ at, url, title: at + 1 }];
  });
  const areTitles = found.every(({ at }) => {
    const below = outer[at + 1]?.text ?? '';
    return /\p{L}/u.test(below) && !below.includes('http') && isWords(below) && labelledLine(below) === null;
  });
  return areTitles ? found : [];
};

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
    lines.some(({ signs }, i) => signs && isMarkdown(texts[i] as string));
  const tex = markdown && lines.some(({ signs, text }) => signs && hasTex(text));
  const plain = lines.map((line, i) => isPlain(line, lines[i + 1]));
  const outer = unwrapped(lines, texts, plain, markdown);
  for (const { at, url, title: titleAt } of [...leadingAddresses(outer), ...unfurledLinks(outer)]) {
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
  for (const { from, to, headed: isHeaded, titled: isTitled } of recordsOf(lines, outer, labels, isShown)) {
    records.fill(++numbering.records, from, to + 1);
    if (isHeaded) headed.add(numbering.records);
    if (isTitled) titled.add(from);
  }
  const namesBelow = namesBelowTitles(lines, outer);
  const tree = isSnapshot(lines) ? readSnapshot(lines, numbering.first) : [];
  let folded = -2;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const node = tree[at];
    const record = records[at] as number;
    const isTitled = headed.has(record) && records[at - 1] !== record;
    const own = labels[at] ?? (headed.has(record) ? labelledLine((outer[at] as Unwrapped).text) : null);
    const label = own === null || isTitled || isEndOfProse(own, lines, labels, at) ? null : own;
    const names = namesBelow[at] ?? null;
    const collected = inCollection(lines, at);
    const first = section.pieces.length;
    if (section.open !== null && at - section.open.index > MOST_LINES) section.open = null;
    if (line.frontMatter) say(section, line, line.text, { fact: { kind: 'note' } });
    else if (numbering.references.isListed(from + at)) say(section, line, '');
    else if (node) say(section, line, node.text, { ...linkOf(section, node.target), heading: node.heading });
    else if (isFolded(line.text)) {
      readFolded(section, at);
      folded = at;
    } else if (folded === at - 1 && line.gap === 0 && isWords(line.text)) {
      // The rest of an abstract or a title on the folded line.
      say(section, line, line.text, { fact: { kind: 'nothing' } });
      folded = at;
    } else if (collected !== null) at = readCollected(section, at, collected);
    else if (label) at = readLabelled(section, at, label, labels[at + 1] ?? null);
    else if (names !== null) say(section, line, names, { fact: namesFact(names) });
    else if (plain[at] && outer[at]?.bullet === '') say(section, line, line.text);
    else {
      const table = tableAt(lines, at);
      if (table) at += readTable(section, at, table);
      else readLine(section, at);
    }
    if (record > 0) for (const piece of section.pieces.slice(first)) piece.record ||= record;
    const [title] = section.pieces.slice(first);
    if (titled.has(at) && title?.fact === null) title.titles = true;
  }
  // A link that the end cut off, right before its address.
  if (section.open !== null && lines.length - section.open.index <= MOST_CUT_LINES)
    forget(section.pieces.slice(section.open.piece));
  for (const pieces of piecesOf(headed, section.pieces)) readDigest(pieces);
  return section.pieces;
};

const OF_ADDRESS = setOf('github link projectPage');

/** `Code: https://…` right below prose, and no other label around it: its last words. */
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

const say = ({ pieces }: Section, line: Line, text: string, more?: Partial<Piece>): void => {
  const piece: Piece = {
    line,
    text,
    target: null,
    link: 0,
    heading: 0,
    bullet: '',
    boxed: false,
    record: 0,
    gap: 0,
    fact: null,
    titles: false,
  };
  pieces.push(more === undefined ? piece : Object.assign(piece, more));
};

const linkOf = ({ numbering }: Section, target: Target | null): Pick<Piece, 'target' | 'link'> => ({
  target,
  link: target === null ? 0 : ++numbering.links,
});

const isWords = (text: string): boolean => formOf(text) === null && !isPageWords(text);

const readFolded = (section: Section, at: number): void => {
  const { lines } = section;
  const line = lines[at] as Line;
  const below = lines[at + 1];
  section.open = null;
  const begins = at === 0 || line.gap > 0;
  const ends = below === undefined || below.gap > 0;
  for (const { text, fact, gap } of unfolded(line.text, { begins, ends }))
    say(section, line, text, { fact, gap });
};

/** Gives the index of the last line read. */
const readCollected = (section: Section, at: number, collected: Collected): number => {
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

/** Taking marks and escapes off may leave white space behind. */
const plainWords = (text: string, { markdown, tex }: Section): string => {
  const said = decodeEntities(markdown ? unescapeMarkdown(text, tex) : text);
  return said === text ? text : oneLine(said);
};

const contextOf = ({ numbering, from, styleAt, open }: Section, at: number): LinkContext => ({
  references: numbering.references,
  index: from + at,
  open: open && from + open.index,
  marks: styleAt(at) !== null,
});

/** Labels whose value may be on the next line; a number is known there by itself. */
const VALUE_BELOW = setOf('names organization keywords projectPage arxiv');

/** A label and its value; that of `Title:` and `Abstract:` may be on the next line. Gives the index of the last line read. */
const readLabelled = (section: Section, at: number, label: LabelLine, next: LabelLine | null): number => {
  const { lines, outer } = section;
  const line = lines[at] as Line;
  const { bullet, heading } = outer[at] as Unwrapped;
  const below = label.value === '' && next === null ? (outer[at + 1]?.text ?? '') : '';
  if (below !== '' && (label.name === 'title' || (label.name === 'abstract' && /\p{L}/u.test(below)))) {
    say(section, line, label.label, { fact: { kind: label.name === 'title' ? 'section' : 'nothing' } });
    return readLabelled(section, at + 1, { ...label, value: below }, null);
  }
  if (label.value === '' && (label.name === 'abstract' || label.name === 'comments')) {
    say(section, line, label.label, { fact: { kind: 'section' }, heading });
    return at;
  }
  const [value = '', ...behind] = factsBehind(label.value);
  if (behind.length > 0) {
    readLabelled(section, at, { ...label, value }, null);
    for (const fact of behind) {
      const labelled = labelledLine(fact);
      if (labelled === null) sayLinked(section, at, fact);
      else readLabelled(section, at, labelled, null);
    }
    return at;
  }
  if (label.name === 'names' && label.value.endsWith(',') && next === null && lines[at + 1]?.gap === 0) {
    say(section, line, '');
    return readLabelled(section, at + 1, { ...label, value: `${label.value} ${outer[at + 1]?.text}` }, null);
  }
  if (label.name === 'names' && label.value === '') {
    const names = itemsBelow(section, at);
    if (names.length > 0) {
      for (let i = 0; i < names.length; i++) say(section, lines[at + i] as Line, '');
      const list = names.join(', ');
      say(section, lines[at + names.length] as Line, list, { fact: namesFact(list, label.count) });
      return at + names.length;
    }
  }
  if (
    below !== '' &&
    VALUE_BELOW.has(label.name) &&
    formOf(below)?.kind !== 'authors' &&
    /\p{L}/u.test(below)
  ) {
    say(section, line, '');
    return readLabelled(section, at + 1, { ...label, value: below }, null);
  }
  const { list } = segmentLine(rewritten(label.value), contextOf(section, at));
  const links = list.filter(({ target }) => target !== null);
  if (label.name === 'link' && links.length > 1) {
    for (const { text, target } of links) {
      const words = plainWords(text, section);
      const fact = target?.kind === 'github' ? githubFact(words) : ({ kind: 'link' } as const);
      say(section, line, words, { ...linkOf(section, target), fact });
    }
    return at;
  }
  const text = plainWords(oneLine(list.map((segment) => segment.text).join(' ')), section);
  const linked = list.find(({ target }) => target !== null)?.target ?? null;
  const said = label.name === 'names' ? label.value : text;
  const { fact, target } = valueFact(label.name, said, linked, label.count);
  say(section, line, text, { ...linkOf(section, target), fact, bullet, heading });
  return at;
};

/** A fact behind a labelled one, linked or not. */
const sayLinked = (section: Section, at: number, fact: string): void => {
  for (const { text, target } of segmentLine(rewritten(fact), contextOf(section, at)).list)
    say(section, section.lines[at] as Line, text, linkOf(section, target));
};

/** Large collaborations have about 3,000 authors. */
const MOST_NAMES = 4000;
/** A name, or a few behind commas: letters and the marks that names have. */
const AUTHOR = /^\p{L}[\p{L}\p{M} .,'’()-]{1,80}$/u;

/** The items of a list right below a label: names of authors. */
const itemsBelow = ({ lines, outer }: Section, at: number): string[] => {
  const items: string[] = [];
  for (let i = at + 1; i < lines.length && lines[i]?.gap === 0 && items.length < MOST_NAMES; i++) {
    const { bullet, text } = outer[i] as Unwrapped;
    if (!/^[-*•+] /.test(bullet) || labelledLine(text) !== null || !AUTHOR.test(text)) break;
    items.push(text);
  }
  return items;
};

/** Gives how many lines it has but the first. */
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

const readLine = (section: Section, at: number): void => {
  const { lines, outer, markdown, pieces } = section;
  const line = lines[at] as Line;
  const wrapping = outer[at] as Unwrapped;
  const columns = section.columnsAt(at);
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

/** What a number counts, only the address of its link would have said, which was cut off. */
const forget = (linked: readonly Piece[]): void => {
  for (const piece of linked) if (formOf(piece.text)?.kind === 'count') piece.fact = { kind: 'link' };
};

/**
 * Links every piece since the link began, and gives the index of the first; where the beginning is lost, links the words right
 * above.
 */
const closeLink = (section: Section, target: Target | null, line: Line): number => {
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

/** The last line that says something, as far as nothing else is linked there. */
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
const readAddress = (section: Section, line: Line, url: string): void => {
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
  say(section, line, isDouble ? '' : url, { target, link, fact: { kind: isDay ? 'page' : 'link' } });
};

/** What the line above says, unless it is linked already. */
const lineAbove = (pieces: readonly Piece[]): Piece[] => {
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
