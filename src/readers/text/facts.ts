import { readDateLine } from '../../fields/date.js';
import type { Segment } from './segments.js';

const DOT = /·|Â·|[•|](?=\s)|(?<=\s)[•|]/;
const LEADING_DOT = /^(?:·|•|Â·)\s*(?=\S)/;
const AUTHORS = /^[^A-Za-z0-9_]{0,6}(\d{1,6}|\d{1,3}(?:,\d{3})+) authors?$/;
/** `GitHub 3.29k arXiv Page`, also without any space. */
const LABELS = /^(?:(?:Upvote|GitHub|arXiv Page)\s*(?:(?:\\?-|\d[\d.,]*[kmb]?)\s*)?)+$/i;
const LABEL = /(Upvote|GitHub|arXiv Page)\s*(?:\\?(-)|(\d[\d.,]*[kmb]?))?/gi;

const SENTENCE_END = /[.:;,!?]$/;

/** "14 authors" and nothing else, with or without a bullet, however broken its encoding; `null` for other text. */
export const readAuthorCount = (text: string): number | null => {
  if (text.length > 24 || !(text.endsWith(' authors') || text.endsWith(' author'))) return null;
  const found = AUTHORS.exec(text);
  return found ? Number((found[1] as string).replaceAll(',', '')) : null;
};

/**
 * `Crane Lab · Published on Oct 4, 2026` is three pieces: facts in a row are taken apart at their dots where one of
 * them is a date or an author count, and at their labels; prose with a dot in it stays whole.
 */
export const splitFacts = (segment: Segment): Segment[] => {
  const { text } = segment;
  if (text.length > 200 || text.length < 3 || SENTENCE_END.test(text)) return [segment];
  if (LABELS.test(text))
    return [...text.matchAll(LABEL)].map(([, label = '', dash, number]) => ({
      ...segment,
      text: `${label} ${dash ?? number ?? ''}`.trim(),
    }));
  const parts = text
    .replace(LEADING_DOT, '')
    .split(DOT)
    .map((part) => part.trim());
  const whole = parts.length === 1 && parts[0] === text;
  if (whole || !parts.some((part) => readDateLine(part) || readAuthorCount(part) !== null)) return [segment];
  const leading: Segment[] = LEADING_DOT.test(text) ? [{ ...segment, text: '·' }] : [];
  return [
    ...leading,
    ...parts.flatMap((part, i) =>
      i === 0
        ? [{ ...segment, text: part }]
        : [
            { ...segment, text: '·' },
            { ...segment, text: part },
          ],
    ),
  ];
};
