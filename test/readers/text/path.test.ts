import { describe, expect, it } from 'vitest';
import { type Expand, type Path, type PathOptions, pathFinder } from '../../../src/readers/text/path.js';
import { type Random, seeded } from '../../helpers/random.js';

const STATES = 4;
const LABELS = 3;
const SYMBOLS = 5;

/** Costs drawn at random: of each symbol in each state, under each label; and the state that it leads to. */
const randomMachine = ({ below }: Random): Omit<PathOptions, 'most' | 'slack'> => {
  const ways = Array.from({ length: SYMBOLS * STATES * LABELS }, () => ({
    next: below(STATES),
    cost: below(1000) / 100,
  }));
  const ends = Array.from({ length: STATES }, () => below(1000) / 100);
  const expand: Expand = (symbol, state, take) => {
    for (let label = 0; label < LABELS; label++) {
      const way = ways[(symbol * STATES + state) * LABELS + label];
      if (way) take(way.next, label, way.cost);
    }
  };
  return { start: 0, expand, close: (state) => ends[state] ?? 0 };
};

/** Every path there is, the cheapest first. */
const allPaths = (
  { start, expand, close }: Omit<PathOptions, 'most' | 'slack'>,
  symbols: readonly number[],
): { labels: number[]; cost: number }[] => {
  let paths = [{ labels: [] as number[], state: start, cost: 0 }];
  for (const symbol of symbols) {
    paths = paths.flatMap(({ labels, state, cost }) => {
      const longer: typeof paths = [];
      expand(symbol, state, (next, label, more) =>
        longer.push({ labels: [...labels, label], state: next, cost: cost + more }),
      );
      return longer;
    });
  }
  return paths
    .map(({ labels, state, cost }) => ({ labels, cost: cost + close(state) }))
    .sort((one, other) => one.cost - other.cost);
};

const ALL = { most: 100, slack: Number.POSITIVE_INFINITY };
const sum = (costs: Path['costs']): number => costs.reduce((total, cost) => total + cost, 0);

describe('the path finder', () => {
  it('finds the cheapest of all paths, what each step costs, and by how much each label won', () => {
    const random = seeded(1);
    for (let round = 0; round < 60; round++) {
      const machine = randomMachine(random);
      const finder = pathFinder({ ...machine, ...ALL });
      const symbols = Array.from({ length: 6 }, () => random.below(SYMBOLS));
      const found = finder.find(Int32Array.from(symbols), { margins: true });
      const [best, ...others] = allPaths(machine, symbols);
      expect([...found.labels]).toEqual(best?.labels);
      expect(sum(found.costs) + machine.close(found.states.at(-1) ?? 0)).toBeCloseTo(best?.cost ?? 0);
      const margins = symbols.map((_, i) => {
        const other = others.find(({ labels }) => labels[i] !== best?.labels[i]);
        return (other?.cost ?? Number.POSITIVE_INFINITY) - (best?.cost ?? 0);
      });
      margins.forEach((margin, i) => {
        expect(found.margins?.[i]).toBeCloseTo(margin);
      });
    }
  });

  it('gives a row the same path after others as alone', () => {
    const random = seeded(2);
    const machine = randomMachine(random);
    const rows = Array.from({ length: 20 }, () =>
      Int32Array.from({ length: 8 }, () => random.below(SYMBOLS)),
    );
    const finder = pathFinder({ ...machine, ...ALL });
    for (const row of rows) expect(finder.find(row)).toEqual(pathFinder({ ...machine, ...ALL }).find(row));
  });

  it('drops states that are dearer than the slack, and keeps no more than there may be', () => {
    const live: number[] = [];
    const expand: Expand = (symbol, state, take) => {
      live.push(state);
      for (let next = 0; next < 10; next++) take(next, 0, symbol + next);
    };
    const options = { start: 0, expand, close: () => 0 };
    pathFinder({ ...options, most: 100, slack: 3 }).find(Int32Array.of(0, 1));
    expect(live).toEqual([0, 0, 1, 2, 3]);
    live.length = 0;
    pathFinder({ ...options, most: 2, slack: Number.POSITIVE_INFINITY }).find(Int32Array.of(0, 1));
    expect(live).toEqual([0, 0, 1]);
  });

  it('says so where nothing may be done with a symbol', () => {
    const finder = pathFinder({ start: 0, expand: () => {}, close: () => 0, ...ALL });
    expect(() => finder.find(Int32Array.of(7))).toThrow('no label fits symbol 7');
  });
});
