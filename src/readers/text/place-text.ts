import { diagnostic } from '../../diagnostic.js';
import { type Assembly, begun, outside, raise, setAside, use } from './assembly.js';
import { type Block, textOf } from './block.js';
import type { Token } from './classify.js';
import { type Draft, newDraft, TAIL, TEXT } from './draft.js';
import { addDraft } from './open-page.js';
import { type After, readRun } from './run.js';
import { hubHandle } from './target.js';

/** Decides what the text since the last fact is, now that it is known what follows, and how close. */
export const readText = (at: Assembly, after: After, gap: number): void => {
  const { run, dot } = at;
  at.run = [];
  at.runCharacters = 0;
  at.runLines = 0;
  at.dot = null;
  if (run.length > 0)
    placeText(at, run, dot && (after === 'other' || after === 'end') ? 'dot' : after, dot?.gap ?? gap);
  if (dot) use(at, dot, 'dot');
  if (dot || run.length > 0) raise(at, after === 'other' || after === 'end' ? TEXT : TAIL);
};

const placeText = (at: Assembly, run: Block[], after: After, gap: number): void => {
  const titled = at.draft !== null && at.draft.title !== null;
  const { dense } = at.page;
  const lacksWho = lacksOrganization(at);
  const showsProse = !dense && at.page.showsProse;
  const { readings, organization, guessed, stray } = readRun(run, {
    titled,
    after,
    gap,
    dense,
    lacksWho,
    showsProse,
  });
  for (const token of stray.flat()) {
    if (at.page.drafts.length === 0) setAside(at, token);
    else outside(at, token, 'unrecognised');
  }
  readings.forEach(({ title, prose }, i) => {
    if (i > 0) {
      addDraft(at.page, begun(at));
      at.draft = newDraft();
    }
    const draft = begun(at);
    if (title) {
      draft.title = title;
      for (const token of title) use(at, token, 'title');
      at.page.countFirst ??= draft.upvotes !== null;
    }
    draft.prose.push(...prose);
    for (const token of prose.flat()) use(at, token, 'abstract');
    if (draft.prose.length > 1 && !prose.flat().some(({ target }) => target)) reportJoined(at, draft);
  });
  if (!organization) return;
  if (guessed) reportGuessed(at, organization);
  setOrganization(at, organization);
  begun(at).lastLine = lacksWho ? organization : null;
};

/** Pages of days, weeks and months show submitters, and no text but titles and names. */
export const lacksOrganization = ({ page, draft }: Assembly): boolean => {
  const showsSubmitters = draft?.submittedBy != null || page.showsSubmitters;
  const hasWho = draft !== null && (draft.authorCount !== null || draft.organization !== null);
  return showsSubmitters && !hasWho && !page.showsProse;
};

/** Alt text of a logo before a name: `[cranelab] Crane Lab`. */
const ALT_TEXT = /^\[[^[\]]*\] *(?=\S)/;
/** `[cranelab]Crane Lab`: the space got lost. */
const GLUED_ALT = /^(\[[\w.-]+\])(?=\S)/;

export const setOrganization = (at: Assembly, token: Token): void => {
  const draft = begun(at);
  const linked = token.target?.kind === 'hub' ? hubHandle(token.target) : null;
  draft.organization =
    linked === null ? token.text.replace(GLUED_ALT, '$1 ') : token.text.replace(ALT_TEXT, '');
  draft.organizationSlug = linked;
  draft.organizationMark = token.mark;
  use(at, token, 'organization');
  raise(at, TAIL);
};

const reportGuessed = (at: Assembly, { text, line }: Token): void => {
  const message = `“${text.slice(0, 60)}” was taken for an organization, because it is the last line before the next paper`;
  at.context.report(diagnostic('organization-guessed', { message, line, field: 'organization' }));
};

const reportJoined = (at: Assembly, { prose, title }: Draft): void => {
  const line = prose[1]?.[0]?.line ?? 1;
  const message = `${prose.length} paragraphs taken as one abstract of “${title ? textOf(title).slice(0, 60) : '?'}”`;
  at.context.report(diagnostic('abstract-joined', { message, line, field: 'abstract' }));
};
