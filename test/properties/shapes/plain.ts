import type { Distinct } from '../feed.js';
import { behind, day, lines, oneLine, type Shape } from './print.js';

const HEADER = [
  'new',
  '',
  'Get trending papers in your email inbox!',
  '',
  'Subscribe',
  '',
  'Daily Papers',
  '',
];

/** As copied from a search page: title, abstract, who, when. */
export const plain =
  (whoIs: (paper: Distinct) => string, text: (abstract: string) => string[]): Shape =>
  (papers) =>
    lines(
      HEADER,
      ['byAK and the research community', '', 'Oct 2', ''],
      papers.flatMap((paper) => [
        oneLine(paper.title),
        '',
        ...text(paper.abstract),
        '',
        whoIs(paper),
        '·',
        `${day(paper)}${behind(paper, ' ')}`,
        '',
      ]),
    );

export const who = ({ organization, authorCount }: Distinct): string =>
  organization ? `${organization.slug} ${organization.name}` : `  • ${authorCount} authors`;
