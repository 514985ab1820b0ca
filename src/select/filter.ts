import { diagnostic, type Report } from '../diagnostic.js';
import { isDay } from '../fields/date.js';
import { type FieldName, isShown, type PaperRecord } from '../paper.js';
import { counted, folded } from '../words.js';
import type { Parsed, SelectOptions, Stage } from './stage.js';

/** Keeps the papers that meet every condition; one that does not show the field of a condition does not meet it. */
export const filter: Stage = (papers, options) => {
  const conditions = conditionsOf(options);
  return conditions.length === 0 ? papers : filtered(papers, conditions, options);
};

async function* filtered<P extends PaperRecord>(
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
    if (onDiagnostic) for (const watch of watches) reportWatch(watch, read, finished, onDiagnostic);
  }
}

/** A condition with what was seen of its fields. */
interface Watch {
  condition: Condition;
  /** Papers that show one of its fields. */
  shown: number;
  /** Papers left out only because they show none. */
  undecided: number;
}

const passes = (paper: PaperRecord, watches: readonly Watch[]): boolean => {
  const silent: Watch[] = [];
  let refused = false;
  for (const watch of watches) {
    if (watch.condition.fields.some((field) => isShown(paper[field]))) {
      watch.shown += 1;
      refused ||= !watch.condition.holds(paper);
    } else silent.push(watch);
  }
  if (!refused) for (const watch of silent) watch.undecided += 1;
  return !refused && silent.length === 0;
};

/** Reports `field-not-shown` only if every paper was read. */
const reportWatch = (
  { condition, shown, undecided }: Watch,
  read: number,
  finished: boolean,
  report: Report,
): void => {
  const [field] = condition.fields;
  if (shown === 0 && read > 0 && finished) {
    const message = `nothing is left: no paper shows ${field}`;
    report(diagnostic('field-not-shown', { message, field }));
  } else if (condition.mayBeUnknown && undecided > 0) {
    const papers = counted(undecided, 'paper that does', 'papers that do');
    report(diagnostic('field-undecided', { message: `left out ${papers} not show ${field}`, field }));
  }
};

/** One thing that a paper must meet. */
interface Condition {
  /** The fields that it looks at. */
  fields: readonly [FieldName, ...FieldName[]];
  /** A paper without the field might meet it, so leaving it out is reported. */
  mayBeUnknown: boolean;
  /** Asked only of papers that show one of the fields. */
  holds: (paper: PaperRecord) => boolean;
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
const conditionsOf = (options: SelectOptions): Condition[] => MAKERS.flatMap((make) => make(options) ?? []);

const PERIOD = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

const isOnCalendar = (year: string, month = '01', day = '01'): boolean =>
  isDay({ year: Number(year), month: Number(month), day: Number(day) });

/** A year, a month or a day: `2025`, `2025-03`, `2025-03-07`. The value is the text itself. */
export const readPeriod = (text: string): Parsed<string> => {
  const [, year, month, day] = PERIOD.exec(text) ?? [];
  if (year === undefined) {
    return { message: `"${text}" is not a year, month or day such as 2025, 2025-03 or 2025-03-07` };
  }
  return isOnCalendar(year, month, day) ? { value: text } : { message: `"${text}" is not a real date` };
};

/** Refuses periods that no day could be compared with. */
export const checkPeriods = ({ since, until }: SelectOptions): void => {
  for (const text of [since, until]) {
    const reading = text === undefined ? null : readPeriod(text);
    if (reading !== null && 'message' in reading) throw new RangeError(reading.message);
  }
};

/** Whether a day lies in the span; days and periods compare as texts. */
const isWithin = (day: string, { since = '', until }: SelectOptions): boolean =>
  day >= since && (until === undefined || day.slice(0, until.length) <= until);

/** Ignores case, and treats characters outside the basic plane as one. */
const FLAGS = 'iu';

/** What is wrong with a pattern, in the engine's words without the pattern itself; `null` for a right one. */
const fault = (pattern: string): string | null => {
  try {
    new RegExp(pattern, FLAGS);
    return null;
  } catch (error) {
    return String((error as Error).message)
      .split(': ')
      .at(-1) as string;
  }
};

/**
 * Engines name the fault but not its place. It follows the longest beginning that does not have the same fault:
 * every longer one does.
 */
const offsetOfFault = (found: string, pattern: string): number => {
  let end = pattern.length - 1;
  while (end > 0 && fault(pattern.slice(0, end)) === found) end -= 1;
  return end;
};

/** A regular expression that ignores case. The message says where a bad one goes wrong. */
export const readPattern = (text: string): Parsed<RegExp> => {
  const found = fault(text);
  if (found === null) return { value: new RegExp(text, FLAGS) };
  const place = offsetOfFault(found, text);
  const words = found.charAt(0).toLowerCase() + found.slice(1);
  return {
    message: `"${text}" is not a valid regular expression: ${words} at character ${place + 1} ("${text.slice(place)}")`,
  };
};
