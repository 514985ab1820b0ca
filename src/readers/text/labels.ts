import { COSTS as c } from './costs.js';
import { F, FIELDS, type Field, L, LABELS, type Label } from './label.js';
import type { Layout } from './layout.js';
import { isSilent, JOIN, JOINS, type Look, lookTable } from './looks.js';
import { type Expand, type Path, type PathFinder, pathFinder } from './path.js';
import {
  beginCost,
  closeCost,
  FIELD_OF,
  followCost,
  IMPOSSIBLE,
  isName,
  laterFields,
  pricesOf,
} from './prices.js';
import type { Token } from './token.js';

/** A token with its label. */
export interface Labelled {
  token: Token;
  label: Label;
  /** 1-based number of its entry on the page; 0 outside of entries. */
  entry: number;
  cost: number;
  /** How much more the cheapest alternative reading costs; `null` unless asked for. */
  margin: number | null;
}

/*
 * A state of the path, packed into one number:
 * fields of the open entry | last label | phase | whether a label waits for its value | age of the entry's id.
 */
const LAST_SHIFT = FIELDS.length;
const PHASE_SHIFT = LAST_SHIFT + 5;
const WAIT_SHIFT = PHASE_SHIFT + 2;
/** Ids lie above what bit operations reach. */
const ID_STEP = 2 ** (WAIT_SHIFT + 1);

const BEHIND_PROSE = F.authors | F.organization | F.date;

/** The phases: before the first entry, in one, between two, behind the last. */
const BEFORE = 0;
const OPEN = 1;
const BETWEEN = 2;
const ENDED = 3;

/** More live states change nothing on the pages of the matrix; fewer do. */
const MOST_STATES = 32;
/** A state that costs this much more than the cheapest never ends up on the cheapest path. */
const SLACK = 18;

const FIELD_BITS: Int32Array = Int32Array.from(LABELS, (label) => {
  const field = FIELD_OF[label];
  return field === undefined ? 0 : F[field];
});
/** Added to the label with which an entry begins. */
const BEGINS = 64;
const WHO = F.authors | F.organization;
const FIELD_MASK = (1 << FIELDS.length) - 1;

/**
 * An id is identified by how many newer ones the page has named since; beyond this all are alike.
 */
const OLDEST = 31;
const ID_SYMBOLS = 2 * (OLDEST + 1);

/**
 * Labels the tokens of pages. Prices worked out for one page are reused for the next with the same
 * layout.
 */
export interface Labeller {
  label(page: readonly Token[], layout: Layout, options?: { margins?: boolean }): Labelled[];
}

/** Layouts whose paths are remembered. */
const MOST_LAYOUTS = 8;

export const openLabeller = (): Labeller => {
  const looks = lookTable();
  const finders = new Map<string, PathFinder>();
  const finderOf = (layout: Layout): PathFinder => {
    // No price depends on these four: they are in the looks.
    const key = JSON.stringify({ ...layout, forms: null, width: 0, entries: 0, hanging: false });
    const known = finders.get(key);
    if (known) return known;
    if (finders.size >= MOST_LAYOUTS) finders.clear();
    const finder = labelFinder(layout, looks.list);
    finders.set(key, finder);
    return finder;
  };
  return {
    label(page, layout, { margins = false } = {}) {
      const symbols = symbolsOf(looks.looksOf(page, layout), page);
      const path = finderOf(layout).find(symbols, { margins });
      return entriesAlong(page, path);
    },
  };
};

/** A symbol is a look, and how old the id is that its link names: 0 for none, 1 for the newest. Odd: that id is new. */
const symbolsOf = (looks: Uint16Array, page: readonly Token[]): Int32Array => {
  const numbers = new Map<string, number>();
  return Int32Array.from(looks, (look, i) => {
    const id = page[i]?.target?.id;
    if (!id) return look * ID_SYMBOLS;
    const known = numbers.get(id);
    if (known === undefined) numbers.set(id, numbers.size + 1);
    const age = Math.min(OLDEST, numbers.size - (known ?? numbers.size) + 1);
    return look * ID_SYMBOLS + age * 2 + (known === undefined ? 1 : 0);
  });
};

const labelFinder = (layout: Layout, looks: readonly Look[]): PathFinder => {
  const later = laterFields(layout);
  const bothWho = layout.bothWho ? 0 : c.bothWho;
  const begins = LABELS.map((label) => beginCost(label, layout));
  const follows = followTable(layout);
  const priced: PricedLook[] = [];
  const pricedLook = (index: number): PricedLook => {
    priced[index] ??= priceLook(looks[index] as Look, layout);
    return priced[index] as PricedLook;
  };
  const closes = new Map<number, number>();
  const close = (fields: number): number => {
    const known = closes.get(fields);
    if (known !== undefined) return known;
    const cost = closeCost(fields, layout);
    closes.set(fields, cost);
    return cost;
  };

  const expand: Expand = (symbol, state, take) => {
    const rest = symbol % ID_SYMBOLS;
    const priced = pricedLook((symbol - rest) / ID_SYMBOLS);
    const { look, options, page, foreign, inside, nothing, join } = priced;
    const own = rest >> 1;
    const packed = state % ID_STEP;
    const age = (state - packed) / ID_STEP;
    const id = age === 0 ? 0 : Math.min(OLDEST, age + (rest & 1));
    const here = id * ID_STEP + packed;
    const fields = packed & FIELD_MASK;
    const last = (packed >> LAST_SHIFT) & 31;
    const phase = (packed >> PHASE_SHIFT) & 3;
    const waits = (packed >> WAIT_SHIFT) & 1;

    // A token without content changes nothing.
    if (nothing !== IMPOSSIBLE) take(here, L.nothing, nothing);
    if (isSilent(look)) return;

    let closing = 0;
    if (phase === OPEN) {
      const another = own !== 0 && id !== 0 && own !== id;
      const recordCost = look.record === 'starts' ? c.record : 0;
      for (const { label, price, bit } of options) {
        if (another && label !== L['prose-on']) continue;
        const isAnswer = waits === 1 && answers(last, label);
        let cost =
          (isAnswer ? Math.min(price, 0) : price) +
          recordCost +
          (follows[(last * LABELS.length + label) * JOINS.length + join] as number);
        if (cost === IMPOSSIBLE) continue;
        if (another) cost += c.anotherId;
        if (look.link === 'thumbnail' && (fields & F.title) !== 0) cost += c.thumbnailBehind;
        if (label === L.handle && !isAnswer) continue;
        if (waits === 1 && !isAnswer)
          cost += join === JOIN.beside ? c.labelUnansweredBeside : c.labelUnanswered;
        else if ((fields & bit) !== 0 && !isAnswer)
          cost += c.again[FIELD_OF[LABELS[label] as Label] as Field];
        if (last === L['alt-text'] && label !== L.organization) cost += c.altTextUnanswered;
        if (bit !== 0) {
          const displaced = look.record === 'within' ? 0 : fields & (later[label] as number);
          if (displaced !== 0) cost += c.order + c.orderStep * bitCount(displaced);
          if ((bit & WHO) !== 0 && (fields & WHO & ~bit) !== 0) cost += bothWho;
        }
        const next = another || own === 0 ? id : own;
        take(next * ID_STEP + pack(fields | bit, label, OPEN, look.waits ? 1 : 0), label, cost);
      }
      if (foreign !== null) take(here, L.foreign, inside + foreign);
      if (page !== IMPOSSIBLE && !isDated(look))
        take(
          here,
          L.page,
          c.pageInside + page + (join === JOIN.early || join === JOIN.full ? c.pageTouching : 0),
        );
      closing =
        close(fields) +
        (last === L['alt-text'] ? c.altTextUnanswered : 0) +
        (look.join === 'beside' && !(isCards && look.fact === 'submitter') ? c.leavesLine : 0);
    }

    // A new entry.
    const from =
      closing +
      c.begins +
      (phase === ENDED ? c.resumed : 0) +
      (join !== JOIN.apart && phase === OPEN && look.record === 'none' ? c.beginsTouching : 0) +
      (own !== 0 && own === id && phase === OPEN && (fields & F.title) === 0 ? c.anotherOfSameId : 0) +
      (look.record === 'within' || (join === JOIN.same && own === id) ? c.record : 0);
    for (const { label, price, bit } of options) {
      const begin =
        (begins[label] as number) +
        (label === L.title && last === L.comments && (fields & F.title) !== 0 && (above & F.upvotes) !== 0
          ? c.countAbove
          : 0);
      if (begin === IMPOSSIBLE || (label === L.link && own === 0)) continue;
      const cutOff = label === L.prose && look.lower ? c.proseLower : 0;
      take(
        own * ID_STEP + pack(bit, label, OPEN, look.waits ? 1 : 0),
        label + BEGINS,
        from + begin + price - cutOff,
      );
    }
    // Nothing of a paper.
    const outer = phase === OPEN ? BETWEEN : phase;
    // The page's day comes above all words of papers.
    const isBehind = isDated(look) && (outer !== BEFORE || last === L.foreign);
    if (page !== IMPOSSIBLE && !isBehind) take(pack(0, L.page, outer, 0), L.page, closing + page);
    if (foreign === null) return;
    const cost = outer === BEFORE ? c.foreignBefore : outer === BETWEEN ? c.foreignBetween : c.foreignEnded;
    take(pack(0, L.foreign, outer, 0), L.foreign, closing + foreign + cost);
    if (outer === BETWEEN)
      take(pack(0, L.foreign, ENDED, 0), L.foreign, closing + foreign + c.ended + c.foreignEnded);
  };

  const { share, kind } = layout;
  /** Each begins with its submitter. */
  const isCards = kind === 'day' || kind === 'trending';
  const showsProseFirst = !layout.proseLast && share.prose > 0.5;
  /** What the page prints above titles. */
  const above =
    (share.submitter > 0.5 ? F.submitter : 0) |
    (share.upvotes > 0.5 && layout.upvotes === 'first' ? F.upvotes : 0);
  return pathFinder({
    start: pack(0, L.page, BEFORE, 0),
    expand,
    close: (state) => {
      const packed = state % ID_STEP;
      if (((packed >> PHASE_SHIFT) & 3) !== OPEN) return 0;
      const fields = packed & FIELD_MASK;
      // Facts behind the title may have been cut off, but not an abstract above authors that are there.
      const lacksProse = showsProseFirst && (fields & F.prose) === 0 && (fields & BEHIND_PROSE) !== 0;
      const last = (packed >> LAST_SHIFT) & 31;
      const cost = close(fields) + (last === L['alt-text'] ? c.altTextUnanswered : 0);
      if ((fields & F.title) === 0 || lacksProse) return cost;
      const behind = Math.min(cost, close(fields | above));
      return cost - behind + behind * c.cutOff;
    },
    most: MOST_STATES,
    slack: SLACK,
  });
};

/** A look with its prices on a page. */
interface PricedLook {
  look: Look;
  join: number;
  /** The labels that it can have in an entry, with the bits of their fields. */
  options: readonly { label: number; price: number; bit: number }[];
  page: number;
  nothing: number;
  /**
   * Its cost as foreign text, without that of its place; `null`: it can only belong to the page.
   */
  foreign: number | null;
  /** What it costs in addition inside an entry. */
  inside: number;
}

const OUTSIDE: ReadonlySet<string> = new Set(['page', 'foreign', 'nothing']);

const priceLook = (look: Look, layout: Layout): PricedLook => {
  const prices = pricesOf(look, layout);
  return {
    look,
    join: JOIN[look.join],
    options: Object.entries(prices).flatMap(([name, price]) => {
      const label = L[name as Label];
      return OUTSIDE.has(name) || price === IMPOSSIBLE
        ? []
        : [
            {
              label,
              price,
              bit:
                (FIELD_BITS[label] as number) |
                ((name === 'date' || name === 'organization') && look.counted ? F.comments : 0),
            },
          ];
    }),
    page: prices.page ?? IMPOSSIBLE,
    nothing: prices.nothing ?? IMPOSSIBLE,
    foreign: prices.foreign ?? null,
    inside: c.foreignInside + (look.fact === 'text' && isName(look) ? c.foreignFact : 0),
  };
};

/** A day, or a part of one. */
const isDated = ({ fact }: Look): boolean => fact === 'date' || fact === 'count' || fact === 'month';

const pack = (fields: number, last: number, phase: number, waits: number): number =>
  fields | (last << LAST_SHIFT) | (phase << PHASE_SHIFT) | (waits << WAIT_SHIFT);

/** Whether the label is the value that the label before waits for. */
const answers = (last: number, label: number): boolean =>
  last === L.submitter ? label === L.handle : last === label;

const bitCount = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
};

const followTable = (layout: Layout): Float64Array => {
  const table = new Float64Array(LABELS.length * LABELS.length * JOINS.length);
  let at = 0;
  for (const before of LABELS)
    for (const label of LABELS)
      for (const join of JOINS) table[at++] = followCost(before, label, join, layout);
  return table;
};

const entriesAlong = (page: readonly Token[], { labels, states, costs, margins }: Path): Labelled[] => {
  let entry = 0;
  return page.map((token, i) => {
    const taken = labels[i] as number;
    if (taken >= BEGINS) entry++;
    const label = LABELS[taken % BEGINS] as Label;
    const isOpen = ((((states[i] as number) % ID_STEP) >> PHASE_SHIFT) & 3) === OPEN;
    return {
      token,
      label,
      entry: isOpen && label !== 'foreign' && label !== 'page' ? entry : 0,
      cost: costs[i] as number,
      margin: margins === null ? null : (margins[i] as number),
    };
  });
};
