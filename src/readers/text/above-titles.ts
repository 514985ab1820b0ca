import { PAPER_PAGE } from '../../fields/arxiv.js';
import { labelledLine } from './blocks.js';
import { formOf } from './facts.js';
import { isWords } from './pieces.js';
import { readTarget } from './target.js';
import { isHeaderWord, isLinkLabel } from './words.js';
import { isDrawing, type Unwrapped } from './wrapping.js';

// Addresses above the titles of their papers.

/** A line that is only the link to a paper: its address, `Link: …`, `🔗 …`, `[Paper](…)`. */
const LINK_LINE =
  /^(?:[^\p{L}\p{N}[\]()<>/]{0,4}(?:(?:paper )?(?:link|url): ?)?<?(https?:\/\/[^\s()<>[\]]+)>?|\[([^[\]]{1,32})\]\((https?:\/\/[^\s()]+)\))$/iu;

/** Prose with an address in it is longer. */
const LONGEST_LINK_LINE = 200;

const paperAddress = (text: string): string | null => {
  const mayBe = text.length <= LONGEST_LINK_LINE && text.includes('http');
  const [, bare, label, linked] = mayBe ? (LINK_LINE.exec(text) ?? []) : [];
  const url = bare ?? (label !== undefined && isLinkLabel(label) ? linked : undefined);
  return url !== undefined && readTarget(url).kind === 'paper' ? url : null;
};

const mayBeAboveAll = ({ text, heading }: Unwrapped): boolean =>
  text === '' || isDrawing(text) || heading === 1 || isHeaderWord(text) || formOf(text)?.kind === 'date';

/** The lines of an address and of the title below that it belongs to. */
interface AboveTitle {
  at: number;
  url: string;
  title: number;
}

/**
 * Links as a chat previews them: the site's name may come between the address and the title of the
 * page.
 */
const unfurledLinks = (outer: readonly Unwrapped[]): AboveTitle[] =>
  outer.flatMap(({ text }, title) => {
    if (!PAPER_PAGE.test(text)) return [];
    for (const at of [title - 1, title - 2]) {
      const url = paperAddress(outer[at]?.text ?? '');
      if (url !== null) return [{ at, url, title }];
    }
    return [];
  });

/** Addresses above their titles; such a page has nothing but its top above the first address. */
const leadingAddresses = (outer: readonly Unwrapped[]): AboveTitle[] => {
  const first = outer.findIndex(({ text }) => paperAddress(text) !== null);
  if (first === -1 || !outer.slice(0, first).every(mayBeAboveAll)) return [];
  const found = outer.flatMap(({ text }, at) => {
    const url = paperAddress(text);
    return url === null ? [] : [{ at, url, title: at + 1 }];
  });
  const areTitles = found.every(({ at }) => {
    const below = outer[at + 1]?.text ?? '';
    return /\p{L}/u.test(below) && !below.includes('http') && isWords(below) && labelledLine(below) === null;
  });
  return areTitles ? found : [];
};

/** The addresses above titles, with the lines of both. */
export const addressesAboveTitles = (outer: readonly Unwrapped[]): AboveTitle[] => [
  ...leadingAddresses(outer),
  ...unfurledLinks(outer),
];
