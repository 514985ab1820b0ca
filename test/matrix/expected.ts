import type { Paper } from '../../src/paper.js';
import type { Invented } from './invent.js';
import { type Kind, PAGE_DAY } from './pages.js';

export type Field = keyof Paper;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const url = (id: string): string => `https://huggingface.co/papers/${id}`;
const iso = ({ year, month, day }: Invented['day']): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const VALUES: Partial<Record<Field, (paper: Invented) => unknown>> = {
  title: ({ title }) => oneLine(title),
  published: ({ day }) => iso(day),
  upvotes: ({ upvotes }) => upvotes,
  comments: ({ comments }) => comments || null,
  authorCount: ({ authorCount, organization }) => (organization ? null : authorCount),
  organization: ({ organization }) => organization?.name ?? null,
  organizationSlug: ({ organization }) => organization?.slug ?? null,
  submittedBy: ({ submittedBy }) => submittedBy,
  submittedOn: () => PAGE_DAY,
  arxivId: ({ id }) => id,
  url: ({ id }) => url(id),
  githubRepo: ({ github }) => github?.repo ?? null,
  githubStars: ({ github }) => github?.stars ?? null,
  abstract: ({ abstract }) => oneLine(abstract),
};

const EVERYWHERE: Field[] = ['title', 'upvotes', 'authorCount', 'organization', 'organizationSlug'];
const IDS: Field[] = ['arxivId', 'url'];

/** The fields that a page of the kind shows. */
export const SHOWN: Readonly<Record<Kind, readonly Field[]>> = {
  search: [...EVERYWHERE, ...IDS, 'published', 'comments', 'abstract'],
  day: [...EVERYWHERE, ...IDS, 'comments', 'submittedBy', 'submittedOn'],
  week: [...EVERYWHERE, ...IDS, 'comments', 'submittedBy'],
  month: [...EVERYWHERE, ...IDS, 'comments', 'submittedBy'],
  'day with stars': [
    ...EVERYWHERE,
    ...IDS,
    'githubRepo',
    'githubStars',
    'comments',
    'submittedBy',
    'submittedOn',
  ],
  trending: [...EVERYWHERE, ...IDS, 'published', 'submittedBy', 'githubRepo', 'githubStars', 'abstract'],
};

/** The value that the page prints; trending pages have a summary where others have the abstract. */
export const printedValue = (paper: Invented, field: Field, kind: Kind): unknown =>
  field === 'abstract' && kind === 'trending' ? paper.summary : (VALUES[field]?.(paper) ?? null);
