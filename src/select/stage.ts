import type { Report } from '../diagnostic.js';
import type { FieldName, PaperRecord } from '../paper.js';

/** The fields that hold a day of a paper. */
export const DAY_FIELDS = ['published', 'submittedOn'] as const satisfies FieldName[];

export type DayField = (typeof DAY_FIELDS)[number];

/** One field to sort by. */
export interface SortKey {
  field: FieldName;
  descending: boolean;
}

/** What to select; a member that is absent leaves nothing out. */
export interface SelectOptions {
  /** Merges the copies of a paper, whichever inputs they come from. Page days (provenance) decide which copy is newer. */
  unique?: boolean;
  /** The day that `since` and `until` look at; `published` if absent. */
  by?: DayField;
  /** `2025`, `2025-03` or `2025-03-07`; the whole period belongs to it. */
  since?: string;
  /** The same forms; the whole period belongs to it. */
  until?: string;
  /** Found in the title or the abstract. */
  match?: RegExp;
  /** Name or hub handle; case, spacing and punctuation do not count. */
  organization?: string;
  minUpvotes?: number;
  minComments?: number;
  /** The first key decides, the next ones where it ties. */
  sort?: readonly SortKey[];
  /** At most this many papers; the source is closed once they are found. */
  limit?: number;
  onDiagnostic?: Report;
}

/** One step of a selection: gives the papers back as they came where its option is absent. */
export type Stage = <P extends PaperRecord>(
  papers: AsyncIterable<P>,
  options: SelectOptions,
) => AsyncIterable<P>;

/** The value of an option's text, or what is wrong with the text. */
export type Parsed<T> = { value: T } | { message: string };
