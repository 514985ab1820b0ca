import { breaksOff, mendsBreak } from './notation.js';
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
  text: string;
  number: number;
  gap: number;
  more: number[];
  /** How long it may become. */
  most: number;
  folded: boolean;
}

/** Longer lines are prose, or a page on one line. */
const SHORT = 300;
const SHORTEST_FOLDED = 120;
/** Images written out in the line may make a tag very long. */
const TAG_START = /^(?:[#>*-]+ +)?[<[!:]/;
const MOST_BROKEN = 64 * 1024;
const MOST_FOLDED = 1024 * 1024;

/** Two words of the foot in a row: `Previous Next`. */
const endsPage = (text: string): boolean => isPageWords(text.split(' ').slice(-2).join(' '));

const isFoldedLine = (text: string): boolean => text.length >= SHORTEST_FOLDED && isFolded(text);
const isBroken = (text: string): boolean => (text.length < SHORT || TAG_START.test(text)) && breaksOff(text);

/** Whether the line is a line as it is. */
export const isWholeLine = (text: string): boolean => !isFoldedLine(text) && !isBroken(text);

/** Puts lines together again that were broken inside of a tag or a date, and pages that hardly have lines. */
export const joinLines = (lines: JoinedLines): Joiner => {
  let open: Open | null = null;

  const end = (): void => {
    if (open === null) return;
    const { text, number, gap, more, folded } = open;
    open = null;
    if (folded) lines.page(text, number);
    else lines.line(text, number, gap);
    for (const line of more) lines.joined(line);
  };

  return {
    line(text, number, gap) {
      const isNext = open?.folded === true && (isPageStart(text) || endsPage(open.text));
      if (
        open !== null &&
        gap === 0 &&
        !isNext &&
        open.text.length < open.most &&
        mendsBreak(open.text, text)
      ) {
        open.text += ` ${text}`;
        open.more.push(number);
        if (!open.folded && !breaksOff(open.text)) end();
        return;
      }
      end();
      const folded = isFoldedLine(text);
      if (folded || isBroken(text))
        open = { text, number, gap, more: [], most: folded ? MOST_FOLDED : MOST_BROKEN, folded };
      else lines.line(text, number, gap);
    },
    isOpen: () => open !== null,
    end,
  };
};
