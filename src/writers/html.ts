import { createHash } from 'node:crypto';
import { type FieldName, PAPER_FIELDS, type PaperRecord } from '../paper.js';
import { counted, dayInWords, isWebUrl } from '../words.js';
import { escapeAttribute, escapeXml, plainLine } from './escape-xml.js';
import { feedAddress, plainText, plainTexts, USUAL_TITLE } from './feed.js';
import { PAGE_SCRIPT, PAGE_STYLE } from './page-assets.js';
import { type Picked, pick, pieces, type WriterModule } from './writer.js';

/** An address of the web as it is: HTML takes any character in it; else `null`. */
const targetOf = (address: string | null | undefined): string | null =>
  address != null && isWebUrl(address) ? plainLine(address) : null;

/** Markup, or nothing. */
type Markup = string | null;

/**
 * An element whose class is the field it shows, so that the page can be read back. Quotes would
 * make the page larger.
 */
const marked = (tag: string, field: string, text: string, attribute = ''): string =>
  `<${tag} class=${field}${attribute}>${escapeXml(text)}</${tag}>`;

const linkTo = (field: string | null, text: string, address: string | null): Markup => {
  if (address === null) return null;
  const target = `href="${escapeAttribute(address)}"`;
  return field === null ? `<a ${target}>${escapeXml(text)}</a>` : marked('a', field, text, ` ${target}`);
};

/** A count is read back by its word, outside other elements. Number and word stay on one line. */
const shownCount = (one: string, count: number | null | undefined): Markup =>
  count == null ? null : counted(count, one).replace(' ', '\u00a0');

const shownDay = (field: string, day: string | null | undefined): Markup =>
  day == null ? null : marked('time', field, dayInWords(day), ` datetime=${day}`);

const bold = (markup: Markup): Markup => markup && `<b>${markup}</b>`;

const prefixed = (words: string, markup: Markup): Markup => markup && `${words} ${markup}`;

const ofHub = (field: string, text: string, handle: string | null | undefined): string => {
  const address = handle == null ? null : targetOf(`https://huggingface.co/${encodeURIComponent(handle)}`);
  return linkTo(field, text, address) ?? marked('span', field, text);
};

const organizationIn = (paper: Picked): Markup => {
  const [name, slug] = [plainText(paper.organization), plainText(paper.organizationSlug)];
  if (name !== null) return ofHub('organization', name, slug);
  return slug === null ? null : ofHub('organizationSlug', slug, slug);
};

/** What is said of a paper below its title, in this order. */
const factsIn = (paper: Picked): Markup[] => [
  bold(shownCount('upvote', paper.upvotes)),
  shownCount('comment', paper.comments),
  organizationIn(paper),
  shownCount('author', paper.authorCount),
  shownDay('published', paper.published),
  paper.yearInferred ? marked('span', 'yearInferred', 'year inferred') : null,
  paper.source == null ? null : `from ${marked('span', 'source', plainLine(paper.source))}`,
  paper.line == null ? null : `line ${paper.line}`,
  paper.rank == null ? null : `rank ${paper.rank}`,
  prefixed('page of', shownDay('pageDate', paper.pageDate)),
];

/** When it came to the feed, and through whom: the same for a whole page, or of interest to few. */
const submissionOf = ({ submittedOn, submittedBy }: Picked): Markup[] => {
  const handle = plainText(submittedBy);
  return [
    prefixed('On Daily Papers', shownDay('submittedOn', submittedOn)),
    prefixed('Submitted by', handle && marked('span', 'submittedBy', handle)),
  ];
};

/** An address without scheme and `www.`, for reading. */
const inWords = (address: string): string => plainLine(address).replace(/^https?:\/\/(?:www\.)?|\/$/gi, '');

const linksOf = (paper: Picked): Markup[] => {
  const { arxivId, githubRepo, githubStars, projectPage } = paper;
  const named = new Set([githubRepo, projectPage]);
  return [
    arxivId == null ? null : linkTo(null, 'arXiv', `https://arxiv.org/abs/${arxivId}`),
    arxivId == null ? null : linkTo(null, 'PDF', `https://arxiv.org/pdf/${arxivId}`),
    linkTo('githubRepo', 'GitHub', targetOf(githubRepo)),
    shownCount('star', githubStars),
    linkTo('projectPage', 'Project page', targetOf(projectPage)),
    ...(paper.links ?? []).map((address) =>
      named.has(address) ? null : linkTo(null, inWords(address), targetOf(address)),
    ),
  ];
};

const markedRow = (field: string, parts: readonly Markup[], between: string): string => {
  const shown = parts.filter((part) => part !== null);
  return shown.length === 0 ? '' : `<p class=${field}>${shown.join(between)}</p>\n`;
};

/** The names or words of a list in a row; one that holds a comma itself is in an element. */
const inRow = (field: string, label: string, values: readonly string[] | null | undefined): string => {
  const row = plainTexts(values).map((value) =>
    value.includes(',') ? `<span>${escapeXml(value)}</span>` : escapeXml(value),
  );
  return markedRow(field, row.length === 0 ? [] : [`<b>${label}:</b> ${row.join(', ')}`], '');
};

const prose = (field: string, text: string | null | undefined): string => {
  const line = plainText(text);
  return line === null ? '' : `${marked('p', field, line)}\n`;
};

/** One paper. What is long, or of interest to few, goes into its details. */
const articleOf = (paper: PaperRecord, fields: readonly FieldName[]): string => {
  const asked = pick(paper, fields);
  const title = escapeXml(plainLine(paper.title) || 'Untitled');
  const address = targetOf(asked.url);
  const heading = address === null ? title : `<a href="${escapeAttribute(address)}">${title}</a>`;
  const inside = [
    prose('abstract', asked.abstract),
    inRow('authors', 'Authors', asked.authors),
    inRow('keywords', 'Keywords', asked.keywords),
    markedRow('submitted', submissionOf(asked), ' · '),
  ].join('');
  const details =
    inside === ''
      ? ''
      : `<details><summary>${asked.abstract == null ? 'Details' : 'Abstract'}</summary>\n${inside}</details>\n`;
  return [
    `<article>\n<h2>${heading}</h2>\n`,
    markedRow('facts', factsIn(asked), ' · '),
    prose('aiSummary', asked.aiSummary),
    details,
    markedRow('links', linksOf(asked), ' · '),
    '</article>\n',
  ].join('');
};

/** Feeds by the ending of their address. */
const FEED_TYPES: Readonly<Record<string, string>> = {
  rss: 'application/rss+xml',
  json: 'application/feed+json',
};

const feedType = (address: string): string =>
  FEED_TYPES[/\.(\w+)$/.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? ''] ?? 'application/atom+xml';

const TOOLS = `<div id="tools" role="search" hidden>
<label>Search <input type="search" autocomplete="off" spellcheck="false"></label>
<label>Sort <select autocomplete="off"><option value="">as listed</option><option value="day">newest first</option><option value="upvotes">most upvotes</option><option value="comments">most comments</option></select></label>
<label>Organization <select autocomplete="off"><option value="">all</option></select></label>
<label>Year <select autocomplete="off"><option value="">all</option></select></label>
<div class="count"><output aria-live="polite"></output><label><input type="checkbox" autocomplete="off"> Open all abstracts</label></div>
</div>
`;

/**
 * One page without anything beside it: for the web, a mail, a printer or `file://`. Nothing in it can ask for anything or
 * run but its own style and script, which its policy names by their hashes. Everything above the papers is the same
 * whatever papers there are, so they are written as they come.
 */
export const html: WriterModule = {
  defaultFields: PAPER_FIELDS,
  async *write(papers, { fields = PAPER_FIELDS, feedUrl, feedTitle = USUAL_TITLE }) {
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = `default-src 'none'; img-src data:; style-src ${hash(PAGE_STYLE)}; script-src ${hash(PAGE_SCRIPT)}; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'`;
    // In quotes too.
    const title = escapeAttribute(plainLine(feedTitle) || USUAL_TITLE);
    const feed = feedAddress(feedUrl);
    const feedHref = feed && escapeAttribute(feed);
    yield [
      '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
      `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
      '<meta name="generator" content="papers">\n<meta name="referrer" content="no-referrer">\n',
      `<title>${title}</title>\n`,
      // Without one a browser asks the server for it.
      '<link rel="icon" href="data:,">\n',
      feed && `<link rel="alternate" type="${feedType(feed)}" title="${title}" href="${feedHref}">\n`,
      `<style>${PAGE_STYLE}</style>\n</head>\n<body>\n<header>\n<h1>${title}</h1>\n`,
      feed && `<a href="${feedHref}">Feed</a>\n`,
      `</header>\n${TOOLS}<main>\n`,
    ].join('');
    let isEmpty = true;
    for await (const piece of pieces(papers)) {
      isEmpty = false;
      yield piece.map((paper) => articleOf(paper, fields)).join('');
    }
    if (isEmpty) yield '<p>No papers found.</p>\n';
    yield `</main>\n<script>${PAGE_SCRIPT}</script>\n</body>\n</html>\n`;
  },
};
