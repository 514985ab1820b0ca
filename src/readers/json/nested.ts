import { arxivId } from '../../fields/arxiv.js';
import { isObject, isTitleName, plainName, slotOf } from './fields.js';

type JsonObject = Record<string, unknown>;

/** It has a paper inside, or a title and something else that papers have. */
const isRecord = (value: unknown): value is JsonObject =>
  isObject(value) &&
  (isObject(value.paper) ||
    (Object.keys(value).filter((name) => slotOf(plainName(name)) !== undefined).length > 1 &&
      Object.entries(value).some(([name, member]) => isTitleName(name) && typeof member === 'string')));

/** An id outside is that of the record inside: `{"2505.00011": {…}}`, `{"id": "2505.00011", "attributes": {…}}`. */
const withId = (record: JsonObject, id: unknown): JsonObject =>
  typeof id === 'string' && arxivId(id) !== null && !isObject(record.paper)
    ? { arxiv_id: id, ...record }
    : record;

/** A list, or an object with the numbers of rows for its names. */
const columnOf = (value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value;
  return isObject(value) && Object.keys(value).every((name) => /^\d+$/.test(name))
    ? Object.values(value)
    : null;
};

/** The rows of a table that is written column by column: `{"title": ["A", "B"], "upvotes": [3, 5]}`. */
const rowsOf = (table: JsonObject): JsonObject[] | null => {
  const columns = Object.entries(table).flatMap(([name, value]) => {
    const column = columnOf(value);
    return column === null ? [] : [{ name, column }];
  });
  const titles = columns.find(({ name }) => isTitleName(name))?.column;
  if (titles === undefined || columns.length < 2 || columns.length < Object.keys(table).length) return null;
  if (columns.some(({ column }) => column.length !== titles.length)) return null;
  return titles.map((_, row) => Object.fromEntries(columns.map(({ name, column }) => [name, column[row]])));
};

/**
 * The records in an element: itself, the one that it wraps (`{"row": {…}}`, `{"node": {…}}`), those that it has by
 * their ids or numbers, or the rows of a table of columns.
 */
export const recordsIn = (value: unknown): readonly unknown[] => {
  if (!isObject(value) || isRecord(value)) return [value];
  const wrapper: JsonObject = value;
  const members = Object.entries(wrapper);
  const records = members.flatMap(([name, member]) => (isRecord(member) ? [{ name, member }] : []));
  if (records.length > 0 && records.length === members.length)
    return records.map(({ name, member }) => withId(member, name));
  const [only] = records;
  if (only !== undefined && records.length === 1 && !members.some(([name]) => isTitleName(name)))
    return [withId(only.member, wrapper.id ?? wrapper._id)];
  return rowsOf(wrapper) ?? [wrapper];
};
