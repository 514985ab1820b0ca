import type { CheerioAPI } from 'cheerio/slim';
import type { AnyNode, Element, ParentNode } from 'domhandler';
import { arxivId } from '../../fields/arxiv.js';
import { originalAddress } from '../../fields/links.js';
import { oneLine } from '../../fields/text.js';
import { signFor } from '../../fields/vocabulary.js';
import { isTitleName, plainName, slotOf } from '../json/names.js';

/** A link to the page of a paper. */
export interface PaperLink {
  link: Element;
  id: string;
}

/** An address that is all of a text, as `pandas` writes links, or all but a label: `Paper link: https://…`. */
const WRITTEN =
  /^(?:[^\s:：]{1,24}(?: [^\s:：]{1,24}){0,2} ?[:：])?\s*((?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co|arxiv\.org)\/\S{1,200})$/i;
/** What may hold a text with an address. */
const HOLDERS = 'td, li, p, dd, div, section, blockquote, span, font';

/** The id of a paper in a column that says so. */
const ID = /^\s*\d{4}\.\d{4,5}(?:v\d)?\s*$/;
const isHeadOfIds = (head: string): boolean => {
  const name = plainName(head);
  return name === 'paper' || slotOf(name)?.slot === 'arxivId';
};

/** Makes links of the addresses and ids that are written out, and leads those of a page with a base to the hub's root. */
const linkAddresses = ($: CheerioAPI): void => {
  for (const { attribs } of $('a[href]').toArray()) {
    const address = originalAddress(attribs.href ?? '');
    attribs.href = address.startsWith('papers/') ? `/${address}` : address;
  }
  /** The heads of each table. */
  const tables = new Map<ParentNode | null, string[]>();
  const headOf = (cell: Element): string => {
    const table = cell.parent?.parent ?? null;
    const heads = tables.get(table) ?? headsOf($, cell);
    tables.set(table, heads);
    const cells = cell.parent?.children.slice(0, heads.length * 2) ?? [];
    return heads[cells.filter(isElement).indexOf(cell)] ?? '';
  };
  for (const element of $(HOLDERS).toArray())
    for (const text of element.children.filter((node) => node.type === 'text')) {
      const said = text.data.trim();
      const address = WRITTEN.exec(said)?.[1];
      if (address !== undefined && around(element, /^a$/) === null) {
        text.data = address;
        $(text).wrap($('<a>').attr('href', address));
      } else if (element.name === 'td' && ID.test(said) && isHeadOfIds(headOf(element)))
        $(text).wrap($('<a>').attr('href', `https://arxiv.org/abs/${said}`));
    }
};

/** The id of a paper in an address of a site's own. */
const OWN_ADDRESS = /\/(\d{4}\.\d{4,5})(?=[/?#]|\.html|$)/;

/** The links to papers, including a site's own pages of papers that are also linked on the hub or arXiv. */
export const paperLinksOf = ($: CheerioAPI): PaperLink[] => {
  linkAddresses($);
  const links = $('a[href]')
    .toArray()
    .map((link) => ({ link, id: arxivId(link.attribs.href ?? '') }));
  const ids = new Set(links.map(({ id }) => id));
  return links.flatMap(({ link, id: said }) => {
    const id = said ?? OWN_ADDRESS.exec(link.attribs.href ?? '')?.[1] ?? null;
    return id === null || !ids.has(id) ? [] : [{ link, id }];
  });
};

export const HEADING = /^h[1-6]$/;
/** Blocks that list papers without a heading. */
const ITEM = /^(?:li|td|th|p|dt|dd|div|section|article|summary|blockquote|figcaption)$/;
const INLINE = /^(?:a|abbr|b|big|bdi|br|cite|code|em|font|i|mark|s|small|span|strong|sub|sup|time|u|wbr)$/;
/**
 * A link is at most this deep inside its heading or item, and a text has at most this many
 * siblings.
 */
const NEAR = 16;

/** The nearest element around a node, itself included. */
const around = (node: Element, is: RegExp): Element | null => {
  let steps = 0;
  for (let one: AnyNode | null = node; isElement(one) && steps < NEAR; one = one.parent, steps++)
    if (is.test(one.name)) return one;
  return null;
};

/** The heading that a link is in, or the one in it. */
const headingOf = (link: Element): Element | null => {
  let inside: Element | null = link;
  for (let steps = 0; inside !== null && !HEADING.test(inside.name) && steps < NEAR; steps++)
    inside = inside.children.find(isElement) ?? null;
  return around(link, HEADING) ?? (inside !== null && HEADING.test(inside.name) ? inside : null);
};

/** Words of labels such as `Read the paper`, `arXiv page`, `12 authors`: no title is made of these alone. */
const LABEL_WORDS = new Set(
  `a abs abstract alphaxiv and article arxiv at author authors by code comment comments daily demo details discuss
  discussion download en face for from full get github go here hf html huggingface hugging id in it link links model
  more next now of on open org original page paper papers pdf previous project read repo see site source text the this
  to upvote upvotes view vote votes website`.split(/\s+/),
);
/** Longer ones are abstracts that are links. */
const LONGEST_TITLE = 400;

/** Whether a text may be a title: it says more than a label does. */
export const isTitle = (text: string): boolean => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{1,99}/gu) ?? [];
  const isLabel = words.every((word) => LABEL_WORDS.has(word) || /^\d+k?$/.test(word));
  return text.length <= LONGEST_TITLE && !isLabel && !/^https?:/i.test(text);
};

/** Whether nothing but a number, a mark or `Paper:` is between the beginning of a block and a node in it. */
const begins = ($: CheerioAPI, node: Element, block: Element): boolean => {
  let before = '';
  let steps = 0;
  for (let one = node; one !== block && isElement(one.parent); one = one.parent)
    for (let { prev } = one as AnyNode; prev !== null; { prev } = prev) {
      before = `${$(prev).text()} ${before}`;
      if (++steps > NEAR || /\p{L}{3}/u.test(before.replace(/\b(?:paper|title)\b/i, ''))) return false;
    }
  return true;
};

const isInline = ({ children }: Element): boolean =>
  children.every((child) => !isElement(child) || (INLINE.test(child.name) && isInline(child)));

/** The block whose title a link is by itself: `<li><a href="…">Title</a> 12 upvotes</li>`. */
const itemOf = ($: CheerioAPI, link: Element): Element | null => {
  const block = around(link, ITEM);
  const isNamed = block !== null && isInline(link) && isTitle(oneLine($(link).text()));
  return isNamed && begins($, link, block) ? block : null;
};

const isHeadOfTitles = (head: string): boolean =>
  isTitleName(head) || /^(?:paper )?(?:title|paper|name)s?$/i.test(head);

/** The cell of a row that is under a head of titles; without such a head the first with a title in it. */
const cellOf = ($: CheerioAPI, row: Element): Element | null => {
  const cells = row.children.filter(isElement);
  const at = headsOf($, row).findIndex(isHeadOfTitles);
  const cell = at === -1 ? cells.find((one) => isTitle(oneLine($(one).text()))) : cells[at];
  return cell ?? null;
};

/** A table has fewer columns; each cell looks for its own. */
const MOST_HEADS = 64;

/** A paper has fewer fields than this table has rows, with the white space between them. */
const MOST_FIELDS = 64;

/** The title in a table of one paper, whose rows are a name and a value each. */
const titleBeside = ($: CheerioAPI, row: Element): Element | null => {
  const all = row.parent?.children ?? [];
  const rows = all.length > MOST_FIELDS ? [] : all.filter(isElement);
  const cells = rows.map(({ children }) => children.filter(isElement));
  const titles = cells.filter(([name]) => name !== undefined && isTitleName(oneLine($(name).text())));
  return titles.length === 1 && cells.every(({ length }) => length === 2) ? (titles[0]?.[1] ?? null) : null;
};

/** What the heads of the table say that a node is in; nothing for the row of the heads itself. */
export const headsOf = ($: CheerioAPI, node: Element): string[] => {
  const row = around(node, /^tr$/);
  let first = row && around(row, /^table$/);
  for (let steps = 0; first && first.name !== 'tr' && steps < NEAR; steps++)
    first =
      first.children.find((one): one is Element => isElement(one) && /^t(?:head|body|r)$/.test(one.name)) ??
      null;
  if (!first || first === row || !isElement(first)) return [];
  const headsIn = (one: Element): string[] =>
    one.children
      .filter(isElement)
      .slice(0, MOST_HEADS)
      .map((cell) => oneLine($(cell).text()));
  const heads = headsIn(first);
  // A spreadsheet has its letters above the names.
  const second = heads.every((head) => /^[A-Z]?$/.test(head))
    ? row?.parent?.children.find(isElement)
    : undefined;
  return second === undefined ? heads : second === row ? [] : headsIn(second);
};

/** The bold words that begin a block. */
const boldIn = ($: CheerioAPI, block: Element): Element | null => {
  const bold = block.children.find(isElement);
  const isBold = bold && /^(?:b|strong)$/.test(bold.name) && isTitle(oneLine($(bold).text()));
  return isBold && begins($, bold, block) ? bold : null;
};

/** What holds the title of a paper whose links have only labels: a table's cell, bold words, or the heading above. */
const titleAbove = ($: CheerioAPI, link: Element, heading: Element | null): Element | null => {
  const row = around(link, /^tr$/);
  const cell = row && (titleBeside($, row) ?? cellOf($, row));
  if (cell) return cell;
  const block = around(link, ITEM);
  return (block && boldIn($, block)) ?? heading;
};

/** The summary that a link unfolds from. */
const summaryOf = ($: CheerioAPI, link: Element): Element | null => {
  const first = around(link, /^details$/)?.children.find(isElement);
  return first?.name === 'summary' ? (boldIn($, first) ?? first) : null;
};

/** The only heading of the card that a link is in: the largest element with links to no other paper. */
const headingOfCard = ($: CheerioAPI, link: Element, id: string, links: Marks): Element | null => {
  const [heading, second] = $(widest(link, id, links))
    .find('h1, h2, h3, h4, h5, h6')
    .toArray();
  if (heading === undefined) return summaryOf($, link);
  return second === undefined ? heading : null;
};

const isBlank = (node: AnyNode): boolean =>
  node.type === 'text' ? node.data.trim() === '' : isElement(node) && node.name === 'br';

/** Whether an element is the only content of its block. */
const isAlone = (element: Element): boolean => {
  let node = element;
  for (let { parent } = node; isElement(parent) && parent.children.length <= NEAR; { parent } = node) {
    const own = node;
    if (!parent.children.every((one) => one === own || isBlank(one))) return false;
    if (ITEM.test(parent.name)) return true;
    node = parent;
  }
  return false;
};

/**
 * Bold lines that act as headings on a page without headings. There must be exactly one above the
 * first link to each paper, or it is unclear which is the title.
 */
const boldHeadings = ($: CheerioAPI, ids: ReadonlyMap<Element, string>): Map<string, Element> => {
  const found = new Map<string, Element>();
  if ($('h2, h3, h4, h5, h6').length > 0) return found;
  let above: Element[] = [];
  for (const one of $('b, strong, a[href]').toArray()) {
    const id = ids.get(one);
    if (one.name !== 'a' && isAlone(one) && isTitle(oneLine($(one).text()))) above.push(one);
    if (id === undefined || found.has(id)) continue;
    const [bold, second] = above;
    if (bold === undefined || second !== undefined) return new Map();
    found.set(id, bold);
    above = [];
  }
  return found;
};

/** What names the papers of links that are only labels: the heading of their card, or what is above those of one paper. */
const titlesAbove = ($: CheerioAPI, ids: ReadonlyMap<Element, string>): Map<Element, string> => {
  const found = new Map<Element, Set<string>>();
  const seen = new Set<string>();
  const links: Marks = new Map();
  for (const [link, id] of ids) mark(links, link, id);
  const bold = boldHeadings($, ids);
  let heading: Element | null = null;
  for (const one of $('h1, h2, h3, h4, h5, h6, a[href]').toArray()) {
    if (HEADING.test(one.name)) heading = one;
    const id = ids.get(one);
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    const title = headingOfCard($, one, id, links) ?? titleAbove($, one, bold.get(id) ?? heading);
    if (title !== null && isTitle(oneLine($(title).text())))
      found.set(title, (found.get(title) ?? new Set()).add(id));
  }
  return new Map([...found].flatMap(([title, [id, second]]) => (id && !second ? [[title, id]] : [])));
};

// Not by a selector: those compare all children of an element with each other.
const holdsLink = (node: AnyNode): boolean =>
  isElement(node) && (node.name === 'a' || node.children.some(holdsLink));

/** Whether an element could name a paper too: between titles there are rows and paragraphs of text. */
const mayName = (element: Element): boolean =>
  element.children.length > 0 && (element.name === 'li' || HEADING.test(element.name) || holdsLink(element));

/**
 * Without titles that are not in a list of papers: a list has at least as many headings of a level, rows or items with a
 * paper as without one.
 */
const ofLists = ($: CheerioAPI, titles: ReadonlyMap<Element, string>): Map<Element, string> => {
  const marks: Marks = new Map();
  for (const [title, id] of titles) mark(marks, title, id);
  /** A level of headings, or the kind of an item and what it is in. */
  const kinds = new Map<unknown, { all: number; named: number }>();
  const kindOf = new Map<Element, unknown>();
  for (const [title, id] of titles) {
    const item = widest(title, id, marks);
    const kind = HEADING.test(title.name) ? title.name : item.parent;
    const like = typeof kind === 'string' ? kind : item.name;
    const others: readonly AnyNode[] = kinds.has(kind)
      ? []
      : typeof kind === 'string'
        ? $(kind).toArray()
        : (item.parent?.children ?? []);
    const alike = others.filter((one) => isElement(one) && one.name === like && mayName(one));
    const counted = kinds.get(kind) ?? { all: alike.length, named: 0 };
    counted.named++;
    kinds.set(kind, counted);
    kindOf.set(title, kind);
  }
  const isListed = (title: Element): boolean => {
    const { named, all } = kinds.get(kindOf.get(title)) ?? { named: 0, all: 0 };
    return named * 2 >= all;
  };
  return new Map([...titles].filter(([title]) => isListed(title)));
};

/** What no one writes after a citation: `(31 upvotes)`, `▲ 31`. */
const VOTE_SIGN = signFor('upvotes');
const VOTES = new RegExp(String.raw`\d ?(?:upvotes?\b|${VOTE_SIGN})|(?:\bupvotes?:?|${VOTE_SIGN}) ?\d`, 'iu');

const isHeadOfVotes = (head: string): boolean => slotOf(plainName(head))?.slot === 'upvotes';

const showsVotes = ($: CheerioAPI, title: Element): boolean =>
  VOTES.test(oneLine($(around(title, ITEM) ?? title).text())) || headsOf($, title).some(isHeadOfVotes);

const isHeadedAsFeed = ($: CheerioAPI): boolean =>
  $('h1, h2')
    .toArray()
    .some((heading) => /\b(?:Daily|Trending) Papers\b/.test($(heading).text()));

/**
 * What holds the titles of a page's papers, with their ids. A heading with a link to a paper is the best; then a link that
 * begins its block; then what is above links that are only labels.
 */
export const titlesOf = ($: CheerioAPI, links: readonly PaperLink[]): Map<Element, string> => {
  const headings = new Map<Element, string>();
  for (const { link, id } of links) {
    const heading = headingOf(link);
    if (heading !== null && !headings.has(heading)) headings.set(heading, id);
  }
  const named = new Set(headings.values());
  const others = new Map<Element, string>();
  for (const { link, id } of links) {
    if (named.has(id) || itemOf($, link) === null) continue;
    named.add(id);
    others.set(link, id);
  }
  const unnamed = new Map(
    links
      .filter(({ link, id }) => !named.has(id) && !isTitle(oneLine($(link).text())))
      .map(({ link, id }) => [link, id]),
  );
  for (const [title, id] of titlesAbove($, unnamed)) if (!headings.has(title)) others.set(title, id);
  const found = ofLists($, new Map([...headings, ...others]));
  // One link alone in an item is a citation, and the page of one paper has its title on top.
  const [title, second] = found.keys();
  const isOneAlone =
    second === undefined &&
    title !== undefined &&
    (headings.has(title) ? title.name === 'h1' : !showsVotes($, title) && !isHeadedAsFeed($));
  return isOneAlone ? new Map() : found;
};

export const isElement = (node: AnyNode | null | undefined): node is Element => node?.type === 'tag';

/**
 * What is in an element and so in all around it: the id of one paper, `''` for something that belongs to no paper,
 * `null` for several of them.
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
