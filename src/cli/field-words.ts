import { type FieldCounts, fieldsNotShown, type PaperField } from '../paper.js';

/** Field names in words for people, many and one, and whether a summary names the field if no paper shows it. */
const FIELD_WORDS: Readonly<Record<PaperField, { many: string; one: string; missed?: true }>> = {
  title: { many: 'titles', one: 'title' },
  published: { many: 'dates', one: 'date', missed: true },
  yearInferred: { many: 'inferred years', one: 'inferred year' },
  upvotes: { many: 'upvotes', one: 'upvotes', missed: true },
  comments: { many: 'comment counts', one: 'comment count' },
  authorCount: { many: 'author counts', one: 'author count', missed: true },
  organization: { many: 'organizations', one: 'organization' },
  organizationSlug: { many: 'organization handles', one: 'organization handle' },
  submittedBy: { many: 'submitters', one: 'submitter' },
  submittedOn: { many: 'days of submission', one: 'day of submission' },
  arxivId: { many: 'arXiv ids', one: 'arXiv id', missed: true },
  url: { many: 'page addresses', one: 'page address' },
  githubRepo: { many: 'GitHub repositories', one: 'GitHub repository' },
  githubStars: { many: 'GitHub stars', one: 'GitHub stars' },
  projectPage: { many: 'project pages', one: 'project page' },
  authors: { many: 'author names', one: 'author names' },
  keywords: { many: 'keywords', one: 'keywords' },
  links: { many: 'links', one: 'links' },
  aiSummary: { many: 'AI summaries', one: 'AI summary' },
  abstract: { many: 'abstracts', one: 'abstract', missed: true },
};

/** The field as something a paper has: `arXiv id`. A name that is in no page (`line`, `rank`) stays as it is. */
export const oneOf = (field: string): string => FIELD_WORDS[field as PaperField]?.one ?? field;

/** The field as something a page shows: `arXiv ids`. */
export const manyOf = (field: PaperField): string => FIELD_WORDS[field].many;

/** The main facts that no paper has; `check` names the rarer ones too. */
export const missedFields = (shown: FieldCounts): PaperField[] =>
  fieldsNotShown(shown).filter((field) => FIELD_WORDS[field].missed);
