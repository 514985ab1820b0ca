import type { CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { diagnostic, type Report } from '../../diagnostic.js';
import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { readCount } from '../../fields/count.js';
import { linksIn } from '../../fields/links.js';
import { oneLine } from '../../fields/text.js';
import { type Entry, noFacts, type Page, statedEntry, statedPage } from '../../page.js';
import { fits } from '../../paper.js';
import { factsOf } from './page.js';
import { isElement } from './titles.js';

type Fields = Entry['fields'];

/** Whether `papers` wrote the page. */
export const isOwnPage = ($: CheerioAPI): boolean => $('meta[name="generator"]').attr('content') === 'papers';

/** A damaged page may hold anything in these places. */
const address = ({ attribs: { href = '' } }: Element): string | null => {
  const shown = oneLine(href);
  return fits('url', shown) ? shown : null;
};
const day = ({ attribs: { datetime = '' } }: Element): string | null =>
  fits('published', datetime) ? datetime : null;
const text = (shown: Element, $: CheerioAPI): string | null => oneLine($(shown).text()) || null;

/** A row of names or words behind its label; one that holds a comma itself is in an element. */
const texts = (shown: Element, $: CheerioAPI): string[] =>
  shown.children
    .flatMap((node) => {
      if (node.type === 'text') return node.data.split(',');
      return node.type === 'tag' && node.name === 'span' ? [$(node).text()] : [];
    })
    .map((one) => oneLine(one))
    .filter((one) => one !== '');

/** How a field is read from the element that has it for its class. */
const READINGS: {
  readonly [F in keyof Fields]?: (shown: Element, $: CheerioAPI) => Fields[F] | null;
} = {
  published: day,
  yearInferred: () => true,
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

/** Counts are said outside of such elements: `12 upvotes`. */
const COUNTS = {
  upvotes: /^(\d+) upvotes?$/,
  comments: /^(\d+) comments?$/,
  authorCount: /^(\d+) authors?$/,
  githubStars: /^(\d+) stars?$/,
} as const satisfies { [F in keyof Fields]?: RegExp };

const countsIn = ($: CheerioAPI, rows: readonly (Element | undefined)[]): Partial<Fields> => {
  const said = rows
    .flatMap((row) => row?.children ?? [])
    .filter((node) => node.type === 'text' || (node.type === 'tag' && node.name === 'b'))
    .flatMap((node) => $(node).text().split(' · '))
    .map((one) => oneLine(one));
  const counts = Object.entries(COUNTS).map(([field, form]) => {
    const found = said.find((one) => form.test(one));
    return [field, readCount(form.exec(found ?? '')?.[1] ?? '')];
  });
  return Object.fromEntries(counts);
};

/** The handle that an address of the hub ends in. */
const handleIn = (link: string): string | null => {
  const path = /^https:\/\/huggingface\.co\/([^/]+)$/.exec(link)?.[1];
  try {
    return path === undefined ? null : decodeURIComponent(path);
  } catch {
    return null;
  }
};

const linksOf = (element: Element | undefined): Element[] =>
  (element?.children ?? []).filter(isElement).filter(({ name }) => name === 'a');

const fieldsOf = ($: CheerioAPI, article: Element): Fields => {
  /** The first element of each class, and of each kind without a class. */
  const shown = new Map<string, Element>();
  for (const one of $(article).find('*').toArray().reverse()) shown.set(one.attribs.class ?? one.name, one);
  const fields: Partial<Record<string, unknown>> = {};
  for (const [field, read] of Object.entries(READINGS)) {
    const element = shown.get(field);
    if (element !== undefined) fields[field] = read(element, $);
  }
  const [heading, links, organization] = ['h2', 'links', 'organization'].map((name) => shown.get(name));
  // Links that their words explain have no class.
  const unnamed = linksOf(links).filter(({ attribs }) => attribs.class === undefined);
  const [onArxiv, inAbstract] = [/^arXiv$/, /^(?!(?:arXiv|PDF)$)/].map((words) =>
    unnamed.flatMap((link) => (words.test($(link).text()) ? (address(link) ?? []) : [])),
  );
  const abstract = shown.get('abstract');
  const linked = linksOf(heading).map(address)[0] ?? null;
  const id = arxivId(onArxiv?.[0] ?? linked ?? '');
  return {
    organizationSlug: handleIn(organization?.attribs.href ?? ''),
    ...fields,
    ...countsIn($, [shown.get('facts'), links]),
    title: heading === undefined ? null : text(heading, $),
    arxivId: id,
    url: id === null ? null : hubPaperUrl(id),
    links: abstract ? linksIn(text(abstract, $) ?? '') : (inAbstract ?? []),
  };
};

/** The papers of a page that `papers` wrote. */
export const ownArticles = ($: CheerioAPI): Element[] => $('main').children('article').toArray();

/** Reads these articles of it: their elements are called like the fields they show, so nothing is guessed. */
export const readOwnPage = ($: CheerioAPI, articles: readonly Element[], report: Report): Page => {
  const papers = articles.map((article) => fieldsOf($, article));
  const entries = papers.filter((fields) => fields.title !== null).map((fields) => statedEntry(fields, null));
  const lost = papers.length - entries.length;
  if (lost > 0) {
    const message = `${lost} of the page's papers without a title; left out`;
    report(diagnostic('entry-without-title', { message }));
  }
  const { title, saysEmpty } = factsOf($, [], null, []);
  const facts = {
    ...noFacts(),
    kind: 'records',
    title,
    saysEmpty: saysEmpty && papers.length === 0,
  } as const;
  return statedPage(facts, entries, false);
};
