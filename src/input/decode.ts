import { isUtf8 } from 'node:buffer';
import { diagnostic, type Report } from '../diagnostic.js';
import { type Data, peek } from './peek.js';
import { isKnownBinary } from './refuse.js';

/** How much is inspected to detect the encoding and the kind of an input. */
const HEAD_BYTES = 64 * 1024;

/** The whole input without byte-order mark, to be taken once, in one of two forms. */
export interface Content {
  /** Its text in pieces of any size, never cut inside a surrogate pair. */
  text(): AsyncIterable<string>;
  /** The same text as valid UTF-8, never cut inside a character. */
  bytes(): AsyncIterable<Uint8Array>;
}

export interface Decoded extends Content {
  /** Label of the encoding; `null` for binary data, and then there is no content. */
  encoding: string | null;
  /** The first bytes as text, for detection. */
  head: string;
  /** The same before decoding. */
  headBytes: Uint8Array;
  /** Bytes read so far, before decoding. */
  bytesRead: () => number;
}

/**
 * Turns any encoding into text. Bytes that are not valid become U+FFFD and are reported once.
 *
 * @throws RangeError if TextDecoder does not know `label`.
 */
export const decode = async (data: Data, label: string | undefined, report: Report): Promise<Decoded> => {
  const { head: first, from, bytesRead, close } = await peek(data, HEAD_BYTES);
  const found = findEncoding(first.subarray(0, HEAD_BYTES));
  const wanted = label === undefined ? found.label : new TextDecoder(label).encoding;
  const encoding = isKnownBinary(first) ? null : wanted;
  if (encoding === null) {
    await close();
    return { encoding, head: '', headBytes: first, text: nothing, bytes: nothing, bytesRead };
  }
  if (label === undefined && found.guessed) {
    report(
      diagnostic('encoding-guessed', {
        message: `not UTF-8: read as ${encoding}`,
        hint: 'if letters look wrong, set --encoding',
      }),
    );
  }

  const mark = encoding === found.label ? found.mark : 0;
  const sample = first.subarray(mark, HEAD_BYTES);
  const head =
    encoding === 'utf-8'
      ? Buffer.from(sample.buffer, sample.byteOffset, sample.length).toString()
      : openDecoder(encoding).decode(sample, { stream: true });
  if (encoding === 'utf-8') {
    const bytes = () => repaired(from(mark), mark, report);
    return { encoding, head, headBytes: first, bytes, text: () => textOf(bytes()), bytesRead };
  }
  const text = () => transcoded(from(mark), encoding, report);
  return { encoding, head, headBytes: first, text, bytes: () => bytesOf(text()), bytesRead };
};

async function* nothing(): AsyncGenerator<never> {}

/** The text of whole characters. */
async function* textOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const { buffer, byteOffset, length } of chunks)
    yield Buffer.from(buffer, byteOffset, length).toString();
}

async function* bytesOf(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

/** The byte-order mark is taken off already: a second one is text. */
const openDecoder = (encoding: string) => new TextDecoder(encoding, { ignoreBOM: true });

const replacedAt = (where: string, encoding: string) =>
  diagnostic('encoding-replaced', {
    message: `invalid ${encoding} bytes became U+FFFD, first ${where}`,
    hint: 'save the page again, or set --encoding',
  });

const REPLACEMENT = '\uFFFD';
const isReplacement = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;

/** Offset of the first byte that is not valid; a U+FFFD of the text's own is. */
const firstInvalid = (bytes: Uint8Array, text: string): number => {
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (!isReplacement(bytes, offset)) break;
    offset += 3;
    from = at + 1;
  }
  return offset;
};

/** Valid UTF-8 untouched; a character cut by the end of a chunk waits for the next one. */
async function* repaired(
  chunks: AsyncIterable<Uint8Array>,
  start: number,
  report: Report,
): AsyncGenerator<Uint8Array> {
  let carry: Uint8Array = new Uint8Array(0);
  let offset = start;
  let reported = false;
  const valid = (bytes: Uint8Array): Uint8Array => {
    if (isUtf8(bytes)) return bytes;
    const text = openDecoder('utf-8').decode(bytes);
    if (!reported) {
      reported = true;
      report(replacedAt(`at byte ${offset + firstInvalid(bytes, text) + 1}`, 'UTF-8'));
    }
    return Buffer.from(text);
  };
  for await (const chunk of chunks) {
    const bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    const end = bytes.length - openSequence(bytes);
    carry = bytes.subarray(end);
    if (end > 0) yield valid(bytes.subarray(0, end));
    offset += end;
  }
  if (carry.length > 0) yield valid(carry);
}

async function* transcoded(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  report: Report,
): AsyncGenerator<string> {
  const decoder = openDecoder(encoding);
  let reported = false;
  let characters = 0;
  const seen = (text: string): string => {
    const at = reported ? -1 : text.indexOf(REPLACEMENT);
    if (at >= 0) {
      reported = true;
      report(replacedAt(`at character ${characters + at + 1}`, encoding));
    }
    characters += text.length;
    return text;
  };
  for await (const chunk of chunks) yield seen(decoder.decode(chunk, { stream: true }));
  yield seen(decoder.decode());
}

interface Encoding {
  /** A label for TextDecoder, or `null` where the bytes are not text at all. */
  label: string | null;
  /** Length of the byte-order mark. */
  mark: number;
  /** Nothing in the bytes proves it. */
  guessed: boolean;
}

const MARKS: readonly { bytes: readonly number[]; label: string | null }[] = [
  { bytes: [0xff, 0xfe, 0, 0], label: null },
  { bytes: [0, 0, 0xfe, 0xff], label: null },
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
];

const certain = (label: string | null, mark = 0): Encoding => ({ label, mark, guessed: false });

/** Decides once, on the first 64 KiB: byte-order mark, UTF-16, binary, UTF-8, else windows-1252. */
const findEncoding = (head: Uint8Array): Encoding => {
  const marked = MARKS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (marked) return certain(marked.label, marked.bytes.length);

  if (!head.includes(0) && isUtf8(head.subarray(0, head.length - openSequence(head))))
    return certain('utf-8');
  const { zerosEven, zerosOdd, controls, highSingles, highSequences } = census(head);
  const half = head.length / 2;
  if (zerosOdd > half / 2 && zerosEven < half / 8) return certain('utf-16le');
  if (zerosEven > half / 2 && zerosOdd < half / 8) return certain('utf-16be');
  if (controls > head.length / 32) return certain(null);
  // A byte sequence is hardly ever valid UTF-8 by chance: one valid sequence outweighs one bad byte.
  if (highSingles === 0 || highSequences > highSingles) return certain('utf-8');
  return { label: 'windows-1252', mark: 0, guessed: true };
};

/** Counts what distinguishes encodings. A sequence cut off by the end of the sample counts as neither. */
const census = (bytes: Uint8Array) => {
  const count = { zerosEven: 0, zerosOdd: 0, controls: 0, highSingles: 0, highSequences: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === 0) i % 2 === 0 ? count.zerosEven++ : count.zerosOdd++;
    if (byte < 32 && (byte < 8 || (byte > 13 && byte !== 27))) count.controls++;
    if (byte < 128) continue;
    const length = sequenceLength(byte);
    if (length > 1 && i + length > bytes.length && i > bytes.length - 4) break;
    if (length > 1 && isUtf8(bytes.subarray(i, i + length))) {
      count.highSequences++;
      i += length - 1;
    } else count.highSingles++;
  }
  return count;
};

/** Bytes at the end that begin a character without ending it. */
const openSequence = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
};

/** Length that the first byte of a UTF-8 sequence announces; 1 where it starts none. */
const sequenceLength = (byte: number): number =>
  byte >= 0xf0 && byte < 0xf8 ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc0 && byte < 0xe0 ? 2 : 1;
