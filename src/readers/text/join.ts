import { mendsBreak, type Unclosed, unclosedAfter, unclosedIn } from './unclosed.js';
import { isFolded } from './unfold.js';
import { isPageStart, isPageWords } from './words.js';

/** What becomes of lines once it is known where they end. */
export interface JoinedLines {
  line(text: string, number: number, gap: number): void;
  /** A page, or a part of one, without line ends. */
  page(text: string, number: number): void;
  /** A line that went into the one before. */
  joined(number: number): void;
}

export interface Joiner {
  line(text: string, number: number, gap: number): void;
  /** A line waits for its end. */
  isOpen(): boolean;
  end(): void;
}

interface Open {
  /** Put together at the end: a text that grows line by line would be copied with each. */
  parts: string[];
  length: number;
  number: number;
  gap: number;
  more: number[];
  /** What waits to be closed; `null` for a page without line ends. */
  unclosed: Unclosed | null;
}

/** Longer lines are prose, or a page on one line. */
const SHORT = 300;
const SHORTEST_FOLDED = 120;
/** Images written out in the line may make a tag very long. */
const TAG_START = /^(?:[#>*-]+ +)?[<[!:]/;
const MOST_BROKEN = 64 * 1024;
const MOST_FOLDED = 1024 * 1024;

/** Two words of the foot in a row: `Previous Next`. */
const endsPage = (parts: readonly string[]): boolean =>
  isPageWords(parts.slice(-2).join(' ').split(' ').slice(-2).join(' '));

const isFoldedLine = (text: string): boolean => text.length >= SHORTEST_FOLDED && isFolded(text);
const breakOf = (text: string): Unclosed | null =>
  text.length < SHORT || TAG_START.test(text) ? unclosedIn(text) : null;

/** Whether the line is a line as it is. */
export const isWholeLine = (text: string): boolean => !isFoldedLine(text) && breakOf(text) === null;

/** Whether the line goes on what is open. */
const goesOn = ({ parts, length, unclosed }: Open, text: string): boolean =>
  unclosed === null
    ? length < MOST_FOLDED && !isPageStart(text) && !endsPage(parts)
    : length < MOST_BROKEN && mendsBreak(unclosed, text);

/** Puts lines together again that were broken inside of a tag or a date, and pages that hardly have lines. */
export const joinLines = (lines: JoinedLines): Joiner => {
  let open: Open | null = null;

  const end = (): void => {
    if (open === null) return;
    const { parts, number, gap, more, unclosed } = open;
    const text = parts.join(' ');
    open = null;
    if (unclosed === null) lines.page(text, number);
    else lines.line(text, number, gap);
    for (const line of more) lines.joined(line);
  };
  const add = (to: Open, text: string, number: number): void => {
    to.parts.push(text);
    to.length += 1 + text.length;
    to.more.push(number);
    if (to.unclosed === null) return;
    const unclosed = unclosedAfter(to.unclosed, text, to.length < SHORT ? to.parts.join(' ') : '');
    if (unclosed === null) end();
    else to.unclosed = unclosed;
  };

  return {
    line(text, number, gap) {
      if (open !== null && gap === 0 && goesOn(open, text)) return add(open, text, number);
      end();
      const folded = isFoldedLine(text);
      const unclosed = folded ? null : breakOf(text);
      if (folded || unclosed) open = { parts: [text], length: text.length, number, gap, more: [], unclosed };
      else lines.line(text, number, gap);
    },
    isOpen: () => open !== null,
    end,
  };
};
