import type { Entry, PageKind } from '../../entry.js';
import { FIELD_NAMES } from '../../paper.js';
import { readBarePaper, readWrappedPaper } from './feed.js';
import { inWords, type Notes } from './fit.js';
import { readOwnRecord } from './own.js';

/** What an element of the JSON says about one paper. */
export interface Reading {
  kind: Extract<PageKind, 'api' | 'records'>;
  fields: Entry['fields'];
}

const OWN_NAMES: ReadonlySet<string> = new Set(FIELD_NAMES);

/** Whose record it is, told by its members; the first that fits is taken. */
const SHAPES: readonly {
  kind: Reading['kind'];
  has(record: object, names: string[]): boolean;
  read: typeof readOwnRecord;
}[] = [
  { kind: 'api', has: (record) => Object.hasOwn(record, 'paper'), read: readWrappedPaper },
  {
    kind: 'records',
    has: (_, names) => names.length > 0 && names.every((name) => OWN_NAMES.has(name)),
    read: readOwnRecord,
  },
  {
    kind: 'api',
    has: (record) => ['id', 'summary', 'publishedAt'].some((name) => Object.hasOwn(record, name)),
    read: readBarePaper,
  },
  {
    kind: 'records',
    has: (_, names) => names.some((name) => OWN_NAMES.has(name)),
    read: readOwnRecord,
  },
];

const MAX_NAMES = 6;

/** The members of an object, for a message. */
const namesInWords = (names: string[]): string => {
  if (names.length === 0) return 'an empty object';
  const rest = names.length - MAX_NAMES;
  return `an object with ${names.slice(0, MAX_NAMES).map(inWords).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
};

/** Reads one value that came out of JSON; `null`, with a flaw told, if it is no paper. */
export const readRecord = (value: unknown, notes: Notes): Reading | null => {
  const expected = 'a paper';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    notes.flaw({ path: '', expected, actual: inWords(value) });
    return null;
  }
  const names = Object.keys(value);
  const shape = SHAPES.find(({ has }) => has(value, names));
  if (shape === undefined) {
    notes.flaw({ path: '', expected, actual: namesInWords(names) });
    return null;
  }
  const fields = shape.read(value, notes);
  return fields && { kind: shape.kind, fields };
};
