import type { Draft } from './draft.js';
import type { Marks } from './marks.js';
import { hubHandle } from './target.js';

/** The list of targets at the end of a page gives every title its id, and every name its handle. */
export const resolveMarks = (drafts: readonly Draft[], marks: Marks): void => {
  if (!marks.used()) return;
  const named = drafts.filter((draft) => resolve(draft, marks));
  const repeat = named.every((draft) => draft.organization?.startsWith(`${draft.organizationSlug} `));
  for (const draft of repeat ? named : [])
    draft.organization = draft.organization?.slice((draft.organizationSlug?.length ?? 0) + 1) ?? null;
};

/** Whether the organization got its handle: the alternative text of its logo may stand before its name. */
const resolve = (draft: Draft, marks: Marks): boolean => {
  const targets = draft.used.map(({ mark }) => marks.target(mark));
  const marked = draft.title
    ?.map(({ mark }) => marks.target(mark))
    .find((target) => target?.kind === 'paper');
  draft.id ??= marked?.id ?? targets.find((target) => target?.kind === 'comments')?.id ?? null;
  draft.githubRepo ??= targets.find((target) => target?.kind === 'github')?.url ?? null;
  const organization = marks.target(draft.organizationMark);
  if (organization?.kind !== 'hub' || draft.organizationSlug !== null) return false;
  draft.organizationSlug = hubHandle(organization);
  return true;
};
