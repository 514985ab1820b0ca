import * as z from 'zod/mini';

/** A calendar day as `YYYY-MM-DD`; the day of the month is checked against the month. */
const day = z.iso.date();
const count = z.int().check(z.nonnegative());
const words = z.string().check(z.minLength(1));
const webAddress = z.string().check(z.regex(/^https?:\/\/[^\s]+$/i));

const about = <T extends z.core.$ZodType>(schema: T, description: string): T => {
  z.globalRegistry.add(schema, { description });
  return schema;
};

/** One paper as the feed shows it. `null` (or an empty list) means: the source does not show it. */
export interface Paper {
  /** Title; line breaks and runs of white space are one space */
  title: string;
  /** Day of publication, YYYY-MM-DD */
  published: string | null;
  /** True where the source gave no year and it was worked out */
  yearInferred: boolean;
  /** Upvotes on the feed; a "-" on the page is 0 */
  upvotes: number | null;
  /** Comments in the paper's community tab */
  comments: number | null;
  /** Number of authors */
  authorCount: number | null;
  /** Display name of the organization, such as "Carnegie Mellon University" */
  organization: string | null;
  /** Hub handle of the organization, such as "qualcomm" */
  organizationSlug: string | null;
  /** Hub handle of the person who submitted the paper */
  submittedBy: string | null;
  /** Day on which the paper was on Daily Papers, YYYY-MM-DD */
  submittedOn: string | null;
  /** arXiv id without version, such as "2505.13379" */
  arxivId: string | null;
  /** The paper's page on the hub */
  url: string | null;
  /** Address of the GitHub repository */
  githubRepo: string | null;
  /** Stars of the GitHub repository; "3.29k" is 3290 */
  githubStars: number | null;
  /** Address of the project page */
  projectPage: string | null;
  /** Every listed author name, in order */
  authors: string[];
  /** Keywords, in order */
  keywords: string[];
  /** Web addresses found in the abstract, in order, once each */
  links: string[];
  /** One-line summary written by a model, where the source keeps it apart from the abstract */
  aiSummary: string | null;
  /** Abstract; line breaks and runs of white space are one space */
  abstract: string | null;
}

/**
 * The schema of {@link Paper}, with the same words about each field. The order of the keys is the order of JSON members
 * and CSV columns.
 */
export const paperSchema = z.strictObject({
  title: about(words, 'Title; line breaks and runs of white space are one space'),
  published: about(z.nullable(day), 'Day of publication, YYYY-MM-DD'),
  yearInferred: about(z.boolean(), 'True where the source gave no year and it was worked out'),
  upvotes: about(z.nullable(count), 'Upvotes on the feed; a "-" on the page is 0'),
  comments: about(z.nullable(count), "Comments in the paper's community tab"),
  authorCount: about(z.nullable(count), 'Number of authors'),
  organization: about(
    z.nullable(words),
    'Display name of the organization, such as "Carnegie Mellon University"',
  ),
  organizationSlug: about(z.nullable(words), 'Hub handle of the organization, such as "qualcomm"'),
  submittedBy: about(z.nullable(words), 'Hub handle of the person who submitted the paper'),
  submittedOn: about(z.nullable(day), 'Day on which the paper was on Daily Papers, YYYY-MM-DD'),
  arxivId: about(
    z.nullable(z.string().check(z.regex(/^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/))),
    'arXiv id without version, such as "2505.13379"',
  ),
  url: about(z.nullable(webAddress), "The paper's page on the hub"),
  githubRepo: about(z.nullable(webAddress), 'Address of the GitHub repository'),
  githubStars: about(z.nullable(count), 'Stars of the GitHub repository; "3.29k" is 3290'),
  projectPage: about(z.nullable(webAddress), 'Address of the project page'),
  authors: about(z.array(words), 'Every listed author name, in order'),
  keywords: about(z.array(words), 'Keywords, in order'),
  links: about(z.array(webAddress), 'Web addresses found in the abstract, in order, once each'),
  aiSummary: about(
    z.nullable(words),
    'One-line summary written by a model, where the source keeps it apart from the abstract',
  ),
  abstract: about(z.nullable(words), 'Abstract; line breaks and runs of white space are one space'),
} satisfies { [Field in keyof Paper]: z.ZodMiniType<Paper[Field]> });

/** Whether a record may have this value in a field. */
export const fits = (field: PaperField, value: unknown): boolean =>
  z.safeParse(paperSchema.shape[field], value).success;

/** Where a paper was found: given with each paper when {@link ParseOptions.provenance} asks for it. */
export interface Provenance {
  /** Name of the input: a file name or `<stdin>`. */
  source: string;
  /** 1-based line of the title, or where the record, row or item begins; `null` for HTML. */
  line: number | null;
  /** 1-based place on its page. */
  rank: number;
  /** The page's own day, `YYYY-MM-DD`, or `null` where it is not known. */
  pageDate: string | null;
}

export type LocatedPaper = Paper & Provenance;

/** A paper with or without the fields that say where it was found. */
export type PaperRecord = Paper & Partial<Provenance>;

export type PaperField = keyof Paper;
export type FieldName = keyof LocatedPaper;

/** The fields of a record, in their order. */
export const PAPER_FIELDS = Object.keys(paperSchema.shape) as PaperField[];

/** Fields that are written only when asked for. */
export const PROVENANCE_FIELDS = [
  'source',
  'line',
  'rank',
  'pageDate',
] as const satisfies (keyof Provenance)[];

/** Every name that `--fields` knows. */
export const FIELD_NAMES: readonly FieldName[] = [...PAPER_FIELDS, ...PROVENANCE_FIELDS];

/** Whether a value says anything: `null` and the empty list mean that the source does not show the field. */
export const isShown = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** For each field, how many papers show it; for `yearInferred`, how many had their year inferred. */
export type FieldCounts = Record<PaperField, number>;

export const noFieldCounts = (): FieldCounts =>
  Object.fromEntries(PAPER_FIELDS.map((field) => [field, 0])) as FieldCounts;

/** Adds what one paper shows. */
export const countFields = (counts: FieldCounts, paper: Paper): void => {
  for (const field of PAPER_FIELDS) {
    if (isShown(paper[field]) && paper[field] !== false) counts[field] += 1;
  }
};

/** The fields that none of the counted papers shows. */
export const fieldsNotShown = (counts: FieldCounts): PaperField[] =>
  PAPER_FIELDS.filter((field) => field !== 'yearInferred' && counts[field] === 0);

/** What a reader found of a paper; its title is `null` where it was lost. */
export type PaperDraft = Partial<Omit<Paper, 'title'>> & { title: string | null };

/** Why a draft is not a paper. */
export interface Misfit {
  field: PaperField;
  message: string;
}

/**
 * The paper that a draft describes, its members in the order of the fields. Only values that the
 * source shows are checked against the schema.
 */
export const paperOf = (draft: PaperDraft): Paper | Misfit => {
  const paper: Partial<Record<PaperField, unknown>> = {};
  for (const field of PAPER_FIELDS) {
    const value = draft[field];
    if (field === 'title' || (isShown(value) && value !== false)) {
      const checked = z.safeParse(paperSchema.shape[field], value);
      if (!checked.success) return { field, message: checked.error.issues[0]?.message ?? 'does not fit' };
      paper[field] = value;
    } else paper[field] = notShown(field);
  }
  return paper as Paper;
};

const notShown = (field: PaperField): null | false | [] => {
  if (field === 'yearInferred') return false;
  return field === 'authors' || field === 'keywords' || field === 'links' ? [] : null;
};
