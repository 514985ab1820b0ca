const LF = 10;
const CR = 13;
const SPACE = 32;
const TILDE = 126;

/** The lines that end inside of some bytes, by index. */
export interface LineScan {
  /** Looks at the bytes, which follow on a CR or not; gives the number of lines that end in them. */
  scan(bytes: Uint8Array, afterCR: boolean): number;
  /** Offsets of each line and of its end, without its line end. */
  starts: Int32Array;
  ends: Int32Array;
  /** 1 for a line that is anything else than empty, or words of printable ASCII with single spaces between. */
  odd: Uint8Array;
  /** Offset of what stands behind the last line end. */
  rest(): number;
}

/** Four bytes at once: the highest bit of each is the answer for it. */
const EACH = 0x01010101;
const ANSWERS = 0x80808080;
const SPACES = 0x20202020;
const ABOVE_SPACES = SPACES + EACH;
/** Not on the few machines that store numbers the other way round: there each byte is looked at. */
const FIRST_BYTE_IS_LOWEST = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
const NONE = new Int32Array(0);
/** A function that is called often is compiled well; one that loops long is not. */
const FEW = 1024;

/**
 * Finds lines that end in LF, CRLF or CR. Eight bytes are looked at in one step, and one by one only where one of them is
 * no printable ASCII; a space before a `!` is taken for two spaces, which only means a closer look at that line.
 *
 * @param most how many bytes come at once, at the most
 */
export const scanLines = (most: number): LineScan => {
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  const odd = new Uint8Array(most);
  let count = 0;
  let start = 0;
  let isOdd = 0;
  let follows = false;

  const endLine = (bytes: Uint8Array, end: number): void => {
    const spaced = end > start && (bytes[start] === SPACE || bytes[end - 1] === SPACE);
    starts[count] = start;
    ends[count] = end;
    odd[count] = spaced ? 1 : isOdd;
    count++;
    start = end + 1;
    isOdd = 0;
  };
  const look = (bytes: Uint8Array, from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      if (byte === LF) {
        if (at > 0 ? bytes[at - 1] === CR : follows) start = at + 1;
        else endLine(bytes, at);
      } else if (byte === CR) endLine(bytes, at);
      else if (byte < SPACE || byte > TILDE || (byte === SPACE && bytes[at - 1] === SPACE)) isOdd = 1;
    }
  };
  /** Two fours in a step; gives whether a space stands at the end, as the answer for a last byte. */
  const scanFew = (
    bytes: Uint8Array,
    fours: Int32Array,
    from: number,
    to: number,
    before: number,
  ): number => {
    const head = fours.byteOffset - bytes.byteOffset;
    let spaceBefore = before;
    for (let i = from; i < to; i += 2) {
      const a = fours[i] as number;
      const b = fours[i + 1] as number;
      const spacesA = (a - ABOVE_SPACES) & ANSWERS;
      const spacesB = (b - ABOVE_SPACES) & ANSWERS;
      if (((a | (a + EACH) | (a - SPACES) | b | (b + EACH) | (b - SPACES)) & ANSWERS) !== 0)
        look(bytes, head + i * 4, head + i * 4 + 8);
      else if (
        ((spacesA & ((spacesA << 8) | spaceBefore)) | (spacesB & ((spacesB << 8) | (spacesA >>> 24)))) !==
        0
      )
        isOdd = 1;
      spaceBefore = spacesB >>> 24;
    }
    return spaceBefore;
  };

  return {
    starts,
    ends,
    odd,
    rest: () => start,
    scan(bytes, afterCR) {
      follows = afterCR;
      count = 0;
      start = 0;
      isOdd = 0;
      const head = Math.min(bytes.length, -bytes.byteOffset & 3);
      look(bytes, 0, head);
      const inFours = FIRST_BYTE_IS_LOWEST ? ((bytes.length - head) >> 3) * 2 : 0;
      const fours = inFours === 0 ? NONE : new Int32Array(bytes.buffer, bytes.byteOffset + head, inFours);
      let spaceBefore = head > 0 && bytes[head - 1] === SPACE ? 0x80 : 0;
      for (let from = 0; from < inFours; from += FEW)
        spaceBefore = scanFew(bytes, fours, from, Math.min(from + FEW, inFours), spaceBefore);
      look(bytes, head + inFours * 4, bytes.length);
      return count;
    },
  };
};
