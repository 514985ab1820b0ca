import { readTarget, type Target } from './target.js';
import { isPageWords } from './words.js';

const MARK = /^\[(\d{1,5})\]\s*/;
const LISTED = /^(\d{1,5})\.\s+((?:https?|file|ftp):\/\/\S+)$/;
/** Marks count up; links without text take numbers too. */
const STEP = 40;

/** The numbered references of a page: `[15]Title`, `[65][35]`, and the list of their targets at its end. */
export interface Marks {
  /** Takes a leading mark off, where the page has such marks throughout: `[1] Considered Harmful` stays whole. */
  take(text: string): { text: string; mark: number | null };
  /** Takes a line of the reference list; whether it was one. */
  list(text: string): boolean;
  /** Whether the number goes on in the page's count. */
  isNext(number: number): boolean;
  /** A mark in a place that leaves no doubt: `[Title][36]`. */
  saw(mark: number | null): void;
  /** Whether the page uses marks at all. */
  used(): boolean;
  target(mark: number | null): Target | null;
  reset(): void;
}

export const referenceMarks = (): Marks => {
  const targets = new Map<number, Target>();
  let last = 0;
  const isNext = (number: number): boolean => last > 0 && number > last && number <= last + STEP;
  return {
    isNext,
    take(text) {
      const found = MARK.exec(text);
      const number = Number(found?.[1]);
      const rest = text.slice(found?.[0].length ?? 0);
      // Before a page's own words the count begins, also that of the next page.
      const proven = isNext(number) || isPageWords(rest);
      if (!found || !proven) return { text, mark: null };
      last = number;
      return { text: rest, mark: number };
    },
    list(text) {
      const found = last > 0 ? LISTED.exec(text) : null;
      if (found) targets.set(Number(found[1]), readTarget(found[2] as string));
      return found !== null;
    },
    saw(mark) {
      last = Math.max(last, mark ?? 0);
    },
    used: () => last > 0,
    target: (mark) => (mark === null ? null : (targets.get(mark) ?? null)),
    reset() {
      targets.clear();
      last = 0;
    },
  };
};
