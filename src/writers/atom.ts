import { element, emptyElement } from './escape-xml.js';
import { FEED_FIELDS, FEED_HOME, type FeedItem, feedOf, itemPieces, timestamp } from './feed.js';
import type { WriterModule } from './writer.js';

const authorElement = (name: string): string => `<author>${element('name', name)}</author>`;

const atomEntry = ({ id, url, title, day, authors, keywords, summary, content }: FeedItem): string => {
  const lines = [
    element('id', id),
    element('title', title),
    ...(url === null ? [] : [emptyElement('link', { rel: 'alternate', type: 'text/html', href: url })]),
    element('published', timestamp(day)),
    element('updated', timestamp(day)),
    ...authors.map(authorElement),
    ...keywords.map((term) => emptyElement('category', { term })),
    ...(summary === null ? [] : [element('summary', summary)]),
    element('content', content, { type: 'html' }),
  ];
  return `  <entry>\n${lines.map((line) => `    ${line}\n`).join('')}  </entry>\n`;
};

/** Atom, RFC 4287. */
export const atom: WriterModule = {
  defaultFields: FEED_FIELDS,
  async *write(papers, options) {
    const feed = await feedOf(papers, options);
    const { id, title, url, updated, items } = feed;
    // Every entry needs an author, of its own or of the feed.
    const needsAuthor = items.length === 0 || items.some(({ authors }) => authors.length === 0);
    const head = [
      element('id', id),
      element('title', title),
      element('updated', timestamp(updated)),
      emptyElement('link', { rel: 'alternate', type: 'text/html', href: FEED_HOME }),
      ...(url === null
        ? []
        : [emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: url })]),
      ...(needsAuthor ? [authorElement('Daily Papers')] : []),
    ];
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n';
    yield head.map((line) => `  ${line}\n`).join('');
    yield* itemPieces(feed, atomEntry);
    yield '</feed>\n';
  },
};
