import { misused } from './usage.js';

/** Reads one option value, or ends the run with a message. */
type Read<T> = (value: string) => T;

/** A whole number from 0 on. */
export const wholeNumber =
  (flag: string): Read<number> =>
  (value) =>
    /^\d{1,15}$/.test(value) ? Number(value) : misused(`${flag} takes a whole number, not "${value}"`);

/** One of a few words. */
export const oneOfWords =
  <T extends string>(flag: string, words: readonly T[]): Read<T> =>
  (value) =>
    words.find((word) => word === value) ??
    misused(`${flag} cannot be "${value}"; use one of: ${words.join(', ')}`);

/** A day that is on the calendar. */
export const realDay =
  (flag: string): Read<string> =>
  (value) => {
    const moment = new Date(`${value}T00:00:00Z`);
    const real =
      /^\d{4}-\d\d-\d\d$/.test(value) &&
      !Number.isNaN(moment.getTime()) &&
      moment.toISOString().startsWith(value);
    return real ? value : misused(`${flag} takes a day such as 2026-04-16, not "${value}"`);
  };

/** A label that TextDecoder knows. */
export const encodingLabel: Read<string> = (value) => {
  try {
    return new TextDecoder(value).encoding;
  } catch {
    return misused(
      `--encoding: unknown encoding "${value}"; use a label such as utf-8, utf-16le, windows-1252, gb18030 or shift_jis`,
    );
  }
};

/** Names with commas between; giving the option again adds to them. */
export const nameList =
  (flag: string) =>
  (value: string, before: readonly string[] = []): readonly string[] => {
    const names = value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return names.length > 0 ? [...before, ...names] : misused(`${flag} needs at least one name`);
  };

/** The same, each one of those known. */
export const knownNames = <T extends string>(flag: string, known: readonly T[], what: string) => {
  const list = nameList(flag);
  return (value: string, before: readonly T[] = []): readonly T[] => {
    const names = list(value);
    const strange = names.find((name) => !known.includes(name as T));
    if (strange !== undefined) {
      misused(`${flag}: unknown ${what} "${strange}"; use: ${known.join(', ')}`);
    }
    return [...before, ...(names as readonly T[])];
  };
};

/** A value that may be given only once. */
export const once =
  (flag: string) =>
  (value: string, before: string | undefined): string => {
    if (before !== undefined) misused(`${flag} is given twice: "${before}" and "${value}"`);
    return value === '' ? misused(`${flag} needs a file name`) : value;
  };
