import * as z from 'zod/mini';
import { diagnostic, type Report } from './diagnostic.js';
import type { Entry } from './entry.js';
import { isShown, PAPER_FIELDS, type Paper, type PaperField, paperSchema } from './paper.js';

/** Its members stand in the order of the fields. */
const paperOf = (fields: Entry['fields']): Record<PaperField, unknown> => ({
  title: fields.title,
  published: fields.published ?? null,
  yearInferred: fields.yearInferred ?? false,
  upvotes: fields.upvotes ?? null,
  comments: fields.comments ?? null,
  authorCount: fields.authorCount ?? null,
  organization: fields.organization ?? null,
  organizationSlug: fields.organizationSlug ?? null,
  submittedBy: fields.submittedBy ?? null,
  submittedOn: fields.submittedOn ?? null,
  arxivId: fields.arxivId ?? null,
  url: fields.url ?? null,
  githubRepo: fields.githubRepo ?? null,
  githubStars: fields.githubStars ?? null,
  projectPage: fields.projectPage ?? null,
  authors: fields.authors ?? [],
  keywords: fields.keywords ?? [],
  links: fields.links ?? [],
  aiSummary: fields.aiSummary ?? null,
  abstract: fields.abstract ?? null,
});

const schemas: readonly z.ZodMiniType[] = PAPER_FIELDS.map((field) => paperSchema.shape[field]);

/**
 * The paper of an entry; `null`, with a diagnostic, where it does not fit the schema. The schema is asked about what
 * the source shows: the rest fits as it stands.
 */
export const toPaper = ({ fields, line }: Entry, record: number, report: Report): Paper | null => {
  const paper = paperOf(fields);
  let at = 0;
  for (const field in paper) {
    const schema = schemas[at++] as z.ZodMiniType;
    const value = paper[field as PaperField];
    if ((!isShown(value) || value === false) && field !== 'title') continue;
    const checked = z.safeParse(schema, value);
    if (checked.success) continue;
    const message = `record ${record} is left out: ${field} ${checked.error.issues[0]?.message ?? 'does not fit'}`;
    report(diagnostic('schema-mismatch', { message, record, ...(line === null ? {} : { line }) }));
    return null;
  }
  return paper as Paper;
};
