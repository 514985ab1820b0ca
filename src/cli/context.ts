import { type ColorChoice, loadPaint, type Paint, wantsColor } from './color.js';
import type { Io } from './io.js';
import { type Outlet, outlet } from './outlet.js';

/** What every command is given. */
export interface Context {
  io: Io;
  stdout: Outlet;
  stderr: Outlet;
  paintOut: Paint;
  paintErr: Paint;
}

/** Wraps the streams and decides on the colour of each. */
export const openContext = async (io: Io, color: ColorChoice): Promise<Context> => ({
  io,
  stdout: outlet(io.stdout),
  stderr: outlet(io.stderr),
  paintOut: await loadPaint(wantsColor(color, io.stdout, io.env)),
  paintErr: await loadPaint(wantsColor(color, io.stderr, io.env)),
});
