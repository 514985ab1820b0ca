import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Split, split } from './split-json.js';

/** Split a byte at a time, no element is ever whole in view: each is walked through. */
const walked = (bytes: Uint8Array): string => JSON.stringify(split(bytes, 1));
const atOnce = (bytes: Uint8Array, ...sizes: number[]): string => JSON.stringify(split(bytes, ...sizes));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const agreed = (text: string): Split => {
  const bytes = bytesOf(text);
  expect(atOnce(bytes)).toBe(walked(bytes));
  return split(bytes);
};

const record = (n: number, more = ''): string => `{"title":"t${n}","n":${n}${more}}`;
const lines = (...records: string[]): string => records.map((text) => `${text}\n`).join('');

describe('records that are whole in view are read as if they were walked through', () => {
  it.each([
    ['one a line', lines(record(1), record(2), record(3))],
    ['with CRLF', lines(record(1), record(2), record(3)).replaceAll('\n', '\r\n')],
    ['in joined files with byte-order marks', `\ufeff${lines(record(1), record(2))}`.repeat(3)],
    [
      'braces and seams in strings',
      lines(...[1, 2, 3].map((n) => record(n, ',"x":"},\\n{\\"title\\":}\\n{"'))),
    ],
    ['one key twice', lines(...[1, 2, 3].map((n) => record(n, ',"title":"u"')))],
    [
      'a list of records, then the same key again',
      lines(...[1, 2, 3].map((n) => record(n, ',"data":[{"x":1}],"data":0'))),
    ],
    [
      'lists of records with white space',
      lines(...[1, 2, 3].map((n) => record(n, ',"papers"\t: [{"x":1}, {"x":2}]'))),
    ],
    [
      'a key that looks like one of a list of records',
      lines(...[1, 2, 3].map((n) => record(n, ',"a\\"papers":[{"x":1}],"p\\u0061pers":[2]'))),
    ],
    [
      'names of object members',
      lines(...[1, 2, 3].map((n) => record(n, ',"__proto__":{"title":"p"},"constructor":[]'))),
    ],
    [
      'as deep as they may be',
      lines(...[1, 2, 3].map((n) => record(n, `,"x":${'['.repeat(63)}${']'.repeat(63)}`))),
    ],
    [
      'one level too deep',
      lines(...[1, 2, 3].map((n) => record(n, `,"x":${'['.repeat(64)}${']'.repeat(64)}`))),
    ],
    [
      'many levels side by side',
      lines(...[1, 2, 3].map((n) => record(n, `,"x":[${'{"y":{}}, '.repeat(90)}0]`))),
    ],
    ['a NUL', lines(record(1), record(2), `${record(3)}\0`, record(4), record(5, ',"x":"\0"'), record(6))],
    ['a line that begins like a record inside one', `{"x":[\n{"x":1}]}\n`.repeat(4)],
    ['the first key changing', lines('{"a":1}', '{"b":1}', '{"b":2}', '{"a":2}', '{"a":3}', '{"b":3}')],
    ['no value', lines(record(1), record(2), '{"title":NaN}', record(3), record(4))],
  ])('%s', (_, text) => {
    agreed(text);
    agreed(`[${text.replaceAll(/(?<=\})(?=\r?\n\ufeff?\{)/g, ',')}]`);
    agreed(`[${text.replaceAll(/(?<=\})\r?\n\ufeff?(?=\{)/g, ', ')}]`);
  });

  it('with all lines, columns and numbers of the broken ones', () => {
    const [whole, broken] = [record(1, ',"x":"ü"'), '{"title":"x" 1}'];
    expect(agreed(lines(whole, whole, broken, whole, whole))).toMatchObject({
      lines: [1, 2, 4, 5],
      troubles: ['broken 3 at 3:1'],
    });
    expect(agreed(`[${[whole, whole, broken, whole].join(', ')}]`)).toMatchObject({
      lines: [1, 1, 1],
      troubles: ['broken 3 at 1:62'],
    });
  });

  const key = fc.constantFrom('title', 'data', 'papers', '__proto__', 'a"b', '2025-01-10', 'authors');
  /** Members with keys that may come twice. */
  type Members = { members: [string, unknown][] };
  const { object } = fc.letrec<{ value: unknown; object: Members }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        0,
        -1.5,
        true,
        null,
        '',
        'x',
        '},{"title":',
        '\n{"title":',
        '\u0000\u007f',
        '折り🦢',
        '\\"[',
      ),
      tie('object'),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
    object: fc.record({ members: fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }) }),
  }));
  const write = (value: unknown, space: string): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const [open, close, parts] = Array.isArray(value)
      ? ['[', ']', value.map((element) => write(element, space))]
      : [
          '{',
          '}',
          (value as Members).members.map(
            ([name, inner]) => `${JSON.stringify(name)}:${space}${write(inner, space)}`,
          ),
        ];
    return open + parts.join(`,${space}`) + close;
  };
  const joints = fc.constantFrom(
    ['', '\n', '\n'],
    ['', '\r\n', ''],
    ['[', ',', ']'],
    ['[\n  ', ',\n  ', '\n]\n'],
    ['[', ', ', ']'],
    ['{"data":[', ',', ']}'],
    ['', '', ''],
  );
  const harm = fc.tuple(
    fc.nat(),
    fc.nat(3),
    fc.constantFrom('', '"', '{', '}', '[', ']', ',', '\n', '\\', '\0', '\ufeff', 'x'),
  );

  it('whatever they hold, however they are joined, broken and cut', () => {
    fc.assert(
      fc.property(
        fc.array(object, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 4 }),
        joints,
        fc.constantFrom('', ' ', '\n', '\n  '),
        fc.array(harm, { maxLength: 2 }),
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }),
        (values, times, [open = '', joint = '', close = ''], space, harms, sizes) => {
          const texts = values.map((value) => write(value, space));
          let text = open + Array(times).fill(texts).flat().join(joint) + close;
          for (const [at, length, sign] of harms) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + sign + text.slice(from + length);
          }
          const bytes = bytesOf(text);
          const expected = walked(bytes);
          expect(atOnce(bytes)).toBe(expected);
          expect(atOnce(bytes, ...sizes)).toBe(expected);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
