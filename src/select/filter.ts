import { diagnostic, type Report } from '../diagnostic.js';
import { type Condition, conditionsOf } from './conditions.js';
import type { Selectable, SelectOptions, Stage } from './options.js';
import { shows } from './shows.js';

/** A condition with what was seen of its fields. */
interface Watch {
  condition: Condition;
  /** Papers that show one of its fields. */
  shown: number;
  /** Papers left out only because they show none. */
  undecided: number;
}

/** Leaves out the papers that do not fulfil every condition, those that do not show the field among them. */
export const filter: Stage = (papers, options) => {
  const conditions = conditionsOf(options);
  return conditions.length === 0 ? papers : filtered(papers, conditions, options);
};

async function* filtered<P extends Selectable>(
  papers: AsyncIterable<P>,
  conditions: readonly Condition[],
  { onDiagnostic }: SelectOptions,
) {
  const watches = conditions.map((condition): Watch => ({ condition, shown: 0, undecided: 0 }));
  let read = 0;
  let finished = false;
  try {
    for await (const paper of papers) {
      read += 1;
      if (passes(paper, watches)) yield paper;
    }
    finished = true;
  } finally {
    if (onDiagnostic) for (const watch of watches) tell(watch, read, finished, onDiagnostic);
  }
}

const passes = (paper: Selectable, watches: readonly Watch[]): boolean => {
  const silent: Watch[] = [];
  let refused = false;
  for (const watch of watches) {
    if (watch.condition.fields.some((field) => shows(paper, field))) {
      watch.shown += 1;
      refused ||= !watch.condition.holds(paper);
    } else silent.push(watch);
  }
  if (!refused) for (const watch of silent) watch.undecided += 1;
  return !refused && silent.length === 0;
};

/** A reader that stopped early has not seen that no paper shows the field. */
const tell = (
  { condition, shown, undecided }: Watch,
  read: number,
  finished: boolean,
  report: Report,
): void => {
  const [field] = condition.fields;
  if (shown === 0 && read > 0 && finished) {
    const message = `nothing is left: none of the ${read} papers shows ${field}`;
    report(diagnostic('field-not-shown', { message, field }));
  } else if (condition.mayBeUnknown && undecided > 0) {
    const papers = undecided === 1 ? '1 paper that does' : `${undecided} papers that do`;
    report(diagnostic('field-undecided', { message: `left out ${papers} not show ${field}`, field }));
  }
};
