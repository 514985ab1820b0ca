import { type TransferDecoder, transferDecoder } from './transfer.js';

/** So much is looked at to find the header; no browser and no mail program writes a longer one. */
export const LONGEST_HEADER = 64 * 1024;
const LONGEST_NAME = 64;

const FIELD = /^([A-Za-z][\w-]*):(.*)$/s;
const PAGE_TYPE = /^content-type: {0,9}text\/html/i;
const BOUNDARY = /boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i;

type Fields = ReadonlyMap<string, string>;

/** The fields of a header by their small names; `null` if a line is none. Lines that begin with white space go on. */
const fieldsIn = (lines: readonly string[]): Fields | null => {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const found = FIELD.exec(line);
    if (found) last = (found[1] as string).toLowerCase();
    else if (last === '' || !/^[ \t]/.test(line)) return null;
    fields.set(last, (fields.get(last) ?? '') + (found ? (found[2] as string) : line).trim());
  }
  return fields;
};

/** A character for each byte. */
export const latin1 = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('latin1');

/** Whether bytes begin like a message of MIME with a page inside: one that a browser saved as a single file, or a mail. */
export const isMessage = (head: Uint8Array): boolean => {
  if (!FIELD.test(latin1(head.subarray(0, LONGEST_NAME)))) return false;
  const lines = latin1(head.subarray(0, LONGEST_HEADER)).split(/\r?\n/);
  const end = lines.indexOf('');
  const fields = end < 1 ? null : fieldsIn(lines.slice(0, end));
  return fields?.has('mime-version') === true && lines.some((line) => PAGE_TYPE.test(line));
};

const typeOf = (fields: Fields): string => fields.get('content-type') ?? 'text/plain';

/** Takes a message line by line, a character for each byte; gives what its pages hold. */
export const openMessage = () => {
  const boundaries = new Set<string>();
  let header: string[] | null = [];
  let headerLength = 0;
  let decode: TransferDecoder | null = null;

  const beginPart = (fields: Fields): void => {
    const type = typeOf(fields).toLowerCase();
    const boundary = BOUNDARY.exec(typeOf(fields));
    if (type.startsWith('multipart/') && boundary) boundaries.add(`--${boundary[1] ?? boundary[2]}`);
    decode = type.startsWith('text/html')
      ? transferDecoder(fields.get('content-transfer-encoding')?.toLowerCase() ?? '')
      : null;
  };
  const isBoundary = (line: string): boolean =>
    line.startsWith('--') &&
    (boundaries.has(line) || (line.endsWith('--') && boundaries.has(line.slice(0, -2))));

  return {
    take(line: string): string {
      const bare = line.trimEnd();
      if (isBoundary(bare)) {
        header = [];
        headerLength = 0;
        decode = null;
      } else if (header === null) return decode?.(line) ?? '';
      else if (bare !== '' && headerLength < LONGEST_HEADER) {
        header.push(bare);
        headerLength += line.length;
      } else {
        beginPart(fieldsIn(header) ?? new Map());
        header = null;
      }
      return '';
    },
  };
};
