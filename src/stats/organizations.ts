import type { Paper } from '../paper.js';

/** An organization and its papers. */
export interface OrganizationCount {
  name: string;
  slug: string | null;
  papers: number;
}

/** Counts organizations as they come. */
export interface Organizations {
  add: (paper: Pick<Paper, 'organization' | 'organizationSlug'>) => void;
  list: () => OrganizationCount[];
}

const byName = new Intl.Collator('en');

/** One organization is one name, whatever its case; a paper that shows the hub handle only counts under that. */
export const openOrganizations = (): Organizations => {
  const counts = new Map<string, OrganizationCount>();
  return {
    add: ({ organization, organizationSlug }) => {
      const name = organization ?? organizationSlug;
      if (name === null) return;
      const key = name.toLowerCase();
      const known = counts.get(key) ?? { name, slug: null, papers: 0 };
      known.papers += 1;
      known.slug ??= organizationSlug;
      counts.set(key, known);
    },
    list: () => [...counts.values()].sort((a, b) => b.papers - a.papers || byName.compare(a.name, b.name)),
  };
};
