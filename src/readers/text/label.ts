/** What a token of a page can be. The index of a label is the number that the path works with. */
export const LABELS = [
  'title',
  'title-on',
  'prose',
  'prose-on',
  'organization',
  'organization-on',
  'alt-text',
  'authors',
  'names',
  'dot',
  'date',
  'comments',
  'stars',
  'upvotes',
  'submitter',
  'handle',
  'link',
  'form',
  'nothing',
  'page',
  'foreign',
] as const;

export type Label = (typeof LABELS)[number];

/** Labels by their numbers. */
export const L = Object.fromEntries(LABELS.map((label, i) => [label, i])) as Readonly<Record<Label, number>>;

/** What an entry can have once; the path keeps one bit for each in the open entry. */
export const FIELDS = [
  'title',
  'prose',
  'authors',
  'organization',
  'names',
  'date',
  'comments',
  'stars',
  'upvotes',
  'submitter',
  'id',
] as const;

export type Field = (typeof FIELDS)[number];

/** Bits of the fields. */
export const F = Object.fromEntries(FIELDS.map((field, i) => [field, 1 << i])) as Readonly<
  Record<Field, number>
>;
