import { FEED_FIELDS, FEED_HOME, type FeedItem, feedOf, itemPieces, timestamp } from './feed.js';
import type { WriterModule } from './writer.js';

/** Indented as an element of the list `items`. */
const elementText = (value: object): string => JSON.stringify(value, null, 2).replace(/^/gm, '    ');

const jsonItem = ({ id, url, title, day, authors, keywords, summary, content }: FeedItem): string =>
  elementText({
    id,
    ...(url !== null && { url }),
    title,
    ...(summary !== null && { summary }),
    content_html: content,
    date_published: timestamp(day),
    ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
    ...(keywords.length > 0 && { tags: keywords }),
  });

/** JSON Feed 1.1. */
export const jsonFeed: WriterModule = {
  defaultFields: FEED_FIELDS,
  async *write(papers, options) {
    const feed = await feedOf(papers, options);
    const head = {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      home_page_url: FEED_HOME,
      ...(feed.url !== null && { feed_url: feed.url }),
    };
    yield `${JSON.stringify(head, null, 2).slice(0, -'\n}'.length)},\n  "items": [`;
    if (feed.items.length > 0) {
      yield '\n';
      yield* itemPieces(feed, jsonItem, ',\n');
      yield '\n  ';
    }
    yield ']\n}\n';
  },
};
