import type { CheerioAPI } from 'cheerio/slim';
import type { AnyNode, ChildNode, Element } from 'domhandler';
import { slotOfLabel } from '../json/names.js';
import { piecesOf } from './pieces.js';
import { HEADING, headsOf, isElement, type Marks, mark, type PaperLink, titlesOf, widest } from './titles.js';

/** The part of a page that is about one paper. */
export interface Part {
  id: string;
  /** What holds its title; `null` for a card without one. */
  title: Element | null;
  nodes: AnyNode[];
  /** What the heads of its table say, if it is a row. */
  heads: string[];
}

const marksOf = (marks: Marks, node: ChildNode) => (isElement(node) ? marks.get(node) : undefined);

/**
 * The siblings of a title that belong to it where its page is flat: those above and below it up to the furthest with a
 * link to it, and all down to the next title if they are all that it has.
 */
const withSiblings = (
  node: Element,
  id: string,
  isBare: boolean,
  titles: Marks,
  links: Marks,
): ChildNode[] => {
  const nodes: ChildNode[] = [node];
  let between: ChildNode[] = [];
  for (let { next } = node as ChildNode; next !== null; { next } = next) {
    const title = marksOf(titles, next);
    const linked = marksOf(links, next);
    if ((title !== undefined && title !== id) || (linked !== undefined && linked !== id)) break;
    between.push(next);
    if (isBare || linked === id) nodes.push(...between.splice(0));
  }
  between = [];
  for (let { prev } = node as ChildNode; prev !== null; { prev } = prev) {
    if (marksOf(titles, prev) !== undefined) break;
    between.unshift(prev);
    if (marksOf(links, prev) === id) nodes.unshift(...between.splice(0));
  }
  return nodes;
};

/** Whether there is nothing but a title in a node, and a number or a mark. */
const isTitleOnly = (node: Element, title: Element): boolean => {
  const pieces = piecesOf([node], title, []);
  return pieces?.every(({ title: isOf, text }) => isOf || !/\p{L}/u.test(text)) === true;
};

/** Whether a node may go on with a row of a table with heads: other rows are of something else, such as their total. */
const goesOn = (node: AnyNode): boolean =>
  !isElement(node) || node.name !== 'tr' || node.children.filter(isElement).length === 1;

const inOrder = (titles: ReadonlyMap<Element, string>): [Element, string][] =>
  [...titles].sort(([one], [other]) => (one.startIndex ?? 0) - (other.startIndex ?? 0));

/** The parts of a page that are about one paper each: found by their titles, and cards without a title. */
export function* partsOf($: CheerioAPI, paperLinks: readonly PaperLink[]): Generator<Part> {
  const titles: Marks = new Map();
  const links: Marks = new Map();
  for (const { link, id } of paperLinks) mark(links, link, id);
  const named = titlesOf($, paperLinks);
  /** Links to papers that have a title on the page: the others are citations. */
  const ownLinks: Marks = new Map();
  const ids = new Set(named.values());
  for (const { link, id } of paperLinks) if (ids.has(id)) mark(ownLinks, link, id);
  for (const [title, id] of named) mark(titles, title, id);
  const levels = [...named.keys()].map(({ name }) => name).filter((name) => HEADING.test(name));
  const level = [...new Set(levels)].sort()[0] ?? 'h6';
  for (const heading of $('h1, h2, h3, h4, h5, h6').toArray())
    if (!named.has(heading) && heading.name <= level) mark(titles, heading, '');

  const taken = new Set<AnyNode>();
  for (const [title, id] of inOrder(named)) {
    const node = widest(title, id, titles);
    if (taken.has(node)) continue;
    const nodes = /^(?:article|li)$/.test(node.name)
      ? [node]
      : withSiblings(node, id, isTitleOnly(node, title), titles, ownLinks);
    for (const one of nodes) taken.add(one);
    const heads = headsOf($, title);
    const isRow = heads.some((head) => slotOfLabel(head) !== undefined);
    yield { id, title, nodes: isRow ? nodes.filter((one) => one === node || goesOn(one)) : nodes, heads };
  }
  for (const card of $('article').toArray()) {
    const id = titles.has(card) ? null : links.get(card);
    if (id) yield { id, title: null, nodes: [card], heads: [] };
  }
}
