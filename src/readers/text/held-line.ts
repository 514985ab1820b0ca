/** What is kept of one line; the rest of a longer one is skipped. */
const LINE_CAP = 1024 * 1024;

/** A line that ends beyond the bytes at hand. */
export interface HeldLine {
  isOpen(): boolean;
  add(bytes: Buffer): void;
  /** Takes all of it, as text, with the number of bytes that were skipped at its end. */
  take(): { text: string; skipped: number };
}

export const holdLine = (): HeldLine => {
  let pieces: Buffer[] = [];
  let length = 0;
  let skipped = 0;
  return {
    isOpen: () => length > 0,
    add(bytes) {
      const room = LINE_CAP - length;
      if (bytes.length > room) skipped += bytes.length - Math.max(room, 0);
      if (room <= 0 || bytes.length === 0) return;
      pieces.push(bytes.subarray(0, room));
      length += Math.min(bytes.length, room);
    },
    take() {
      const bytes = Buffer.concat(pieces);
      const taken = { text: bytes.toString('utf8', 0, wholeCharacters(bytes)), skipped };
      pieces = [];
      length = 0;
      skipped = 0;
      return taken;
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
