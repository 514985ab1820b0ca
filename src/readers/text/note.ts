import { dayInside } from '../../fields/date.js';
import type { PageFacts } from '../../page.js';

const CAPTURE = /^(captured|retrieved|exported|fetched|saved|date)\b[^:]*:/i;
const QUERY = /[?&]q=([^&#\s]+)/;

/** Takes the capture day and the search query out of a line of front matter or a converter's note. */
export const readNote = (text: string, facts: PageFacts): void => {
  const day = CAPTURE.test(text) ? dayInside(text) : null;
  if (day !== null) facts.captured ??= day;
  const query = QUERY.exec(text)?.[1];
  if (query !== undefined) facts.query ??= decodeQuery(query);
};

const decodeQuery = (query: string): string => {
  try {
    return decodeURIComponent(query.replaceAll('+', ' '));
  } catch {
    return query;
  }
};
