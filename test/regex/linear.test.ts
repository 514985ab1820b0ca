import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { compose, find, findIn } from './expressions.js';
import { strictForms } from './strict-form.js';

const found = find();
const fileOf = (place: string): string => place.slice(0, place.indexOf(':'));
const composed = await compose([...new Set(found.composed.map(fileOf))]);

/** Where expressions are put together that no import shows. */
const GIVEN_BY_THE_USER = ['src/select/pattern.ts'];

/** What makes the expression take more steps than the text has characters, times a constant; `null` if nothing does. */
const attackOn = async (source: string, flags: string): Promise<string | null> => {
  for (const form of strictForms(source, flags)) {
    const result = await check(form.source, form.flags, {
      checker: 'automaton',
      maxRepeatCount: 1e9,
      timeout: 30_000,
    });
    if (result.status === 'vulnerable') return `${result.complexity.summary}: ${result.attack.pattern}`;
    if (result.status === 'unknown') return `not decided: ${JSON.stringify(result.error)}`;
  }
  return null;
};

describe('every regular expression of src takes as many steps as a text has characters, times a constant', () => {
  it.each([...found.literals, ...composed])('$place /$source/$flags', async ({ source, flags }) => {
    expect(await attackOn(source, flags)).toBeNull();
  });
});

describe('none is missed', () => {
  it('that is put together while the program runs', () => {
    const noted = new Set(composed.map(({ place }) => place));
    const missing = found.composed.filter((place) => !noted.has(place));
    expect([...new Set(missing.map(fileOf))]).toEqual(GIVEN_BY_THE_USER);
  });

  it('that a method makes out of a string', () => {
    expect(found.hidden).toEqual([]);
  });

  it('in any form of code', () => {
    const code = [
      'const a: RegExp = /one/g;',
      '// /no/ and "/no/"',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
      'const b = `${x.replace(/two/u, "")} /no/` + 1 / 2 / 3;',
      'const c = [[/three\\/[/]/i, 4]] as const;',
      'new RegExp(d); RegExp(e);',
      'f.match("five"); f.search(`six`); f.match(/seven/); f.split("no");',
    ].join('\n');
    const { literals, composed: put, hidden } = findIn('x.ts', code);
    expect(literals.map(({ source, flags }) => `${source} ${flags}`)).toEqual([
      'one g',
      'two u',
      'three\\/[/] i',
      'seven ',
    ]);
    expect(put).toEqual(['x.ts:5:1', 'x.ts:5:16']);
    expect(hidden).toEqual(['x.ts:6:1', 'x.ts:6:18']);
  });
});

describe('the checker finds', () => {
  it.each([
    ['white space before an end', /\s+$/],
    ['two ways to part a line', /^(.*?x.*?)( *)(\d+)$/],
    ['a repetition in a repetition', /^(?:[.#][\w.#]*)+$/],
    ['the same within a limit', /"(?:\\&quot;|\\.|[^"])\d{0,400}(?:a|a){0,50}"/],
    ['a match that looks far ahead each time', /a(?=[^b]*b)|a/g],
    ['an alternative that fails late each time', /a[^b]*b|a/g],
    ['an end that is missing', /<[^>]*>/],
    ['a sticky expression that parts a text in two ways', /\d*\d*x/y],
    ['a reference that stands for what was before', /^(\*)\s*\1?\s*\1$/],
    ['letters from the middle of a word', /[\p{L}]+?\p{Lu}/gu],
  ])('%s: %s', async (_, { source, flags }) => {
    expect(await attackOn(source, flags)).toMatch(/polynomial|exponential/);
  });

  it.each([
    ['a run of one class', /\s+/g],
    ['the same with a beginning', /https?:\/\/[^\s<>]+/gi],
    ['a run that is entered at its beginning only', /(?<!\s)\s+$/],
    ['a sticky run', /\d+x/y],
    ['a few characters', /a{0,9}b?(?=c)/g],
  ])('nothing against %s: %s', async (_, { source, flags }) => {
    expect(await attackOn(source, flags)).toBeNull();
  });
});
