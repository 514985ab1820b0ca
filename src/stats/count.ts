import {
  countFields,
  type FieldCounts,
  fieldsNotShown,
  noFieldCounts,
  type Paper,
  type PaperField,
} from '../paper.js';
import type { DayField } from '../select/stage.js';

/** Fields whose numbers are worth a range and a median. */
export const MEASURED = ['authorCount', 'comments', 'upvotes', 'githubStars'] as const satisfies PaperField[];

export type MeasuredField = (typeof MEASURED)[number];

/** The counts of some papers. */
export interface Stats {
  papers: number;
  /** Ascending; the papers without a date last, under `null`. Years without papers are left out. */
  years: { year: number | null; papers: number }[];
  /** The most frequent first. */
  organizations: OrganizationCount[];
  /** `null` where no paper shows the field. */
  ranges: Record<MeasuredField, Spread | null>;
  shown: FieldCounts;
  /** The fields that no paper shows. */
  notShown: PaperField[];
}

/** An organization and its papers. */
export interface OrganizationCount {
  name: string;
  slug: string | null;
  papers: number;
}

/** Smallest, middle and largest of some numbers. */
export interface Spread {
  /** How many numbers there are. */
  papers: number;
  least: number;
  /** The middle one; halfway between the middle two of an even number. */
  median: number;
  most: number;
}

/** How often each value occurred; memory grows only with the number of distinct values. */
type Times<T> = Map<T, number>;

const addOne = <T>(times: Times<T>, value: T): void => void times.set(value, (times.get(value) ?? 0) + 1);

/**
 * Counts papers in one pass; holds counts only.
 *
 * @param by the day whose year counts
 */
export const stats = async (
  papers: AsyncIterable<Paper> | Iterable<Paper>,
  by: DayField = 'published',
): Promise<Stats> => {
  const shown = noFieldCounts();
  const years: Times<number | null> = new Map();
  const organizations = new Map<string, OrganizationCount>();
  const measured = MEASURED.map((field) => [field, new Map() as Times<number>] as const);
  let read = 0;
  for await (const paper of papers) {
    read += 1;
    countFields(shown, paper);
    const day = paper[by];
    addOne(years, day === null ? null : Number(day.slice(0, 4)));
    addOrganization(organizations, paper);
    for (const [field, times] of measured) {
      const value = paper[field];
      if (value !== null) addOne(times, value);
    }
  }
  return {
    papers: read,
    years: [...years]
      .map(([year, papers]) => ({ year, papers }))
      .sort((a, b) => (a.year ?? Number.POSITIVE_INFINITY) - (b.year ?? Number.POSITIVE_INFINITY)),
    organizations: [...organizations.values()].sort(
      (a, b) => b.papers - a.papers || byName.compare(a.name, b.name),
    ),
    ranges: Object.fromEntries(measured.map(([field, times]) => [field, spreadOf(times)])) as Stats['ranges'],
    shown,
    notShown: fieldsNotShown(shown),
  };
};

const byName = new Intl.Collator('en');

/** One organization is one name, whatever its case; a paper that shows the hub handle only counts under that. */
const addOrganization = (
  organizations: Map<string, OrganizationCount>,
  { organization, organizationSlug }: Paper,
): void => {
  const name = organization ?? organizationSlug;
  if (name === null) return;
  const key = name.toLowerCase();
  const known = organizations.get(key) ?? { name, slug: null, papers: 0 };
  known.papers += 1;
  known.slug ??= organizationSlug;
  organizations.set(key, known);
};

/** The spread of numbers, given how often each came; `null` for none. */
export const spreadOf = (times: ReadonlyMap<number, number>): Spread | null => {
  const sorted = [...times].sort(([a], [b]) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const papers = sorted.reduce((sum, [, count]) => sum + count, 0);
  const median =
    (numberAt(sorted, Math.floor((papers - 1) / 2)) + numberAt(sorted, Math.floor(papers / 2))) / 2;
  return { papers, least: first[0], median, most: last[0] };
};

/** The number at a place, from 0, if each were written down as often as it came. */
const numberAt = (sorted: readonly (readonly [value: number, count: number])[], place: number): number => {
  let before = 0;
  for (const [value, count] of sorted) {
    before += count;
    if (place < before) return value;
  }
  return Number.NaN;
};
