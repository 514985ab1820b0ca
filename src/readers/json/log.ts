import { parsedJson } from '../../words.js';
import { LOG_LINE, MOST_LINES_ABOVE } from '../above.js';
import { isRecord } from './nested.js';

/** What a program writes before an object on its line is shorter. */
const LONGEST_PREFIX = 300;
/** `2025-05-19 10:12:00,123 INFO scraper: got {"title": …}`, or a line without an object. */
const PREFIX = new RegExp(
  String.raw`(?=${LOG_LINE.source})[^{\n]{1,${LONGEST_PREFIX}}(?=\{\s{0,9}"|$)`,
  'gm',
);

const withoutPrefix = (text: string): string => text.replace(PREFIX, (prefix) => ' '.repeat(prefix.length));

/** Of the lines of a log: a run also says when it begins and ends. */
const LEAST_RECORDS = 0.9;

/** Whether nearly all lines of a text are lines of a log that end in the record of a paper. */
export const isLogOfRecords = (head: string): boolean => {
  if (!head.includes('{"')) return false;
  const lines = head.split('\n', MOST_LINES_ABOVE);
  // The last line may be cut.
  const whole = (lines.length > 1 ? lines.slice(0, -1) : lines).filter((line) => line.trim() !== '');
  const records = whole.filter((line) => LOG_LINE.test(line) && isRecord(parsedJson(withoutPrefix(line))));
  return records.length > 0 && records.length >= whole.length * LEAST_RECORDS;
};

/** Leaves of such lines only their records, piece by piece; spaces in place of the rest keep the columns. */
export const linesToJson = () => {
  let text = '';
  /** The prefix of the line was passed. */
  let isInside = false;
  return {
    push(piece: string): string {
      const end = isInside ? piece.indexOf('\n') : -1;
      if (isInside && end < 0) return piece;
      isInside = false;
      text += piece.slice(end + 1);
      const lineStart = text.lastIndexOf('\n') + 1;
      isInside = text.length - lineStart > LONGEST_PREFIX;
      const ready = text.slice(0, isInside ? undefined : lineStart);
      text = text.slice(ready.length);
      return piece.slice(0, end + 1) + withoutPrefix(ready);
    },
    end: (): string => withoutPrefix(text),
  };
};
