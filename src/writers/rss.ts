import { element, emptyElement, escapeXml } from './escape-xml.js';
import { FEED_FIELDS, FEED_HOME, type FeedItem, feedOf, itemPieces, timestamp } from './feed.js';
import type { WriterModule } from './writer.js';

const NAMESPACES =
  'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';

/** RFC 822, with the four digits of the year that RSS allows. */
const date = (day: string): string => new Date(timestamp(day)).toUTCString();

/** Names go into `dc:creator`, since `author` is for mail addresses. `description` gets the shorter text. */
const rssItem = ({
  id,
  url,
  title,
  day,
  authors,
  keywords,
  summary,
  abstract,
  content,
}: FeedItem): string => {
  const lines = [
    element('title', title),
    ...(url === null ? [] : [element('link', url)]),
    element('guid', id, { isPermaLink: String(/^https?:/.test(id)) }),
    element('pubDate', date(day)),
    ...authors.map((name) => element('dc:creator', name)),
    ...keywords.map((word) => element('category', word)),
    element('description', escapeXml(summary ?? abstract ?? title)),
    element('content:encoded', content),
  ];
  return `    <item>\n${lines.map((line) => `      ${line}\n`).join('')}    </item>\n`;
};

/** RSS 2.0, as its advisory board's profile wants it. */
export const rss: WriterModule = {
  defaultFields: FEED_FIELDS,
  async *write(papers, options) {
    const feed = await feedOf(papers, options);
    const { title, url, updated, items } = feed;
    const head = [
      element('title', title),
      element('link', FEED_HOME),
      element('description', 'Papers of the Hugging Face Daily Papers feed'),
      ...(url === null
        ? []
        : [emptyElement('atom:link', { rel: 'self', type: 'application/rss+xml', href: url })]),
      ...(items.length === 0 ? [] : [element('lastBuildDate', date(updated))]),
    ];
    yield `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" ${NAMESPACES}>\n  <channel>\n`;
    yield head.map((line) => `    ${line}\n`).join('');
    yield* itemPieces(feed, rssItem);
    yield '  </channel>\n</rss>\n';
  },
};
