import { createHash } from 'node:crypto';
import { diagnostic } from '../diagnostic.js';
import type { FieldName, PaperRecord } from '../paper.js';
import { counted, dayInWords, isWebUrl, monthOfId } from '../words.js';
import { escapeAttribute, escapeXml, plainLine } from './escape-xml.js';
import { type Picked, pick, type WriteOptions } from './writer.js';

/** What a feed says, whatever its format. */
export interface Feed {
  /** Never changes: its own address, else a URN made from its title. */
  id: string;
  title: string;
  /** Where it is published. */
  url: string | null;
  /** The day of its newest item, `YYYY-MM-DD`: never today, so the same papers give the same bytes. */
  updated: string;
  items: readonly FeedItem[];
}

/** A paper as an item of a feed, all text on one line. */
export interface FeedItem {
  /** Never changes: its address on the hub, else a URN made from its title. */
  id: string;
  /** Its page. */
  url: string | null;
  title: string;
  /** The day on the feed, else of publication, `YYYY-MM-DD`. */
  day: string;
  authors: readonly string[];
  keywords: readonly string[];
  summary: string | null;
  abstract: string | null;
  /** Facts, summary, abstract and links, as HTML. */
  content: string;
}

/** The fields that an item shows unless others are asked for. No upvotes: they change every hour. */
export const FEED_FIELDS: readonly FieldName[] = [
  'title',
  'published',
  'authorCount',
  'organization',
  'organizationSlug',
  'submittedOn',
  'arxivId',
  'url',
  'githubRepo',
  'projectPage',
  'authors',
  'keywords',
  'aiSummary',
  'abstract',
];

/** The home page of the feed. */
export const FEED_HOME = 'https://huggingface.co/papers';

export const USUAL_TITLE = 'Daily Papers';
/** The day of a paper that shows none: no paper of the feed is that old. */
const FIRST_DAY = '1970-01-01';

/** Items that are written together. */
const ITEMS_A_PIECE = 50;

const NOT_IN_ADDRESS = /[^\w.~:/?#@!$&'()*+,;=%-]|%(?![\dA-Fa-f]{2})/g;

/** A web address with nothing in it that RFC 3986 forbids; `null` where it is anything else. */
const webUri = (address: string | null | undefined): string | null => {
  if (address == null || !isWebUrl(address)) return null;
  return new URL(address).href.replace(NOT_IN_ADDRESS, encodeURIComponent);
};

/**
 * The address where a feed is published, `null` if none was given.
 *
 * @throws RangeError if it is not a web address
 */
export const feedAddress = (feedUrl: string | undefined): string | null => {
  const address = webUri(feedUrl);
  if (feedUrl !== undefined && address === null)
    throw new RangeError(`feedUrl is not a web address: "${feedUrl}"`);
  return address;
};

export const plainText = (value: string | null | undefined): string | null => plainLine(value ?? '') || null;
export const plainTexts = (values: readonly string[] | null | undefined): string[] =>
  (values ?? []).flatMap((value) => plainText(value) ?? []);

/** The day on the feed, else of publication, else the first of the month in which arXiv gave the id. */
const dayOf = (paper: PaperRecord): string | null => {
  const day = paper.submittedOn ?? paper.published;
  if (day !== null || paper.arxivId === null) return day;
  const [year, month] = monthOfId(paper.arxivId);
  return month === undefined ? null : `${year}-${String(month).padStart(2, '0')}-01`;
};

const anchor = (words: string, address: string | null): string =>
  address === null ? escapeXml(words) : `<a href="${escapeAttribute(address)}">${escapeXml(words)}</a>`;

const paragraph = (parts: readonly string[], attributes = ''): string =>
  parts.length === 0 ? '' : `<p${attributes}>${parts.join(' · ')}</p>`;

/** Facts, summary, abstract and links; the classes are for programs that read the feed. */
const contentOf = (asked: Picked, url: string | null): string => {
  const { organizationSlug: slug, authorCount, published, submittedOn, arxivId } = asked;
  const organization = plainText(asked.organization) ?? plainText(slug);
  const home = slug == null ? null : webUri(`https://huggingface.co/${encodeURIComponent(plainLine(slug))}`);
  const facts = [
    ...(organization === null ? [] : [anchor(organization, home)]),
    ...(authorCount == null ? [] : [counted(authorCount, 'author')]),
    ...(published == null ? [] : [`Published ${dayInWords(published)}`]),
    ...(submittedOn == null ? [] : [`On Daily Papers ${dayInWords(submittedOn)}`]),
  ];
  const links: readonly (readonly [string, string | null])[] = [
    ['Daily Papers', url],
    ['arXiv', arxivId == null ? null : `https://arxiv.org/abs/${arxivId}`],
    ['PDF', arxivId == null ? null : `https://arxiv.org/pdf/${arxivId}`],
    ['GitHub', webUri(asked.githubRepo)],
    ['Project page', webUri(asked.projectPage)],
  ];
  const linked = links.flatMap(([words, address]) => (address === null ? [] : [anchor(words, address)]));
  const [summary, abstract] = [plainText(asked.aiSummary), plainText(asked.abstract)];
  return [
    paragraph(facts, ' class="facts"'),
    paragraph(summary === null ? [] : [escapeXml(summary)], ' class="summary"'),
    paragraph(abstract === null ? [] : [escapeXml(abstract)], ' class="abstract"'),
    paragraph(linked, ' class="links"'),
  ].join('');
};

/** A URN made from a title. */
const nameOfTitle = (title: string): string =>
  `urn:sha256:${createHash('sha256').update(title).digest('hex')}`;

const itemOf = (paper: PaperRecord, fields: readonly FieldName[]): FeedItem => {
  const asked = pick(paper, fields);
  const title = plainLine(paper.title) || 'Untitled';
  const address = paper.arxivId === null ? paper.url : `${FEED_HOME}/${paper.arxivId}`;
  const page = address?.startsWith(`${FEED_HOME}/`) ? webUri(address) : null;
  const url = webUri(asked.url);
  return {
    id: page ?? nameOfTitle(paper.title),
    url,
    title,
    day: dayOf(paper) ?? FIRST_DAY,
    authors: plainTexts(asked.authors),
    keywords: plainTexts(asked.keywords),
    summary: plainText(asked.aiSummary),
    abstract: plainText(asked.abstract),
    content: contentOf(asked, url) || `<p>${escapeXml(title)}</p>`,
  };
};

/**
 * The feed of these papers. All are read first: the head gives the day of the newest, and each id
 * occurs once. Among copies, the first with the latest day is kept.
 *
 * @throws RangeError if `feedUrl` is not a web address
 */
export const feedOf = async (
  papers: AsyncIterable<readonly PaperRecord[]>,
  { fields = FEED_FIELDS, feedUrl, feedTitle = USUAL_TITLE, onDiagnostic }: WriteOptions,
): Promise<Feed> => {
  const url = feedAddress(feedUrl);
  const items = new Map<string, FeedItem>();
  let copies = 0;
  for await (const list of papers) {
    for (const paper of list) {
      const item = itemOf(paper, fields);
      const known = items.get(item.id);
      if (known) copies += 1;
      if (!known || known.day < item.day) items.set(item.id, item);
    }
  }
  if (copies > 0) {
    onDiagnostic?.(
      diagnostic('feed-copy-dropped', {
        message: `${counted(copies, 'record')} repeated a paper of the feed and ${copies === 1 ? 'was' : 'were'} left out`,
        hint: '--unique merges the copies instead',
      }),
    );
  }
  const all = [...items.values()];
  const dayless = all.filter(({ day }) => day === FIRST_DAY).length;
  if (dayless > 0) {
    onDiagnostic?.(
      diagnostic('feed-date-missing', {
        message: `${counted(dayless, 'item')} of the feed got the day ${FIRST_DAY}: the ${dayless === 1 ? 'paper shows' : 'papers show'} neither a day nor an arXiv id`,
        hint: 'save the page as HTML: it holds both',
      }),
    );
  }
  const title = plainLine(feedTitle) || USUAL_TITLE;
  const updated =
    all
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? FIRST_DAY;
  return { id: url ?? nameOfTitle(title), title, url, updated, items: all };
};

/** The items as text, in pieces. */
export function* itemPieces(
  { items }: Feed,
  toText: (item: FeedItem) => string,
  between = '',
): Generator<string, void, undefined> {
  for (let at = 0; at < items.length; at += ITEMS_A_PIECE) {
    const piece = items.slice(at, at + ITEMS_A_PIECE).map(toText);
    yield (at === 0 ? '' : between) + piece.join(between);
  }
}

/** RFC 3339. */
export const timestamp = (day: string): string => `${day}T00:00:00Z`;
