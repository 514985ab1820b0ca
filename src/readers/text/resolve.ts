import { type Draft, newDraft } from './draft.js';
import type { Marks } from './marks.js';
import { hubHandle } from './target.js';

/** The list of targets at the end of a page gives every title its id, and every name its handle. */
export const resolveMarks = (drafts: readonly Draft[], marks: Marks): Draft[] => {
  if (!marks.used()) return [...drafts];
  for (const [i, draft] of drafts.entries()) giveBackComments(draft, drafts[i - 1], marks);
  const named = drafts.filter((draft) => resolve(draft, marks));
  const repeat = named.every((draft) => draft.organization?.startsWith(`${draft.organizationSlug} `));
  for (const draft of repeat ? named : [])
    draft.organization = draft.organization?.slice((draft.organizationSlug?.length ?? 0) + 1) ?? null;
  return drafts.flatMap((draft) => parted(draft, marks));
};

/** What stands above a title, and the role of its lines. */
const ABOVE_TITLE = [
  ['submittedBy', 'submitter'],
  ['upvotes', 'upvotes'],
] as const;

/** Where a box or a number leads to another paper than the title below, that paper lost its title: what stood above is its own. */
const parted = (draft: Draft, marks: Marks): Draft[] => {
  const ids = draft.used.map(({ mark }) => marks.target(mark)?.id ?? null);
  const own = ids.indexOf(draft.id);
  const first = ids.find((id) => id !== null);
  if (draft.id === null || own === -1 || first === draft.id) return [draft];
  const above = draft.used.splice(0, own);
  const lost = { ...newDraft(), used: above };
  for (const [field, role] of ABOVE_TITLE) {
    if (!above.some((piece) => piece.role === role)) continue;
    Object.assign(lost, { [field]: draft[field] });
    draft[field] = null;
  }
  return [lost, draft];
};

/** A number whose link leads to comments, taken for the upvotes of the paper below because its own number is lost. */
const giveBackComments = (draft: Draft, before: Draft | undefined, marks: Marks): void => {
  const at = draft.used.findIndex(
    ({ role, mark }) => role === 'upvotes' && marks.target(mark)?.kind === 'comments',
  );
  const [piece] = before && at !== -1 ? draft.used.splice(at, 1) : [];
  if (!before || !piece) return;
  before.comments ??= draft.upvotes;
  draft.upvotes = null;
  piece.role = 'comments';
  before.used.push(piece);
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
