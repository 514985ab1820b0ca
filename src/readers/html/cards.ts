import type { CheerioAPI } from 'cheerio/slim';
import type { AnyNode, ChildNode, Element, ParentNode } from 'domhandler';
import { arxivId } from '../../fields/arxiv.js';
import { piecesOf } from './pieces.js';

/** The part of a page that is about one paper. */
export interface Part {
  id: string;
  /** What holds its title; `null` for a card without one. */
  title: Element | null;
  nodes: AnyNode[];
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
const HEADING = /^h[1-6]$/;
/** A link is this far inside its heading, or around it, at most. */
const NEAR = 8;

const isElement = (node: AnyNode | null): node is Element => node?.type === 'tag';

/** The heading that a link is in, or the one in it. */
const headingOf = (link: Element): Element | null => {
  for (
    let node: AnyNode | null = link, steps = 0;
    isElement(node) && steps < NEAR;
    node = node.parent, steps++
  )
    if (HEADING.test(node.name)) return node;
  for (let node: AnyNode | null = link, steps = 0; isElement(node) && steps < NEAR; steps++) {
    if (HEADING.test(node.name)) return node;
    node = node.children.find(isElement) ?? null;
  }
  return null;
};

/**
 * What is in an element and so in all around it: the id of one paper, `''` for something that is no paper's, `null` for
 * several of them.
 */
type Marks = Map<ParentNode, string | null>;

const mark = (marks: Marks, element: Element, id: string): void => {
  for (let node: ParentNode | null = element; node !== null; node = node.parent) {
    const before = marks.get(node);
    if (before === null || before === id) return;
    marks.set(node, before === undefined ? id : null);
  }
};

/** The largest element around a title in which there is no other title, up to the whole page. */
const widest = (title: Element, id: string, titles: Marks): Element => {
  let node = title;
  for (let { parent } = node; node.name !== 'article' && isElement(parent); { parent } = node) {
    if (titles.get(parent) !== id || /^(?:html|body|main)$/.test(parent.name)) break;
    node = parent;
  }
  return node;
};

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
    if (title !== undefined && title !== id) break;
    between.push(next);
    if (isBare || marksOf(links, next) === id) nodes.push(...between.splice(0));
  }
  between = [];
  for (let { prev } = node as ChildNode; prev !== null; { prev } = prev) {
    if (marksOf(titles, prev) !== undefined) break;
    between.unshift(prev);
    if (marksOf(links, prev) === id) nodes.unshift(...between.splice(0));
  }
  return nodes;
};

const isTitleOnly = (node: Element, title: Element): boolean => {
  const pieces = piecesOf([node], title);
  return pieces?.every((piece) => piece.title) === true;
};

/** The parts of a page that are about one paper each: found by their titles, and cards without a title. */
export function* partsOf($: CheerioAPI): Generator<Part> {
  const titles: Marks = new Map();
  const links: Marks = new Map();
  const named = new Map<Element, string>();
  for (const link of $('a[href]').toArray()) {
    const id = arxivId(link.attribs.href ?? '');
    if (id === null) continue;
    mark(links, link, id);
    const heading = headingOf(link);
    if (heading !== null && !named.has(heading)) named.set(heading, id);
  }
  for (const [title, id] of named) mark(titles, title, id);
  const level = [...named.keys()].reduce((least, { name }) => (name < least ? name : least), 'h6');
  for (const heading of $(HEADINGS).toArray())
    if (!named.has(heading) && heading.name <= level) mark(titles, heading, '');

  const taken = new Set<AnyNode>();
  for (const [title, id] of named) {
    const node = widest(title, id, titles);
    if (taken.has(node)) continue;
    const nodes =
      node.name === 'article' ? [node] : withSiblings(node, id, isTitleOnly(node, title), titles, links);
    for (const one of nodes) taken.add(one);
    yield { id, title, nodes };
  }
  for (const card of $('article').toArray()) {
    const id = titles.has(card) ? null : links.get(card);
    if (id) yield { id, title: null, nodes: [card] };
  }
}
