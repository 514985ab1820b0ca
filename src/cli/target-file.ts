import { access, constants, lstat, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Target } from './target.js';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Looks at what is there, without touching it. */
export const findFile = async (name: string, cwd: string): Promise<Target> => {
  const path = resolve(cwd, name);
  const there = await stat(path).catch((error) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (there?.isDirectory()) throw Object.assign(new Error('it is a directory'), { code: 'EISDIR' });
  // Replacing a file takes no right to write to it, but whoever took that right away wants the file left as it is.
  if (there?.isFile()) await access(path, constants.W_OK);
  // Standard streams redirected to a file look like that file; replacing it would cut it off from its owner.
  const straight = /^\/(?:dev|proc)\//.test(path) || (there !== null && !there.isFile());
  return {
    name,
    path: straight ? path : await followLinks(path),
    kind: straight ? 'stream' : 'file',
    mode: there === null ? null : there.mode & 0o7777,
  };
};

/** Unlike `realpath`, this also follows a link to a file that is not there yet. */
const followLinks = async (path: string): Promise<string> => {
  let real = path;
  while ((await lstat(real).catch(() => null))?.isSymbolicLink()) {
    // A link goes on from the folder that it really stands in.
    real = resolve(await realpath(dirname(real)), await readlink(real));
  }
  return real;
};
