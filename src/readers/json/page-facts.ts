import { partsOfDay, utcDay } from '../../fields/date.js';
import { oneLine } from '../../fields/text.js';
import { noFacts, type PageFacts, type PageKind } from '../../page.js';
import { parsedJson } from '../../words.js';
import { isObject } from './typed.js';

const PERIODS: ReadonlyMap<string, PageKind> = new Map([
  ['day', 'day'],
  ['daily', 'day'],
  ['week', 'week'],
  ['weekly', 'week'],
  ['month', 'month'],
  ['monthly', 'month'],
]);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const dayOf = (...texts: (string | null)[]): string | null =>
  texts.map((text) => text && utcDay(text)).find((day) => day) ?? null;

/** What the object around the feed's list of papers says about its page. */
export const factsOfProps = (props: Readonly<Record<string, unknown>>): PageFacts => {
  const day = dayOf(textOf(props.dateString), textOf(props.date));
  const asked = isObject(props.query) ? props.query.q : (props.query ?? props.q);
  const query = textOf(asked);
  return {
    ...noFacts(),
    kind: PERIODS.get(textOf(props.periodType) ?? '') ?? null,
    headerDay: day === null ? null : partsOfDay(day),
    captured: day,
    previousDay: dayOf(textOf(props.prevDate)),
    query: query && oneLine(query),
  };
};

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const MAX_HEAD = 1 << 16;

/** What the objects around the list say, down to the one that it is in, which is the last of each. */
const withInner = (props: Record<string, unknown>): Record<string, unknown> => {
  const last: unknown = Object.values(props).at(-1);
  return isObject(last) ? { ...props, ...withInner(last) } : props;
};

/** The same from the text up to the list, whose open brackets are closed for it. */
export const factsOfHead = (head: string): PageFacts => {
  if (head.length > MAX_HEAD) return noFacts();
  const open: string[] = [];
  let inString = false;
  for (const [sign] of head.matchAll(/\\[\s\S]|["{}[\]]/g)) {
    if (sign === '"') inString = !inString;
    if (inString || sign === '"' || sign.startsWith('\\')) continue;
    const closer = CLOSERS[sign];
    if (closer !== undefined) open.push(closer);
    else open.pop();
  }
  const props = parsedJson(`${head}null${open.reverse().join('')}`);
  return isObject(props) ? factsOfProps(withInner(props)) : noFacts();
};
