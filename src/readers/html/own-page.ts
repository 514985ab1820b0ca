import type { Cheerio, CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { linksIn } from '../../fields/links.js';
import { oneLine } from '../../fields/text.js';
import { type Entry, noFacts, type Page } from '../../page.js';
import { entryOf } from './merge.js';
import { factsOf } from './page.js';

type Fields = Entry['fields'];
type Shown = Cheerio<Element>;

/** Whether `papers` wrote the page. */
export const isOwnPage = ($: CheerioAPI): boolean => $('meta[name="generator"]').attr('content') === 'papers';

const text = (shown: Shown): string | null => oneLine(shown.text()) || null;
const day = (shown: Shown): string | null => shown.attr('datetime') ?? null;
const address = (shown: Shown): string | null => shown.attr('href') ?? null;

/** A row of names or words behind its label; one that holds a comma itself is in an element. */
const texts = (shown: Shown, $: CheerioAPI): string[] =>
  shown
    .contents()
    .toArray()
    .flatMap((node) => {
      if (node.type === 'text') return node.data.split(',');
      return node.type === 'tag' && node.name === 'span' ? [$(node).text()] : [];
    })
    .map((one) => oneLine(one))
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
  organization: text,
  organizationSlug: text,
  submittedBy: text,
  submittedOn: day,
  githubRepo: address,
  projectPage: address,
  authors: texts,
  keywords: texts,
  aiSummary: text,
  abstract: text,
  pageDate: day,
};

/** Counts by the words behind them. */
const COUNTS = {
  upvotes: 'upvote',
  comments: 'comment',
  authorCount: 'author',
  githubStars: 'star',
} as const;

/** What facts and links say outside of elements that have a field for their class. */
const saidIn = ($: CheerioAPI, article: Element): string[] =>
  $(article)
    .find('.facts, p.links')
    .contents()
    .toArray()
    .filter((node) => node.type === 'text' || (node.type === 'tag' && node.name === 'b'))
    .flatMap((node) => $(node).text().split(' · '));

const fieldsOf = ($: CheerioAPI, article: Element): Fields => {
  const shown = (field: string): Shown => $(article).find(`.${field}`).first() as Shown;
  const title = $(article).find('h2').first();
  const found = Object.entries(READINGS).map(([field, read]) => [field, read(shown(field), $) ?? undefined]);
  const fields: Fields = { ...Object.fromEntries(found), title: text(title) };
  const linked = address(title.find('a').first());
  const said = saidIn($, article).map((one) => oneLine(one).split(' '));
  for (const [field, word] of Object.entries(COUNTS) as [keyof typeof COUNTS, string][])
    fields[field] = readCount(said.find(([, of]) => of === word || of === `${word}s`)?.[0] ?? '');
  const links = $(article).find('p.links a:not([class])').toArray();
  const [onArxiv, others] = [/^arXiv$/, /^(?!arXiv$|PDF$)/].map((words) =>
    links.filter((link) => words.test($(link).text())).map(({ attribs }) => attribs.href ?? ''),
  );
  const id = arxivId(onArxiv?.[0] ?? linked ?? '');
  return {
    ...fields,
    organizationSlug: fields.organizationSlug ?? handle(shown('organization')),
    arxivId: id,
    url: linked ?? (id && hubPaperUrl(id)),
    links: fields.abstract ? linksIn(fields.abstract) : (others ?? []),
  };
};

/** Reads a page that `papers` wrote: its elements are called like the fields they show, so nothing is guessed. */
export const readOwnPage = ($: CheerioAPI): Page => {
  const entries = $('article')
    .toArray()
    .map((article) => entryOf(fieldsOf($, article), null));
  const { title, saysEmpty } = factsOf($, [], null, []);
  const facts = {
    ...noFacts(),
    kind: 'records',
    title,
    saysEmpty: saysEmpty && entries.length === 0,
  } as const;
  return { facts, entries, firstLine: null, lastLine: null, settled: true, continues: false };
};
