import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { COSTS } from '../../../src/readers/text/costs.js';
import { type Random, seeded } from '../../helpers/random.js';
import { read, readCases } from '../../helpers/read-case.js';

type Prices = { [name: string]: number | Prices };

/** Each price anew, by up to a fifth less or more. */
const vary = (prices: Prices, { below }: Random): void => {
  for (const [name, price] of Object.entries(prices)) {
    if (typeof price === 'number') prices[name] = (price * (80 + below(41))) / 100;
    else vary(price, { below } as Random);
  }
};

const TRUE_PRICES = structuredClone(COSTS);
const CASES = readCases().filter(({ name }) => name.startsWith('read/text/'));
/** Of a hundred cases so many may turn out otherwise: those that are close by nature, as what is damaged. */
const MOST_OTHERWISE = 4;

describe('prices', () => {
  afterEach(() => {
    Object.assign(COSTS, structuredClone(TRUE_PRICES));
  });

  it.each([1, 2, 3])('may all be a fifth less or more, at random (%i)', async (seed) => {
    vary(COSTS as unknown as Prices, seeded(seed));
    const otherwise: string[] = [];
    for (const { name, folder, bytes, input, options } of CASES) {
      const { papers } = await read(bytes, options, input);
      const records = papers.map((paper) => `${JSON.stringify(paper)}\n`).join('');
      if (records !== readFileSync(join(folder, 'expected.jsonl'), 'utf8')) otherwise.push(name);
    }
    expect(otherwise.length <= (CASES.length * MOST_OTHERWISE) / 100 ? [] : otherwise).toEqual([]);
  });
});
