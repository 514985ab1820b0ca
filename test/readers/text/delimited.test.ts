import { describe, expect, it } from 'vitest';
import { linesIn } from '../../../src/readers/text/delimited.js';

const CARD = ['Submitted by', 'gale', '57', 'Kites, Strings', '·', '3 authors', '2'];

describe('lines that a program joined are parted', () => {
  it.each<[string, string]>([
    ['bars', CARD.join(' | ')],
    ['bars without spaces', CARD.join('|')],
    ['tabs', CARD.join('\t')],
    ['semicolons', CARD.join('; ')],
    ['a number before them', `12. ${CARD.join(' | ')}`],
    ['a list of Python', `[${CARD.map((line) => `'${line}'`).join(', ')}]`],
    ['a list of JSON', JSON.stringify(CARD)],
    ['a string of Python', `'${CARD.join('\\n')}'`],
  ])('%s', (_, line) => {
    expect(linesIn(line)).toEqual(CARD);
  });

  it('with their escapes', () => {
    expect(linesIn(String.raw`['Kite\'s\xa0Wind', "\u00b7", '·', '3 authors', 'a\\b']`)).toEqual([
      "Kite's\u00a0Wind",
      '·',
      '·',
      '3 authors',
      'a\\b',
    ]);
  });
});

describe('any other line stays whole', () => {
  it.each([
    ['a row of a table', '| Submitted by | Title | · | 3 | 4 | 5 |'],
    ['a row of facts', 'Kites · 3 authors · May 3 | 4 | 5'],
    ['few parts', 'Kites | · | 3 authors'],
    ['prose', 'Kites fly; boats float; lanterns glow; rivers run; we measure all of them · today'],
  ])('%s', (_, line) => {
    expect(linesIn(line)).toEqual([line]);
  });
});
