import { type Assembly, beginEntry, begun, use } from './assembly.js';
import { AFTER } from './draft.js';
import { onAuthors, onDot } from './on-facts.js';
import { setOrganization } from './place-text.js';
import type { PlainEntry } from './plain-entry.js';

/** The open entry has all that an entry of the plain form has, and nothing waits for what comes next. */
export const isBetweenEntries = (at: Assembly): boolean => {
  const { draft } = at;
  const isWhole =
    draft?.phase === AFTER && draft.title !== null && draft.prose.length > 0 && draft.date !== null;
  if (!isWhole || draft.lastLine !== null) return false;
  const waits = at.dot ?? at.doubtful ?? at.label ?? at.month;
  return waits === null && at.run.length === 0 && at.counts.length === 0;
};

/** What the tokens of the entry up to its dot come to one by one, where the entry before is complete. */
export const beginPlainEntry = (at: Assembly, { title, abstract, who, dot }: PlainEntry): void => {
  beginEntry(at, title, 'title');
  const draft = begun(at);
  draft.title = [title];
  use(at, title, 'title');
  at.page.countFirst ??= false;
  draft.prose.push([abstract]);
  use(at, abstract, 'abstract');
  at.page.characters += title.text.length + abstract.text.length;
  if (who.kind === 'authors') onAuthors(at, who);
  else setOrganization(at, who);
  onDot(at, dot);
  at.last = dot;
};
