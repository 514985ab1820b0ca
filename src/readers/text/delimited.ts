import { unescaped } from '../json/literals.js';

// Lines that a program joined into one, with a separator between them: `Submitted by | gale | 57 | Kites | · | 3 authors`.

const SEPARATORS = [' | ', '|', '\t', ' ¦ ', ' // ', '; '] as const;
/** A row of facts that a person wrote has fewer. */
const FEWEST = 5;
/** Pages of a thousand cards have fewer; each line takes room. */
const MOST = 20_000;
/** What cards have on lines of their own; no table has it in a cell. */
const ALONE: ReadonlySet<string> = new Set(['·', '•', 'Submitted by', 'Upvote', 'GitHub', 'arXiv Page']);
/** Both ends of a list of strings, and of a string, as Python prints them. */
const LIST = /^\[['"]/;
const LIST_END = /['"]\]$/;
const STRING = /'((?:[^'\\]|\\.){0,4000})'|"((?:[^"\\]|\\.){0,4000})"/g;
const QUOTE = /^['"]/;
/** `1. Submitted by | …`: a loop numbered the cards. */
const NUMBER = /^\d{1,4}[.)] (?=\S)/;

/** The lines that a line was joined from; nearly always just itself. */
export const linesIn = (line: string): readonly string[] => {
  if (LIST.test(line) && LIST_END.test(line)) {
    const strings = [...line.matchAll(STRING)].map(([, single, double]) => unescaped(single ?? double ?? ''));
    return isCard(strings) ? strings : [line];
  }
  if (QUOTE.test(line) && line.at(-1) === line[0] && line.includes('\\n')) {
    const lines = unescaped(line.slice(1, -1)).split('\n');
    return isCard(lines) ? lines : [line];
  }
  // Table rows begin with the separator.
  if (line.startsWith('|')) return [line];
  for (const separator of SEPARATORS) {
    if (!line.includes(separator)) continue;
    const parts = line.replace(NUMBER, '').split(separator);
    if (isCard(parts)) return parts;
  }
  return [line];
};

const isCard = (parts: readonly string[]): boolean =>
  parts.length >= FEWEST && parts.length <= MOST && parts.some((part) => ALONE.has(part.trim()));
