import type { Cheerio, CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { type Entry, noFacts, type Page } from '../../entry.js';
import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { utcDay } from '../../fields/date.js';
import { linksIn } from '../../fields/links.js';
import { oneLine } from '../../fields/text.js';
import { entryOf } from './merge.js';
import { factsOf } from './page.js';

type Fields = Entry['fields'];
type Shown = Cheerio<Element>;

/** Whether `papers` wrote the page. */
export const isOwnPage = ($: CheerioAPI): boolean => $('meta[name="generator"]').attr('content') === 'papers';

const text = (shown: Shown): string | null => oneLine(shown.text()) || null;
const count = (shown: Shown): number | null => readCount(shown.text().split(' ')[0] ?? '');
const day = (shown: Shown): string | null => utcDay(shown.attr('datetime') ?? '');
const address = (shown: Shown): string | null => shown.attr('href') ?? null;

const texts = (shown: Shown, $: CheerioAPI): string[] =>
  shown
    .children('span')
    .toArray()
    .map((one) => oneLine($(one).text()))
    .filter((one) => one !== '');

/** The handle that an address of the hub ends in. */
const handle = (shown: Shown): string | null => {
  const path = /^https:\/\/huggingface\.co\/([^/]+)$/.exec(shown.attr('href') ?? '')?.[1];
  try {
    return path === undefined ? null : decodeURIComponent(path);
  } catch {
    return null;
  }
};

/** How a field is read from the element that has it for its class. */
const READINGS: { readonly [F in keyof Fields]?: (shown: Shown, $: CheerioAPI) => Fields[F] | null } = {
  published: day,
  yearInferred: (shown) => shown.length > 0,
  upvotes: count,
  comments: count,
  authorCount: count,
  organization: text,
  organizationSlug: text,
  submittedBy: text,
  submittedOn: day,
  arxivId: (shown) => arxivId(address(shown) ?? ''),
  githubRepo: address,
  githubStars: count,
  projectPage: address,
  authors: texts,
  keywords: texts,
  aiSummary: text,
  abstract: text,
  pageDate: day,
};

const fieldsOf = ($: CheerioAPI, article: Element): Fields => {
  const shown = (field: string): Shown => $(article).find(`.${field}`).first() as Shown;
  const title = shown('title');
  const found = Object.entries(READINGS).map(([field, read]) => [field, read(shown(field), $) ?? undefined]);
  const fields: Fields = { ...Object.fromEntries(found), title: text(title) };
  const linked = address(title.find('a').first());
  return {
    ...fields,
    organizationSlug: fields.organizationSlug ?? handle(shown('organization')),
    url: linked ?? (fields.arxivId ? hubPaperUrl(fields.arxivId) : null),
    links: fields.abstract
      ? linksIn(fields.abstract)
      : $(article)
          .find('a.links')
          .toArray()
          .flatMap(({ attribs }) => attribs.href ?? []),
  };
};

/** Reads a page that `papers` wrote: its elements are called like the fields they show, so nothing is guessed. */
export const readOwnPage = ($: CheerioAPI): Page => {
  const entries = $('article')
    .toArray()
    .map((article) => entryOf(fieldsOf($, article), null));
  const { title, saysEmpty } = factsOf($, null, []);
  const facts = {
    ...noFacts(),
    kind: 'records',
    title,
    saysEmpty: saysEmpty && entries.length === 0,
  } as const;
  return { facts, entries, firstLine: null, lastLine: null, settled: true, continues: false };
};
