import { type Above, FENCE, linesAbove, MOST_LINES_ABOVE } from '../above.js';

/**
 * How only JSON begins: an object, a list of objects, strings or lists, the same as a script or Python writes it, and JSON
 * inside a string. Each line of a sequence (RFC 7464) has a control character before it.
 */
const BEGINNING =
  /[\s\p{Cc}]*(\{\s*["'}]|(?:\[\s*(?:\/\/[^\n]*\n\s*)?)?\{\s*(?:\/\/[^\n]*\n\s*)?[a-zA-Z_$][\w$]{0,40}\s*:|\[\s*(?:\/\/[^\n]*\n\s*)?[{"]|\[\s*\[\s*["{]|"\[?\{\\"|(?:\[\s*)?[A-Z]\w{2,40}\(\w{1,40}=['[\d])/uy;
const EMPTY = /\s*\[\s*\]\s*$/y;

/** An object of a script: anything may stand in braces. */
const SCRIPT_OBJECT = /^\{\s*[\w$/]/;

/**
 * What may come before it on its line: a script gives it a name, an answer calls a function with it, behind a comment or a
 * test as servers write them, or guards itself.
 */
const NAMED =
  /^(?:\/\*\*\/ ?)?(?:typeof [\w$.]{1,60} ?===? ?['"]function['"] ?&& ?)?(?:export default|module\.exports ?=|(?:(?:export )?(?:const|let|var) )?[\w$.]{1,60}(?:: ?[\w<>[\]]{1,60})? ?=|[\w$.]{1,60}\(|\)\]\}',?|data:)\s*(?=[[{])/;
/** A sentence or a heading before the JSON, as people and models write them, and what shows that it is of papers. */
const MOST_WORDS = 5;
/** A sentence or two. */
const LONGEST_WORDS = 300;
/** Nearly all abstracts, which may stand before the title, are shorter. */
const LONGEST_BEFORE_TITLE = 2000;
const OF_TITLES = /["'\s{,](?:paper[_ ]?)?title["']?\s{0,9}:/i;

export interface JsonStart {
  /** Offset of its first line. */
  at: number;
  /** In words: `begins with [{ below HTTP headers`. */
  why: string;
}

/** Whether a line is only the end of what is around the JSON: a fence, a call, a statement. */
export const isEndAround = (line: string): boolean => FENCE.test(line) || /^(?:\)?;?|>>>)$/.test(line.trim());

/** Where the JSON of a text begins; `null` if it is something else. */
export const findJson = (text: string): JsonStart | null => {
  const aboveIn = linesAbove(text);
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let words = 0;
  let above: Above | 'words' | null = null;
  for (let lines = 0; lines < MOST_LINES_ABOVE; lines++) {
    const below = above === null ? '' : ` below ${above}`;
    EMPTY.lastIndex = at;
    if (EMPTY.test(text)) return { at, why: `an empty JSON list${below}` };
    const named = NAMED.exec(text.slice(at, at + LONGEST_WORDS))?.[0].length ?? 0;
    BEGINNING.lastIndex = at + named;
    const beginning = BEGINNING.exec(text)?.[1];
    const isSure = words === 0 && !SCRIPT_OBJECT.test(beginning ?? '');
    if (beginning !== undefined && (isSure || OF_TITLES.test(text.slice(at, at + LONGEST_BEFORE_TITLE))))
      return { at: at + named, why: `begins with ${beginning.replace(/\/\/[^\n]*|\s+/g, '')}${below}` };
    const end = text.indexOf('\n', at);
    if (end < 0) return null;
    const line = text.slice(at, end).trimEnd();
    if (line !== '') {
      const found = aboveIn(line);
      if (found === null && (++words > MOST_WORDS || line.length > LONGEST_WORDS)) return null;
      above = found ?? 'words';
    }
    at = end + 1;
  }
  return null;
};
