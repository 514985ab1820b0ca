import { describe, expect, it } from 'vitest';
import { today } from '../../src/cli/context.js';
import { chosenFields, encodingLabel, knownNames, realDay, wholeNumber } from '../../src/cli/options.js';
import { FIELD_NAMES, type FieldName } from '../../src/index.js';

describe('chosenFields', () => {
  const usual: FieldName[] = ['title', 'abstract'];
  it.each<[string[] | undefined, FieldName[] | undefined]>([
    [undefined, undefined],
    [
      ['abstract', 'title', 'abstract'],
      ['abstract', 'title'],
    ],
    [
      ['+source', '-abstract'],
      ['title', 'source'],
    ],
    [['+title'], usual],
    [['-source'], usual],
  ])('%j', (words, fields) => {
    expect(chosenFields(words, usual, FIELD_NAMES)).toEqual(fields);
  });

  it.each([[['title', '+source']], [['titel']], [['-title', '-abstract']]])('does not take %j', (words) => {
    expect(() => chosenFields(words, usual, FIELD_NAMES)).toThrow('--fields');
  });
});

describe('realDay', () => {
  it.each(['2024-02-29', '2026-12-31'])('%s', (day) => expect(realDay('--as-of')(day)).toBe(day));
  it.each(['2025-02-29', '2025-13-01', '2025-1-1', '20250101', 'today', '', '2025-01-01T00:00'])(
    'not %j',
    (day) => {
      expect(() => realDay('--as-of')(day)).toThrow('2026-04-16');
    },
  );
});

describe('wholeNumber', () => {
  it.each(['-1', '1.5', '', 'x', '1e3', ' 1'])('not %j', (value) => {
    expect(() => wholeNumber('--min-papers')(value)).toThrow('--min-papers');
  });
  it('takes 0', () => expect(wholeNumber('--min-papers')('0')).toBe(0));
});

describe('knownNames', () => {
  const read = knownNames('--allow', ['a', 'b'], 'warning');
  it('adds to what was given before', () => expect(read('b', ['a'])).toEqual(['a', 'b']));
  it('lists what there is', () => expect(() => read('a,c')).toThrow('use: a, b'));
  it('wants a name', () => expect(() => read(' , ')).toThrow('needs at least one name'));
});

describe('encodingLabel', () => {
  it('takes what TextDecoder takes', () => expect(encodingLabel('latin1')).toBe('windows-1252'));
});

describe('today', () => {
  it('is the clock, or what SOURCE_DATE_EPOCH says', () => {
    expect(today({ env: {}, today: '2026-11-23' })).toBe('2026-11-23');
    expect(today({ env: { SOURCE_DATE_EPOCH: '86400' }, today: '2026-11-23' })).toBe('1970-01-02');
    expect(() => today({ env: { SOURCE_DATE_EPOCH: '253402300800' }, today: '2026-11-23' })).toThrow(
      /it must be a whole number/,
    );
  });
});
