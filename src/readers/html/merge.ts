import type { Entry } from '../../entry.js';
import { isShown } from '../../paper.js';
import type { Card } from './card.js';

type Fields = Entry['fields'];

const titleKey = (title: string | null): string =>
  (title ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const keysOf = ({ arxivId, title }: Fields): string[] =>
  [arxivId ?? '', titleKey(title)].filter((key) => key !== '');

/** The first with what only the second has. */
const filled = (one: Fields, other: Fields): Fields => {
  const additions = Object.entries(other).filter(([name]) => !isShown(one[name as keyof Fields]));
  return { ...one, ...Object.fromEntries(additions) };
};

const entryOf = (fields: Fields, printed: Card['printed']): Entry => ({
  line: null,
  firstLine: null,
  lastLine: null,
  printed: fields.published ? null : printed,
  organizationLine: null,
  fields,
  truncated: false,
});

/** Cards with one id, or with one title. */
interface Alike {
  cards: Card[];
  /** What they show together: put together once, however many papers are like them. */
  together: Card | null;
}

const groupsOf = (cards: readonly Card[]): Map<string, Alike> => {
  const groups = new Map<string, Alike>();
  for (const card of cards) {
    for (const key of keysOf(card.fields)) {
      const group = groups.get(key);
      if (group) group.cards.push(card);
      else groups.set(key, { cards: [card], together: null });
    }
  }
  return groups;
};

const putTogether = (cards: readonly Card[]): Card => ({
  fields: cards.map(({ fields }) => fields).reduce(filled),
  printed: cards.find(({ printed }) => printed)?.printed ?? null,
});

/** The papers of the page's JSON, filled from its cards, and the cards that the JSON does not have, in the page's order. */
export const merge = (papers: readonly Fields[], cards: readonly Card[]): Entry[] => {
  const places = new Map(cards.map((card, place) => [card, place]));
  const groups = groupsOf(cards);
  const used = new Set<Card>();
  let place = -1;
  const known = papers.map((paper) => {
    const group = keysOf(paper)
      .map((key) => groups.get(key))
      .find((found) => found !== undefined);
    const [first] = group?.cards ?? [];
    if (group === undefined || first === undefined) return { place, entry: entryOf(paper, null) };
    if (group.together === null) for (const card of group.cards) used.add(card);
    group.together ??= putTogether(group.cards);
    place = places.get(first) ?? place;
    return { place, entry: entryOf(filled(paper, group.together.fields), group.together.printed) };
  });
  const others = cards
    .filter((card) => !used.has(card))
    .map((card) => ({ place: places.get(card) ?? 0, entry: entryOf(card.fields, card.printed) }));
  return [...known, ...others].sort((one, other) => one.place - other.place).map(({ entry }) => entry);
};
