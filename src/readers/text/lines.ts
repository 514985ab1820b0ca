import { diagnostic, type Report } from '../../diagnostic.js';

/** What is kept of one line; the rest of a longer one is skipped. */
const LINE_CAP = 1024 * 1024;

const LF = 10;
const CR = 13;
/** Anything but printable ASCII and single spaces: such a line is decoded as UTF-8 and looked at closely. */
const UNUSUAL = /[^ -~]/;
const TWO_SPACES = Buffer.from('  ');

/** Node's own decoders; `toString` asks more questions on the way to them. */
interface Decoders {
  latin1Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
}

/** Takes one line without its end. `plain` means: printable ASCII and single spaces only. */
export type TakeLine = (text: string, plain: boolean, number: number) => void;

export interface LineSplitter {
  push(chunk: Uint8Array): void;
  /** The last line, where the input does not end in a line end. */
  end(): void;
}

/** Splits UTF-8 bytes at LF, CRLF and CR, also where a chunk ends inside of them, and numbers the lines from 1. */
export const splitLines = (take: TakeLine, report: Report): LineSplitter => {
  let number = 0;
  let held: Buffer[] = [];
  let heldLength = 0;
  let overlong = 0;
  let afterCR = false;

  const hold = (piece: Buffer): void => {
    const room = LINE_CAP - heldLength;
    if (piece.length > room) overlong += piece.length - Math.max(room, 0);
    if (room <= 0 || piece.length === 0) return;
    held.push(piece.subarray(0, room));
    heldLength += Math.min(piece.length, room);
  };

  const emit = (bytes: Buffer & Decoders, start: number, end: number, spaced: boolean): void => {
    number++;
    const latin = bytes.latin1Slice(start, end);
    const plain = !spaced && !UNUSUAL.test(latin);
    take(plain ? latin : bytes.utf8Slice(start, end), plain, number);
  };

  const endLine = (buffer: Buffer, start: number, end: number, spaced: boolean): void => {
    if (heldLength === 0 && end - start <= LINE_CAP)
      return emit(buffer as Buffer & Decoders, start, end, spaced);
    hold(buffer.subarray(start, end));
    const bytes = Buffer.concat(held);
    const skipped = overlong;
    held = [];
    heldLength = 0;
    overlong = 0;
    emit(bytes as Buffer & Decoders, 0, wholeCharacters(bytes), bytes.includes(TWO_SPACES));
    if (skipped > 0) {
      const message = `a line of over 1 MiB: ${skipped} bytes at its end were skipped`;
      report(diagnostic('entry-too-large', { message, line: number }));
    }
  };

  return {
    push(chunk) {
      const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      let start = afterCR && buffer[0] === LF ? 1 : 0;
      if (buffer.length > 0) afterCR = false;
      let lf = buffer.indexOf(LF, start);
      let cr = buffer.indexOf(CR, start);
      let twoSpaces = buffer.indexOf(TWO_SPACES, start);
      while (lf !== -1 || cr !== -1) {
        const end = lf === -1 || (cr !== -1 && cr < lf) ? cr : lf;
        if (twoSpaces !== -1 && twoSpaces < start) twoSpaces = buffer.indexOf(TWO_SPACES, start);
        endLine(buffer, start, end, twoSpaces !== -1 && twoSpaces < end);
        start = end + 1;
        if (end === cr) {
          if (start === buffer.length) afterCR = true;
          else if (lf === start) start++;
          cr = buffer.indexOf(CR, start);
        }
        if (lf !== -1 && lf < start) lf = buffer.indexOf(LF, start);
      }
      if (start < buffer.length) hold(buffer.subarray(start));
    },
    end() {
      if (heldLength > 0) endLine(Buffer.alloc(0), 0, 0, false);
    },
  };
};

/** Length without a character that the cap cut in two. */
const wholeCharacters = (bytes: Buffer): number => {
  if (bytes.length < LINE_CAP) return bytes.length;
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] as number) & 0xc0) === 0x80) end--;
  return end > 0 && (bytes[end - 1] as number) >= 0xc0 ? end - 1 : bytes.length;
};
