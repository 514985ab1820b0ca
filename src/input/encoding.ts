import { isUtf8 } from 'node:buffer';

/** What the first bytes say about the encoding. */
export interface Encoding {
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
export const findEncoding = (head: Uint8Array): Encoding => {
  const marked = MARKS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (marked) return certain(marked.label, marked.bytes.length);

  if (!head.includes(0) && isUtf8(head.subarray(0, head.length - openSequence(head))))
    return certain('utf-8');
  const { zerosEven, zerosOdd, controls, highSingles, highSequences } = census(head);
  const half = head.length / 2;
  if (zerosOdd > half / 2 && zerosEven < half / 8) return certain('utf-16le');
  if (zerosEven > half / 2 && zerosOdd < half / 8) return certain('utf-16be');
  if (controls > head.length / 32) return certain(null);
  // A sequence of a mixed-up file is hardly ever valid UTF-8 by chance: one is worth more than one bad byte.
  if (highSingles === 0 || highSequences > highSingles) return certain('utf-8');
  return { label: 'windows-1252', mark: 0, guessed: true };
};

/** Counts what tells encodings apart. A sequence cut off by the end of the sample counts as neither. */
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
export const openSequence = (bytes: Uint8Array): number => {
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
