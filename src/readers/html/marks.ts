import type { AnyNode, Element, ParentNode } from 'domhandler';

export const isElement = (node: AnyNode | null | undefined): node is Element => node?.type === 'tag';

/**
 * What is in an element and so in all around it: the id of one paper, `''` for something that is no paper's, `null` for
 * several of them.
 */
export type Marks = Map<ParentNode, string | null>;

export const mark = (marks: Marks, element: Element, id: string): void => {
  for (let node: ParentNode | null = element; node !== null; node = node.parent) {
    const before = marks.get(node);
    if (before === null || before === id) return;
    marks.set(node, before === undefined ? id : null);
  }
};

/** The largest element around a title in which there is no other title, up to the whole page. */
export const widest = (title: Element, id: string, titles: Marks): Element => {
  let node = title;
  for (let { parent } = node; node.name !== 'article' && isElement(parent); { parent } = node) {
    if (titles.get(parent) !== id || /^(?:papers-page|html|body|main)$/.test(parent.name)) break;
    node = parent;
  }
  return node;
};
