import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { shellWord } from '../words.js';

/** The command line itself is wrong: exit 2, and the message is all there is to say. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** There is not enough memory for what has to be held. */
export class OutOfMemory extends Error {
  constructor(megabytes: number) {
    super(
      `out of memory: more than ${megabytes} MB of papers are held at once; ` +
        'read less at a time, or give it more, as in NODE_OPTIONS=--max-old-space-size=8192',
    );
  }
}

/** Ends the run with a message that says what is wrong and how to put it right. */
export const usageError = (message: string): never => {
  throw new UsageError(message);
};

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  ENOTDIR: 'part of the path is not a directory',
  EISDIR: 'is a directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is exceeded',
  EFBIG: 'the file would be too large',
  EIO: 'device error',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
};

/** An error of the operating system in words, with its code. */
export const systemError = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return message;
  return `${SYSTEM_ERRORS[code] ?? message.replace(`${code}: `, '')} (${code})`;
};

/** Why an input cannot be read, and what to type if the name shows what was meant. */
export const cannotRead = (name: string, error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  if (/^https?:\/\//i.test(name)) {
    return `cannot read ${name}: it is a web address, not a file; try: curl -sL ${shellWord(name)} | papers parse`;
  }
  const files = `${shellWord(name.endsWith('/') ? name.slice(0, -1) : name)}/*`;
  const way = code === 'EISDIR' && !name.startsWith('<') ? `; name the files in it: ${files}` : '';
  return `cannot read ${name}: ${systemError(error)}${way}`;
};

/** Why an output cannot be written, and what to type first if its directory is missing. */
export const cannotWrite = (name: string, cwd: string, error: unknown): string => {
  const directory = dirname(name);
  const isMissing =
    (error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync(resolve(cwd, directory));
  const remedy = `there is no directory ${directory} (ENOENT); make it first: mkdir -p ${shellWord(directory)}`;
  return `cannot write ${name}: ${isMissing ? remedy : systemError(error)}`;
};
