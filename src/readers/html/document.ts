import type { CheerioAPI } from 'cheerio/slim';
import { type Diagnostic, diagnostic, type Report } from '../../diagnostic.js';
import type { Page } from '../../page.js';
import { reportRemoved } from '../reader.js';
import { type Card, readCard } from './card.js';
import { partsOf } from './cards.js';
import { isOwnPage, ownArticles, readOwnPage } from './own-page.js';
import { factsOf, isOfTheFeed, isPaperPage, singlePaperId, treeOf } from './page.js';
import { piecesOf } from './pieces.js';
import { merge, readProps } from './props.js';
import { papersOfScripts } from './scripts.js';
import { type PaperLink, paperLinksOf } from './titles.js';

/** A year of days has fewer papers than this has cards. */
const MAX_CARDS = 5000;

const tooLarge = (message: string): Diagnostic => diagnostic('entry-too-large', { message });
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
  const papers = props?.papers ?? (isSingle ? [] : papersOfScripts($, report));
  const entries = isSingle ? [] : merge(papers, cards);
  const [only, second] = new Set(links.map(({ id }) => id));
  if (isSingle || (entries.length === 0 && links.length > 1 && only && !second))
    report(singlePaper(single ?? only ?? null));
  const facts = factsOf($, links, props, cards);
  return { facts, entries, firstLine: null, lastLine: null, settled: false, continues: false };
};

/** Reads one page as it is. */
export const readDocument = async (html: string, report: Report): Promise<Page> => {
  const { load } = await import('cheerio/slim');
  return readPage(treeOf(html, load, report), report);
};
