import { describe, expect, it } from 'vitest';
import { literalToJson, readLiteral } from '../../src/readers/json/literals.js';
import { readPages } from './read-pages.js';

describe('what str() makes of a dictionary', () => {
  it.each<[string, unknown]>([
    [`{'a': 1, 'b': -2.5, 'c': 1e-05}`, { a: 1, b: -2.5, c: 1e-5 }],
    [`{'a': True, 'b': False, 'c': None, 'd': [], 'e': {}}`, { a: true, b: false, c: null, d: [], e: {} }],
    [
      `{'a': "it's", 'b': 'so "said"', 'c': 'both \\' and "'}`,
      { a: "it's", b: 'so "said"', c: `both ' and "` },
    ],
    [`{'a': 'one\\ntwo\\t\\\\alpha\\r'}`, { a: 'one\ntwo\t\\alpha\r' }],
    [`{'a': '\\xa0\\u200b\\U0001f9a2 折'}`, { a: '\xa0\u200b\u{1f9a2} 折' }],
    [`{'a': '}, {', 'b': 'True: None'}`, { a: '}, {', b: 'True: None' }],
    [
      `{'a': datetime.datetime(2025, 1, 2, 3, 4, tzinfo=datetime.timezone.utc), 'b': nan}`,
      { a: '2025-01-02T03:04', b: null },
    ],
    [`{'a': inf, 'b': -inf, "c": [NaN, -Infinity, -1]}`, { a: null, b: null, c: [null, null, -1] }],
    [`{'a': (1,), 'b': [2,\n],}`, { a: [1], b: [2] }],
    [`{ a: 'it\\'s', $b: [undefined, null,], c_1: \`x\` }`, { a: "it's", $b: [null, null], c_1: 'x' }],
    [`{'a': 'One '\n      "two."}`, { a: 'One two.' }],
    ['{ a: 1, // one\n /* two */ b: +2, # three\n }', { a: 1, b: 2 }],
    [`{ a: 'One ' + // more\n 'two.' }`, { a: 'One two.' }],
    [
      `{'a': np.int64(3), 'b': Timestamp('2025-05-03 10:00:00', tz='UTC'), 'c': np.str_('x')}`,
      { a: 3, b: '2025-05-03 10:00:00', c: 'x' },
    ],
    [
      `{ a: [Array], b: [Object], c: [ 'x',\n ... 12 more items ] }`,
      { a: null, b: null, c: ['x', '... 12 more items'] },
    ],
  ])('%s', (text, value) => {
    expect(readLiteral(text)).toEqual(value);
  });

  it.each([`{'a': 'open`, `{'a': 1,,}`, `{'a' 1}`, `{'a': TrueFalse}`, `{'a': 1} x`])(
    '%s is something else',
    (text) => {
      expect(readLiteral(text)).toBeUndefined();
    },
  );
});

it('a long string in pieces is read as in one', () => {
  // Escapes of one, two, five and ten characters, at every place where a long string may be cut.
  for (const escapes of [String.raw`\\n`, String.raw`\x41\\`, String.raw`\U0001f9a2\\`, String.raw`\'\n`]) {
    for (let lead = 0; lead < 12; lead++) {
      const text = `{'a': '${'x'.repeat(lead)}${escapes.repeat(80_000 / escapes.length)}'}`;
      const json = literalToJson();
      const pieces = text.match(/[\s\S]{1,70000}/g) ?? [];
      const written = pieces.map((piece) => json.push(piece)).join('') + json.end();
      expect(JSON.parse(written)).toEqual(readLiteral(text));
    }
  }
});

it('a text is kept only if it has the id and title of a paper', async () => {
  const texts = [
    `{'paper': {'id': '2405.00001', 'title': 'Cranes'}}`,
    `{'paper': {'title': 'Boats'}}`,
    `{'paper': {'id': '2405.00003'}}`,
    `{'paper': {'id': '2405.00004', 'title': 'Kites'}`,
  ];
  const { pages, diagnostics } = await readPages('json', JSON.stringify(texts));
  expect(pages.flatMap(({ entries }) => entries.map(({ fields }) => fields.title))).toEqual(['Cranes']);
  expect(diagnostics.map(({ code, record }) => [code, record])).toEqual([
    ['schema-mismatch', 3],
    ['schema-mismatch', 2],
    ['record-repaired', 1],
  ]);
});
