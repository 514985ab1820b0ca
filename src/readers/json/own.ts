import * as z from 'zod/mini';
import type { Entry } from '../../entry.js';
import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { linksIn } from '../../fields/links.js';
import { PAPER_FIELDS, type PaperField } from '../../paper.js';
import { webAddress } from './address.js';
import { cleanAddress, cleanText, cleanTexts, converted } from './clean.js';
import { fitInto, type Notes } from './fit.js';
import { count, strings, text, yesOrNo } from './shapes.js';

/** A record that `papers` wrote; any field but the title may be missing. */
const ownRecord = z.object(
  {
    title: text,
    published: z.nullish(z.iso.date('a day, YYYY-MM-DD')),
    yearInferred: yesOrNo,
    upvotes: count,
    comments: count,
    authorCount: count,
    organization: text,
    organizationSlug: text,
    submittedBy: text,
    arxivId: text,
    url: text,
    githubRepo: text,
    githubStars: count,
    projectPage: text,
    authors: strings,
    keywords: strings,
    links: strings,
    aiSummary: text,
    abstract: text,
  } satisfies Record<PaperField, z.ZodMiniType>,
  'an object',
);

const FIELDS = Object.fromEntries(PAPER_FIELDS.map((field) => [field, field]));

/** The fields of a record that `papers` wrote; what `--fields` left out is worked out where another field tells it. */
export const readOwnRecord = (value: unknown, notes: Notes): Entry['fields'] | null => {
  const record = fitInto(ownRecord, value, FIELDS, notes);
  if (record === null) return null;
  const title = cleanText(record.title, notes);
  if (title === null) {
    notes.flaw({ path: 'title', expected: 'a title', actual: 'nothing' });
    return null;
  }
  const id = { path: 'arxivId', field: 'arxivId', expected: 'an arXiv id' } as const;
  const known = converted(record.arxivId, arxivId, id, notes);
  const abstract = cleanText(record.abstract, notes);
  const authors = cleanTexts(record.authors, notes);
  return {
    title,
    published: record.published ?? null,
    yearInferred: record.yearInferred ?? false,
    upvotes: record.upvotes ?? null,
    comments: record.comments ?? null,
    authorCount: record.authorCount === undefined ? authors.length || null : record.authorCount,
    organization: cleanText(record.organization, notes),
    organizationSlug: cleanText(record.organizationSlug, notes),
    submittedBy: cleanText(record.submittedBy, notes),
    arxivId: known,
    url:
      record.url === undefined && known !== null
        ? hubPaperUrl(known)
        : cleanAddress(record.url, 'url', 'url', notes),
    githubRepo: cleanAddress(record.githubRepo, 'githubRepo', 'githubRepo', notes),
    githubStars: record.githubStars ?? null,
    projectPage: cleanAddress(record.projectPage, 'projectPage', 'projectPage', notes),
    authors,
    keywords: cleanTexts(record.keywords, notes),
    links:
      record.links === undefined
        ? linksIn(abstract ?? '')
        : (record.links ?? []).flatMap((link) => webAddress(link) ?? []),
    aiSummary: cleanText(record.aiSummary, notes),
    abstract,
  };
};
