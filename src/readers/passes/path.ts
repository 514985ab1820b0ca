/** What may be done with one step from one state: `take` it as `label`, at a cost, and come to `next`. */
export type Expand = (step: number, state: number, take: Take) => void;
export type Take = (next: number, label: number, cost: number) => void;

export interface Path {
  /** For each step, the label that the cheapest path gives it, and the state it comes to. */
  labels: Uint8Array;
  states: Float64Array;
  /** For each step, what it costs on this path. */
  costs: Float64Array;
  /** The cost of the whole path, with that of its end. */
  total: number;
  /** For each step, how much dearer the cheapest path is that labels it otherwise; only if asked for. */
  margins: Float64Array | null;
}

export interface PathOptions {
  /** Live states at each step; the dearest are dropped. */
  most: number;
  /** A state this much dearer than the cheapest is dropped. */
  slack: number;
  /** Asks for margins: every way is kept, and walked once more from the end. */
  margins?: boolean;
}

/** Grows by doubling. */
interface Column<A> {
  values: A;
}

/**
 * The cheapest path through a row of steps (Viterbi): at each step every live state is expanded, and of the ways that come to
 * the same state the cheapest is kept. States are numbers below 2^53; labels are below 256.
 *
 * @param close the cost of ending in a state
 */
export const cheapestPath = (
  length: number,
  start: number,
  expand: Expand,
  close: (state: number) => number,
  { most, slack, margins: wanted = false }: PathOptions,
): Path => {
  // The states after each step lie one after the other; `ends[i]` is where those of step i end.
  const ends = new Int32Array(length + 1);
  const states: Column<Float64Array> = { values: new Float64Array(1024) };
  const costs: Column<Float64Array> = { values: new Float64Array(1024) };
  const from: Column<Int32Array> = { values: new Int32Array(1024) };
  const taken: Column<Uint8Array> = { values: new Uint8Array(1024) };
  const edges: Edge[][] = [];
  states.values[0] = start;
  let size = 1;
  ends[0] = 1;

  let origin = 0;
  let base = 0;
  let first = 0;
  /** Nothing dearer is worth keeping. */
  let limit = Number.POSITIVE_INFINITY;
  const ways: Edge[] = [];
  const take: Take = (next, label, cost) => {
    const total = base + cost;
    if (total > limit) return;
    if (total + slack < limit) limit = total + slack;
    if (wanted) ways.push({ from: origin, to: 0, next, label, cost });
    for (let at = first; at < size; at++) {
      if (states.values[at] !== next) continue;
      if (total < (costs.values[at] as number)) {
        costs.values[at] = total;
        from.values[at] = origin;
        taken.values[at] = label;
      }
      return;
    }
    if (size === states.values.length) grow(states, costs, from, taken);
    states.values[size] = next;
    costs.values[size] = total;
    from.values[size] = origin;
    taken.values[size] = label;
    size++;
  };

  for (let step = 0; step < length; step++) {
    const begin = step === 0 ? 0 : (ends[step - 1] as number);
    const end = ends[step] as number;
    first = end;
    size = end;
    ways.length = 0;
    limit = Number.POSITIVE_INFINITY;
    for (origin = begin; origin < end; origin++) {
      base = costs.values[origin] as number;
      expand(step, states.values[origin] as number, take);
    }
    if (size === first) throw new Error(`no way leads past step ${step}`);
    size = prune(states.values, costs.values, from.values, taken.values, first, size, most, slack);
    ends[step + 1] = size;
    if (wanted) edges.push(settleWays(ways, states.values, first, size));
  }

  const last = length === 0 ? 0 : (ends[length - 1] as number);
  let best = last;
  let total = Number.POSITIVE_INFINITY;
  for (let at = last; at < size; at++) {
    const whole = (costs.values[at] as number) + close(states.values[at] as number);
    if (whole < total) {
      total = whole;
      best = at;
    }
  }
  const path: Path = {
    labels: new Uint8Array(length),
    states: new Float64Array(length),
    costs: new Float64Array(length),
    total,
    margins: null,
  };
  for (let step = length - 1, at = best; step >= 0; step--) {
    const before = from.values[at] as number;
    path.labels[step] = taken.values[at] as number;
    path.states[step] = states.values[at] as number;
    path.costs[step] = (costs.values[at] as number) - (costs.values[before] as number);
    at = before;
  }
  if (wanted) path.margins = marginsOf(path, edges, costs.values, states.values, last, size, close);
  return path;
};

/** One way from a live state to another. */
interface Edge {
  from: number;
  to: number;
  next: number;
  label: number;
  cost: number;
}

const grow = (
  states: Column<Float64Array>,
  costs: Column<Float64Array>,
  from: Column<Int32Array>,
  taken: Column<Uint8Array>,
): void => {
  const length = states.values.length * 2;
  const wider = <A extends Float64Array | Int32Array | Uint8Array>(old: A, fresh: A): A => {
    fresh.set(old);
    return fresh;
  };
  states.values = wider(states.values, new Float64Array(length));
  costs.values = wider(costs.values, new Float64Array(length));
  from.values = wider(from.values, new Int32Array(length));
  taken.values = wider(taken.values, new Uint8Array(length));
};

/** Drops what is dearer than the cheapest by more than `slack`, and the dearest beyond `most`; gives the new end. */
const prune = (
  states: Float64Array,
  costs: Float64Array,
  from: Int32Array,
  taken: Uint8Array,
  first: number,
  end: number,
  most: number,
  slack: number,
): number => {
  let cheapest = Number.POSITIVE_INFINITY;
  for (let at = first; at < end; at++) cheapest = Math.min(cheapest, costs[at] as number);
  let limit = cheapest + slack;
  if (end - first > most) {
    const sorted = costs.slice(first, end).sort();
    limit = Math.min(limit, sorted[most - 1] as number);
  }
  let to = first;
  for (let at = first; at < end; at++) {
    if ((costs[at] as number) > limit || to - first === most) continue;
    states[to] = states[at] as number;
    costs[to] = costs[at] as number;
    from[to] = from[at] as number;
    taken[to] = taken[at] as number;
    to++;
  }
  return to;
};

/** The ways of one step that lead to a state that lives on. */
const settleWays = (ways: readonly Edge[], states: Float64Array, first: number, end: number): Edge[] =>
  ways.flatMap((way) => {
    for (let at = first; at < end; at++) if (states[at] === way.next) return [{ ...way, to: at }];
    return [];
  });

/** How much each step's label would cost to change: the cheapest whole path with another label, less the best. */
const marginsOf = (
  { labels, total }: Path,
  edges: readonly Edge[][],
  costs: Float64Array,
  states: Float64Array,
  last: number,
  size: number,
  close: (state: number) => number,
): Float64Array => {
  const margins = new Float64Array(labels.length).fill(Number.POSITIVE_INFINITY);
  const toEnd = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  for (let at = last; at < size; at++) toEnd[at] = close(states[at] as number);
  for (let step = labels.length - 1; step >= 0; step--) {
    for (const { from, to, label, cost } of edges[step] as Edge[]) {
      const rest = cost + (toEnd[to] as number);
      toEnd[from] = Math.min(toEnd[from] as number, rest);
      if (label !== labels[step])
        margins[step] = Math.min(margins[step] as number, (costs[from] as number) + rest - total);
    }
  }
  return margins;
};
