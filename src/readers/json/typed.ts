/** Values that a database or its client writes together with their types. */

/** Whether a value of JSON is an object, and not a list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inside = (name: string) => (value: unknown) => (isObject(value) ? (value[name] ?? null) : value);
const itself = (value: unknown) => value;
const nothing = () => null;

/** What an object stands for whose only member has this name. */
const TYPES: Readonly<Record<string, (value: unknown) => unknown>> = {
  // Firestore
  ...Object.fromEntries(
    'string integer double timestamp boolean reference'.split(' ').map((type) => [`${type}Value`, itself]),
  ),
  nullValue: nothing,
  arrayValue: inside('values'),
  mapValue: inside('fields'),
  // DynamoDB
  ...Object.fromEntries('S N BOOL L M SS NS'.split(' ').map((type) => [type, itself])),
  NULL: nothing,
};

/** Properties of Notion: `{"id": "b", "type": "number", "number": 42}`, and what a formula gives. */
const NOTION: ReadonlySet<string> = new Set(
  (
    'title rich_text number url date select multi_select status people checkbox email files relation ' +
    'created_time formula rollup string array'
  ).split(' '),
);

/** Moments, by their seconds: `{"_seconds": 1762387200, "_nanoseconds": 0}`. */
const MOMENTS = [
  ['_seconds', '_nanoseconds'],
  ['seconds', 'nanoseconds'],
  ['seconds', 'nanos'],
] as const;

/** A document of Firestore, whose own name ends in its id: `{"name": "projects/…/papers/2511.05002", "fields": {…}, …}`. */
const documentIn = ({ name, fields }: Readonly<Record<string, unknown>>): unknown =>
  typeof name === 'string' && name.startsWith('projects/') && isObject(fields)
    ? { id: name.slice(name.lastIndexOf('/') + 1), ...fields }
    : null;

/** A text in parts, each with its own style, as Notion stores it. */
const joined = (parts: readonly unknown[]): string | null => {
  const texts = parts.map((part) => (isObject(part) ? part.plain_text : null));
  return parts.length > 0 && texts.every((text) => typeof text === 'string') ? texts.join('') : null;
};

/** None of these objects has more members. */
const MOST_MEMBERS = 4;

/** The value in one of these notations, which may itself be in one; else itself. */
export const withoutType = (value: unknown): unknown => {
  if (Array.isArray(value)) return joined(value) ?? value;
  if (!isObject(value)) return value;
  const names = Object.keys(value);
  const [only = ''] = names;
  if (names.length > MOST_MEMBERS) return value;
  if (names.length === 1) {
    // MongoDB: `{"$numberInt": "42"}`
    const read = only.startsWith('$') ? itself : Object.hasOwn(TYPES, only) ? TYPES[only] : undefined;
    return read === undefined ? value : withoutType(read(value[only]));
  }
  const moment = MOMENTS.find((parts) => names.length === parts.length && parts.every((one) => one in value));
  if (moment !== undefined) return value[moment[0]];
  const { type } = value;
  const isProperty = typeof type === 'string' && NOTION.has(type) && type in value;
  if (isProperty && names.every((one) => one === 'id' || one === 'type' || one === type))
    return withoutType(value[type]);
  return documentIn(value) ?? value;
};

/** Notion's title of a page may have any name. */
const isNotionTitle = (value: unknown): boolean =>
  isObject(value) && value.type === 'title' && Array.isArray(value.title);

/** The same of all that is inside; the value itself where there is none. */
export const withoutTypes = (given: unknown): unknown => {
  const value = withoutType(given);
  if (Array.isArray(value)) {
    const items = value.map(withoutTypes);
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(
    ([name, member]) => [isNotionTitle(member) ? 'title' : name, withoutTypes(member)] as const,
  );
  return members.some(([name, member]) => member !== value[name]) ? Object.fromEntries(members) : value;
};
