/** What a text leaves open at its end, for the next line to close. */
export interface Unclosed {
  tag: boolean;
  /** Pandoc's list of attributes behind a link or a span. */
  attributes: boolean;
  date: boolean;
}

const TAG = /<(?:a|img|span|div)(?:\s[^<>]*)?$/;
const ATTRIBUTES = /[)\]]\{[.#\w][^{}]*$/;
const DATE =
  /^(?:\S{1,4} )?(?:Published(?: on)?|(?:Published on )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{1,2},)?)$/;
const LONGEST_DATE = 25;
/** Last letters of such a date; few other lines end like that. */
const DATE_ENDS: ReadonlySet<string> = new Set([
  'hed',
  ' on',
  ...'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
]);
const DATE_GOES_ON = /^\[?(?:on )?(?:\d{4}|\d{1,2}|[A-Z][a-z]{2} \d{1,2})(?!\d)/;

/** The dot before a date, with what may stand before it: `[Marsh](/marsh) [·]{.mx-2} Published on Feb`. */
const BEFORE_DOT = /^.*·(?:\]\{[^{}]*\})?(?= )/;

const isBrokenDate = (text: string): boolean => {
  if (!text.endsWith(',') && !DATE_ENDS.has(text.slice(-3))) return false;
  const date = text.includes('·') ? text.replace(BEFORE_DOT, '·') : text;
  return date.length <= LONGEST_DATE && DATE.test(date);
};

/** What the line leaves open; `null` if it is nothing. */
export const unclosedIn = (line: string): Unclosed | null =>
  told({
    tag: line.includes('<') && TAG.test(line),
    attributes: line.includes('{') && ATTRIBUTES.test(line),
    date: isBrokenDate(line),
  });

/**
 * What is open after one more line. Only that line is looked at, for there may be thousands before it.
 * @param whole all lines together, as far as they are short enough for a date
 */
export const unclosedAfter = (before: Unclosed, line: string, whole: string): Unclosed | null =>
  told({
    tag: /[<>]/.test(line) ? TAG.test(line) : before.tag,
    attributes: /[{}]/.test(line) ? ATTRIBUTES.test(line) : before.attributes,
    date: isBrokenDate(whole),
  });

const told = (unclosed: Unclosed): Unclosed | null =>
  unclosed.tag || unclosed.attributes || unclosed.date ? unclosed : null;

/** Whether the next line can close what is open. */
export const mendsBreak = ({ date }: Unclosed, next: string): boolean => !date || DATE_GOES_ON.test(next);
