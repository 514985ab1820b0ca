import { unitsIn } from './bytes.js';

/** The bytes that may still be needed, in one buffer that grows. Offsets count from its start. */
export interface Window {
  bytes: Buffer;
  end: number;
  /** Where the bytes are kept, and room for more. */
  room: Buffer;
  /** 1-based line at the place that has been read up to. */
  line: number;
  /** Offset of that line's first byte; 0 if it lies before the window. */
  lineStart: number;
  /** UTF-16 units of the line at offset 0 that have been dropped. */
  droppedUnits: number;
  /** The last place whose column was told, and its line: on one long line the next is not far behind it. */
  told: { lineStart: number; offset: number; column: number };
}

export const emptyWindow = (): Window => ({
  bytes: Buffer.alloc(0),
  end: 0,
  room: Buffer.alloc(0),
  line: 1,
  lineStart: 0,
  droppedUnits: 0,
  told: { lineStart: -1, offset: 0, column: 1 },
});

/** 1-based column, in UTF-16 units, of an offset on the line that starts at `lineStart`. */
export const columnAt = (window: Window, lineStart: number, offset: number): number => {
  const { bytes, droppedUnits, told } = window;
  const goesOn = told.lineStart === lineStart && told.offset <= offset;
  const from = goesOn ? told : { offset: lineStart, column: 1 + (lineStart === 0 ? droppedUnits : 0) };
  const column = from.column + unitsIn(bytes, from.offset, offset);
  window.told = { lineStart, offset, column };
  return column;
};

/** Drops what lies before `keep`, a place on the line that starts at `lineStart`, and adds the chunk. */
export const slide = (window: Window, keep: number, lineStart: number, chunk: Uint8Array): void => {
  window.droppedUnits = columnAt(window, lineStart, keep) - 1;
  window.told.lineStart = -1;
  const kept = window.end - keep;
  const size = kept + chunk.length;
  const room = size > window.room.length ? Buffer.alloc(size * 2) : window.room;
  window.bytes.copy(room, 0, keep);
  room.set(chunk, kept);
  window.room = room;
  window.bytes = room.subarray(0, size);
  window.end = size;
  window.lineStart = Math.max(0, window.lineStart - keep);
};
