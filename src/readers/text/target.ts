import { arxivId } from '../../fields/arxiv.js';
import { dayInside } from '../../fields/date.js';
import { originalAddress } from '../../fields/links.js';
import { setOf } from './words.js';

/** Where a link leads, as far as the feed's own links differ by fact. */
export interface Target {
  kind: 'paper' | 'comments' | 'upvote' | 'thumbnail' | 'hub' | 'github' | 'arxiv' | 'pageDay' | 'other';
  url: string;
  /** arXiv id of the paper, where the link names one. */
  id: string | null;
}

/** A saved page's own links may lead to the place where it was saved. */
const HUB = /^(?:https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)|file:\/\/(?:localhost)?)?(?=\/|$)/;
const NOT_HANDLES = setOf(
  'blog chat changelog collections datasets docs enterprise front huggingface inference join languages learn login models new organizations papers posts pricing privacy settings spaces storage support tasks terms-of-service',
);

export const IMAGE = /\.(?:svg|png|jpe?g|gif|webp)$/i;

/** The forms of the feed's links, the first that fits: a test on the hub's path, or on the whole address. */
const PATHS: readonly [RegExp, Target['kind']][] = [
  [/^\/login\?next=(?:%(?:25)*2F|\/)papers(?:%(?:25)*2F|\/)(\d{4}\.\d{4,5})/, 'upvote'],
  [/^\/papers\/(\d{4}\.\d{4,5})(?:v\d+)?#community$/, 'comments'],
  [/^\/papers\/(\d{4}\.\d{4,5})(?:v\d+)?(?:\/|\.md)?(?:[?#].*)?$/, 'paper'],
  [/^\/papers(?:\/date\/|\?(?:.*&)?date=)\d{4}-\d\d-\d\d/, 'pageDay'],
];
const ADDRESSES: readonly [RegExp, Target['kind']][] = [
  [/^https?:\/\/(?:www\.)?github\.com\/[\w.-]+\/[\w.-]+\/?(?:[?#].*)?$/, 'github'],
  [/^https?:\/\/(?:www\.|export\.)?(?:arxiv|ar5iv|alphaxiv)\.org\/(?:abs|pdf|html|overview)\//, 'arxiv'],
  [/\/social-thumbnails\/papers\/\d{4}\.\d{4,5}\.png/, 'thumbnail'],
];

/** Reads an address; relative ones belong to the hub. */
export const readTarget = (address: string): Target => {
  const url = originalAddress(address);
  const path = HUB.test(url) ? url.replace(HUB, '') : null;
  for (const [form, kind] of path === null ? [] : PATHS) {
    const found = form.exec(path ?? '');
    if (found) return { kind, url, id: found[1] ?? null };
  }
  for (const [form, kind] of ADDRESSES) {
    if (form.test(url)) return { kind, url, id: kind === 'github' ? null : arxivId(url) };
  }
  const handle = path === null ? null : /^\/([\w.-]{2,96})\/?$/.exec(path)?.[1];
  if (handle && !IMAGE.test(handle) && !NOT_HANDLES.has(handle.toLowerCase()))
    return { kind: 'hub', url, id: null };
  return { kind: 'other', url, id: null };
};

/** The hub handle of an organization or a person that a link leads to. */
export const hubHandle = (target: Target): string => target.url.replace(HUB, '').replaceAll('/', '');

/** The day that a link to a day page names. */
export const linkedDay = (target: Target): string | null => dayInside(target.url);

/** Whether a link of the feed leads to a paper's own page, its comments or its upvotes. */
export const leadsToPaper = ({ kind }: Target): boolean =>
  kind === 'paper' || kind === 'comments' || kind === 'upvote';
