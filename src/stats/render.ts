import { counted } from '../writers/words.js';
import { chart } from './chart.js';
import { type Look, type StatsLook, settled } from './look.js';
import { organizationLines } from './organization-lines.js';
import { rangeLines } from './ranges.js';
import type { Stats } from './stats.js';
import { wrapped } from './wrapped.js';
import { withoutGaps } from './years.js';

type Section = (stats: Stats, look: Look) => Promise<string[]> | string[];

const byYear: Section = ({ years }, look) => {
  if (years.every(({ year }) => year === null)) return [];
  const rows = withoutGaps(years).map(({ year, papers }) => ({
    label: String(year ?? 'no date'),
    value: papers,
  }));
  return [look.paint('heading', 'Papers by year'), ...chart(rows, look)];
};

const notShown: Section = ({ papers, notShown }, { width, paint, nameOf }) =>
  papers === 0 || notShown.length === 0
    ? []
    : [paint('heading', 'Not shown'), ...wrapped(notShown.map(nameOf), width)];

const SECTIONS: readonly Section[] = [
  ({ papers }, { paint }) => [paint('heading', counted(papers, 'paper'))],
  byYear,
  ({ organizations }, look) => organizationLines(organizations, look),
  ({ ranges }, look) => rangeLines(ranges, look),
  notShown,
];

/** The counts as text to look at; plain as long as `paint` is absent. */
export const renderStats = async (stats: Stats, look: StatsLook = {}): Promise<string> => {
  const how = settled(look);
  const sections = await Promise.all(SECTIONS.map((section) => section(stats, how)));
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n');
};
