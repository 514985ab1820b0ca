import { diagnostic, type Report } from '../../diagnostic.js';
import type { Page } from '../../entry.js';
import type { ReadContext } from '../reader.js';
import { type Card, readCard } from './card.js';
import { cardsOf } from './cards.js';
import { merge } from './merge.js';
import { addressOf, factsOf, singlePaperId } from './page.js';
import { piecesOf } from './pieces.js';
import { readProps, takeProps } from './props.js';

/** A saved day of the feed takes a quarter of a megabyte. */
const MAX_LENGTH = 16 * 1024 * 1024;

/** The whole page, or as much of it as is held. */
const hold = async (pieces: AsyncIterable<string>, report: Report): Promise<string> => {
  let held = '';
  for await (const piece of pieces) {
    held += piece;
    if (held.length <= MAX_LENGTH) continue;
    const message = 'the page is larger than 16 MiB; the rest of it was skipped';
    report(diagnostic('entry-too-large', { message }));
    return held.slice(0, MAX_LENGTH);
  }
  return held;
};

const singlePaper = (id: string | null) =>
  diagnostic('no-papers', {
    message: `the page of a single paper${id === null ? '' : ` (${id})`}, not a list of papers`,
    hint: 'save a page of the feed: https://huggingface.co/papers, one of its days, or a search',
  });

const readCards = async (html: string, report: Report): Promise<Card[]> => {
  const { load } = await import('cheerio/slim');
  const cards: Card[] = [];
  let removed = 0;
  for (const markup of cardsOf(html, report)) {
    const card = readCard(piecesOf(markup, load), (count) => {
      removed += count;
    });
    if (card?.fields.title) cards.push(card);
    else if (card) {
      const message = `a card without a title (${card.fields.arxivId}); it is left out`;
      report(diagnostic('entry-without-title', { message }));
    }
  }
  if (removed > 0) {
    const message = `${removed} control or invisible character${removed === 1 ? '' : 's'} taken out of the cards`;
    report(diagnostic('control-characters-removed', { message }));
  }
  return cards;
};

/** Between two pages that were saved into one file. */
const SEAM = /<\/html>\s*(?=<(?:!doctype\s|html[\s>]))/gi;

/** The pages of a file; nearly always one. */
const documentsIn = (html: string): string[] => {
  const documents: string[] = [];
  let from = 0;
  for (const { index, 0: seam } of html.matchAll(SEAM)) {
    documents.push(html.slice(from, index + seam.length));
    from = index + seam.length;
  }
  return [...documents, html.slice(from)];
};

/** Reads the data inside one page, then its cards, and puts both together. */
const readPage = async (html: string, report: Report): Promise<Page> => {
  const { rest, values } = takeProps(html);
  const props = readProps(values, report);
  const id = singlePaperId(addressOf(rest));
  const isSingle = id !== null || props?.singlePaper === true;
  if (isSingle) report(singlePaper(id));
  const cards = isSingle ? [] : await readCards(rest, report);
  const entries = isSingle ? [] : merge(props?.papers ?? [], cards);
  const facts = factsOf(rest, props, cards);
  return { facts, entries, firstLine: null, lastLine: null, settled: false, continues: false };
};

/** Reads the pages of one input. */
export async function* readHtml(
  pieces: AsyncIterable<string>,
  { report }: ReadContext,
): AsyncGenerator<Page> {
  for (const html of documentsIn(await hold(pieces, report))) yield await readPage(html, report);
}
