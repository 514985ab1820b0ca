import type { CheerioAPI } from 'cheerio/slim';
import type { AnyNode } from 'domhandler';
import { diagnostic, type Report } from '../../diagnostic.js';
import { arxivId, PAPER_PAGE } from '../../fields/arxiv.js';
import { partsOfDay, readDateLine, utcDay } from '../../fields/date.js';
import { queryIn } from '../../fields/links.js';
import { oneLine } from '../../fields/text.js';
import { noFacts, type PageFacts, type PageKind } from '../../page.js';
import type { Card } from './card.js';
import { nameOfTag, TAG } from './detect.js';
import type { Props } from './props.js';
import type { PaperLink } from './titles.js';

/** Tags that need no end: they are not counted. */
const ENDLESS = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody option'.split(
    ' ',
  ),
);
/**
 * Tags that the card reader looks for are counted separately, so that other tags cannot push them
 * out.
 */
const LOOKED_FOR = /^(?:a|article|div|h[1-6]|section|table|time|ul)$/i;
/** Real pages are 30 deep. The parser takes time quadratic in the depth. */
const MAX_DEPTH = 256;

/** A page without the tags that are nested too deep; `null` if none is. */
const flattened = (html: string): string | null => {
  const depth = { lookedFor: 0, others: 0 };
  let isTooDeep = false;
  const isKept = (close: string, inside: string): boolean => {
    const name = nameOfTag(inside);
    if (ENDLESS.has(name.toLowerCase()) || inside.endsWith('/')) return true;
    const kind = LOOKED_FOR.test(name) ? 'lookedFor' : 'others';
    const now = Math.max(depth[kind], close ? depth[kind]-- : ++depth[kind]);
    depth[kind] = Math.max(0, depth[kind]);
    isTooDeep ||= now > MAX_DEPTH;
    return now <= MAX_DEPTH;
  };
  const kept = html.replace(TAG, (tag, close, inside) => (isKept(close, inside) ? tag : ''));
  return isTooDeep ? kept : null;
};

/** Each element takes up to a kilobyte of memory. The 5,000 cards that are read at most have 200,000 tags. */
const MOST_TAGS = 300_000;

/** The page up to its last tag that is read. */
const withinTags = (html: string): string => {
  if (html.length < MOST_TAGS * '<p>'.length) return html;
  let tags = 0;
  for (const { index } of html.matchAll(TAG)) if (++tags > MOST_TAGS) return html.slice(0, index);
  return html;
};

/** The beginning of a tag or a reference, where a page breaks off in one. */
const HALF = /(?:<\/?|&#?\w{0,9})$/;
/** What ends a tag, an attribute or a comment in which a page breaks off: it would be missing in the tree otherwise. */
const ENDINGS = ['', '">', "'>", '-->'];
const END = 'papers-end';
/** Around all of a page: selectors compare the children of the root with each other. */
const PAGE = 'papers-page';
/** Elements know where they begin. */
const OPTIONS = { xml: { xmlMode: false, withStartIndices: true } };

/** The tree of a page, whole or cut anywhere. */
export const treeOf = (page: string, load: CheerioAPI['load'], report: Report): CheerioAPI => {
  const within = withinTags(page);
  if (within !== page) {
    const message = `the page has more than ${MOST_TAGS} tags; the rest of it was skipped`;
    report(diagnostic('entry-too-large', { message }));
  }
  // What XML marks as text is markup in a note of Evernote; as HTML it would be a comment.
  const html = within.replace(/<!\[CDATA\[|\]\]>/g, '').replace(HALF, '');
  const flat = flattened(html);
  if (flat !== null) {
    const message = `elements are nested more than ${MAX_DEPTH} deep; the deeper ones were left out, but not their texts`;
    report(diagnostic('entry-too-large', { message }));
  }
  for (const ending of ENDINGS) {
    const $ = load(`<${PAGE}>${flat ?? html}${ending}<${END}>`, OPTIONS);
    const end = $(END);
    if (end.length === 0) continue;
    end.remove();
    return $;
  }
  return load(`<${PAGE}>${flat ?? html}`, OPTIONS);
};

/** Programs that save a page write where it was from into a comment at its top. */
const SAVED_FROM = /^\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url: )(\S+)/;

const savedFrom = ($: CheerioAPI): string | null => {
  const top = [...$(PAGE).contents().toArray(), ...$('html').first().contents().toArray()] as AnyNode[];
  for (const node of top) {
    const address = node.type === 'comment' ? SAVED_FROM.exec(node.data)?.[1] : undefined;
    if (address !== undefined) return address;
  }
  return null;
};

/** The page's own address, if it gives one; else empty. */
const addressOf = ($: CheerioAPI): string =>
  $('meta[property="og:url"]').attr('content') ??
  $('link[rel="canonical"]').attr('href') ??
  savedFrom($) ??
  '';

/** Paths of the feed's pages. */
const KINDS: readonly [RegExp, PageKind][] = [
  [/^[^?#]*\/papers\?(?:[^#]*&)?q=/, 'search'],
  [/\/papers\/trending\b/, 'trending'],
  [/\/papers\/week\//, 'week'],
  [/\/papers\/month\//, 'month'],
  [/\/papers(?:\/date\/|\?date=|\/?(?:[?#]|$))/, 'day'],
];

const DAY = /\/papers(?:\/date\/|\?(?:[^#?]{1,60}&)?date=)(\d{4}-\d\d-\d\d)/;
const SAYS_EMPTY = /^\s*(?:No papers found|No daily papers|No papers (?:yet|for this)|No results? found)/i;

/** It is shown in a message. */
const LONGEST_TITLE_SHOWN = 200;

const titleIn = ($: CheerioAPI): string | null =>
  oneLine($('title').not('svg title').first().text()).slice(0, LONGEST_TITLE_SHOWN) || null;

const previousDay = ($: CheerioAPI, day: string | null): string | null => {
  const links = $('a[href*="/papers/date/"], a[href*="/papers?date="]').toArray();
  const linked = links.map(({ attribs }) => DAY.exec(attribs.href ?? '')?.[1]).find((found) => found) ?? null;
  return linked !== null && (day === null || linked < day) ? linked : null;
};

/** The arXiv id of the paper if the page is that of a single paper, on the hub or on arXiv. */
export const singlePaperId = ($: CheerioAPI): string | null => {
  const path = addressOf($).replace(/[?#][\s\S]*/, '');
  const cited = $('meta[name="citation_arxiv_id"]').attr('content');
  return arxivId(cited ?? '') ?? (/\/(?:papers|abs|pdf|html)\//.test(path) ? arxivId(path) : null);
};

/** Whether the page's title is that of the hub's page of a single paper. */
export const isPaperPage = ($: CheerioAPI): boolean => PAPER_PAGE.test($('title').first().text());

/** Words and addresses of which a list of the feed's papers has at least one. */
const OF_THE_FEED = /hugging ?face|daily papers|trending papers|(?:^|hf\.co)\/papers\//i;

/** Whether anything on a page says that it is about the feed. */
export const isOfTheFeed = ($: CheerioAPI, links: readonly PaperLink[]): boolean =>
  links.some(({ link }) => OF_THE_FEED.test(link.attribs.href ?? '')) ||
  OF_THE_FEED.test($('title, h1, h2, header, footer').text());

/** Whether a text of the page, however deep, says that it has no papers. */
const saysEmpty = ($: CheerioAPI): boolean => {
  const open: AnyNode[] = $.root().toArray();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text' && SAYS_EMPTY.test(node.data)) return true;
    if (node.type === 'root' || node.type === 'tag') for (const child of node.children) open.push(child);
  }
  return false;
};

/** What a page says about itself around its cards, and in its JSON. Times in its cards are not the page's. */
export const factsOf = (
  $: CheerioAPI,
  links: readonly PaperLink[],
  props: Props | null,
  cards: readonly Card[],
): PageFacts => {
  const given = props?.facts;
  const address = addressOf($);
  const begin = links[0]?.link.startIndex ?? Number.POSITIVE_INFINITY;
  const times = $('time')
    .toArray()
    .filter(({ startIndex }) => (startIndex ?? 0) < begin);
  const stamp = times.find(({ attribs }) => attribs.datetime)?.attribs.datetime ?? '';
  const day = given?.captured ?? utcDay(stamp) ?? DAY.exec(address)?.[1] ?? null;
  const printed = times[0] ? readDateLine(oneLine($(times[0]).text())) : null;

  const previous = given?.previousDay ?? previousDay($, day);
  // A page without its address is a day's if it shows a day and has a link to the one before.
  const byLooks = (): PageKind | null => {
    if (printed !== null && previous !== null) return 'day';
    return cards.some(({ fields }) => fields.githubStars != null) ? 'trending' : null;
  };
  return {
    ...noFacts(),
    kind: given?.kind ?? KINDS.find(([path]) => path.test(address))?.[1] ?? byLooks(),
    headerDay: day === null ? (printed?.day ?? null) : partsOfDay(day),
    captured: given?.captured ?? null,
    previousDay: previous,
    query: given?.query ?? queryIn(address),
    title: titleIn($),
    saysEmpty: cards.length === 0 && (props?.saysEmpty === true || saysEmpty($)),
  };
};
