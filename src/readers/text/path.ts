/** What may be done with a symbol in a state: take it as `label`, at a cost, and come to `next`. Depends on nothing else. */
export type Expand = (symbol: number, state: number, take: Take) => void;
export type Take = (next: number, label: number, cost: number) => void;

export interface Path {
  /** For each step, the label that the cheapest path gives it, and the state it comes to. */
  labels: Uint8Array;
  states: Float64Array;
  /** For each step, what it costs on this path. */
  costs: Float64Array;
  /**
   * For each step, how much more the cheapest path with another label there costs; only if asked
   * for.
   */
  margins: Float64Array | null;
}

export interface PathFinder {
  /** The cheapest path from the start through all symbols. */
  find(symbols: Int32Array, options?: { margins?: boolean }): Path;
}

export interface PathOptions {
  start: number;
  expand: Expand;
  /** What it costs to end in a state. */
  close: (state: number) => number;
  /** Live states after each step; the dearest beyond are dropped. */
  most: number;
  /** A state this much dearer than the cheapest is dropped. */
  slack: number;
}

/** The live states after a step, with what each costs more than the cheapest. */
interface Front {
  states: Float64Array;
  costs: Float64Array;
  /** What came of each symbol in this place before. */
  steps: Map<number, Step>;
}

/** From one front to the next: for each live state the one it came from, and by which label. */
interface Step {
  from: Front;
  to: Front;
  origins: Uint8Array;
  labels: Uint8Array;
  /** The cheapest state behind it costs this much more than the cheapest before it. */
  cost: number;
}

/**
 * Fronts that are remembered: more than a page of papers needs. Random lines would add new ones
 * without end.
 */
const MOST_FRONTS = 1500;
/** Costs that differ by less are equal. */
const GRAIN = 1e-6;

/**
 * Finds the cheapest path through rows of symbols (Viterbi): at each step every live state is expanded, and of the ways that
 * come to the same state the cheapest is kept. What came of a symbol behind the same front is remembered, so a page whose
 * entries are all alike is walked by looking steps up. States are numbers below 2^53, labels below 256.
 */
export const pathFinder = ({ start, expand, close, most, slack }: PathOptions): PathFinder => {
  const fronts = new Map<string, Front>();
  const intern = (states: Float64Array, costs: Float64Array): Front => {
    let key = '';
    for (let i = 0; i < states.length; i++)
      key += `${states[i]}:${Math.round((costs[i] as number) / GRAIN)} `;
    const known = fronts.get(key);
    if (known) return known;
    if (fronts.size >= MOST_FRONTS) fronts.clear();
    const front: Front = { states, costs, steps: new Map() };
    fronts.set(key, front);
    return front;
  };

  // The ways of one step, gathered before the dear ones are dropped.
  let next: number[] = [];
  let costs: number[] = [];
  let origins: number[] = [];
  let labels: number[] = [];
  let origin = 0;
  let base = 0;
  let limit = 0;
  const take: Take = (state, label, cost) => {
    const total = base + cost;
    if (total > limit) return;
    if (total + slack < limit) limit = total + slack;
    const at = next.indexOf(state);
    if (at === -1) {
      next.push(state);
      costs.push(total);
      origins.push(origin);
      labels.push(label);
    } else if (total < (costs[at] as number)) {
      costs[at] = total;
      origins[at] = origin;
      labels[at] = label;
    }
  };

  const walk = (from: Front, symbol: number): Step => {
    next = [];
    costs = [];
    origins = [];
    labels = [];
    limit = Number.POSITIVE_INFINITY;
    for (origin = 0; origin < from.states.length; origin++) {
      base = from.costs[origin] as number;
      expand(symbol, from.states[origin] as number, take);
    }
    if (costs.length === 0) throw new Error(`no label fits symbol ${symbol}`);
    const cheapest = Math.min(...costs);
    const kept = next
      .map((_, at) => at)
      .filter((at) => (costs[at] as number) <= cheapest + slack)
      .sort((a, b) => (costs[a] as number) - (costs[b] as number) || a - b)
      .slice(0, most);
    const step: Step = {
      from,
      to: intern(
        Float64Array.from(kept, (at) => next[at] as number),
        Float64Array.from(kept, (at) => (costs[at] as number) - cheapest),
      ),
      origins: Uint8Array.from(kept, (at) => origins[at] as number),
      labels: Uint8Array.from(kept, (at) => labels[at] as number),
      cost: cheapest,
    };
    from.steps.set(symbol, step);
    return step;
  };

  return {
    find(symbols, { margins = false } = {}) {
      const steps: Step[] = [];
      let front = intern(Float64Array.of(start), Float64Array.of(0));
      for (const symbol of symbols) {
        const step = front.steps.get(symbol) ?? walk(front, symbol);
        steps.push(step);
        front = step.to;
      }
      const path = pathBack(steps, front, close);
      return margins
        ? { ...path, margins: marginsOf(path.labels, symbols, steps, front, expand, close) }
        : path;
    },
  };
};

const pathBack = (steps: readonly Step[], last: Front, close: (state: number) => number): Path => {
  let at = 0;
  let cheapest = Number.POSITIVE_INFINITY;
  last.states.forEach((state, i) => {
    const whole = (last.costs[i] as number) + close(state);
    if (whole < cheapest) {
      cheapest = whole;
      at = i;
    }
  });
  const path: Path = {
    labels: new Uint8Array(steps.length),
    states: new Float64Array(steps.length),
    costs: new Float64Array(steps.length),
    margins: null,
  };
  for (let i = steps.length - 1; i >= 0; i--) {
    const { from, to, origins, labels, cost } = steps[i] as Step;
    const origin = origins[at] as number;
    path.labels[i] = labels[at] as number;
    path.states[i] = to.states[at] as number;
    path.costs[i] = cost + (to.costs[at] as number) - (from.costs[origin] as number);
    at = origin;
  }
  return path;
};

/** For each step, the cheapest whole path with another label there, minus the cheapest of all. */
const marginsOf = (
  labels: Uint8Array,
  symbols: Int32Array,
  steps: readonly Step[],
  last: Front,
  expand: Expand,
  close: (state: number) => number,
): Float64Array => {
  const margins = new Float64Array(labels.length).fill(Number.POSITIVE_INFINITY);
  // The least cost from each live state to the end.
  let rests = Float64Array.from(last.states, close);
  for (let i = steps.length - 1; i >= 0; i--) {
    const { from, to, cost: base } = steps[i] as Step;
    const places = new Map(Array.from(to.states, (state, at) => [state, at]));
    const before = new Float64Array(from.states.length).fill(Number.POSITIVE_INFINITY);
    let best = Number.POSITIVE_INFINITY;
    let other = Number.POSITIVE_INFINITY;
    from.states.forEach((state, origin) => {
      expand(symbols[i] as number, state, (next, label, cost) => {
        const at = places.get(next);
        if (at === undefined) return;
        const rest = cost - base + (rests[at] as number);
        before[origin] = Math.min(before[origin] as number, rest);
        const whole = (from.costs[origin] as number) + rest;
        best = Math.min(best, whole);
        if (label !== labels[i]) other = Math.min(other, whole);
      });
    });
    margins[i] = other - best;
    rests = before;
  }
  return margins;
};
