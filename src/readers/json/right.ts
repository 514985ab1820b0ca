import * as z from 'zod/mini';
import { arxivId } from '../../fields/arxiv.js';
import { oneLine } from '../../fields/text.js';
import type { LocatedPaper, Paper } from '../../paper.js';
import { webAddress } from './address.js';

/** A record with some of a paper's fields, each as it ought to be. */
export type OwnRecord = {
  [Field in keyof Paper | 'pageDate']?: LocatedPaper[Field] | null | undefined;
} & { title: string };

type Check = (value: unknown) => boolean;

/** The schema's own pattern; all patterns that zod exports would make the bundle larger. */
const { pattern: DAY } = z.iso.date()._zod;
const SPACE = 0x20;
const TWO_SPACES = / {2}/;

const isClean: Check = (value) => typeof value === 'string' && value !== '' && oneLine(value) === value;

/** The same of a text that holds printable ASCII and nothing else. */
const isTidy: Check = (value) =>
  typeof value === 'string' &&
  value !== '' &&
  value.charCodeAt(0) !== SPACE &&
  value.charCodeAt(value.length - 1) !== SPACE &&
  !TWO_SPACES.test(value);

const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isDay: Check = (value) => typeof value === 'string' && DAY.test(value);
const isId: Check = (value) => typeof value === 'string' && arxivId(value) === value;
const isAddress: Check = (value) => typeof value === 'string' && webAddress(value) === value;
const isListOf = (value: unknown, is: Check): boolean => Array.isArray(value) && value.every(is);

// Member by member: going through a table of checks adds a twentieth to all that reading such records takes.
const isRightWith = (isText: Check, record: { [Field in keyof Paper | 'pageDate']?: unknown }): boolean =>
  isText(record.title) &&
  (record.published == null || isDay(record.published)) &&
  (record.yearInferred == null || typeof record.yearInferred === 'boolean') &&
  (record.upvotes == null || isCount(record.upvotes)) &&
  (record.comments == null || isCount(record.comments)) &&
  (record.authorCount == null || isCount(record.authorCount)) &&
  (record.organization == null || isText(record.organization)) &&
  (record.organizationSlug == null || isText(record.organizationSlug)) &&
  (record.submittedBy == null || isText(record.submittedBy)) &&
  (record.arxivId == null || isId(record.arxivId)) &&
  (record.url == null || isAddress(record.url)) &&
  (record.githubRepo == null || isAddress(record.githubRepo)) &&
  (record.githubStars == null || isCount(record.githubStars)) &&
  (record.projectPage == null || isAddress(record.projectPage)) &&
  (record.authors == null || isListOf(record.authors, isText)) &&
  (record.keywords == null || isListOf(record.keywords, isText)) &&
  (record.links == null || isListOf(record.links, isAddress)) &&
  (record.aiSummary == null || isText(record.aiSummary)) &&
  (record.abstract == null || isText(record.abstract)) &&
  (record.pageDate == null || isDay(record.pageDate));

/**
 * Whether every field that a record has is as it ought to be. Those of most records are, and to see that is far
 * cheaper than to fit them into a schema and mend them.
 * @param isPlain its strings hold printable ASCII and nothing else
 */
export const isRight = (record: object, isPlain: boolean): record is OwnRecord =>
  isRightWith(isPlain ? isTidy : isClean, record);
