import { partsOfDay, utcDay } from '../../fields/date.js';
import { oneLine } from '../../fields/text.js';
import { noFacts, type PageFacts, type PageKind } from '../../page.js';
import { parsed } from './fault.js';
import { isObject } from './fields.js';

const PERIODS: Readonly<Record<string, PageKind>> = {
  day: 'day',
  daily: 'day',
  week: 'week',
  weekly: 'week',
  month: 'month',
  monthly: 'month',
};

const member = (props: object, name: string): string | null => {
  const value: unknown = Object.hasOwn(props, name) ? (props as Record<string, unknown>)[name] : null;
  return typeof value === 'string' && value !== '' ? value : null;
};

const dayOf = (...texts: (string | null)[]): string | null =>
  texts.map((text) => text && utcDay(text)).find((day) => day) ?? null;

/** What the object around the feed's list of papers says about its page. */
export const factsOfProps = (props: object): PageFacts => {
  const day = dayOf(member(props, 'dateString'), member(props, 'date'));

  const asked: unknown = Object.hasOwn(props, 'query') ? (props as { query?: unknown }).query : null;
  const within = isObject(asked) ? member(asked, 'q') : null;
  const query = within ?? member(props, 'query') ?? member(props, 'q');
  return {
    ...noFacts(),
    kind: PERIODS[member(props, 'periodType') ?? ''] ?? null,
    headerDay: day === null ? null : partsOfDay(day),
    captured: day,
    previousDay: dayOf(member(props, 'prevDate')),
    query: query && oneLine(query),
  };
};

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const MAX_HEAD = 1 << 16;

/** What the objects around the list say, down to the one that it is in, which is the last of each. */
const withInner = (props: object): object => {
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
  const props = parsed(`${head}null${open.reverse().join('')}`);
  return typeof props === 'object' && props !== null ? factsOfProps(withInner(props)) : noFacts();
};
