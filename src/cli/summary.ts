import type { InputReport } from '../index.js';
import type { Context } from './context.js';
import { manyOf, missedFields } from './field-words.js';
import type { Tally } from './gates.js';
import { safeText } from './safe-text.js';
import { counted } from './words.js';

/** `dump.txt: 48 papers (text), 395 lines, 0 unrecognised; not shown: upvotes, arXiv ids`. */
const inputSummary = ({ source, reader, papers, lines, shown }: InputReport): string => {
  const parts = [`${counted(papers, 'paper')} (${reader})`];
  if (reader === 'text') parts.push(counted(lines.total, 'line'), `${lines.unrecognised} unrecognised`);
  const missed = papers === 0 ? [] : missedFields(shown).map(manyOf);
  const notShown = missed.length === 0 ? '' : `; not shown: ${missed.join(', ')}`;
  return `${safeText(source)}: ${parts.join(', ')}${notShown}\n`;
};

/** One line for all inputs: `3 inputs: 96 papers, 1 unreadable, 2 errors, 4 warnings`. */
const totalSummary = (inputs: number, { papers, unreadable, errors, warnings }: Tally): string => {
  const parts = [counted(papers, 'paper')];
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  if (errors > 0) parts.push(counted(errors, 'error'));
  if (warnings > 0) parts.push(counted(warnings, 'warning'));
  return `${counted(inputs, 'input')}: ${parts.join(', ')}\n`;
};

/** Says what the inputs came to: a single one at the very end, of many only those with troubles, and a total. */
export const summaries = (inputs: number, { stderr }: Context, quiet: boolean) => {
  let last = '';
  return {
    endInput: (input: InputReport | undefined, troubled: boolean): void => {
      // An error has told why there is nothing.
      if (quiet || !input || input.papers === 0) return;
      if (inputs === 1) last = inputSummary(input);
      else if (troubled) stderr.write(inputSummary(input));
    },
    end: (tally: Tally): void => {
      if (!quiet) stderr.write(inputs === 1 ? last : totalSummary(inputs, tally));
    },
  };
};
