import type { InputReport } from '../index.js';
import { counted } from '../words.js';
import { manyOf, missedFields } from './field-words.js';
import type { RunCounts } from './gates.js';
import type { Reporter } from './report.js';
import { safeText } from './safe-text.js';

/** `dump.txt: 48 papers (text), 395 lines, 0 unrecognised; not shown: upvotes, arXiv ids`. */
const inputSummary = ({ source, reader, papers, lines, shown }: InputReport): string => {
  const parts = [`${counted(papers, 'paper')} (${reader})`];
  if (reader === 'text') parts.push(counted(lines.total, 'line'), `${lines.unrecognised} unrecognised`);
  const missed = papers === 0 ? [] : missedFields(shown).map(manyOf);
  const notShown = missed.length === 0 ? '' : `; not shown: ${missed.join(', ')}`;
  return `${safeText(source)}: ${parts.join(', ')}${notShown}`;
};

/** One line for all inputs: `3 inputs: 96 papers, 1 unreadable, 2 errors, 4 warnings`. */
const totalSummary = (inputs: number, { papers, unreadable, errors, warnings }: RunCounts): string => {
  const parts = [counted(papers, 'paper')];
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  if (errors > 0) parts.push(counted(errors, 'error'));
  if (warnings > 0) parts.push(counted(warnings, 'warning'));
  return `${counted(inputs, 'input')}: ${parts.join(', ')}`;
};

/** One line for a single input, at the end; for many, a line for each with problems and a total. */
export const summaries = (inputs: number, { note }: Reporter, quiet: boolean) => {
  let last = '';
  return {
    endInput: (input: InputReport | undefined, troubled: boolean): void => {
      // An error has said why there is nothing.
      if (quiet || !input || input.papers === 0) return;
      if (inputs === 1) last = inputSummary(input);
      else if (troubled) note(inputSummary(input));
    },
    /** `selected`: how many papers were selected, if any selection was made. */
    end: (counts: RunCounts, selected?: number): void => {
      const line = inputs === 1 ? last : totalSummary(inputs, counts);
      if (quiet || line === '') return;
      note(selected === undefined ? line : `${line}; ${selected} selected`);
    },
  };
};
