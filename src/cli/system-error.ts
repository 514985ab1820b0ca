import { dirname } from 'node:path';
import { quoted } from './did-you-mean.js';

const WORDS: Readonly<Record<string, string>> = {
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

/** What the operating system complains of, in words and with its code. */
export const systemError = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return message;
  return `${WORDS[code] ?? message.replace(`${code}: `, '')} (${code})`;
};

/** Why an input cannot be read, and what to type where the name says what was meant. */
export const cannotRead = (name: string, error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  if (/^https?:\/\//i.test(name)) {
    return `cannot read ${name}: it is a web address, not a file; try: curl -sL ${quoted(name)} | papers parse`;
  }
  const files = `${quoted(name.endsWith('/') ? name.slice(0, -1) : name)}/*`;
  const way = code === 'EISDIR' && !name.startsWith('<') ? `; name the files in it: ${files}` : '';
  return `cannot read ${name}: ${systemError(error)}${way}`;
};

/** Why an output cannot be written, and what to type first where its directory is missing. */
export const cannotWrite = (name: string, error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT') return `cannot write ${name}: ${systemError(error)}`;
  const directory = dirname(name);
  return `cannot write ${name}: there is no directory ${directory} (ENOENT); make it first: mkdir -p ${quoted(directory)}`;
};
