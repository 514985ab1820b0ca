import { fieldNamed } from './field-names.js';

// Records printed one field per line: `title    | Paper Cranes` (psql), `Title⇥Paper Cranes`, `[Title] Paper Cranes`.

const NAME = String.raw`(?<name>\p{L}[\p{L} _]{0,24}?)`;
const STYLES = [
  new RegExp(String.raw`^ {0,8}${NAME} {0,40}\| (?<value>.*)$`, 'u'),
  new RegExp(String.raw`^ {0,8}${NAME} {0,8}\t\s{0,8}(?<value>\S.*)$`, 'u'),
  new RegExp(String.raw`^ {0,8}\[${NAME}\] (?<value>.*)$`, 'u'),
];
const TITLE = /^ {0,8}\[?(?:paper[ _])?title\b/i;
/** Above each record: `-[ RECORD 1 ]-----` (psql), `*** 1. row ***` (MySQL, which writes colons). */
const RULE = /^(?:-\[ RECORD \d{1,9} \][-+]{0,200}|\*{3,99} \d{1,9}\. row \*{3,99})$/;
/** This many fields right below a title confirm it. */
const FEWEST = 2;

const fieldIn = (style: RegExp, line: string): { name: string; field: string; value: string } | null => {
  const { name = '', value = '' } = style.exec(line)?.groups ?? {};
  const field = name === '' ? undefined : fieldNamed(name)?.name;
  return field === undefined ? null : { name, field, value };
};

/** Lines in which the names of fields end in a colon; the same list where it has no such records. */
export const withColons = (raws: readonly string[]): readonly string[] => {
  const titles = raws.flatMap((raw, at) => (TITLE.test(raw) ? [at] : []));
  const style = STYLES.find((one) => titles.some((at) => isRecord(one, raws, at)));
  if (style === undefined && !raws.some((raw) => RULE.test(raw))) return raws;
  return raws.map((raw) => {
    const found = style === undefined ? null : fieldIn(style, raw);
    if (found === null) return RULE.test(raw) ? '' : raw;
    return `${found.name.trim()}: ${found.value}`;
  });
};

/** Whether a title is there, and right below it other fields. */
const isRecord = (style: RegExp, raws: readonly string[], at: number): boolean => {
  const fields = raws.slice(at, at + 1 + FEWEST).map((raw) => fieldIn(style, raw)?.field);
  return fields[0] === 'title' && new Set(fields).size > FEWEST && !fields.includes(undefined);
};
