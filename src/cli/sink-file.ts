import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Io } from './io.js';
import { type Outlet, outlet } from './outlet.js';
import type { Sink } from './sink.js';
import type { Target } from './target.js';

/** Opens a file or a stream; a file is written beside its place until it is whole. */
export const openFileSink = async (target: Target, onSignal: Io['onSignal']): Promise<Sink> => {
  if (target.kind === 'file') return beside(target, onSignal);
  const { out, end } = streamOf(await open(target.path, 'a'), false);
  return { out, close: end, unkept: null };
};

const streamOf = (file: FileHandle, flush: boolean): { out: Outlet; end: () => Promise<unknown> } => {
  const stream = file.createWriteStream({ flush });
  const end = async (): Promise<unknown> => {
    stream.end();
    return finished(stream).catch((error) => error);
  };
  return { out: outlet(stream), end };
};

const beside = async (target: Target, onSignal: Io['onSignal']): Promise<Sink> => {
  const temporary = join(dirname(target.path), `.papers-${randomUUID()}.tmp`);
  const file = await open(temporary, 'wx', target.mode ?? 0o666);
  const forget = onSignal(() => rmSync(temporary, { force: true }));
  // The mode given to open() is cut by the umask.
  if (target.mode !== null) await file.chmod(target.mode);
  const { out, end } = streamOf(file, true);
  return {
    out,
    unkept: target.mode === null ? `${target.name} not written` : `${target.name} left as it was`,
    close: async (keep) => {
      const failure = await end();
      const misplaced =
        keep && !failure ? await rename(temporary, target.path).catch((error) => error) : failure;
      await rm(temporary, { force: true });
      forget();
      return misplaced;
    },
  };
};
