import * as z from 'zod/mini';
import type { Entry } from '../../entry.js';
import { arxivId, hubPaperUrl } from '../../fields/arxiv.js';
import { linksIn, webAddress } from '../../fields/links.js';
import { type FieldName, type LocatedPaper, PAPER_FIELDS, type Paper, type PaperField } from '../../paper.js';
import {
  cleanAddress,
  cleanText,
  cleanTexts,
  converted,
  count,
  fitInto,
  type Notes,
  strings,
  text,
  yesOrNo,
} from './fit.js';

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
    pageDate: z.nullish(z.iso.date('a day, YYYY-MM-DD')),
  } satisfies Record<PaperField | 'pageDate', z.ZodMiniType>,
  'an object',
);

const FIELDS = Object.fromEntries(
  ([...PAPER_FIELDS, 'pageDate'] satisfies FieldName[]).map((field) => [field, field]),
);

/** A record with some of a paper's fields, each as it ought to be. */
type OwnRecord = { [Field in keyof Paper | 'pageDate']?: LocatedPaper[Field] | null | undefined } & {
  title: string;
};

/** The record with what does not fit left out and the rest mended; `null` if nothing is left of its title. */
const mended = (value: object, notes: Notes): OwnRecord | null => {
  const record = fitInto(ownRecord, value, FIELDS, notes);
  if (record === null) return null;
  const title = cleanText(record.title, notes);
  if (title === null) {
    notes.flaw({ path: 'title', expected: 'a title', actual: 'nothing' });
    return null;
  }
  const id = { path: 'arxivId', field: 'arxivId', expected: 'an arXiv id' } as const;
  return {
    ...record,
    title,
    arxivId: converted(record.arxivId, arxivId, id, notes),
    abstract: cleanText(record.abstract, notes),
    authors: cleanTexts(record.authors, notes),
    organization: cleanText(record.organization, notes),
    organizationSlug: cleanText(record.organizationSlug, notes),
    submittedBy: cleanText(record.submittedBy, notes),
    url: record.url === undefined ? undefined : cleanAddress(record.url, 'url', 'url', notes),
    githubRepo: cleanAddress(record.githubRepo, 'githubRepo', 'githubRepo', notes),
    projectPage: cleanAddress(record.projectPage, 'projectPage', 'projectPage', notes),
    keywords: cleanTexts(record.keywords, notes),
    links:
      record.links === undefined
        ? undefined
        : cleanTexts(record.links, notes).flatMap((link) => webAddress(link) ?? []),
    aiSummary: cleanText(record.aiSummary, notes),
  };
};

/** All fields; what `--fields` left out is worked out where another field tells it. */
const completed = (record: OwnRecord): Entry['fields'] => {
  const { authors, arxivId: id, abstract } = record;
  return {
    title: record.title,
    published: record.published ?? null,
    yearInferred: record.yearInferred ?? false,
    upvotes: record.upvotes ?? null,
    comments: record.comments ?? null,
    authorCount: record.authorCount === undefined ? authors?.length || null : record.authorCount,
    organization: record.organization ?? null,
    organizationSlug: record.organizationSlug ?? null,
    submittedBy: record.submittedBy ?? null,
    arxivId: id ?? null,
    url: record.url === undefined && id ? hubPaperUrl(id) : (record.url ?? null),
    githubRepo: record.githubRepo ?? null,
    githubStars: record.githubStars ?? null,
    projectPage: record.projectPage ?? null,
    authors: authors ?? [],
    keywords: record.keywords ?? [],
    links: record.links === undefined ? linksIn(abstract ?? '') : (record.links ?? []),
    aiSummary: record.aiSummary ?? null,
    abstract: abstract ?? null,
    ...(record.pageDate && { pageDate: record.pageDate }),
  };
};

/** The fields of a record that `papers` wrote; some may be left out. */
export const readOwnRecord = (value: object, notes: Notes): Entry['fields'] | null => {
  const record = mended(value, notes);
  return record && completed(record);
};
