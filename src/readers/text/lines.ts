import { diagnostic, type Report } from '../../diagnostic.js';
import { holdLine } from './held-line.js';
import { scanLines } from './scan.js';

/**
 * So much is looked at in one step: it stays near the processor from one look to the next, and V8 has room at hand for
 * strings of this size, where larger ones cost fresh memory each.
 */
const WINDOW_BYTES = 64 * 1024;

const CR = 13;

/** Node's own decoders; `toString` asks more questions on the way to them. */
type Bytes = Buffer & {
  latin1Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
};

/**
 * Takes one line without its end. `plain`: it is known to be empty, or words of printable ASCII with single spaces
 * between.
 */
export type TakeLine = (text: string, plain: boolean, number: number) => void;

/** Some lines in a row, before their bytes become text. */
export interface RawLines {
  /** In bytes. */
  length(line: number): number;
  isPlain(line: number): boolean;
  /** One character for each byte: right for plain lines, and good enough to look at others. */
  text(line: number): string;
}

/** Lines that are taken in one step. */
export interface Leap {
  /** How many lines a step takes, and how many it has to see. */
  lines: number;
  sight: number;
  /** Whether it takes so many from `line` on, which is the `number`th of the input. */
  take(lines: RawLines, line: number, number: number): boolean;
}

export interface LineSplitter {
  push(chunk: Uint8Array): void;
  /** The last line, where the input does not end in a line end. */
  end(): void;
}

/** Splits UTF-8 bytes at LF, CRLF and CR, also where a chunk ends inside of them, and numbers the lines from 1. */
export const splitLines = (take: TakeLine, leap: Leap, report: Report): LineSplitter => {
  const { scan, starts, ends, odd, rest } = scanLines(WINDOW_BYTES);
  const held = holdLine();
  let number = 0;
  let lastByte = 0;
  /** The bytes that are looked at, a character for each. */
  let window = '';

  const lines: RawLines = {
    length: (line) => (ends[line] as number) - (starts[line] as number),
    isPlain: (line) => odd[line] === 0,
    text: (line) => window.slice(starts[line], ends[line]),
  };

  const endHeld = (end: Buffer): void => {
    held.add(end);
    const { text, skipped } = held.take();
    number++;
    take(text, false, number);
    if (skipped > 0) {
      const message = `a line of over 1 MiB: ${skipped} bytes at its end were skipped`;
      report(diagnostic('entry-too-large', { message, line: number }));
    }
  };

  /** Takes the lines of one window; gives how many bytes these had, and what is held of the last. */
  const pushWindow = (bytes: Bytes, isLast: boolean): number => {
    const count = scan(bytes, lastByte === CR);
    let line = 0;
    if (held.isOpen() && count > 0) endHeld(bytes.subarray(0, ends[line++]));
    window = bytes.latin1Slice(0, bytes.length);
    while (line < count) {
      const sees = line + leap.sight <= count;
      // The next window shows more of these lines.
      if (!sees && !isLast && line > 0) return starts[line] as number;
      if (sees && leap.take(lines, line, number + 1)) {
        number += leap.lines;
        line += leap.lines;
        continue;
      }
      number++;
      const plain = lines.isPlain(line);
      take(
        plain ? lines.text(line) : bytes.utf8Slice(starts[line] as number, ends[line] as number),
        plain,
        number,
      );
      line++;
    }
    if (!isLast && line > 0) return rest();
    held.add(bytes.subarray(rest()));
    return bytes.length;
  };

  return {
    push(chunk) {
      for (let start = 0; start < chunk.length; ) {
        const length = Math.min(WINDOW_BYTES, chunk.length - start);
        const bytes = Buffer.from(chunk.buffer, chunk.byteOffset + start, length) as Bytes;
        start += pushWindow(bytes, start + length === chunk.length);
        lastByte = chunk[start - 1] as number;
      }
    },
    end() {
      if (held.isOpen()) endHeld(Buffer.alloc(0));
    },
  };
};
