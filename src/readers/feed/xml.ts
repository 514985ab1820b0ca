import type { Parser } from 'htmlparser2';
import { diagnostic, type Report } from '../../diagnostic.js';
import type { FeedItem } from './entry.js';
import { escapeMarkup, type FeedText } from './markup.js';

const ATOM = 'http://www.w3.org/2005/Atom';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';
const DUBLIN_CORE_TERMS = 'http://purl.org/dc/terms/';
const CONTENT = 'http://purl.org/rss/1.0/modules/content/';
const FEEDBURNER = 'http://rssnamespace.org/feedburner/ext/1.0';

/** What begins the name of an element of each namespace below; elements of others say nothing about a paper. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['', ''],
  [ATOM, ''],
  ['http://purl.org/atom/ns#', ''],
  ['http://purl.org/rss/1.0/', ''],
  ['http://my.netscape.com/rdf/simple/0.9/', ''],
  ['http://backend.userland.com/rss2', ''],
  [DUBLIN_CORE, 'dc:'],
  [DUBLIN_CORE_TERMS, 'dc:'],
  [CONTENT, 'content:'],
  [FEEDBURNER, 'feedburner:'],
]);

/** The usual prefixes, for feeds that do not declare them. */
const USUAL_PREFIXES = [
  ['', ''],
  ['atom', ATOM],
  ['dc', DUBLIN_CORE],
  ['dcterms', DUBLIN_CORE_TERMS],
  ['content', CONTENT],
  ['feedburner', FEEDBURNER],
] as const;

const ITEMS: ReadonlySet<string> = new Set(['item', 'entry']);

/** Elements whose text is taken, and where it goes. */
const TEXTS: Readonly<Record<string, ItemLists | 'title' | 'date' | 'updated' | 'summary' | 'content'>> = {
  title: 'title',
  'dc:title': 'title',
  link: 'addresses',
  id: 'addresses',
  guid: 'addresses',
  comments: 'addresses',
  'feedburner:origlink': 'addresses',
  'dc:identifier': 'addresses',
  pubdate: 'date',
  published: 'date',
  issued: 'date',
  'dc:date': 'date',
  'dc:created': 'date',
  'dc:issued': 'date',
  updated: 'updated',
  modified: 'updated',
  author: 'authors',
  name: 'authors',
  'dc:creator': 'authors',
  category: 'keywords',
  'dc:subject': 'keywords',
  summary: 'summary',
  description: 'summary',
  'dc:description': 'summary',
  'dc:abstract': 'summary',
  content: 'content',
  'content:encoded': 'content',
};

/** Texts that are HTML where nothing says otherwise. */
const HTML_TEXTS: ReadonlySet<string> = new Set(['description', 'content:encoded']);

/** An item takes a few kilobytes. */
const LONGEST_ITEM = 1024 * 1024;
/** At most this much comes between two items: the head of a feed, or an element that never ends. */
const LONGEST_GAP = 4 * 1024 * 1024;
/** A feed nests ten elements or so, and what XHTML is in it a few more; for each more the parser takes longer. */
const DEEPEST = 200;

type Attributes = Readonly<Record<string, string>>;

type ItemLists = 'addresses' | 'authors' | 'keywords';

/** An item while it is read. */
interface Draft extends Omit<FeedItem, ItemLists> {
  line: number;
  /** How many elements the item is in, itself included. */
  depth: number;
  addresses: string[];
  authors: string[];
  keywords: string[];
  title: FeedText | null;
  summary: FeedText | null;
  content: FeedText | null;
  date: string | null;
  updated: string | null;
  /** Of all its texts so far. */
  length: number;
}

/** An element whose text is taken. */
interface Taken extends FeedText {
  name: string;
  /** How many elements it is in, itself included. */
  depth: number;
  /** Its own text is not HTML, but there are elements in it. */
  escapes: boolean;
}

const openDraft = (line: number, depth: number): Draft => ({
  line,
  depth,
  title: null,
  addresses: [],
  date: null,
  updated: null,
  authors: [],
  keywords: [],
  summary: null,
  content: null,
  length: 0,
});

/** Lists collect every value, other members keep the first. */
const put = (draft: Draft, name: string, text: string, isHtml: boolean): void => {
  const value = text.trim();
  if (value === '') return;
  const where = TEXTS[name];
  if (where === 'addresses' || where === 'authors' || where === 'keywords') draft[where].push(value);
  else if (where === 'date' || where === 'updated') draft[where] ??= value;
  else if (where !== undefined) draft[where] ??= { value, isHtml };
};

const nameOf = (tag: string, prefixes: ReadonlyMap<string, string>): string => {
  const colon = tag.indexOf(':');
  const begin = NAMESPACES.get(prefixes.get(tag.slice(0, Math.max(colon, 0))) ?? 'not declared');
  return begin === undefined ? `? ${tag}` : begin + tag.slice(colon + 1);
};

const inTag = (name: string, value: string | undefined): string =>
  value ? ` ${name}="${escapeMarkup(value)}"` : '';

const tooLarge = (message: string, line: number) => diagnostic('entry-too-large', { message, line });

/**
 * The items of an RSS or Atom feed, as they come. Entities that a feed declares are never expanded and nothing is
 * loaded; what is too long or too deep is left out and reported.
 */
export async function* readXmlFeed(
  pieces: AsyncIterable<string>,
  report: Report,
): AsyncGenerator<FeedItem[], void, undefined> {
  const { Parser: XmlParser } = await import('htmlparser2');
  const prefixes = new Map<string, string>(USUAL_PREFIXES);
  let items: FeedItem[] = [];
  let draft: Draft | null = null;
  /** Elements that are open, and the namespaces of prefixes that hold again behind each. */
  const open: {
    name: string;
    before: readonly (readonly [prefix: string, address: string | undefined])[];
  }[] = [];
  let taken: Taken | null = null;
  let hasStopped = false;

  let [line, read, lastEvent] = [1, 0, 0];
  /** Offsets of line ends, and how many of them the parser has passed. */
  const lineEnds: number[] = [];
  let passed = 0;
  const advance = (to: number): void => {
    lastEvent = to;
    while (passed < lineEnds.length && (lineEnds[passed] as number) < to) passed += 1;
  };

  const stop = (message: string): void => {
    report(tooLarge(message, line + passed));
    hasStopped = true;
    parser.pause();
  };
  const grow = (text: string): void => {
    if (draft === null || taken === null) return;
    draft.length += text.length;
    taken.value += text;
    if (draft.length <= LONGEST_ITEM) return;
    report(tooLarge('an item is longer than 1 MiB; it is left out', draft.line));
    [draft, taken] = [null, null];
  };
  const endItem = (): void => {
    if (draft === null) return;
    items.push({ ...draft, date: draft.date ?? draft.updated });
    draft = null;
  };
  const onElement = (name: string, { type = '', href, rel = 'alternate', term, url }: Attributes): void => {
    if (ITEMS.has(name)) {
      endItem();
      draft = openDraft(line + passed, open.length);
    }
    if (draft === null) return;
    // A person has a name inside in Atom, and is one in RSS. What is in other elements, such as the source, is theirs.
    const isName = name === 'name' && open.at(-2)?.name === 'author';
    if (open.length - (isName ? 1 : 0) !== draft.depth + 1 || (name === 'name' && !isName)) return;
    if (name === 'link' && href && rel === 'alternate') put(draft, name, href, false);
    if (name === 'enclosure' && url) put(draft, 'link', url, false);
    if (name === 'category' && term) put(draft, name, term, false);
    if (!Object.hasOwn(TEXTS, name)) return;
    const isHtml = HTML_TEXTS.has(name) || /html/i.test(type);
    taken = { name, depth: open.length, value: '', isHtml, escapes: false };
  };
  /** Markup that is not escaped inside a text. */
  const onInnerElement = (tag: string, { class: name, href }: Attributes): void => {
    if (taken === null) return;
    if (taken.name === 'author') {
      taken = null;
      return onElement(nameOf(tag, prefixes), {});
    }
    if (!taken.isHtml) taken = { ...taken, value: escapeMarkup(taken.value), isHtml: true, escapes: true };
    grow(`<${tag}${inTag('class', name)}${inTag('href', href)}>`);
  };

  const parser: Parser = new XmlParser(
    {
      onopentag(tag, attributes) {
        advance(parser.startIndex);
        if (open.length === DEEPEST) {
          return stop(`elements are nested more than ${DEEPEST} deep; the rest was skipped`);
        }
        if (taken !== null) {
          open.push({ name: nameOf(tag, prefixes), before: [] });
          return onInnerElement(tag, attributes);
        }
        const before: [string, string | undefined][] = [];
        for (const [name, address] of Object.entries(attributes)) {
          if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
          const prefix = name.slice('xmlns:'.length);
          before.push([prefix, prefixes.get(prefix)]);
          prefixes.set(prefix, address);
        }
        const name = nameOf(tag, prefixes);
        open.push({ name, before });
        onElement(name, attributes);
      },
      ontext(text) {
        advance(parser.startIndex);
        if (taken !== null) grow(taken.escapes || open.length > taken.depth ? escapeMarkup(text) : text);
      },
      onclosetag(tag) {
        if (hasStopped) return;
        advance(parser.startIndex);
        const depth = open.length;
        const { name, before } = open.pop() ?? { name: '', before: [] };
        for (const [prefix, address] of before)
          if (address === undefined) prefixes.delete(prefix);
          else prefixes.set(prefix, address);
        if (taken !== null && depth > taken.depth) grow(`</${tag}>`);
        else if (taken !== null && draft !== null) {
          put(draft, taken.name, taken.value, taken.isHtml);
          taken = null;
        } else if (ITEMS.has(name)) endItem();
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );

  for await (const piece of pieces) {
    line += passed;
    lineEnds.splice(0, passed);
    passed = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) lineEnds.push(read + at);
    read += piece.length;
    parser.write(piece);
    if (read - lastEvent > LONGEST_GAP)
      stop('an element is longer than 4 MiB; the rest of the feed was skipped');
    if (items.length > 0) yield items;
    items = [];
    if (hasStopped) return;
  }
  const isBroken = open.length > 0;
  parser.end();
  if (isBroken) {
    const message = 'the feed breaks off: its closing tag is missing';
    report(diagnostic('entry-truncated', { message, line: line + lineEnds.length }));
  }
  if (items.length > 0) yield items;
}
