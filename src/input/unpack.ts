import { type Diagnostic, diagnostic, type Report } from '../diagnostic.js';
import type { ParseOptions } from '../options.js';
import { parsedJson } from '../words.js';
import { type Data, peek } from './peek.js';

const GZIP = Buffer.from([0x1f, 0x8b]);
/**
 * Bytes inflated at a time: even zeros give at most a megabyte. Nothing of a damaged step can be
 * read.
 */
const GZIP_STEP = 1024;

/** The bytes in steps, the same however they come. */
async function* inSteps(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    const bytes: Uint8Array = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (; from + size <= bytes.length; from += size) yield bytes.subarray(from, from + size);
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) yield rest;
}

const damageMessage = ({ code }: NodeJS.ErrnoException): string =>
  code === 'Z_BUF_ERROR'
    ? 'the gzip file is cut off; what comes before was read'
    : `the gzip file is damaged; what comes before, but for the last ${GZIP_STEP / 1024} KiB, was read`;

/** What gzip bytes hold, up to where they are damaged. */
async function* inflated(chunks: AsyncIterable<Uint8Array>, report: Report): AsyncGenerator<Uint8Array> {
  const { constants, createGunzip } = await import('node:zlib');
  const gunzip = createGunzip();
  const ready: Uint8Array[] = [];
  gunzip.on('data', (bytes: Uint8Array) => ready.push(bytes));
  let damage: NodeJS.ErrnoException | null = null;
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    gunzip.on('error', (error) => {
      damage = error;
      hasEnded = true;
      resolve();
    });
    // Zeros may follow, as on a tape: they are not inflated, and a write of them never calls back.
    gunzip.on('end', () => {
      hasEnded = true;
      resolve();
    });
  });
  const step = async (start: (done: () => void) => void): Promise<Uint8Array[]> => {
    if (!hasEnded) await Promise.race([new Promise<void>((resolve) => start(resolve)), ended]);
    return ready.splice(0);
  };
  for await (const bytes of inSteps(chunks, GZIP_STEP)) {
    yield* await step((done) => gunzip.write(bytes, done));
    if (hasEnded) break;
  }
  yield* await step((done) => gunzip.flush(constants.Z_SYNC_FLUSH, done));
  yield* await step(() => gunzip.end());
  if (damage !== null) report(diagnostic('not-text', { message: damageMessage(damage) }));
}

/** The header of a message ends within this much: no browser or mail program writes a longer one. */
const HEAD_BYTES = 64 * 1024;
/** Messages are held as a whole. A saved page with its pictures takes a few megabytes. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;
/** A line takes a kilobyte and more while its message is read; these are 19 megabytes of base64. */
const MOST_LINES = 250_000;
const LINE_FEED = 10;

const BEGINNING = /^\ufeff?[A-Za-z][\w-]{0,63}:/;
const VERSION = /^mime-version:/im;
const PAGE_TYPE = /^content-type: {0,9}text\/html/im;
const TEXT_TYPE = /^content-type: {0,9}text\/plain/im;
/** Text in any other encoding is read as it is, so that a long one is not held in memory. */
const ENCODED = /^content-transfer-encoding: {0,9}(?:quoted-printable|base64)/im;

interface Message {
  /** What of it is read: its pages, or its text if it has none and is encoded. */
  holds: 'pages' | 'text';
  /** Lines of its header. */
  lines: number;
}

/** What an input holds that begins like a MIME message; `null` for anything else. */
const messageIn = (head: string): Message | null => {
  const end = /\r?\n\r?\n/.exec(head)?.index ?? 0;
  const header = head.slice(0, end);
  if (!BEGINNING.test(head) || !VERSION.test(header)) return null;
  const isText = TEXT_TYPE.test(head) && ENCODED.test(head);
  const holds = PAGE_TYPE.test(head) ? 'pages' : isText ? 'text' : null;
  return holds && { holds, lines: header.split('\n').length };
};

const tooLarge = (how: string): Diagnostic =>
  diagnostic('entry-too-large', { message: `the message ${how}` });

/** The pages inside a message, one below the other, or its text below as many empty lines as its header has. */
async function* takenOutOf(
  { holds, lines: headerLines }: Message,
  chunks: AsyncIterable<Uint8Array>,
  report: Report,
): AsyncGenerator<Uint8Array> {
  const held: Uint8Array[] = [];
  let size = 0;
  let lines = 0;
  for await (const chunk of chunks) {
    held.push(chunk.subarray(0, MAX_MESSAGE_BYTES - size));
    size += chunk.length;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines++;
    if (size <= MAX_MESSAGE_BYTES && lines <= MOST_LINES) continue;
    const why = lines > MOST_LINES ? `has more than ${MOST_LINES} lines` : 'is larger than 64 MiB';
    report(tooLarge(`${why}; the rest of it was skipped`));
    break;
  }
  const { default: PostalMime } = await import('postal-mime');
  const message = await PostalMime.parse(Buffer.concat(held)).catch(() => null);
  if (message === null)
    return report(tooLarge('is nested too deep, or its headers are too long; it was skipped'));
  if (holds === 'text') {
    yield Buffer.from('\n'.repeat(headerLines + 1) + (message.text ?? ''));
    return;
  }
  yield Buffer.from(message.html ?? '');
  for (const { mimeType, content } of message.attachments)
    if (mimeType === 'text/html') yield Buffer.from(content as ArrayBuffer);
}

// A scraper's answer in JSON, with the page as one long string inside: `{"url": …, "markdown": "# Daily Papers\n…"}`.

/** Members that hold a page, the one that says most first. */
const MEMBERS = [
  'html',
  'rawHtml',
  'raw_markdown',
  'markdown',
  'content',
  'text',
  'body',
  'page_content',
  'pageContent',
];
/** An abstract has fewer lines. */
const FEWEST_LINES = 10;
/** Shorter texts are no pages. */
const IN_HEAD = new RegExp(String.raw`"(?:${MEMBERS.join('|')})"\s{0,9}:\s{0,9}"(?:[^"\\]|\\.){40}`);
/** `{"data": {"result": {"markdown": …}}}` */
const DEEPEST = 4;

/** A record of a paper may have its page in it too. */
const OF_PAPERS = ['authors', 'abstract', 'summary', 'upvotes', 'arxiv_id', 'arxivId', 'paper', 'papers'];

/** Whether an input begins like such an answer. */
export const mayBeEnvelope = (head: string): boolean => /^\ufeff?\s*[[{]/.test(head) && IN_HEAD.test(head);

const isHtml = (text: string): boolean => /^\s*<(?:!doctype|html|head|body|main|div|section)\b/i.test(text);
const isPage = (text: string): boolean =>
  isHtml(text) || text.split('\n', FEWEST_LINES).length === FEWEST_LINES;

const pagesIn = (value: unknown, depth: number): string[] => {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => pagesIn(one, depth + 1));
  const record = value as Record<string, unknown>;
  if (OF_PAPERS.some((member) => member in record)) return [];
  for (const member of MEMBERS) {
    const text = record[member];
    if (typeof text === 'string' && isPage(text)) return [text];
  }
  return Object.values(record).flatMap((inner) => pagesIn(inner, depth + 1));
};

/** The pages in an answer, or in several, a line each, one below the other; `null` where none is. */
export const pagesOfEnvelope = (json: string): string | null => {
  const whole = parsedJson(json.replace(/^\ufeff/, ''));
  const ofLines = () => json.split('\n').flatMap((line) => (line.trim() === '' ? [] : [parsedJson(line)]));
  const values = whole === undefined ? ofLines() : Array.isArray(whole) ? whole : [whole];
  const found = values.map((value) => pagesIn(value, 0));
  // Records beside it would be lost.
  if (found.some((pages) => pages.length === 0)) return null;
  const pages = found.flat();
  const [first] = pages;
  if (first === undefined) return null;
  const kind = isHtml(first);
  return pages.filter((page) => isHtml(page) === kind).join('\n');
};

/**
 * Responses are held as a whole and take ten times as much memory while parsed. A page takes a
 * quarter of a megabyte.
 */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** The pages in a scraper's answer; what holds none, or too much, stays as it is. */
const fromEnvelope = async (chunks: AsyncIterable<Uint8Array>): Promise<Unpacked> => {
  const { head, from } = await peek(chunks, MAX_ANSWER_BYTES + 1);
  const pages = head.length > MAX_ANSWER_BYTES ? null : pagesOfEnvelope(Buffer.from(head).toString());
  return pages === null
    ? { bytes: from(0), ofMessage: null }
    : { bytes: (await peek(pages, 0)).from(0), ofMessage: 'text' };
};

export interface Unpacked {
  bytes: AsyncIterable<Uint8Array>;
  /** What of a message they are; `null` if they came in none. */
  ofMessage: Message['holds'] | null;
}

/**
 * Inflates what is compressed with gzip, and takes pages or a text out of a message: a page that a browser saved as a single
 * file (MHTML), or a mail. Anything else passes through untouched.
 */
export const unpack = async (
  data: Data,
  asked: ParseOptions['inputFormat'],
  report: Report,
): Promise<Unpacked> => {
  const packed = await peek(data, GZIP.length);
  const isGzip = GZIP.equals(packed.head.subarray(0, GZIP.length));
  const plain = isGzip ? inflated(packed.from(0), report) : packed.from(0);
  const { head, from } = await peek(plain, HEAD_BYTES);
  const beginning = Buffer.from(head.subarray(0, HEAD_BYTES)).toString();
  if (asked === undefined && mayBeEnvelope(beginning)) return fromEnvelope(from(0));
  const message = messageIn(beginning);
  const reader = message?.holds === 'pages' ? 'html' : 'text';
  return message === null || (asked ?? reader) !== reader
    ? { bytes: from(0), ofMessage: null }
    : { bytes: takenOutOf(message, from(0), report), ofMessage: message.holds };
};
