import { type ColorChoice, loadPaint, type Paint, wantsColor } from './color.js';
import type { Io } from './io.js';
import { type Outlet, outlet } from './outlet.js';
import { openProgress, type Progress } from './progress.js';

/** What every command is given. */
export interface Context {
  io: Io;
  stdout: Outlet;
  stderr: Outlet;
  progress: Progress;
  paintOut: Paint;
  paintErr: Paint;
}

/** Wraps the streams and decides on the colour of each. */
export const openContext = async (io: Io, color: ColorChoice): Promise<Context> => {
  const [stdout, stderr] = [outlet(io.stdout), outlet(io.stderr)];
  const progress = openProgress(io, stderr);
  return {
    io,
    // Two streams on one terminal: data would be written into the line of progress.
    stdout: io.stdout.isTTY ? progress.before(stdout) : stdout,
    stderr: progress.before(stderr),
    progress,
    paintOut: await loadPaint(wantsColor(color, io.stdout, io.env)),
    paintErr: await loadPaint(wantsColor(color, io.stderr, io.env)),
  };
};
