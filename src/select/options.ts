import type { Report } from '../diagnostic.js';
import type { FieldName, Paper, Provenance } from '../paper.js';

/** A paper with or without the fields that say where it was found. */
export type Selectable = Paper & Partial<Provenance>;

/** The fields that hold a day of a paper. */
export const DAY_FIELDS = ['published', 'submittedOn'] as const satisfies FieldName[];

export type DayField = (typeof DAY_FIELDS)[number];

/** One field to sort by. */
export interface SortKey {
  field: FieldName;
  descending: boolean;
}

/** What to select; a member that is absent selects nothing away. */
export interface SelectOptions {
  /** Merges the copies of a paper, in whichever input they stand. Page days (provenance) decide which copy is newer. */
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
  /** At most so many papers; the source is closed as soon as they are there. */
  limit?: number;
  onDiagnostic?: Report;
}

/** One step of a selection: gives the papers back as they came where its option is absent. */
export type Stage = <P extends Selectable>(
  papers: AsyncIterable<P>,
  options: SelectOptions,
) => AsyncIterable<P>;
