import { beginCost, type Costs, COSTS, closeCost, FIELD_OF, followCost, foreignText, laterFields, priceLooks } from './costs.js';
import { F, FIELDS, L, LABELS, type Label } from './label.js';
import type { Layout } from './layout.js';
import { JOINS, type Look, looksOf } from './looks.js';
import { cheapestPath, type Expand } from './path.js';
import type { Token } from './token.js';

/** A token with what it is on its page. */
export interface Labelled {
  token: Token;
  label: Label;
  /** 1-based number of its entry on the page; 0 outside of entries. */
  entry: number;
  cost: number;
  /** How much dearer the cheapest other reading is; `null` unless asked for. */
  margin: number | null;
}

/*
 * A state of the path, packed into one number:
 * fields of the open entry | last label | lines of what goes on | phase | a label waits for its value | number of the entry's id.
 */
const LAST_SHIFT = FIELDS.length;
const COUNT_SHIFT = LAST_SHIFT + 5;
const PHASE_SHIFT = COUNT_SHIFT + 2;
const WAIT_SHIFT = PHASE_SHIFT + 2;
/** Ids lie above what bit operations reach. */
const ID_STEP = 2 ** (WAIT_SHIFT + 1);
const MOST_COUNT = 3;

const BEFORE = 0;
const OPEN = 1;
const BETWEEN = 2;
const ENDED = 3;

/** More live states change nothing on the pages of the matrix; fewer do. */
const MOST_STATES = 32;
/** What is dearer than the cheapest by this much never becomes it. */
const SLACK = 18;

const FIELD_BITS: Int32Array = Int32Array.from(LABELS, (label) => {
  const field = FIELD_OF[label];
  return field === undefined ? 0 : F[field];
});
/** Added to the label with which an entry begins. */
const BEGINS = 64;
const AGAIN_FIELDS = LABELS.map((label) => FIELD_OF[label]);
const WHO = F.authors | F.organization;
const FIELD_MASK = (1 << FIELDS.length) - 1;

/** Labels that go on with an entry, or begin one. */
const INSIDE = LABELS.flatMap((label, i) => (label === 'page' || label === 'foreign' || label === 'nothing' ? [] : [i]));

/** Labels every token of a page at once: the cheapest reading of all of it together. */
export const labelsOf = (
  page: readonly Token[],
  layout: Layout,
  { costs: c = COSTS, margins = false, fixed }: { costs?: Costs; margins?: boolean; fixed?: ReadonlyMap<number, number> } = {},
): Labelled[] => {
  const { of, list, ids } = looksOf(page, layout);
  const prices = priceLooks(list, layout, c);
  const later = laterFields(layout);
  const begins = LABELS.map((label) => beginCost(label, layout, c));
  const follows = followTable(layout, c);
  const joins = Int32Array.from(list, (look) => JOINS.indexOf(look.join));
  const foreign = list.map((look) => foreignCosts(look, layout, c));
  const closes = new Map<number, number>();
  const close = (fields: number): number => {
    const known = closes.get(fields);
    if (known !== undefined) return known;
    const cost = closeCost(fields, layout, c);
    closes.set(fields, cost);
    return cost;
  };

  const expand: Expand = (step, state, take0) => {
    const want = fixed?.get(step);
    const take: typeof take0 = want === undefined ? take0 : (next, label, cost) => { if (label === want) take0(next, label, cost); };
    const id = Math.floor(state / ID_STEP);
    const packed = state - id * ID_STEP;
    const fields = packed & FIELD_MASK;
    const last = (packed >> LAST_SHIFT) & 31;
    const count = (packed >> COUNT_SHIFT) & 3;
    const phase = (packed >> PHASE_SHIFT) & 3;
    const waits = (packed >> WAIT_SHIFT) & 1;
    const at = of[step] as number;
    const look = list[at] as Look;
    const own = ids[step] as number;
    const first = at * LABELS.length;
    const price = (label: number): number => prices[first + label] as number;
    const join = joins[at] as number;

    // A token that says nothing changes nothing.
    const nothing = price(L.nothing);
    if (nothing < Number.POSITIVE_INFINITY) take(state, L.nothing, nothing);
    if (look.fact === 'nothing' || (look.doubled && look.fact === 'text')) return;

    // A day, or a part of one.
    const isDated = look.fact === 'date' || look.fact === 'count' || look.fact === 'month';
    let closing = 0;
    if (phase === OPEN) {
      closing = close(fields);
      inside();
    }
    outside();

    function inside(): void {
      const another = own !== 0 && id !== 0 && own !== id;
      const rowCost = look.row === 'starts' ? c.row : 0;
      for (const label of INSIDE) {
        const base = price(label);
        if (base === Number.POSITIVE_INFINITY) continue;
        if (another && label !== L['prose-on']) continue;
        const isAnswer = waits === 1 && answers(last, label);
        let cost = (isAnswer ? Math.min(base, 0) : base) + rowCost + (follows[(last * LABELS.length + label) * JOINS.length * 4 + join * 4 + count] as number);
        if (cost === Number.POSITIVE_INFINITY) continue;
        if (another) cost += c.anotherId;
        const bit = FIELD_BITS[label] as number;
        if (label === L.handle) {
          if (waits === 0 || last !== L.submitter) continue;
        } else if (waits === 1 && !isAnswer) cost += c.labelUnanswered;
        else if ((fields & bit) !== 0 && !isAnswer) cost += c.again[AGAIN_FIELDS[label] as keyof typeof c.again];
        if (last === L['alt-text'] && label !== L.organization) cost += c.altTextUnanswered;
        if (bit !== 0) {
          const displaced = fields & (later[label] as number);
          if (displaced !== 0) cost += c.order + c.orderStep * bitCount(displaced);
          if ((bit & WHO) !== 0 && (fields & WHO & ~bit) !== 0) cost += c.bothWho;
        }
        const goesOn = label === L['title-on'] || label === L['prose-on'];
        const nextCount = goesOn ? Math.min(MOST_COUNT, count + 1) : 0;
        // A link, a form or a dot does not part a label from its value, nor a title from its rest.
        const nextWaits = look.waits ? 1 : 0;
        const nextId = another || own === 0 ? id : own;
        take(nextId * ID_STEP + pack(fields | bit, label, nextCount, OPEN, nextWaits), label, cost);
      }
      take(state, L.foreign, c.foreignInside + price(L.foreign));
      if (price(L.page) < Number.POSITIVE_INFINITY && !isDated) take(state, L.page, c.pageInside + price(L.page) + (join === 1 || join === 2 ? c.pageTouching : 0));
    }

    function outside(): void {
      // A new entry.
      const resumed = phase === ENDED ? c.resumed : 0;
      const touching = join !== 0 && phase === OPEN && look.row === 'none' ? c.beginsTouching : 0;
      const same = own !== 0 && own === id && phase === OPEN && (fields & F.title) === 0 ? c.anotherOfSameId : 0;
      const leaving = look.join === 'beside' && phase === OPEN ? c.leavesLine : 0;
      const within = look.row === 'within' || (join === JOINS.indexOf('same') && own === id) ? c.row : 0;
      for (const label of INSIDE) {
        const begin = begins[label] as number;
        const base = price(label);
        if (begin === Number.POSITIVE_INFINITY || base === Number.POSITIVE_INFINITY) continue;
        if (label === L.link && own === 0) continue;
        const cost = closing + resumed + touching + within + same + leaving + c.begins + begin + base;
        take(own * ID_STEP + pack(FIELD_BITS[label] as number, label, 0, OPEN, look.waits ? 1 : 0), label + BEGINS, cost);
      }
      // Nothing of a paper.
      const page = price(L.page);
      const outer = phase === OPEN ? BETWEEN : phase;
      const behind = outer !== BEFORE && isDated ? c.pageBehind : 0;
      if (page < Number.POSITIVE_INFINITY) take(pack(0, L.page, 0, outer, 0), L.page, closing + page + behind);
      if (price(L.foreign) === Number.POSITIVE_INFINITY) return;
      const [before, between, ended] = foreign[at] as readonly [number, number, number];
      const cost = outer === BEFORE ? before : outer === BETWEEN ? between : ended;
      take(pack(0, L.foreign, 0, outer, 0), L.foreign, closing + leaving + cost);
      if (outer === BETWEEN) take(pack(0, L.foreign, 0, ENDED, 0), L.foreign, closing + leaving + c.ended + ended);
    }
  };

  const path = cheapestPath(
    page.length,
    pack(0, L.page, 0, BEFORE, 0),
    expand,
    (state) => {
      const packed = state % ID_STEP;
      return ((packed >> PHASE_SHIFT) & 3) === OPEN ? close(packed & FIELD_MASK) * c.cutOff : 0;
    },
    { most: MOST_STATES, slack: SLACK, margins },
  );
  return entriesAlong(page, path.labels, path.states, path.costs, path.margins);
};

const pack = (fields: number, last: number, count: number, phase: number, waits: number): number =>
  fields | (last << LAST_SHIFT) | (count << COUNT_SHIFT) | (phase << PHASE_SHIFT) | (waits << WAIT_SHIFT);

/** Whether the label is the value that the label before waits for. */
const answers = (last: number, label: number): boolean =>
  last === L.submitter ? label === L.handle : last === label;

const bitCount = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
};

const followTable = (layout: Layout, c: Costs): Float64Array => {
  const table = new Float64Array(LABELS.length * LABELS.length * JOINS.length * 4);
  let at = 0;
  for (const before of LABELS)
    for (const label of LABELS)
      for (const join of JOINS)
        for (let count = 0; count < 4; count++) table[at++] = followCost(before, label, join, count, layout, c);
  return table;
};

/** What a token costs as foreign: before the first entry, between two, behind the last. */
const foreignCosts = (look: Look, layout: Layout, c: Costs): readonly [number, number, number] => {
  const own =
    look.fact === 'text' ? foreignText(look, layout, c)
      : look.fact === 'dot' ? c.foreignMark
      : look.fact === 'count' || look.fact === 'month' || look.fact === 'organization' || look.fact === 'link' ? c.foreignNumber
      : c.foreignFact;
  return [own + c.foreignBefore, own + c.foreignBetween, own + c.foreignEnded];
};

const entriesAlong = (
  page: readonly Token[],
  labels: Uint8Array,
  states: Float64Array,
  costs: Float64Array,
  margins: Float64Array | null,
): Labelled[] => {
  let entry = 0;
  return page.map((token, i) => {
    const taken = labels[i] as number;
    if (taken >= BEGINS) entry++;
    const label = LABELS[taken % BEGINS] as Label;
    const isOpen = (((states[i] as number) % ID_STEP >> PHASE_SHIFT) & 3) === OPEN;
    return {
      token,
      label,
      entry: isOpen && label !== 'foreign' && label !== 'page' ? entry : 0,
      cost: costs[i] as number,
      margin: margins === null ? null : (margins[i] as number),
    };
  });
};
