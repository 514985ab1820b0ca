import { counted } from '../words.js';
import type { OutputStream } from './output.js';
import { columnsOf } from './terminal.js';

/** One line on a terminal that shows how far a long run has got. */
export interface Progress {
  /** Whether there is a terminal to draw on. */
  isOn: boolean;
  /** Counts bytes that were read, and draws if it is time. */
  bytes: (count: number) => void;
  paper: () => void;
  /** Erases the line until it is drawn again. */
  erase: () => void;
  /** The same stream, but every write erases the line first. */
  before: (out: OutputStream) => OutputStream;
}

/** Most runs are over by then. */
const SHOWN_AFTER_MS = 1000;
/** Often enough to be seen moving. */
const REDRAWN_AFTER_MS = 250;
const MEGABYTE = 1e6;

const ERASE = '\r\u001b[K';

interface Terminal {
  now: () => number;
  stderr: { isTTY?: boolean; columns?: number };
  env: Readonly<Record<string, string | undefined>>;
}

/** Progress on stderr: nothing in the first second, and nothing at all if stderr is not a terminal. */
export const openProgress = ({ now, stderr: terminal, env }: Terminal, stderr: OutputStream): Progress => {
  const isOn = terminal.isTTY === true && env.TERM !== 'dumb';
  const start = isOn ? now() : 0;
  let [bytes, papers, drawnAt, isDrawn] = [0, 0, start, false];

  const draw = (time: number): void => {
    const rate = bytes / MEGABYTE / ((time - start) / 1000);
    const line = `${(bytes / MEGABYTE).toFixed(1)} MB read, ${counted(papers, 'paper')}, ${rate.toFixed(1)} MB/s`;
    stderr.write(`\r${line.slice(0, columnsOf(terminal) - 1)}\u001b[K`);
    drawnAt = time;
    isDrawn = true;
  };
  const erase = (): void => {
    if (isDrawn) stderr.write(ERASE);
    isDrawn = false;
  };
  return {
    isOn,
    bytes: (count) => {
      bytes += count;
      if (!isOn) return;
      const time = now();
      if (time - start >= SHOWN_AFTER_MS && time - drawnAt >= REDRAWN_AFTER_MS) draw(time);
    },
    paper: () => {
      papers += 1;
    },
    erase,
    before: (out) => ({
      ...out,
      write: (text) => {
        erase();
        out.write(text);
      },
    }),
  };
};
