import { arxivId } from '../../fields/arxiv.js';
import { dayInside } from '../../fields/date.js';
import { hubHandle, hubPath } from '../../fields/hub.js';
import { githubRepo, originalAddress } from '../../fields/links.js';

/** Where a link leads, as far as the feed's own links differ by fact. */
export interface Target {
  kind: 'paper' | 'comments' | 'upvote' | 'thumbnail' | 'hub' | 'github' | 'arxiv' | 'pageDay' | 'other';
  url: string;
  /** arXiv id of the paper, where the link names one. */
  id: string | null;
}

/** The forms of the feed's links, the first that fits: a test on the hub's path, or on the whole address. */
const PATHS: readonly [RegExp, Target['kind']][] = [
  [/^\/login\?next=(?:%(?:25)*2F|\/)papers(?:%(?:25)*2F|\/)(\d{4}\.\d{4,5})/, 'upvote'],
  [/^\/papers\/(\d{4}\.\d{4,5})(?:v\d+)?#community$/, 'comments'],
  [/^\/papers\/(\d{4}\.\d{4,5})(?:v\d+)?(?:\/|\.md)?(?:[?#].*)?$/, 'paper'],
  [/^\/papers(?:\/date\/|\?(?:.*&)?date=)\d{4}-\d\d-\d\d/, 'pageDay'],
];
const ADDRESSES: readonly [RegExp, Target['kind']][] = [
  [/^https?:\/\/(?:www\.|export\.)?(?:arxiv|ar5iv|alphaxiv)\.org\/(?:abs|pdf|html|overview)\//, 'arxiv'],
  [/\/social-thumbnails\/papers\/\d{4}\.\d{4,5}\.png/, 'thumbnail'],
];

/** Reads an address; relative ones belong to the hub. */
export const readTarget = (address: string): Target => {
  const url = originalAddress(address);
  const path = hubPath(url);
  for (const [form, kind] of path === null ? [] : PATHS) {
    const found = form.exec(path ?? '');
    if (found) return { kind, url, id: found[1] ?? null };
  }
  for (const [form, kind] of ADDRESSES) {
    if (form.test(url)) return { kind, url, id: arxivId(url) };
  }
  const repo = githubRepo(url);
  if (repo !== null) return { kind: 'github', url: repo, id: null };
  return { kind: hubHandle(url) === null ? 'other' : 'hub', url, id: null };
};

/** The day that a link to a day page names. */
export const linkedDay = (target: Target): string | null => dayInside(target.url);

/** Whether a link of the feed leads to a paper's own page, its comments or its upvotes. */
export const leadsToPaper = ({ kind }: Target): boolean =>
  kind === 'paper' || kind === 'comments' || kind === 'upvote';
