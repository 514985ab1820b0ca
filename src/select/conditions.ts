import type { FieldName } from '../paper.js';
import { folded } from './folded.js';
import type { Selectable, SelectOptions } from './options.js';
import { isWithin } from './period.js';

/** One thing that a paper must fulfil. */
export interface Condition {
  /** The fields that it looks at; a feed where no paper shows any of them can fulfil nothing. */
  fields: readonly [FieldName, ...FieldName[]];
  /** A paper without the field might fulfil it: leaving it out is worth a word. */
  mayBeUnknown: boolean;
  /** Asked only of papers that show one of the fields. */
  holds: (paper: Selectable) => boolean;
}

type Maker = (options: SelectOptions) => Condition | undefined;

const atLeast = (field: 'upvotes' | 'comments', least: number | undefined): Condition | undefined =>
  least === undefined
    ? undefined
    : { fields: [field], mayBeUnknown: true, holds: (paper) => (paper[field] ?? 0) >= least };

/** Every filter there is. */
const MAKERS: readonly Maker[] = [
  (options) =>
    options.since === undefined && options.until === undefined
      ? undefined
      : {
          fields: [options.by ?? 'published'],
          mayBeUnknown: true,
          holds: (paper) => isWithin(paper[options.by ?? 'published'] ?? '', options),
        },
  ({ match }) =>
    match && {
      fields: ['title', 'abstract'],
      mayBeUnknown: false,
      holds: ({ title, abstract }) => title.search(match) >= 0 || (abstract ?? '').search(match) >= 0,
    },
  ({ organization: wanted }) =>
    wanted === undefined
      ? undefined
      : {
          fields: ['organization', 'organizationSlug'],
          mayBeUnknown: false,
          holds: ({ organization, organizationSlug }) =>
            [organization, organizationSlug].some((name) => name !== null && folded(name) === folded(wanted)),
        },
  ({ minUpvotes }) => atLeast('upvotes', minUpvotes),
  ({ minComments }) => atLeast('comments', minComments),
];

/** The conditions that these options set. */
export const conditionsOf = (options: SelectOptions): Condition[] =>
  MAKERS.flatMap((make) => make(options) ?? []);
