import type { CheerioAPI } from 'cheerio/slim';
import { type Diagnostic, diagnostic, type Report } from '../../diagnostic.js';
import { decodeEntities } from '../../fields/entities.js';
import type { Content } from '../../input/decode.js';
import type { Page } from '../../page.js';
import { LONGEST_ABOVE } from '../above.js';
import { headerInWords } from '../csv/rows.js';
import { detectFeed } from '../feed/detect.js';
import { findJson } from '../json/start.js';
import { type Read, type ReadContext, reportRemoved } from '../reader.js';
import { type Card, readCard } from './card.js';
import { partsOf } from './cards.js';
import { detectHtml, nameOfTag, TAG } from './detect.js';
import { isOwnPage, ownArticles, readOwnPage } from './own-page.js';
import { factsOf, isOfTheFeed, isPaperPage, singlePaperId, treeOf } from './page.js';
import { piecesOf } from './pieces.js';
import { merge, readProps } from './props.js';
import { type PaperLink, paperLinksOf } from './titles.js';

/** A saved day of the feed takes a quarter of a megabyte; the tree of a hostile page thirty times its length. */
const MAX_LENGTH = 8 * 1024 * 1024;
/** A year of days has fewer papers than this has cards. */
const MAX_CARDS = 5000;

/** Between two pages that were saved into one file; programs leave a line or two there. */
const SEAM = /<\/html>\s{0,1000}(?=<(?:!doctype\s|html[\s>]))/i;
const LONGEST_SEAM = 1020;

const tooLarge = (message: string): Diagnostic => diagnostic('entry-too-large', { message });

/** The pages of a file, nearly always one, or as much of each as is held. */
async function* documentsIn(pieces: AsyncIterable<string>, report: Report): AsyncGenerator<string> {
  let held: string[] = [];
  let length = 0;
  const take = (text: string): void => {
    if (length < MAX_LENGTH) held.push(text.slice(0, MAX_LENGTH - length));
    length += text.length;
  };
  const end = (): string => {
    if (length > MAX_LENGTH) report(tooLarge('the page is larger than 8 MiB; the rest of it was skipped'));
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

const tooMany = tooLarge(`the page has more than ${MAX_CARDS} cards; the rest was skipped`);

const singlePaper = (id: string | null): Diagnostic =>
  diagnostic('no-papers', {
    message: `the page of a single paper${id === null ? '' : ` (${id})`}, not a list of papers`,
    hint: 'save a page of the feed: https://huggingface.co/papers, one of its days, or a search',
  });

const NUMBER = /^#?(\d{1,3})[.):] /;

/** Without the numbers that count the titles of a list; a title that begins with a number alone keeps it. */
const withoutNumbers = (cards: Card[]): Card[] => {
  const numbers = cards.map(({ fields }) => Number(NUMBER.exec(fields.title ?? '')?.[1]));
  const areCounted =
    (cards.length > 1 || numbers[0] === 1) && numbers.every((number, at) => number > (numbers[at - 1] ?? 0));
  return areCounted
    ? cards.map((card) => ({
        ...card,
        fields: { ...card.fields, title: card.fields.title?.replace(NUMBER, '') ?? null },
      }))
    : cards;
};

/** An article that links to a paper is a card of the feed only if it shows something of it. */
const showsFacts = ({ fields: { upvotes, comments, authorCount, submittedBy } }: Card): boolean =>
  [upvotes, comments, authorCount, submittedBy].some((value) => value !== null);

/** Reads the cards of a page, within limits that keep a hostile page from filling the memory. */
const readCards = ($: CheerioAPI, links: readonly PaperLink[], report: Report): Card[] => {
  const cards: Card[] = [];
  let removed = 0;
  let oversized = 0;
  let found = 0;
  for (const { id, title, nodes, heads } of partsOf($, links)) {
    if (++found > MAX_CARDS) {
      report(tooMany);
      break;
    }
    const pieces = piecesOf(nodes, title, heads);
    if (pieces === null) {
      if (oversized++ === 0)
        report(tooLarge(`card ${found} is larger than 256 KiB; it and others like it were skipped`));
      continue;
    }
    const card = readCard(id, pieces, (count) => {
      removed += count;
    });
    if (card.fields.title !== null) cards.push(card);
    else if (title !== null || showsFacts(card)) {
      const message = `a card without a title (${id}); it is left out`;
      report(diagnostic('entry-without-title', { message }));
    }
  }
  reportRemoved(removed, report);
  return withoutNumbers(cards);
};

/** Reads the data inside one page, then its cards, and puts both together; one that `papers` wrote says what is what. */
const readPage = ($: CheerioAPI, report: Report): Page => {
  if (isOwnPage($)) {
    const articles = ownArticles($);
    if (articles.length > MAX_CARDS) report(tooMany);
    return readOwnPage($, articles.slice(0, MAX_CARDS), report);
  }
  const props = readProps($, report);
  const links = paperLinksOf($);
  const single = singlePaperId($);
  const isSingle = single !== null || props?.singlePaper === true || isPaperPage($);
  const found = isSingle ? [] : readCards($, links, report);
  const isListed = isOfTheFeed($, links) || found.some(({ fields }) => fields.upvotes != null);
  const cards = isListed ? found : [];
  const entries = isSingle ? [] : merge(props?.papers ?? [], cards);
  const [only, second] = new Set(links.map(({ id }) => id));
  if (isSingle || (entries.length === 0 && links.length > 1 && only && !second))
    report(singlePaper(single ?? only ?? null));
  const facts = factsOf($, links, props, cards);
  return { facts, entries, firstLine: null, lastLine: null, settled: false, continues: false };
};

/** A frame that holds the page that it shows. */
const FRAME = /<iframe\s(?:[^<>]{0,400}\s)?srcdoc=(?:"([^"]+)"|'([^']+)')[^<>]{0,400}>/gi;

/** With the pages of its frames in their places. */
const withFrames = (html: string): string =>
  html.replace(FRAME, (_, quoted, single) => decodeEntities(quoted ?? single));

// A page may only wrap a text: `<pre>Daily Papers …</pre>`, or lines that end in `<br>`, or rows of them.

/** What such a page has besides its lines. */
const AROUND = /^(?:!doctype|html|head|title|meta|body|main|div|span|pre|code|br|hr|font)$/i;
const BREAK = /^br$/i;
/** A page with fewer breaks has lines of something else. */
const FEWEST_BREAKS = 5;
const DOCUMENT_HEAD = /<!doctype[^<>]*>|<title[^<>]*>[^<]*<\/title>/gi;
const BREAKS = /<br ?\/?>(?!\s*\n)/gi;

/** A row for each line is how a browser shows the source of a page or a feed. */
const FIRST_ROW = /<td class="?line-content\b/i;
const ROW = /<tr\b[^<>]{0,400}>/gi;
/** How it shows a feed: inside a page of its own. */
const FEED = /<((?:rss|feed|rdf:RDF)\b)[^<>]{0,400}\s(?:xmlns|version)\b/i;

const endOf = (tag: string, html: string): number | undefined => {
  const at = html.lastIndexOf(tag);
  return at < 0 ? undefined : at + tag.length;
};

const textOf = (html: string): string => decodeEntities(html.replace(TAG, ''));

/** The text that a page wraps, line by line where it has them; `null` of any other page. */
const dumpIn = (html: string): string | null => {
  const feed = FEED.exec(html);
  if (feed) return html.slice(feed.index, endOf(`</${feed[1]}>`, html));
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

/** Reads one page whatever it wraps. */
const readPageOf = async (html: string, report: Report): Promise<Page> => {
  const { load } = await import('cheerio/slim');
  return readPage(treeOf(html, load, report), report);
};

/** Reads saved pages of the feed: the JSON that they carry, and their cards; or the text that they wrap. */
export async function* readHtml(
  content: Content,
  context: ReadContext,
): AsyncGenerator<Page, void, undefined> {
  for await (const page of documentsIn(content.text(), context.report)) {
    const html = withFrames(page);
    const dump = dumpIn(html);
    if (dump === null) yield await readPageOf(html, context.report);
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

/** Reads pages whose source a page shows. */
async function* readSource(content: Content, { report }: ReadContext): AsyncGenerator<Page, void, undefined> {
  for await (const html of documentsIn(content.text(), report)) yield await readPageOf(html, report);
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
