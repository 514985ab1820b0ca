import { arxivId } from '../../fields/arxiv.js';
import { parsedJson } from '../../words.js';
import { readLiteral } from './literals.js';
import { isTitleName, PARTS, plainName, slotOf } from './names.js';
import { findJson } from './start.js';
import { isObject, withoutTypes } from './typed.js';

type JsonObject = Record<string, unknown>;

const HUB_PAGE = /\b(?:huggingface|hf)\.co\/papers\//;

/** Whether an object gives the address of a paper on the hub. */
export const hasPageOfHub = (value: unknown): boolean =>
  isObject(value) &&
  Object.values(value).some((one) => typeof one === 'string' && HUB_PAGE.test(one) && arxivId(one) !== null);

/** Whether a record calls its title `name`, as anything may be called: the address of a paper on the hub comes with it. */
const isNamed = (record: JsonObject): boolean =>
  typeof record.name === 'string' && record.name.trim().includes(' ') && hasPageOfHub(record);

/** Whether a value has a paper inside, or a title and another field of papers. */
export const isRecord = (value: unknown): value is JsonObject => {
  if (!isObject(value)) return false;
  if (isObject(value.paper)) return true;
  // A record may have a million members: no list of pairs is made of them.
  const known = Object.keys(value).filter((name) => slotOf(plainName(name)) !== undefined);
  return (
    known.length > 1 &&
    (known.some((name) => isTitleName(name) && typeof value[name] === 'string') || isNamed(value))
  );
};

/**
 * Between the names of members and of those inside: `paper.title`, `authors/0/name`, `paper__title`, `authors[0].name`;
 * in `organization__id` the second sign is that of `_id`.
 */
const STEP = /[./]|(?<=\w)__(?=\w)(?!id$)|\[(?=\d)|(?<=\d)\]/;
/** `paper/authors/0/name`, the deepest of the API. */
const MOST_STEPS = 4;

/** A record whose inner members were put beside the others, as pandas and spreadsheets need them. */
export const unflattened = (record: JsonObject): JsonObject => {
  const names = Object.keys(record);
  if (!names.some((name) => STEP.test(name))) return record;
  const whole: JsonObject = Object.create(null);
  for (const name of names) {
    const steps = name
      .split(STEP)
      .filter((step) => step !== '')
      .slice(0, MOST_STEPS);
    const last = steps.pop() as string;
    let inner = whole;
    for (const step of steps) {
      if (!isObject(inner[step])) inner[step] = Object.create(null);
      inner = inner[step] as JsonObject;
    }
    inner[last] ??= record[name];
  }
  return whole;
};

/** An id outside is that of the record inside: `{"2505.00011": {…}}`, `{"id": "2505.00011", "attributes": {…}}`. */
const withId = (record: JsonObject, id: unknown): JsonObject =>
  typeof id === 'string' && arxivId(id) !== null && !isObject(record.paper)
    ? { arxiv_id: id, ...record }
    : record;

/** The names of a table's columns, where a list is that: they name a title and another field. */
export const headerOf = (row: unknown): string[] | null => {
  if (!Array.isArray(row) || row.length < 2) return null;
  const names = row.map((cell) => (isObject(cell) ? cell.name : cell));
  return names.every((name) => typeof name === 'string') &&
    isRecord(Object.fromEntries(names.map((name) => [name, name])))
    ? names
    : null;
};

/** A row below such names as a record. */
export const rowRecord = (header: readonly string[], row: readonly unknown[]): JsonObject =>
  Object.fromEntries(header.map((name, at) => [name, row[at]]));

/** A list, or an object with the numbers of rows for its names. */
const columnOf = (value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value;
  return isObject(value) && Object.keys(value).every((name) => /^\d+$/.test(name))
    ? Object.values(value)
    : null;
};

/** The rows of a table that is written column by column: `{"title": ["A", "B"], "upvotes": [3, 5]}`. */
const rowsOf = (table: JsonObject): JsonObject[] | null => {
  const columns: { name: string; column: readonly unknown[] }[] = [];
  for (const name of Object.keys(table)) {
    const column = columnOf(table[name]);
    if (column === null) return null;
    columns.push({ name, column });
  }
  const titles = columns.find(({ name }) => isTitleName(name))?.column;
  if (titles === undefined || columns.length < 2) return null;
  if (columns.some(({ column }) => column.length !== titles.length)) return null;
  return titles.map((_, row) => Object.fromEntries(columns.map(({ name, column }) => [name, column[row]])));
};

/** `index`, above a record of a search engine: the name of a member, not a title. */
const MEMBER = /^[a-z_]+$/;

/** Records that lack nothing but the titles that they have for their keys: `{"Paper Cranes": {"upvotes": 3, …}}`. */
const byTitles = (wrapper: JsonObject): JsonObject[] | null => {
  const titles = Object.keys(wrapper);
  const areRecords = titles.every((title) => !MEMBER.test(title) && hasId(wrapper[title]));
  return titles.length > 0 && areRecords
    ? titles.map((title) => ({ title, ...(wrapper[title] as JsonObject) }))
    : null;
};

/**
 * The record in an object that wraps it, with more of its parts beside it: `{"row": {…}}`, `{"id": "2505.00011", "attributes": {…}}`,
 * `{"basic": {"title": …}, "stats": {…}}`; else itself.
 */
const unwrapped = (value: unknown): unknown => {
  if (isRecord(value) || !isObject(value)) return value;
  const wrapper: JsonObject = value;
  const names = Object.keys(wrapper);
  const [only, second] = names.filter((name) => isRecord(wrapper[name]));
  if (only === undefined || second !== undefined || names.some(isTitleName)) return value;
  const parts = names.filter(
    (name) => name !== only && isObject(wrapper[name]) && PARTS.has(plainName(name)),
  );
  const record = Object.fromEntries(parts.map((name) => [name, wrapper[name]]));
  return withId({ ...record, ...(wrapper[only] as JsonObject) }, wrapper.id ?? wrapper._id);
};

/** The JSON inside a text, as some responses have it in a member. */
const jsonIn = (text: string): unknown => {
  const begin = text.includes('{') ? findJson(text) : null;
  if (begin === null) return undefined;
  const json = text.slice(begin.at).trim();
  // Behind it may be the end of its fence.
  return parsedJson(json) ?? parsedJson(json.slice(0, json.lastIndexOf('\n')));
};

/** A text that an archive of requests, or a server of files, keeps as base64. */
const decodedIn = (value: JsonObject): string | undefined => {
  const text = value.encoding === 'base64' ? (value.text ?? value.content) : undefined;
  return typeof text === 'string' ? Buffer.from(text, 'base64').toString() : undefined;
};

/** A value that a notebook printed, stored as a list of lines. */
const printedIn = (value: unknown): unknown => {
  if (!Array.isArray(value) || !value.every((line) => typeof line === 'string')) return undefined;
  const text = value.join('');
  return jsonIn(text) ?? (findJson(text) === null ? undefined : readLiteral(text));
};

/** Lists are looked for this deep: `{"log": {"entries": [{"response": {"content": {"text": "[…]"}}}]}}`. */
const DEEPEST = 8;

/** The lists of records in a value that is not a record itself. */
const listsIn = (given: unknown, depth = 0): (readonly unknown[])[] => {
  if (depth > DEEPEST || isRecord(given)) return [];
  const value = (isObject(given) ? decodedIn(given) : undefined) ?? given;
  const inner = typeof value === 'string' ? jsonIn(value) : printedIn(value);
  if (typeof value === 'string' || inner !== undefined) {
    return isRecord(inner) ? [[inner]] : listsIn(inner, depth + 1);
  }
  const records = Array.isArray(value) ? value.map(unwrapped) : [];
  if (records.some(isRecord)) return [records];
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((member) => listsIn(member, depth + 1))
    : [];
};

/** Whether an object gives the id of a paper. */
export const hasId = (record: unknown): boolean =>
  isObject(record) &&
  Object.values(record).some((value) => typeof value === 'string' && arxivId(value) !== null);

/** The records of all lists in a wrapper; of those with ids, if some have them. */
const listedIn = (wrapper: unknown): readonly unknown[] | null => {
  const lists = listsIn(wrapper);
  const withIds = lists.filter((list) => list.some(hasId));
  return lists.length > 0 ? (withIds.length > 0 ? withIds : lists).flat() : null;
};

/**
 * The records in an element: itself, those that it has by their ids, numbers or titles, the rows of a table of columns,
 * its lists of records however deep, the one that it wraps.
 */
export const recordsIn = (value: unknown): readonly unknown[] => {
  if (!isObject(value)) return listedIn(withoutTypes(value)) ?? [value];
  const rows = rowsOf(value);
  if (rows !== null) return rows;
  if (isRecord(value)) return [value];
  const plain = withoutTypes(value);
  if (plain !== value) return recordsIn(plain);
  const names = Object.keys(value);
  const members = Object.values(value);
  if (names.length > 0 && members.every(isRecord))
    return names.map((name) => withId(value[name] as JsonObject, name));
  return byTitles(value) ?? listedIn(value) ?? [unwrapped(value)];
};
