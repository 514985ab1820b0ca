/** Where `-o` leads. */
export interface Target {
  /** As the user wrote it. */
  name: string;
  /** The real file, links followed. */
  path: string;
  /** `stdout` and `stream` (a device, a pipe) are written straight; a file is replaced as a whole. */
  kind: 'stdout' | 'stream' | 'file';
  /** Permissions of the file that is there; `null` where there is none. */
  mode: number | null;
}

/** Finds where the output goes; what a file needs is loaded only for one. */
export const findTarget = async (name: string, cwd: string): Promise<Target> => {
  if (name === '-' || name === '/dev/stdout') return { name, path: name, kind: 'stdout', mode: null };
  const { findFile } = await import('./target-file.js');
  return findFile(name, cwd);
};
