import type { Report } from '../../diagnostic.js';
import { isObject } from '../json/fields.js';
import { messages } from '../json/messages.js';
import { splitter } from '../json/split.js';
import type { FeedItem } from './entry.js';
import type { FeedText } from './markup.js';

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
export async function* readJsonFeed(
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
