import { arxivId } from '../../fields/arxiv.js';
import { isObject, isTitleName, plainName, slotOf } from './fields.js';

type JsonObject = Record<string, unknown>;

/** It has a paper inside, or a title and something else that papers have. */
const isRecord = (value: unknown): value is JsonObject => {
  if (!isObject(value)) return false;
  if (isObject(value.paper)) return true;
  // A record may have a million members: no list of pairs is made of them.
  const known = Object.keys(value).filter((name) => slotOf(plainName(name)) !== undefined);
  return known.length > 1 && known.some((name) => isTitleName(name) && typeof value[name] === 'string');
};

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

/**
 * The records in an element: itself, the one that it wraps (`{"row": {…}}`, `{"node": {…}}`), those that it has by
 * their ids or numbers, or the rows of a table of columns.
 */
export const recordsIn = (value: unknown): readonly unknown[] => {
  if (!isObject(value) || isRecord(value)) return [value];
  const wrapper: JsonObject = value;
  const names = Object.keys(wrapper);
  const records = names.flatMap((name) => {
    const member = wrapper[name];
    return isRecord(member) ? [{ name, member }] : [];
  });
  if (records.length > 0 && records.length === names.length)
    return records.map(({ name, member }) => withId(member, name));
  const [only] = records;
  if (only !== undefined && records.length === 1 && !names.some(isTitleName))
    return [withId(only.member, wrapper.id ?? wrapper._id)];
  return rowsOf(wrapper) ?? [wrapper];
};
