/**
 * What nothing else begins with: an object, a list of objects, texts or lists, what a script or Python wrote of these, and
 * JSON inside a text. Each line of a sequence (RFC 7464) has a control character before it.
 */
const BEGINNING =
  /[\s\p{Cc}]*(\{\s*["'}]|\[\s*\{\s*[a-zA-Z_$][\w$]{0,40}\s*:|\[\s*[{"]|\[\s*\[\s*["{]|"\[?\{\\"|(?:\[\s*)?[A-Z]\w{2,40}\(\w{1,40}=['[\d])/uy;
const EMPTY = /\s*\[\s*\]\s*$/y;

/** What may come before it on its line: a script gives it a name, an answer calls a function with it or guards itself. */
const NAMED =
  /^(?:export default|module\.exports ?=|(?:(?:const|let|var) )?[\w$.]{1,60} ?=|[\w$.]{1,60}\(|\)\]\}',?|data:)\s*(?=[[{])/;
/** A sentence or a heading before the JSON, as people and models write them, and what shows that it is of papers. */
const MOST_WORDS = 5;
const LONGEST_WORDS = 300;
const OF_TITLES = /^[\s\S]{0,2000}"[\w ]{0,12}title"\s*:/i;

/** What may come before the JSON: the answer of a server, a fence of Markdown, lines of a log. */
const STATUS = /^HTTP\/[\d.]+ \d{3}\b/;
const HEADER = /^[\w-]+:/;
/** Shows that the first lines are headers without the status above them. */
const JSON_TYPE = /^content-type: *application\/json\b/im;
const LONGEST_HEADERS = 4096;
/** What `curl -v` writes around the answer. */
const CURL = /^< HTTP\/[\d.]+ \d{3}\b/m;
const CURL_LINE = /^[*<>{}](?: |$)/;
const FENCE = /^(?:`{3,}|~{3,})\w*$/;
const LOG_LINE =
  /^(?:\$ |\[?\d{4}-\d\d-\d\d[T ]\d\d:|\[?\d\d:\d\d:\d\d|\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|ERROR)\b)/;
/** No more lines are looked at; servers and tools write fewer. */
const MAX_LINES = 100;

export interface JsonStart {
  /** Offset of its first line. */
  at: number;
  /** In words: `begins with [{ below HTTP headers`. */
  why: string;
}

/** Whether a line is only the end of what is around the JSON: a fence, a call, a statement. */
export const isEndAround = (line: string): boolean => FENCE.test(line) || /^\)?;?$/.test(line);

/** Where the JSON of a text begins; `null` if it is something else. */
export const findJson = (text: string): JsonStart | null => {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const start = text.slice(at, LONGEST_HEADERS);
  const isCurl = CURL.test(start);
  let words = 0;
  let above = HEADER.test(start) && JSON_TYPE.test(start) ? 'HTTP headers' : '';
  for (let lines = 0; lines < MAX_LINES; lines++) {
    const below = above === '' ? '' : ` below ${above}`;
    EMPTY.lastIndex = at;
    if (EMPTY.test(text)) return { at, why: `an empty JSON list${below}` };
    const named = NAMED.exec(text.slice(at, at + LONGEST_WORDS))?.[0].length ?? 0;
    BEGINNING.lastIndex = at + named;
    const beginning = BEGINNING.exec(text)?.[1];
    if (beginning !== undefined && (words === 0 || OF_TITLES.test(text.slice(at))))
      return { at: at + named, why: `begins with ${beginning.replace(/\s+/, '')}${below}` };
    const end = text.indexOf('\n', at);
    const line = text.slice(at, Math.max(at, end)).trimEnd();
    if (STATUS.test(line) || (isCurl && CURL_LINE.test(line))) above = 'HTTP headers';
    else if (FENCE.test(line)) above = 'a fence';
    else if (LOG_LINE.test(line)) above = 'lines of a log';
    else if (line !== '' && !(above === 'HTTP headers' && HEADER.test(line))) {
      if (++words > MOST_WORDS || line.length > LONGEST_WORDS) return null;
      above = 'words';
    }
    if (end < 0) return null;
    at = end + 1;
  }
  return null;
};
