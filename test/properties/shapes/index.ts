import { dayPage, dayPageWithLinks } from './day.js';
import { markdown, numbered, targetsBelow } from './linked.js';
import { plain, who } from './plain.js';
import { oneLine, type Shape, wrap } from './print.js';
import { trending, trendingPlain, trendingShort } from './trending.js';

/** Every shape of text that dumps have come in. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  'plain text': plain(who, (abstract) => [oneLine(abstract)]),
  'plain text, names alone': plain(
    ({ organization, authorCount }) => organization?.name ?? `  • ${authorCount} authors`,
    (abstract) => [oneLine(abstract)],
  ),
  'plain text, wrapped': plain(who, (abstract) => wrap(abstract, 72)),
  'Markdown with links': markdown,
  'link targets on lines of their own': targetsBelow,
  'numbered references': numbered,
  'trending, with everything': trending,
  'trending, short': trendingShort,
  'trending as plain text': trendingPlain,
  'day page': dayPage('', (name) => [`Submitted by ${name}`, '']),
  'day page without blank lines': dayPage(null, (name) => ['Submitted by', name]),
  'day page with a list of its links': dayPageWithLinks,
};
