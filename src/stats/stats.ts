import { PAPER_FIELDS, type Paper, type PaperField } from '../paper.js';
import { type Counter, openCounter, type Spread } from './numbers.js';
import { type OrganizationCount, openOrganizations } from './organizations.js';

/** Fields whose numbers are worth a range and a median. */
export const MEASURED = ['authorCount', 'comments', 'upvotes', 'githubStars'] as const satisfies PaperField[];

export type MeasuredField = (typeof MEASURED)[number];

/** What there is to count about some papers. */
export interface Stats {
  papers: number;
  /** Ascending; the papers without a date last, under `null`. Years without papers are not there. */
  years: { year: number | null; papers: number }[];
  /** The most frequent first. */
  organizations: OrganizationCount[];
  /** `null` where no paper shows the field. */
  ranges: Record<MeasuredField, Spread | null>;
  /** For each field, how many papers show it; for `yearInferred`, of how many the year was worked out. */
  shown: Record<PaperField, number>;
  /** The fields that no paper shows. */
  notShown: PaperField[];
}

/**
 * Counts papers in one pass; holds counts only.
 *
 * @param by the day whose year counts
 */
export const stats = async (
  papers: AsyncIterable<Paper> | Iterable<Paper>,
  by: 'published' | 'submittedOn' = 'published',
): Promise<Stats> => {
  const shown = Object.fromEntries(PAPER_FIELDS.map((field) => [field, 0])) as Stats['shown'];
  const years = new Map<number | null, number>();
  const organizations = openOrganizations();
  const counters = MEASURED.map((field): [MeasuredField, Counter] => [field, openCounter()]);
  let read = 0;
  for await (const paper of papers) {
    read += 1;
    for (const field of PAPER_FIELDS) if (counts(paper[field])) shown[field] += 1;
    const day = paper[by];
    const year = day === null ? null : Number(day.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + 1);
    organizations.add(paper);
    for (const [field, counter] of counters) {
      const value = paper[field];
      if (value !== null) counter.add(value);
    }
  }
  return {
    papers: read,
    years: [...years]
      .map(([year, papers]) => ({ year, papers }))
      .sort((a, b) => (a.year ?? Number.POSITIVE_INFINITY) - (b.year ?? Number.POSITIVE_INFINITY)),
    organizations: organizations.list(),
    ranges: Object.fromEntries(
      counters.map(([field, counter]) => [field, counter.spread()]),
    ) as Stats['ranges'],
    shown,
    notShown: PAPER_FIELDS.filter((field) => field !== 'yearInferred' && shown[field] === 0),
  };
};

const counts = (value: Paper[PaperField]): boolean =>
  value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
