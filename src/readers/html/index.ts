import { diagnostic, type Report } from '../../diagnostic.js';
import { decodeEntities } from '../../fields/entities.js';
import type { Content } from '../../input/decode.js';
import type { Page } from '../../page.js';
import { LONGEST_ABOVE } from '../above.js';
import { headerInWords } from '../csv/rows.js';
import { detectFeed } from '../feed/detect.js';
import { findJson } from '../json/start.js';
import type { Read, ReadContext } from '../reader.js';
import { detectHtml, nameOfTag, TAG } from './detect.js';
import { readDocument } from './document.js';

/** A saved day of the feed takes a quarter of a megabyte; the tree of a hostile page thirty times its length. */
const MAX_LENGTH = 8 * 1024 * 1024;

/** Between two pages that were saved into one file; programs leave a line or two there. */
const SEAM = /<\/html>\s{0,1000}(?=<(?:!doctype\s|html[\s>]))/i;
/** No match of {@link SEAM} is longer. */
const LONGEST_SEAM = 1020;

/** The pages of a file, nearly always one, or as much of each as is held. */
async function* documentsIn(pieces: AsyncIterable<string>, report: Report): AsyncGenerator<string> {
  let held: string[] = [];
  let length = 0;
  const take = (text: string): void => {
    if (length < MAX_LENGTH) held.push(text.slice(0, MAX_LENGTH - length));
    length += text.length;
  };
  const end = (): string => {
    const message = 'the page is larger than 8 MiB; the rest of it was skipped';
    if (length > MAX_LENGTH) report(diagnostic('entry-too-large', { message }));
    const page = held.join('');
    held = [];
    length = 0;
    return page;
  };
  let rest = '';
  for await (const piece of pieces) {
    rest += piece;
    for (let seam = SEAM.exec(rest); seam !== null; seam = SEAM.exec(rest)) {
      const to = seam.index + seam[0].length;
      take(rest.slice(0, to));
      yield end();
      rest = rest.slice(to);
    }
    take(rest.slice(0, -LONGEST_SEAM));
    rest = rest.slice(-LONGEST_SEAM);
  }
  take(rest);
  yield end();
}

/** A frame that holds the page that it shows; its other attributes are shorter, and a bound keeps the search linear. */
const FRAME = /<iframe\s(?:[^<>]{0,160}\s)?srcdoc=(?:"([^"]+)"|'([^']+)')[^<>]{0,160}>/gi;

/** With the pages of its frames in their places. */
const withFrames = (html: string): string =>
  html.replace(FRAME, (_, quoted, single) => decodeEntities(quoted ?? single));

// A page may only wrap a text: `<pre>Daily Papers …</pre>`, or lines that end in `<br>`, or rows of them.

/** Tags that such a page has around its lines. */
const AROUND = /^(?:!doctype|html|head|title|meta|body|main|div|span|pre|code|br|hr|font)$/i;
const BREAK = /^br$/i;
/** A page with fewer breaks is not a list of lines. */
const FEWEST_BREAKS = 5;
const DOCUMENT_HEAD = /<!doctype[^<>]*>|<title[^<>]*>[^<]*<\/title>/gi;
const BREAKS = /<br ?\/?>(?!\s*\n)/gi;

/** A row for each line is how a browser shows the source of a page or a feed. */
const FIRST_ROW = /<td class="?line-content\b/i;
const ROW = /<tr\b[^<>]{0,400}>/gi;
/** How it shows a feed: as the only thing in an element of its page. */
const FEED = /<div\b[^<>]{0,400}>\s{0,20}<(rss|feed|rdf:RDF)\s(?:[^<>]{0,400}\s)?(?:xmlns|version)\b/i;

const endOf = (tag: string, html: string): number | undefined => {
  const at = html.lastIndexOf(tag);
  return at < 0 ? undefined : at + tag.length;
};

const textOf = (html: string): string => decodeEntities(html.replace(TAG, ''));

/** The text that a page wraps, line by line where it has them; `null` of any other page. */
const dumpIn = (html: string): string | null => {
  const feed = FEED.exec(html);
  if (feed) return html.slice(html.indexOf(`<${feed[1]}`, feed.index), endOf(`</${feed[1]}>`, html));
  const row = FIRST_ROW.exec(html);
  if (row) return textOf(html.slice(row.index).replace(ROW, '\n'));
  let breaks = 0;
  let isPreformatted = false;
  for (const [, , inside = ''] of html.matchAll(TAG)) {
    const name = nameOfTag(inside);
    if (!AROUND.test(name)) return null;
    if (BREAK.test(name)) breaks++;
    isPreformatted ||= /^pre$/i.test(name);
  }
  if (!isPreformatted && breaks < FEWEST_BREAKS) return null;
  return textOf(html.replace(DOCUMENT_HEAD, '').replace(BREAKS, '\n'));
};

/** Reads saved pages of the feed: the JSON that they carry, and their cards; or the text that they wrap. */
export async function* readHtml(
  content: Content,
  context: ReadContext,
): AsyncGenerator<Page, void, undefined> {
  for await (const page of documentsIn(content.text(), context.report)) {
    const html = withFrames(page);
    const dump = dumpIn(html);
    if (dump === null) yield await readDocument(html, context.report);
    else yield* readDump(dump, context);
  }
}

/** What a browser shows in such a page besides text. */
const WRAPPED: readonly { detect(text: string): unknown; load(): Promise<Read> }[] = [
  { detect: detectFeed, load: async () => (await import('../feed/index.js')).readFeed },
  { detect: detectHtml, load: async () => readSource },
  { detect: findJson, load: async () => (await import('../json/index.js')).readJson },
  { detect: headerInWords, load: async () => (await import('../csv/index.js')).readTable },
];

/** Reads the pages whose source a page displays. */
async function* readSource(content: Content, { report }: ReadContext): AsyncGenerator<Page, void, undefined> {
  for await (const html of documentsIn(content.text(), report)) yield await readDocument(html, report);
}

const TEXT = { load: async (): Promise<Read> => (await import('../text/index.js')).readText };

async function* readDump(dump: string, context: ReadContext): AsyncGenerator<Page, void, undefined> {
  const read = await (WRAPPED.find(({ detect }) => detect(dump.slice(0, LONGEST_ABOVE))) ?? TEXT).load();
  async function* bytes() {
    yield Buffer.from(dump);
  }
  async function* text() {
    yield dump;
  }
  yield* read({ bytes, text }, context);
}
