import * as z from 'zod/mini';
import { diagnostic, type Report } from './diagnostic.js';
import type { Entry } from './entry.js';
import { isShown, type Paper, type PaperField, paperSchema } from './paper.js';

/** What a field is where the source does not show it. */
const notShown = (): Record<PaperField, unknown> => ({
  title: '',
  published: null,
  yearInferred: false,
  upvotes: null,
  comments: null,
  authorCount: null,
  organization: null,
  organizationSlug: null,
  submittedBy: null,
  arxivId: null,
  url: null,
  githubRepo: null,
  githubStars: null,
  projectPage: null,
  authors: [],
  keywords: [],
  links: [],
  aiSummary: null,
  abstract: null,
});

const { shape } = paperSchema;

/**
 * The paper of an entry; `null`, with a diagnostic, where it does not fit the schema. The schema is asked about what
 * the source shows: the rest fits as it stands.
 */
export const toPaper = ({ fields, line }: Entry, record: number, report: Report): Paper | null => {
  const paper = notShown();
  for (const name in fields) {
    const field = name as PaperField;
    const value = fields[field];
    if ((!isShown(value) || value === false) && field !== 'title') continue;
    const checked = z.safeParse<z.ZodMiniType>(shape[field], value);
    if (!checked.success) {
      const message = `record ${record} is left out: ${field} ${checked.error.issues[0]?.message ?? 'does not fit'}`;
      report(diagnostic('schema-mismatch', { message, record, ...(line === null ? {} : { line }) }));
      return null;
    }
    paper[field] = checked.data;
  }
  return paper as Paper;
};
