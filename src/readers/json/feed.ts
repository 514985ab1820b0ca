import * as z from 'zod/mini';
import type { Entry } from '../../entry.js';
import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { utcDay } from '../../fields/date.js';
import { linksIn } from '../../fields/links.js';
import type { PaperField } from '../../paper.js';
import {
  cleanAddress,
  cleanText,
  cleanTexts,
  converted,
  count,
  fitInto,
  listOf,
  type Notes,
  strings,
  text,
} from './fit.js';

const organization = z.nullish(z.object({ name: text, fullname: text }, 'an object'));
const submitter = z.nullish(z.object({ name: text, user: text }, 'an object'));
const author = z.object({ name: z.string('a name') }, 'an author');

/** Members came over the years, so any may be missing. */
const paperMembers = {
  id: text,
  title: text,
  summary: text,
  publishedAt: text,
  upvotes: count,
  authors: z.nullish(listOf(author, 'a list of authors')),
  ai_summary: text,
  ai_keywords: strings,
  githubRepo: text,
  githubStars: count,
  projectPage: text,
  organization,
  submittedOnDailyBy: submitter,
  numComments: count,
};
/** What the feed puts around a paper. */
const entryMembers = { title: text, summary: text, numComments: count, submittedBy: submitter, organization };

const FIELD_OF_MEMBER: Readonly<Record<string, PaperField>> = {
  id: 'arxivId',
  title: 'title',
  summary: 'abstract',
  publishedAt: 'published',
  upvotes: 'upvotes',
  authors: 'authors',
  ai_summary: 'aiSummary',
  ai_keywords: 'keywords',
  githubRepo: 'githubRepo',
  githubStars: 'githubStars',
  projectPage: 'projectPage',
  organization: 'organization',
  submittedOnDailyBy: 'submittedBy',
  submittedBy: 'submittedBy',
  numComments: 'comments',
};

const under = (prefix: string): Record<string, PaperField> =>
  Object.fromEntries(Object.entries(FIELD_OF_MEMBER).map(([member, field]) => [prefix + member, field]));

const wrappedPaper = z.object({ ...entryMembers, paper: z.object(paperMembers, 'an object') }, 'an object');
const barePaper = z.object({ ...paperMembers, ...entryMembers }, 'an object');
const FIELDS_OF_WRAPPED = { ...FIELD_OF_MEMBER, ...under('paper.') };

type PaperMembers = z.output<z.ZodMiniObject<typeof paperMembers>>;
type EntryMembers = z.output<z.ZodMiniObject<typeof entryMembers>>;

const toFields = (
  paper: PaperMembers,
  entry: EntryMembers,
  path: string,
  notes: Notes,
): Entry['fields'] | null => {
  const title = cleanText(paper.title, notes) ?? cleanText(entry.title, notes);
  if (title === null) {
    notes.flaw({ path: `${path}title`, expected: 'a title', actual: 'nothing' });
    return null;
  }
  const abstract = cleanText(paper.summary, notes) ?? cleanText(entry.summary, notes);
  const id = { path: `${path}id`, field: 'arxivId', expected: 'an arXiv id' } as const;
  const day = { path: `${path}publishedAt`, field: 'published', expected: 'an ISO time stamp' } as const;
  const known = converted(paper.id, arxivId, id, notes);
  const from = entry.organization ?? paper.organization;
  const authors = cleanTexts(
    paper.authors?.map(({ name }) => name),
    notes,
  );
  return {
    title,
    published: converted(paper.publishedAt, utcDay, { ...day, code: 'date-invalid' }, notes),
    yearInferred: false,
    upvotes: paper.upvotes ?? null,
    comments: entry.numComments ?? paper.numComments ?? null,
    authorCount: authors.length > 0 ? authors.length : null,
    organization: cleanText(from?.fullname, notes) ?? cleanText(from?.name, notes),
    organizationSlug: cleanText(from?.name, notes),
    submittedBy:
      cleanText(entry.submittedBy?.name ?? entry.submittedBy?.user, notes) ??
      cleanText(paper.submittedOnDailyBy?.name ?? paper.submittedOnDailyBy?.user, notes),
    arxivId: known,
    url: known === null ? null : hubPaperUrl(known),
    githubRepo: cleanAddress(paper.githubRepo, `${path}githubRepo`, 'githubRepo', notes),
    githubStars: paper.githubStars ?? null,
    projectPage: cleanAddress(paper.projectPage, `${path}projectPage`, 'projectPage', notes),
    authors,
    keywords: cleanTexts(paper.ai_keywords, notes),
    links: abstract === null ? [] : linksIn(abstract),
    aiSummary: cleanText(paper.ai_summary, notes),
    abstract,
  };
};

/** The fields of one of the feed's own records: a paper inside what the feed says about it. */
export const readWrappedPaper = (value: unknown, notes: Notes): Entry['fields'] | null => {
  const entry = fitInto(wrappedPaper, value, FIELDS_OF_WRAPPED, notes);
  return entry && toFields(entry.paper, entry, 'paper.', notes);
};

/** The fields of a paper's record alone, as the feed gives it for a single paper. */
export const readBarePaper = (value: unknown, notes: Notes): Entry['fields'] | null => {
  const paper = fitInto(barePaper, value, FIELD_OF_MEMBER, notes);
  return paper && toFields(paper, paper, '', notes);
};
