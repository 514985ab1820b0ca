import type { AnyNode, Element } from 'domhandler';
import { slotOfLabel } from '../json/names.js';
import { HEADING } from './titles.js';

/** One text of a card, or an image that stands for one, with what is around it. */
export interface Piece {
  text: string;
  /** Target of the link around it. */
  href: string | null;
  /** It is part of the card's title. */
  title: boolean;
  heading: boolean;
  /** The paragraph around it. */
  paragraph: Element | null;
  /** It is next to a check box. */
  checkbox: boolean;
  /** `datetime` of the `<time>` around it. */
  datetime: string | null;
  /** It is the `alt` of an image. */
  image: boolean;
  /** What the head of its column says, in a table, or what the element around it is called. */
  column: string;
  /** The nearest block or link around it. */
  block: Element | null;
  /** The nearest block around it: links and the like are on one line. */
  line: Element | null;
}

type Around = Omit<Piece, 'text' | 'image'>;

const OUTSIDE: Around = {
  href: null,
  title: false,
  heading: false,
  paragraph: null,
  checkbox: false,
  datetime: null,
  column: '',
  block: null,
  line: null,
};

const INLINE = new Set(['em', 'strong', 'b', 'i', 'mark', 'code', 'sub', 'sup', 'wbr', 'u', 's']);

const SILENT = new Set(['script', 'style', 'svg', 'template', 'noscript']);

/** In characters; real cards have a hundredth of that. */
const MAX_LENGTH = 1 << 18;

const isTickBox = (node: AnyNode): boolean =>
  node.type === 'tag' && node.name === 'input' && node.attribs.type === 'checkbox';

/**
 * What a translation extension adds next to the words of a page; nothing else writes such elements
 * today.
 */
const isTranslation = ({ name, attribs, prev }: Element): boolean =>
  name === 'font' && prev !== null && /(?:^|\s)notranslate(?:\s|$)/.test(attribs.class ?? '');

/** The head of the column that a cell is in. */
const columnOf = (cell: Element, heads: readonly string[]): string => {
  let at = 0;
  for (let { prev } = cell; prev !== null && at < heads.length; { prev } = prev)
    if (prev.type === 'tag') at++;
  return heads[at] ?? '';
};

const AUTHORS_CLASS = /(?:^|[\s_-])authors(?:\s|$)/;

/** The field that an element names: a property of microdata, or the class of lists of authors; others are called anything. */
const fieldOf = ({ attribs: { itemprop, class: classes = '' } }: Element): string | undefined =>
  itemprop !== undefined && slotOfLabel(itemprop) !== undefined
    ? itemprop
    : AUTHORS_CLASS.test(classes)
      ? 'authors'
      : undefined;

const within = (
  element: Element,
  around: Around,
  title: Element | null,
  heads: readonly string[],
): Around => ({
  href: element.name === 'a' ? (element.attribs.href ?? null) : around.href,
  title: around.title || element === title,
  heading: around.heading || HEADING.test(element.name),
  paragraph: around.paragraph ?? (element.name === 'p' ? element : null),
  checkbox: around.checkbox || element.attribs.role === 'checkbox' || element.children.some(isTickBox),
  datetime: element.name === 'time' ? (element.attribs.datetime ?? null) : around.datetime,
  column: /^t[dh]$/.test(element.name) ? columnOf(element, heads) : (fieldOf(element) ?? around.column),
  block: INLINE.has(element.name) ? around.block : element,
  line: INLINE.has(element.name) || /^(?:a|span|time)$/.test(element.name) ? around.line : element,
});

/**
 * Every text of a card in the order of the page; what is in one element without another text between is one piece.
 * `null` for a card of more than 256 KiB of text.
 */
export const piecesOf = (
  nodes: readonly AnyNode[],
  title: Element | null,
  heads: readonly string[],
): Piece[] | null => {
  const pieces: Piece[] = [];
  let length = 0;
  /** An image parts the words around it, also one without a text. */
  let isParted = false;
  const add = (piece: Piece): void => {
    const last = isParted ? undefined : pieces.at(-1);
    length += piece.text.length;
    const isSame = last?.block === piece.block && last.title === piece.title && !last.image && !piece.image;
    if (last && isSame) last.text += piece.text;
    else pieces.push(piece);
    isParted = false;
  };
  const visit = (node: AnyNode, around: Around): void => {
    if (length > MAX_LENGTH) return;
    if (node.type === 'text' && node.data.trim() !== '') add({ ...around, text: node.data, image: false });
    if (node.type !== 'tag' || SILENT.has(node.name) || isTranslation(node)) return;
    if (node.name === 'img' || (node.name === 'br' && !around.title)) isParted = true;
    const last = pieces.at(-1);
    if (node.name === 'br' && last) last.text += '\n';
    if (node.name === 'img' && node.attribs.alt) add({ ...around, text: node.attribs.alt, image: true });
    const inside = within(node, around, title, heads);
    for (const child of node.children) visit(child, inside);
  };
  for (const node of nodes) visit(node, OUTSIDE);
  return length > MAX_LENGTH ? null : pieces;
};

/** The first value that `read` finds. */
export const first = <From, Value>(
  from: readonly From[],
  read: (one: From, at: number) => Value | null | undefined,
): Value | null => {
  for (const [at, one] of from.entries()) {
    const value = read(one, at);
    if (value !== null && value !== undefined && value !== '') return value;
  }
  return null;
};
