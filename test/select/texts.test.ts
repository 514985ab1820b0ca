import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_NAMES } from '../../src/paper.js';
import { readPattern, readPeriod, readSort } from '../../src/select/index.js';

describe('a period', () => {
  test.each(['2025', '2025-03', '2025-03-07', '2024-02-29'])('%s is one', (text) => {
    expect(readPeriod(text)).toEqual({ value: text });
  });

  test.each([
    ['2025-13', 'not a real date'],
    ['2025-00', 'not a real date'],
    ['2023-02-29', 'not a real date'],
    ['2025-3', 'not a year, month or day such as 2025, 2025-03 or 2025-03-07'],
    ['25', 'not a year'],
    ['', 'not a year'],
    ['May 2025', 'not a year'],
    ['2025-03-07T00:00', 'not a year'],
  ])('%s is none', (text, words) => {
    expect(readPeriod(text)).toEqual({ message: expect.stringContaining(words) });
    expect(readPeriod(text)).toEqual({ message: expect.stringContaining(`"${text}"`) });
  });
});

describe('a regular expression', () => {
  test.each([
    ['rivers?', 'The RIVER'],
    ['^\\p{Lu}', 'Éclair'],
    ['a.c', 'a👩c'],
    ['straße', 'STRAßE'],
  ])('%s ignores case and knows Unicode', (text, subject) => {
    const reading = readPattern(text);
    expect('value' in reading && reading.value.test(subject)).toBe(true);
  });

  test.each([
    ['(a)(b', 'unterminated group at character 4 ("(b")'],
    ['a(b(c)', 'unterminated group at character 2 ("(b(c)")'],
    ['a)', `unmatched ')' at character 2 (")")`],
    ['ab[c', 'unterminated character class at character 3 ("[c")'],
    ['(a[c', 'unterminated character class at character 3 ("[c")'],
    ['a**', 'nothing to repeat at character 3 ("*")'],
    ['*', 'nothing to repeat at character 1 ("*")'],
    ['abc\\', '\\ at end of pattern at character 4 ("\\")'],
  ])('%s is none, and the message says where', (text, words) => {
    expect(readPattern(text)).toEqual({ message: `"${text}" is not a valid regular expression: ${words}` });
  });

  test('any text is either one or has a place in it where it goes wrong', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...('ab()[]{}*+?|\\^$.1,-👩'.match(/./gu) ?? [])) }),
        (text) => {
          const reading = readPattern(text);
          if ('value' in reading) expect(reading.value.flags).toBe('iu');
          else {
            const place = Number(/at character (\d+) /.exec(reading.message)?.[1]);
            expect(place).toBeGreaterThanOrEqual(1);
            expect(place).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});

describe('what to sort by', () => {
  test('is a list of fields, each up or down', () => {
    expect(readSort('-comments, title')).toEqual({
      value: [
        { field: 'comments', descending: true },
        { field: 'title', descending: false },
      ],
    });
  });

  test.each(FIELD_NAMES)('may be %s', (field) => {
    expect(readSort(`-${field}`)).toEqual({ value: [{ field, descending: true }] });
  });

  test.each([
    ['stars', `unknown field "stars"; use: ${FIELD_NAMES.join(', ')}`],
    ['title,,comments', 'unknown field ""'],
    ['', 'unknown field ""'],
    ['--title', 'unknown field "--title"'],
    ['title,-title', '"title,-title" sorts by title twice'],
  ])('is not %s', (text, words) => {
    expect(readSort(text)).toEqual({ message: expect.stringContaining(words) });
  });
});
