import { diagnostic, type Report } from './diagnostic.js';
import type { Entry } from './entry.js';
import { type Paper, paperSchema } from './paper.js';

/** What a field is where the source does not show it. */
const NOT_SHOWN: Paper = {
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
};

/** The paper of an entry; `null`, with a diagnostic, where it does not fit the schema. */
export const toPaper = ({ fields, line }: Entry, record: number, report: Report): Paper | null => {
  const candidate = { ...NOT_SHOWN, ...fields };
  const checked = paperSchema.safeParse(candidate);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const path = issue?.path.join('.') ?? '';
  const message = `record ${record} is left out: ${path} ${issue?.message ?? 'does not fit'}`;
  report(diagnostic('schema-mismatch', { message, record, ...(line === null ? {} : { line }) }));
  return null;
};
