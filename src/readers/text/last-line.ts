import { readCount } from '../../fields/count.js';
import { reportAmbiguous } from './ambiguous.js';
import type { Assembly } from './assembly.js';

const NUMBER_BEHIND = /( ?)(\d[\d,]{0,6})$/;

/**
 * The last line of an entry, told to be an organization by its place, may hold the comments too: `Crane Lab 5`. Without
 * a space, `Lab5`, it could be a name. Settled when the entry ends: a number of its own goes first.
 */
export const settleLastLine = ({ draft, context }: Assembly): void => {
  const line = draft?.lastLine;
  if (!draft || !line || draft.comments !== null) return;
  const said = draft.organization ?? '';
  const [behind = '', space, digits = ''] = NUMBER_BEHIND.exec(said) ?? [];
  const name = said.slice(0, said.length - behind.length).trimEnd();
  const count = readCount(digits);
  if (count === null || !/\p{L}/u.test(name)) return;
  draft.organization = name;
  draft.comments = count;
  if (space === '') reportAmbiguous(line, context.report);
};
