import type { Io } from './io.js';
import type { Outlet } from './outlet.js';
import type { Target } from './target.js';

/** Where records go. */
export interface Sink {
  out: Outlet;
  /** Ends the output: a file takes its place only with `keep`. Resolves to what went wrong, if anything. */
  close(keep: boolean): Promise<unknown>;
  /** What is worth saying when the output was not kept. */
  unkept: string | null;
}

/** Opens the output; what a file needs is loaded only for one. */
export const openSink = async (target: Target, stdout: Outlet, onSignal: Io['onSignal']): Promise<Sink> => {
  if (target.kind === 'stdout') return { out: stdout, close: async () => undefined, unkept: null };
  const { openFileSink } = await import('./sink-file.js');
  return openFileSink(target, onSignal);
};
