import type { Report } from '../../diagnostic.js';
import { messages } from '../json/messages.js';
import { splitter } from '../json/split.js';
import type { FeedItem } from './entry.js';
import type { FeedText } from './markup.js';

const textIn = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null;
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textsIn = (values: readonly unknown[]): string[] => values.flatMap((value) => textIn(value) ?? []);
const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
const feedText = (value: unknown, isHtml: boolean): FeedText | null => {
  const text = textIn(value);
  return text === null ? null : { value: text, isHtml };
};

const itemOf = (value: unknown, line: number): FeedItem => {
  const the = (name: string): unknown => member(value, name);
  // Version 1.0 has one author.
  const people = [...listIn(the('authors')), the('author')];
  return {
    line,
    title: feedText(the('title'), false),
    addresses: textsIn([the('url'), the('id'), the('external_url')]),
    date: textIn(the('date_published')) ?? textIn(the('date_modified')),
    authors: textsIn(people.map((person) => member(person, 'name'))),
    keywords: textsIn(listIn(the('tags'))),
    summary: feedText(the('summary'), false),
    content: feedText(the('content_html'), true) ?? feedText(the('content_text'), false),
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
    list: () => undefined,
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
