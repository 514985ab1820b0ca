import { diagnostic, type Report } from '../../diagnostic.js';
import type { FeedItem, FeedText } from './item.js';

/** Ten thousand papers with their abstracts take 20 MB. */
const LONGEST = 64 * 1024 * 1024;

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

const itemOf = (value: unknown): FeedItem => {
  const the = (name: string): unknown => member(value, name);
  // Version 1.0 has one author.
  const people = [...listIn(the('authors')), the('author')];
  return {
    line: null,
    title: feedText(the('title'), false),
    addresses: textsIn([the('url'), the('id'), the('external_url')]),
    date: textIn(the('date_published')) ?? textIn(the('date_modified')),
    authors: textsIn(people.map((person) => member(person, 'name'))),
    keywords: textsIn(listIn(the('tags'))),
    summary: feedText(the('summary'), false),
    content: feedText(the('content_html'), true) ?? feedText(the('content_text'), false),
  };
};

/** The items of a JSON Feed, all at once. */
export async function* readJsonFeed(
  pieces: AsyncIterable<string>,
  report: Report,
): AsyncGenerator<FeedItem[], void, undefined> {
  const held: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > LONGEST) {
      return report(
        diagnostic('entry-too-large', {
          message: 'the JSON Feed is larger than 64 MiB; nothing of it was read',
        }),
      );
    }
    held.push(piece);
  }
  try {
    yield listIn(member(JSON.parse(held.join('')), 'items')).map(itemOf);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    report(
      diagnostic('malformed-json', {
        message: 'the JSON Feed breaks off or is not valid JSON; nothing of it was read',
        hint: 'save the feed again, or read what is left of it with --input-format json',
      }),
    );
  }
}
