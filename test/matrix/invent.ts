import { type Random, seeded } from '../helpers/random.js';
import { abstractWith, EXTRAS, summary, TITLES } from './hazards.js';

/** A paper that does not exist, with everything that any page could show of it. */
export interface Invented {
  hazard: string;
  id: string;
  /** May hold a line break, as the feed's do. */
  title: string;
  abstract: string;
  summary: string;
  authorCount: number;
  organization: { slug: string; name: string } | null;
  day: { year: number; month: number; day: number };
  upvotes: number;
  /** 0 is shown as nothing. */
  comments: number;
  submittedBy: string | null;
  github: { repo: string; printed: string; stars: number } | null;
}

const ORGANIZATIONS = [
  { slug: 'marsh', name: 'Marsh' },
  { slug: 'cranelab', name: 'Crane Lab' },
  { slug: 'OldMapsInstitute', name: 'Old Maps Institute' },
  { slug: 'ufp-2', name: 'University of Folded Paper' },
];
const HANDLES = ['akhaliq', 'marsh-bird', 'r1ver', 'Ferry_Man', 'VKite'];
const STARS: [string, number][] = [
  ['812', 812],
  ['3.29k', 3290],
  ['110k', 110_000],
  ['7', 7],
];

/** The newest arXiv ids belong to the newest dates. */
const invent = (i: number, hazard: string, random: Random): Invented => {
  const extras = Object.values(EXTRAS);
  const day = { year: 2026 - (i % 3), month: 1 + random.below(9), day: 1 + random.below(28) };
  const number = String(1000 + i * 37).padStart(5, '0');
  const id = `${day.year % 100}${String(day.month).padStart(2, '0')}.${number}`;
  const [printed, stars] = STARS[i % STARS.length] as [string, number];
  return {
    hazard,
    id,
    title: (TITLES[hazard] as (typeof TITLES)[string])(random),
    abstract: abstractWith(extras[i % extras.length] as (typeof extras)[number], random),
    summary: summary(random),
    authorCount: [1, 533, 6, 14, 2][i % 5] as number,
    organization: i % 3 === 1 ? random.pick(ORGANIZATIONS) : null,
    day,
    upvotes: i % 4 === 2 ? 0 : 1 + random.below(300),
    comments: i % 3 === 2 ? 0 : 1 + random.below(40),
    submittedBy: i % 7 === 5 ? null : random.pick(HANDLES),
    github: i % 5 === 4 ? null : { repo: `https://github.com/cranelab/fold-${i}`, printed, stars },
  };
};

/** One paper for each hazard, always the same for the same seed; no two titles are alike. */
export const inventPapers = (seed: number): Invented[] => {
  const random = seeded(seed);
  const seen = new Set<string>();
  return Object.keys(TITLES).map((hazard, i) => {
    let paper = invent(i, hazard, random);
    while (seen.has(paper.title)) paper = invent(i, hazard, random);
    seen.add(paper.title);
    return paper;
  });
};

const HARD_WRAP = 72;

/** The same papers as old ones of the feed keep them: with the line breaks of the file that was sent in. */
export const hardWrapped = (papers: readonly Invented[]): Invented[] =>
  papers.map((paper) => ({
    ...paper,
    title: broken(paper.title, HARD_WRAP, '\n  '),
    abstract: broken(paper.abstract, HARD_WRAP, '\n'),
  }));

const broken = (text: string, width: number, lineBreak: string): string => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join(lineBreak);
};
