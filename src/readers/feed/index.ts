import { diagnostic, type Report } from '../../diagnostic.js';
import { arxivId } from '../../fields/arxiv.js';
import type { Content } from '../../input/decode.js';
import { type Entry, noFacts, type Page, statedPage } from '../../page.js';
import { counted } from '../../words.js';
import { blankBefore, contentAt, headFirst, LONGEST_ABOVE } from '../above.js';
import { messages } from '../json/messages.js';
import { splitter } from '../json/split.js';
import { isObject } from '../json/typed.js';
import { type ReadContext, reportRemoved } from '../reader.js';
import { entryOf, type FeedItem } from './entry.js';
import { DEEPEST, escapeMarkup, type FeedText, loadProse, type ProseOf } from './markup.js';
import { readXmlFeed } from './xml.js';

const textIn = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null;
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textsIn = (values: readonly unknown[]): string[] => values.flatMap((value) => textIn(value) ?? []);
const feedText = (value: unknown, isHtml: boolean): FeedText | null => {
  const text = textIn(value);
  return text === null ? null : { value: text, isHtml };
};

const nameOf = (person: unknown): unknown => (isObject(person) ? person.name : null);

const itemOf = (value: unknown, line: number): FeedItem => {
  const item = isObject(value) ? value : {};
  // Version 1.0 has one author.
  const people = [...listIn(item.authors), item.author];
  return {
    line,
    title: feedText(item.title, false),
    addresses: textsIn([item.url, item.id, item.external_url]),
    date: textIn(item.date_published) ?? textIn(item.date_modified),
    authors: textsIn(people.map(nameOf)),
    keywords: textsIn(listIn(item.tags)),
    summary: feedText(item.summary, false),
    content: feedText(item.content_html, true) ?? feedText(item.content_text, false),
  };
};

/** Items are handed over each time this much was read: a short one takes a hundred times its length. */
const STEP = 1 << 13;

/** The items of a JSON Feed, as they come. */
async function* readJsonFeed(
  pieces: AsyncIterable<string>,
  report: Report,
): AsyncGenerator<FeedItem[], void, undefined> {
  const say = messages(report);
  let items: FeedItem[] = [];
  const split = splitter({
    ...say,
    element: (value, { line }) => items.push(itemOf(value, line)),
    list: () => false,
  });
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; from += STEP) {
      split.push(piece.slice(from, from + STEP));
      yield items;
      items = [];
    }
  }
  split.end();
  say.finish();
  yield items;
}

/** Puts what was looked at back before the rest, which is closed at the end. */
async function* joined(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string, void, undefined> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** The items of a feed in XML or JSON. */
async function* itemsOf(pieces: AsyncIterable<string>, report: Report) {
  const rest = headFirst(pieces, LONGEST_ABOVE);
  const { value: head = '' } = await rest.next();
  const at = contentAt(head);
  const read = /^\s*\{/.test(head.slice(at)) ? readJsonFeed : readXmlFeed;
  yield* read(joined(blankBefore(head, at), rest), report);
}

const pageOf = (entries: Entry[], continues: boolean, saysEmpty: boolean): Page =>
  statedPage({ ...noFacts(), kind: 'feed', saysEmpty }, entries, continues);

/** The list of papers that an item is, such as those of a day: its text is a page like any other. */
const digestIn = async (item: FeedItem, proseOf: ProseOf, report: Report): Promise<Page | null> => {
  const content = item.content ?? item.summary;
  if (!content?.isHtml) return null;
  const ids = new Set(proseOf(content).links.flatMap(({ address }) => arxivId(address) ?? []));
  if (ids.size < 2) return null;
  const { readDocument } = await import('../html/document.js');
  const title = `<title>${escapeMarkup(item.title?.value ?? '')}</title>`;
  const address = `<link rel="canonical" href="${escapeMarkup(item.addresses[0] ?? '')}">`;
  const page = await readDocument(title + address + content.value, report);
  for (const entry of page.entries) entry.line ??= item.line;
  return page.entries.length > 0 ? page : null;
};

/** Reads the items of a feed that are papers, or lists of them. */
export async function* readFeed(
  content: Content,
  { report }: ReadContext,
): AsyncGenerator<Page, void, undefined> {
  let [items, others, removed] = [0, 0, 0];
  let failed = false;
  const readProse = await loadProse();
  const entryIn = (item: FeedItem): Entry | null => {
    let isCut = false;
    const proseOf: ProseOf = (text) => {
      const prose = readProse(text);
      isCut ||= prose.isCut;
      return prose;
    };
    const entry = entryOf(item, proseOf, (count) => {
      removed += count;
    });
    if (isCut) {
      const message = `the HTML of item ${items} is nested more than ${DEEPEST} deep; the rest of it was skipped`;
      report(diagnostic('entry-too-large', { message, line: item.line }));
    }
    return entry;
  };
  async function* pagesIn(list: readonly FeedItem[]): AsyncGenerator<Page, void, undefined> {
    let entries: Entry[] = [];
    for (const item of list) {
      items += 1;
      const entry = entryIn(item);
      const digest = entry === null ? await digestIn(item, readProse, report) : null;
      if (digest !== null) {
        yield pageOf(entries, false, false);
        yield digest;
        entries = [];
      } else if (entry === null) others += 1;
      else if (entry.fields.title === null) {
        const message = `item ${items} has no title (${entry.fields.arxivId}); it is left out`;
        report(diagnostic('entry-without-title', { message, line: item.line }));
      } else entries.push(entry);
    }
    yield pageOf(entries, true, false);
  }
  const fail: Report = (found) => {
    failed = true;
    report(found);
  };
  for await (const list of itemsOf(content.text(), fail)) yield* pagesIn(list);

  const hint =
    'an item is a paper if its address, its id or its text names one page of the hub or one arXiv paper';
  if (others > 0 && others === items) {
    report(
      diagnostic('no-papers', {
        message: `a feed of ${counted(items, 'item')}, none of which names a paper`,
        hint,
      }),
    );
  } else if (others > 0) {
    report(
      diagnostic('feed-item-skipped', {
        message: `${others} of ${counted(items, 'item')} ${others === 1 ? 'names' : 'name'} no paper`,
        hint,
      }),
    );
  }
  reportRemoved(removed, report);
  yield pageOf([], false, items === 0 && !failed);
}
