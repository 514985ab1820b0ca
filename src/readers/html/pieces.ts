import type { CheerioAPI } from 'cheerio/slim';

/** One text of a card, or an image that stands for one, with what is around it. */
export interface Piece {
  text: string;
  /** Target of the link around it. */
  href: string | null;
  /** Number of the heading or paragraph that it stands in, else 0. */
  heading: number;
  paragraph: number;
  /** It stands beside a box to tick. */
  checkbox: boolean;
  /** `datetime` of the `<time>` around it. */
  datetime: string | null;
  /** It is the `alt` of an image. */
  image: boolean;
  /** Number of the nearest block or link around it. */
  block: number;
}

interface Node {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: Node[];
}

type Around = Omit<Piece, 'text' | 'image'>;

const INLINE = new Set(['em', 'strong', 'b', 'i', 'mark', 'code', 'sub', 'sup', 'br', 'wbr', 'u', 's']);
const HEADING = /^h[1-6]$/;
const SILENT = new Set(['script', 'style', 'svg', 'template', 'noscript']);

const isTickBox = ({ name, attribs }: Node): boolean => name === 'input' && attribs?.type === 'checkbox';

const within = (node: Node, around: Around, block: number): Around => {
  const { name = '', attribs = {}, children = [] } = node;
  return {
    href: name === 'a' ? (attribs.href ?? null) : around.href,
    heading: around.heading || (HEADING.test(name) ? block : 0),
    paragraph: around.paragraph || (name === 'p' ? block : 0),
    checkbox: around.checkbox || attribs.role === 'checkbox' || children.some(isTickBox),
    datetime: name === 'time' ? (attribs.datetime ?? null) : around.datetime,
    block: INLINE.has(name) ? around.block : block,
  };
};

const OUTSIDE: Around = {
  href: null,
  heading: 0,
  paragraph: 0,
  checkbox: false,
  datetime: null,
  block: 0,
};

const belongTogether = (one: Piece | undefined, other: Piece): one is Piece =>
  one?.block === other.block && !one.image && !other.image;

/** Every text of a card in the order of the page; what stands in one element without another text between is one piece. */
export const piecesOf = (card: string, load: CheerioAPI['load']): Piece[] => {
  const pieces: Piece[] = [];
  let blocks = 0;
  /** An image parts the words around it, also one that says nothing. */
  let parted = false;
  const add = (piece: Piece): void => {
    const last = parted ? undefined : pieces.at(-1);
    if (belongTogether(last, piece)) last.text += piece.text;
    else pieces.push(piece);
    parted = false;
  };
  const visit = (node: Node, around: Around): void => {
    if (node.type === 'text' && node.data?.trim()) add({ ...around, text: node.data, image: false });
    if (node.name === 'img') parted = true;
    if (node.name === 'img' && node.attribs?.alt) add({ ...around, text: node.attribs.alt, image: true });
    if (SILENT.has(node.name ?? '')) return;
    const inside = node.type === 'tag' ? within(node, around, ++blocks) : around;
    for (const child of node.children ?? []) visit(child, inside);
  };
  visit(load(card).root()[0] as Node, OUTSIDE);
  return pieces;
};

/** The first value that a reading of the pieces gives. */
export const first = <Value>(
  pieces: readonly Piece[],
  read: (piece: Piece, at: number) => Value | null | undefined,
) => {
  for (const [at, piece] of pieces.entries()) {
    const value = read(piece, at);
    if (value !== null && value !== undefined && value !== '') return value;
  }
  return null;
};
