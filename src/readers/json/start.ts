const BEGINNING = /\s*(\{\s*["'}]|\[\s*[{"]|\[\s*\[\s*"|"\[?\{\\"|(?:\[\s*)?[A-Z]\w{2,40}\(\w{1,40}=['[\d])/y;
const EMPTY = /\s*\[\s*\]\s*$/y;

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

/** A line that only closes or opens a fence around the JSON. */
export const isFence = (line: string): boolean => FENCE.test(line);

/** Where the JSON of a text begins; `null` if it is something else. */
export const findJson = (text: string): JsonStart | null => {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const start = text.slice(at, LONGEST_HEADERS);
  const isCurl = CURL.test(start);
  let above = HEADER.test(start) && JSON_TYPE.test(start) ? 'HTTP headers' : '';
  for (let lines = 0; lines < MAX_LINES; lines++) {
    const below = above === '' ? '' : ` below ${above}`;
    EMPTY.lastIndex = at;
    if (EMPTY.test(text)) return { at, why: `an empty JSON list${below}` };
    BEGINNING.lastIndex = at;
    const beginning = BEGINNING.exec(text)?.[1];
    if (beginning !== undefined) return { at, why: `begins with ${beginning.replace(/\s+/, '')}${below}` };
    const end = text.indexOf('\n', at);
    const line = text.slice(at, Math.max(at, end)).trimEnd();
    if (STATUS.test(line) || (isCurl && CURL_LINE.test(line))) above = 'HTTP headers';
    else if (FENCE.test(line)) above = 'a fence';
    else if (LOG_LINE.test(line)) above = 'lines of a log';
    else if (line !== '' && !(above === 'HTTP headers' && HEADER.test(line))) return null;
    if (end < 0) return null;
    at = end + 1;
  }
  return null;
};
