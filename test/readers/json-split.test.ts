import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_RECORD } from '../../src/readers/json/split.js';
import { runs } from '../helpers/runs.js';
import { split } from './split-json.js';

const a = { title: 'a', deep: { list: [1, { b: '}]"\\' }] } };
const b = { title: 'ü 折り紙 🦢', n: null };

describe('elements', () => {
  it.each([
    ['a list', JSON.stringify([a, b])],
    ['an indented list', JSON.stringify([a, b], null, 2)],
    ['without indent but with line breaks', JSON.stringify([a, b], null, 1).replaceAll(/\n +/g, '\n')],
    ['one object a line', `${JSON.stringify(a)}\n${JSON.stringify(b)}\n`],
    ['one object a line, CRLF, no final line end', `${JSON.stringify(a)}\r\n${JSON.stringify(b)}`],
    ['objects without anything between', JSON.stringify(a) + JSON.stringify(b)],
    ['indented objects', `${JSON.stringify(a, null, 2)}\n${JSON.stringify(b, null, 2)}`],
    ['joined lists', `[${JSON.stringify(a)}]\n[]\n[${JSON.stringify(b)}]`],
    ['lists in a list', `[[${JSON.stringify(a)}],[${JSON.stringify(b)}]]`],
    ['a trailing comma', `[${JSON.stringify(a)},${JSON.stringify(b)},]`],
    ['joined files with byte-order marks', `\ufeff${JSON.stringify(a)}\n\ufeff${JSON.stringify(b)}`],
  ])('of %s', (_, text) => {
    for (const size of [1, 2, 3, 7, 1 << 20])
      expect(split(text, size)).toMatchObject({ values: [a, b], troubles: [] });
  });

  it('of lists inside wrapping objects', () => {
    const list = JSON.stringify([a, b]);
    for (const size of [1, 2, 3, 7, 1 << 20]) {
      const read = (text: string) => split(text, size);
      expect(read(`{"status":"ok","data":${list},"after":{"x":[1,"]"]}}`)).toMatchObject({
        values: [a, b],
        troubles: ['list data in {"status":"ok","data":'],
      });
      expect(read(`{"props":{"page":{"papers": ${list}}},"n":1}`).values).toEqual([a, b]);
      expect(read(`{"dailyPapers":[],"searchResults":${list}}`).values).toEqual([a, b]);
      expect(read(`[{"data":${list}},{"data":${list}}]`).values).toEqual([a, b, a, b]);
      expect(read(`{"2025-01-10":${list},"2025-01-11":${list}}\n{"x":1}`).values).toEqual([
        a,
        b,
        a,
        b,
        { x: 1 },
      ]);
      expect(read('{"authors":["x"],"list":[{"data":[1]}]}').values).toEqual([
        { authors: ['x'], list: [{ data: [1] }] },
      ]);
    }
  });

  it('tells the line of each', () => {
    expect(split('[\n {"x":\n1},\n\n {"x":2}\n]\n"s"\n7\n').lines).toEqual([2, 5, 7, 8]);
  });

  it('of any values in any pieces', () => {
    const values = fc.array(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.string()), {
      maxLength: 6,
    });
    const layouts = [
      (list: unknown[]) => JSON.stringify(list),
      (list: unknown[]) => JSON.stringify(list, null, 2),
      (list: unknown[]) => list.map((value) => JSON.stringify(value)).join('\n'),
      (list: unknown[]) => list.map((value) => JSON.stringify(value, null, '\t')).join(' '),
    ];
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(...layouts),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (list, layout, sizes) => {
          const { values: found, troubles } = split(layout(list), ...sizes);
          expect(troubles).toEqual([]);
          expect(found).toEqual(JSON.parse(JSON.stringify(list)));
        },
      ),
    );
  });
});

describe('damage', () => {
  const records = [1, 2, 3, 4].map((n) => ({
    title: `t${n}`,
    paper: { id: `${n}`, authors: [{ name: 'x' }] },
  }));
  const layouts: [string, (texts: string[]) => string, (record: object) => string][] = [
    ['a list', (texts) => `[${texts.join(',')}]`, (record) => JSON.stringify(record)],
    [
      'an indented list',
      (texts) => `[\n${texts.join(',\n')}\n]`,
      (record) => JSON.stringify(record, null, 2),
    ],
    ['lines', (texts) => texts.join('\n'), (record) => JSON.stringify(record)],
  ];
  const harms: [string, (text: string) => string][] = [
    ['an unescaped quote', (text) => text.replace('t2', 'a "b" c')],
    ['a lost quote', (text) => text.replace('t2"', 't2')],
    ['a lost opening quote', (text) => text.replace('"t2', 't2')],
    ['a lost closing brace', (text) => text.slice(0, -1)],
    ['a lost closing bracket', (text) => text.replace(']', '')],
    ['a lost opening bracket', (text) => text.replace('[', '')],
    ['a cut record', (text) => text.slice(0, 20)],
    ['a raw line break in a string', (text) => text.replace('t2', 't\n2')],
    ['a word that is no value', (text) => text.replace('"t2"', 'nothing')],
    ['a lost comma', (text) => text.replace(',', ' ')],
  ];
  const cases = layouts.flatMap(([where, join, write]) =>
    harms.map(([what, harm]) => [what, where, join, write, harm] as const),
  );
  it.each(cases)('%s in %s costs only that record', (_what, _where, join, write, harm) => {
    const text = join(records.map((record, index) => (index === 1 ? harm(write(record)) : write(record))));
    for (const size of [1, 5, 1 << 20]) {
      const { values, troubles } = split(text, size);
      expect(values).toEqual([records[0], records[2], records[3]]);
      expect(troubles).toHaveLength(1);
    }
  });

  it('is told wherever the input is cut', () => {
    const whole = JSON.stringify(records);
    for (let cut = 1; cut < whole.length; cut++) {
      const { values, troubles } = split(whole.slice(0, cut), 11);
      expect(values).toEqual(records.slice(0, values.length));
      expect(troubles).toHaveLength(1);
      expect(troubles[0]).toMatch(/^cut/);
    }
  });

  it('words between records are told once', () => {
    expect(split(`got 2 papers\nok\n${JSON.stringify(a)}\ndone\n`)).toMatchObject({
      values: [a],
      troubles: ['stray got 2 papers at 1:1', 'stray done at 4:1'],
    });
  });

  it('any text is taken without a throw', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ',',
      ':',
      '\n',
      ' ',
      'x',
      '1',
      '{"a":',
      '"data":[',
      '🦢',
    );
    fc.assert(
      fc.property(fc.array(pieces), fc.integer({ min: 1, max: 9 }), (list, size) => {
        const text = list.join('');
        expect(split(text, size)).toEqual(split(text));
      }),
      runs(2000),
    );
  });
});

describe('joined, broken and cut records', () => {
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

  it('is found alike however the text is cut', () => {
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
          const whole = split(text);
          expect(split(text, 1)).toEqual(whole);
          expect(split(text, ...sizes)).toEqual(whole);
        },
      ),
      runs(2000),
    );
  });

  it('have their lines, columns and numbers', () => {
    const [whole, broken] = ['{"title":"t","x":"ü"}', '{"title":"x" 1}'];
    expect(split([whole, whole, broken, whole, whole].join('\n'), 7)).toMatchObject({
      lines: [1, 2, 4, 5],
      troubles: ['broken 3 at 3:1'],
    });
    expect(split(`[${[whole, whole, broken, whole].join(', ')}]`, 7)).toMatchObject({
      lines: [1, 1, 1],
      troubles: ['broken 3 at 1:48'],
    });
  });
});

describe('limits', () => {
  it.each(['[', '{"a":', '[{"data":', '{"data":['])('100,000 times %s', (opening) => {
    expect(split(opening.repeat(100_000), 1 << 16).troubles.length).toBeGreaterThan(0);
  });

  it('a record nested too deep is skipped, the next one read', () => {
    const bomb = `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(split(`[${bomb},{"y":1}]`, 1000)).toMatchObject({
      values: [{ y: 1 }],
      troubles: ['depth 1 at 1:2'],
    });
  });

  it('a record that is too large is skipped, the next one read', () => {
    const large = `{"x":"${'y'.repeat(LONGEST_RECORD)}"}`;
    expect(split(`[${large},\n{"y":1}]`)).toMatchObject({ values: [{ y: 1 }], troubles: ['size 1 at 1:2'] });
  });
});
