import { type Profiler, Session } from 'node:inspector';

/** A stretch of a file's text. */
type Span = readonly [from: number, to: number];

/** What was reached of the code, in functions and in characters. */
export interface Reached {
  functions: number;
  allFunctions: number;
  characters: number;
  allCharacters: number;
  /** Files of which something was not reached, the largest rest first, with that rest in characters. */
  rest: [file: string, characters: number][];
}

interface Seen {
  file: string;
  length: number;
  called: boolean;
  /** Blocks that no run has entered yet. */
  unseen: readonly Span[];
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);

/** Both lists are in order and do not overlap in themselves. */
const common = (one: readonly Span[], other: readonly Span[]): Span[] =>
  one.flatMap(([from, to]) =>
    other.flatMap(([start, end]): Span[] =>
      start < to && from < end ? [[Math.max(from, start), Math.min(to, end)]] : [],
    ),
  );

/** The blocks of a function that a run did not enter. */
const notEntered = ({ ranges }: Profiler.FunctionCoverage): Span[] =>
  ranges
    .filter(({ count }) => count === 0)
    .map(({ startOffset, endOffset }): Span => [startOffset, endOffset]);

/** What ran of each file. */
type Ran = [file: string, one: Profiler.FunctionCoverage][];

const keyOf = (file: string, { startOffset, endOffset }: Profiler.CoverageRange): string =>
  `${file} ${startOffset}-${endOffset}`;

/** Counts the blocks of code that run, by V8's own precise coverage. `isOurs` says which files count. */
export const openCoverage = (isOurs: (url: string) => boolean) => {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const functions = new Map<string, Seen>();

  /** What ran since it was last asked. */
  const take = (): Ran => {
    const ran: Ran = [];
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      for (const { url, functions: all } of result) {
        if (isOurs(url)) for (const one of all) ran.push([url, one]);
      }
    });
    return ran;
  };

  /** The blocks of a function that are entered for the first time now; `null` if none is. */
  const news = ([file, one]: Ran[number]): Seen | null => {
    const [whole] = one.ranges;
    if (!whole) return null;
    const seen = functions.get(keyOf(file, whole));
    const called = whole.count > 0;
    if (!seen || (called && !seen.called)) {
      const length = whole.endOffset - whole.startOffset;
      return { file, length, called, unseen: called ? notEntered(one) : [] };
    }
    if (!called || seen.unseen.length === 0) return null;
    const unseen = common(seen.unseen, notEntered(one));
    return lengthOf(unseen) < lengthOf(seen.unseen) ? { ...seen, unseen } : null;
  };

  /** Whether something of it ran for the first time. */
  const isNew = (ran: Ran): boolean => ran.some((one) => news(one)?.called);

  /** From now on it is not new any more. */
  const add = (ran: Ran): void => {
    for (const one of ran) {
      const seen = news(one);
      const [whole] = one[1].ranges;
      if (seen && whole) functions.set(keyOf(one[0], whole), seen);
    }
  };

  const reached = (): Reached => {
    const all = [...functions.values()];
    const restOf = ({ called, length, unseen }: Seen): number => (called ? lengthOf(unseen) : length);
    const rest = new Map<string, number>();
    for (const one of all) rest.set(one.file, (rest.get(one.file) ?? 0) + restOf(one));
    const files = new Map<string, number>();
    for (const { file, length } of all) files.set(file, Math.max(files.get(file) ?? 0, length));
    const allCharacters = [...files.values()].reduce((sum, length) => sum + length, 0);
    return {
      functions: all.filter(({ called }) => called).length,
      allFunctions: all.length,
      characters: allCharacters - [...rest.values()].reduce((sum, length) => sum + length, 0),
      allCharacters,
      rest: [...rest].filter(([, length]) => length > 0).sort(([, a], [, b]) => b - a),
    };
  };

  return { take, isNew, add, reached };
};
