/** What may come before what an input holds: the answer of a server, a fence of Markdown, a prompt and lines of a log. */

export type Above = 'HTTP headers' | 'a fence' | 'lines of a log';

const STATUS = /^HTTP\/[\d.]{1,3} \d{3}\b/;
const HEADER = /^[\w-]{1,60}:/;
/** Shows that the first lines are headers without the status above them. */
const TYPE = /^content-type: *(?:application|text)\/(?:json|html|csv|(?:\w{1,9}\+)?xml)\b/im;
/** Servers send less. */
const LONGEST_HEADERS = 4096;
/** What `curl -v` writes around the answer. */
const CURL = /^< HTTP\/[\d.]{1,3} \d{3}\b/m;
const CURL_LINE = /^[*<>{}](?: |$)/;
export const FENCE = /^(?:`{3,}|~{3,})\w*$/;
/** How the lines of a log, of a console or of a shell begin. */
export const LOG_LINE =
  /^(?:\$ |>>> |(?:\w{1,60}=[#>]|mysql>|sqlite>) |\[?\d{4}-\d\d-\d\d[T ]\d\d:|\[?\d\d:\d\d:\d\d|\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR)\b)/;
/** No more lines are looked at; servers and tools write fewer. */
export const MOST_LINES_ABOVE = 100;

/** Characters in which the content begins. */
export const LONGEST_ABOVE = 1 << 16;

/** Takes the trimmed lines of a text in turn and names what above the content each belongs to; `null` for any other. */
export const linesAbove = (text: string): ((line: string) => Above | null) => {
  const start = text.slice(0, LONGEST_HEADERS);
  const isCurl = CURL.test(start);
  let areHeaders = HEADER.test(start) && TYPE.test(start);
  return (line) => {
    areHeaders ||= STATUS.test(line);
    if ((areHeaders && (STATUS.test(line) || HEADER.test(line))) || (isCurl && CURL_LINE.test(line)))
      return 'HTTP headers';
    if (FENCE.test(line)) return 'a fence';
    return LOG_LINE.test(line) ? 'lines of a log' : null;
  };
};

/** The offset of the first line that is neither one of these nor empty. */
export const contentAt = (text: string): number => {
  const above = linesAbove(text);
  let at = 0;
  for (let lines = 0; lines < MOST_LINES_ABOVE; lines++) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, Math.max(at, end)).trim();
    if (end < 0 || (line !== '' && above(line) === null)) break;
    at = end + 1;
  }
  return at;
};

/** The text with empty lines in place of what is before an offset: the lines behind it keep their numbers. */
export const blankBefore = (text: string, at: number): string =>
  text.slice(0, at).replace(/[^\n]/g, '') + text.slice(at);

/** The pieces of a text, the first with at least `least` characters if the text has that many. */
export async function* headFirst(
  pieces: AsyncIterable<string>,
  least: number,
): AsyncGenerator<string, void, undefined> {
  let head: string | null = '';
  for await (const piece of pieces) {
    if (head === null) yield piece;
    else {
      head += piece;
      if (head.length < least) continue;
      yield head;
      head = null;
    }
  }
  if (head !== null) yield head;
}
