import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CARRIERS } from './carriers.js';
import { compose, type Expression, find } from './expressions.js';
import { worstInputs } from './worst.js';

const MB = 1024 * 1024;
/** `npm run test:worst` asks for texts of 10 MB everywhere; it takes half an hour. */
const asked = Number(process.env.WORST_MB ?? 0) * MB;

/**
 * The most characters that the program hands to the expressions of a file: a line is cut at 1 MiB, and joined with the
 * one before it at most once past that; readers are told apart by the first 64 KiB.
 */
const LIMITS: readonly [string, number][] = [
  ['src/readers/text/', 2 * MB],
  ['src/readers/html/index.ts', MB / 16],
  ['src/readers/json/index.ts', MB / 16],
];

const found = find();
const fileOf = (place: string): string => place.slice(0, place.indexOf(':'));
const composed = await compose([...new Set(found.composed.map(fileOf))]);
const expressions = [...found.literals, ...composed];

const limitOf = (place: string): number =>
  LIMITS.find(([beginning]) => place.startsWith(beginning))?.[1] ?? Infinity;

/** As `replace`, `matchAll` and `split` do, or one search. */
const searchAll = ({ source, flags }: Expression, text: string): void => {
  const expression = new RegExp(source, flags);
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
};

describe('the worst that can be thought of for an expression comes to its end', () => {
  it.each(expressions)('$place /$source/$flags', (expression) => {
    const { place, source, flags } = expression;
    for (const text of worstInputs(source, flags, Math.min(asked || MB, limitOf(place)))) {
      expect(() => searchAll(expression, text)).not.toThrow();
    }
  });
});

describe('so it does on the way to where the expression stands', () => {
  const reached = expressions.filter(({ place }) => dirname(fileOf(place)) in CARRIERS);

  it.each(reached)(
    '$place /$source/$flags',
    async ({ place, source, flags }) => {
      for (const text of worstInputs(source, flags, asked || MB / 64)) {
        for (const carry of CARRIERS[dirname(fileOf(place))] ?? []) {
          await expect(carry(text)).resolves.toBeUndefined();
        }
      }
    },
    600_000,
  );

  it('which none but the help texts of the program do not take', () => {
    const others = new Set(expressions.map(({ place }) => dirname(fileOf(place))));
    for (const folder of Object.keys(CARRIERS)) others.delete(folder);
    expect([...others]).toEqual(['src/cli/completion']);
  });
});
