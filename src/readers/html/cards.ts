import { type Diagnostic, diagnostic, type Report } from '../../diagnostic.js';

const MAX_CARDS = 5000;
/** Characters; real cards have a tenth of it. */
const MAX_CARD_LENGTH = 1 << 18;
const MAX_DEPTH = 256;

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr !doctype'.split(' '),
);

/** Whether elements of the markup lie so deep in each other that walking through them is no use. */
const isTooDeep = (html: string): boolean => {
  let depth = 0;
  for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z][\w-]*)/gi)) {
    if (VOID.has(name.toLowerCase())) continue;
    depth += close ? -1 : 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
};

/** The stretches of a page between the openings and ends of its cards; a piece of a page may begin inside one. */
function* stretches(html: string): Generator<string> {
  const tag = /<\/?article\b/i.test(html) ? /<(\/?)article\b/gi : /<(\/?)h3\b/gi;
  const isArticle = tag.source.includes('article');
  let from: number | null = isArticle ? 0 : null;
  let seen = false;
  for (const { index, 1: close } of html.matchAll(tag)) {
    if (close && !isArticle) continue;
    if (from !== null && (seen || close)) yield html.slice(from, index);
    from = close ? null : index;
    seen = true;
  }
  if (from !== null && seen) yield html.slice(from);
}

const skipped = (message: string): Diagnostic => diagnostic('entry-too-large', { message });

/** The markup of each card of a page, within limits that keep a hostile page from filling the memory. */
export function* cardsOf(html: string, report: Report): Generator<string> {
  let cards = 0;
  let oversized = 0;
  for (const card of stretches(html)) {
    if (++cards > MAX_CARDS) {
      report(skipped(`the page has more than ${MAX_CARDS} cards; the rest was skipped`));
      break;
    }
    if (card.length <= MAX_CARD_LENGTH && !isTooDeep(card)) yield card;
    else if (oversized++ === 0) {
      const words = card.length > MAX_CARD_LENGTH ? 'is larger than 256 KiB' : 'is nested too deep';
      report(skipped(`card ${cards} ${words}; it and others like it were skipped`));
    }
  }
}
