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

/** The papers of the page's JSON, filled from its cards, and the cards that the JSON does not have, in the page's order. */
export const merge = (papers: readonly Fields[], cards: readonly Card[]): Entry[] => {
  const places = new Map(cards.map((card, place) => [card, place]));
  const byKey = new Map<string, Card[]>();
  for (const card of cards) {
    for (const key of keysOf(card.fields)) byKey.set(key, [...(byKey.get(key) ?? []), card]);
  }
  const used = new Set<Card>();
  let place = -1;
  const known = papers.map((paper) => {
    const shown =
      keysOf(paper)
        .map((key) => byKey.get(key))
        .find((found) => found !== undefined) ?? [];
    for (const card of shown) used.add(card);
    place = shown[0] === undefined ? place : (places.get(shown[0]) ?? place);
    const fields = shown.reduce((all, card) => filled(all, card.fields), paper);
    return { place, entry: entryOf(fields, shown.find(({ printed }) => printed)?.printed ?? null) };
  });
  const others = cards
    .filter((card) => !used.has(card))
    .map((card) => ({ place: places.get(card) ?? 0, entry: entryOf(card.fields, card.printed) }));
  return [...known, ...others].sort((one, other) => one.place - other.place).map(({ entry }) => entry);
};
