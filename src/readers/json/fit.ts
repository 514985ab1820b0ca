import * as z from 'zod/mini';
import { webAddress } from '../../fields/links.js';
import { oneLine } from '../../fields/text.js';
import type { FieldName } from '../../paper.js';

/** A part of a record that does not have the shape of a paper. */
export interface Flaw {
  /** `paper.authors[3].name`; empty for the record itself. */
  path: string;
  /** The field that is left out for it; absent where the whole record is. */
  field?: FieldName;
  expected: string;
  actual: string;
  /** Where another code than `schema-mismatch` says it better. */
  code?: 'date-invalid';
}

/** Takes what reading a record brings up besides its fields. */
export interface Notes {
  flaw(flaw: Flaw): void;
  /** Invisible characters were taken out. */
  removed(count: number): void;
}

// The messages say what is expected there: they complete "expected …, got …".

export const text = z.nullish(z.string('a string'));
const WHOLE = 'a whole number, 0 or more';
export const count = z.nullish(z.int(WHOLE).check(z.nonnegative(WHOLE)));
/** A list. Only its first misfit is told: one for each of a million would overflow the stack inside of zod. */
export const listOf = <Item>(item: z.ZodMiniType<Item>, expected: string): z.ZodMiniType<Item[]> =>
  z.custom<Item[]>(Array.isArray, expected).check(({ value, issues }) => {
    for (const [at, one] of value.entries()) {
      const issue = item.safeParse(one).error?.issues[0];
      if (issue === undefined) continue;
      issues.push({ code: 'custom', input: value, path: [at, ...issue.path], message: issue.message });
      return;
    }
  });
export const strings = z.nullish(listOf(z.string('a string'), 'a list of strings'));
export const yesOrNo = z.nullish(z.boolean('true or false'));

const MAX_QUOTED = 60;

/** A value in words, short and without control characters. */
export const inWords = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = oneLine(JSON.stringify(value));
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
};

const pathInWords = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);

/** Takes out the part of the value that an issue is about, as far up as a field reaches; the field, if any. */
const leaveOut = (
  value: unknown,
  path: readonly PropertyKey[],
  fields: Readonly<Record<string, FieldName>>,
): FieldName | undefined => {
  for (let length = path.length; length > 0; length--) {
    const field = fields[pathInWords(path.slice(0, length))];
    const key = path[length - 1];
    if (field === undefined || key === undefined) continue;
    (at(value, path.slice(0, length - 1)) as Record<PropertyKey, unknown>)[key] = null;
    return field;
  }
  return undefined;
};

/**
 * Fits a value that comes from `JSON.parse` into a schema whose messages say what is expected. A
 * part that does not fit is taken out of it and told, each field once.
 * @param fields which field is lost with which path
 * @returns `null` if what does not fit belongs to no field
 */
export const fitInto = <Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  fields: Readonly<Record<string, FieldName>>,
  notes: Notes,
): z.output<Schema> | null => {
  const first = schema.safeParse(value);
  if (first.success) return first.data;
  const told = new Set<FieldName>();
  for (const { path, message: expected } of first.error.issues) {
    const flaw = { path: pathInWords(path), expected, actual: inWords(at(value, path)) };
    const field = leaveOut(value, path, fields);
    if (field === undefined) {
      notes.flaw(flaw);
      return null;
    }
    if (!told.has(field)) notes.flaw({ ...flaw, field });
    told.add(field);
  }
  return schema.parse(value);
};

type Given = string | null | undefined;

/** A text on one line; `null` where nothing is left of it. */
export const cleanText = (text: Given, notes: Notes): string | null =>
  text ? oneLine(text, notes.removed) || null : null;

/** Texts on one line each, without empty ones. */
export const cleanTexts = (texts: readonly string[] | null | undefined, notes: Notes): string[] =>
  (texts ?? []).flatMap((text) => cleanText(text, notes) ?? []);

/** A text through a conversion; what comes out as `null` is told as a flaw of the field. */
export const converted = (
  text: Given,
  convert: (text: string) => string | null,
  flaw: { path: string; field: FieldName; expected: string; code?: 'date-invalid' },
  notes: Notes,
): string | null => {
  if (!text?.trim()) return null;
  const value = convert(text);
  if (value === null) notes.flaw({ ...flaw, actual: inWords(text) });
  return value;
};

/** A web address; see {@link converted}. */
export const cleanAddress = (text: Given, path: string, field: FieldName, notes: Notes): string | null =>
  converted(cleanText(text, notes), webAddress, { path, field, expected: 'a web address' }, notes);
