import { noFacts, type PageFacts, type PageKind } from '../../entry.js';
import { arxivId } from '../../fields/arxiv.js';
import { utcDay } from '../../fields/date.js';
import { oneLine } from '../../fields/text.js';
import type { Card } from './card.js';
import type { Props } from './props.js';
import { unescapedPieces } from './unescape.js';

/** Tags that may say what a page is; no value in them that matters holds an angle bracket. */
const TAG = /<(?:meta|link|time)\s[^<>]*/gi;

/** An attribute of the first tag that fits, in quotes of either kind. */
interface Wanted {
  tag: RegExp;
  value: RegExp;
}

const OWN_ADDRESS: Wanted = {
  tag: /^<meta[\s\S]*property=["']og:url["']/i,
  value: /\scontent=(?:"([^"]*)"|'([^']*)')/i,
};
const CANONICAL: Wanted = {
  tag: /^<link[\s\S]*rel=["']canonical["']/i,
  value: /\shref=(?:"([^"]*)"|'([^']*)')/i,
};
const TIME: Wanted = { tag: /^<time/i, value: /\sdatetime=(?:"([^"]*)"|'([^']*)')/i };
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(\S+)/i;

const valueIn = (html: string, { tag, value }: Wanted): string | null => {
  for (const [text] of html.matchAll(TAG)) {
    const found = tag.test(text) ? value.exec(text) : null;
    if (found) return found[1] ?? found[2] ?? null;
  }
  return null;
};

/** Where the page stood: its own address, as far as it tells. */
export const addressOf = (html: string): string =>
  valueIn(html, OWN_ADDRESS) ?? valueIn(html, CANONICAL) ?? SAVED_FROM.exec(html)?.[1] ?? '';

/** Paths of the feed's pages. */
const KINDS: readonly [RegExp, PageKind][] = [
  [/^[^?#]*\/papers\?(?:[^#]*&)?q=/, 'search'],
  [/\/papers\/trending\b/, 'trending'],
  [/\/papers\/week\//, 'week'],
  [/\/papers\/month\//, 'month'],
  [/\/papers(?:\/date\/|\?date=|\/?(?:[?#]|$))/, 'day'],
];

const SAYS_EMPTY = />\s*(?:No papers found|No papers (?:yet|for this)|No results? found)/i;
const TITLE_TAG = /<title[\s>]/i;
const LONGEST_TITLE_SHOWN = 200;
const PREVIOUS = /href=["'](?:https:\/\/huggingface\.co)?\/papers(?:\/date\/|\?date=)(\d{4}-\d\d-\d\d)/;

const queryIn = (address: string): string | null => {
  const query = /[?&]q=([^&#]+)/.exec(address)?.[1];
  if (query === undefined) return null;
  try {
    return oneLine(decodeURIComponent(query.replaceAll('+', ' ')));
  } catch {
    return null;
  }
};

const titleIn = (html: string): string | null => {
  const tag = html.search(TITLE_TAG);
  const from = html.indexOf('>', tag) + 1;
  if (tag === -1 || from === 0) return null;
  const [text = ''] = html.slice(from, from + LONGEST_TITLE_SHOWN).split('<', 1);
  return oneLine([...unescapedPieces(text)].join('')) || null;
};

const previousDay = (html: string, day: string | null): string | null => {
  const linked = PREVIOUS.exec(html)?.[1] ?? null;
  return linked !== null && (day === null || linked < day) ? linked : null;
};

/** The arXiv id of the paper if the address is that of a single paper's page. */
export const singlePaperId = (address: string): string | null =>
  /\/papers\/[^/]+$/.test(address.replace(/[?#][\s\S]*/, '')) ? arxivId(address) : null;

/** What a page says about itself around its cards, and in its JSON. */
export const factsOf = (html: string, props: Props | null, cards: readonly Card[]): PageFacts => {
  const given = props?.facts;
  const address = addressOf(html);
  const day =
    given?.captured ??
    utcDay(valueIn(html, TIME) ?? '') ??
    /\/papers(?:\/date\/|\?date=)(\d{4}-\d\d-\d\d)/.exec(address)?.[1] ??
    null;
  const [year = 0, month = 0, date = 0] = (day ?? '').split('-').map(Number);
  return {
    ...noFacts(),
    kind:
      given?.kind ??
      KINDS.find(([path]) => path.test(address))?.[1] ??
      (cards.some(({ fields }) => fields.githubStars != null) ? 'trending' : null),
    headerDay: day === null ? null : { year, month, day: date },
    captured: given?.captured ?? null,
    previousDay: given?.previousDay ?? previousDay(html, day),
    query: given?.query ?? queryIn(address),
    title: titleIn(html),
    saysEmpty: cards.length === 0 && (props?.saysEmpty === true || SAYS_EMPTY.test(html)),
  };
};
