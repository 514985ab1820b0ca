import { type Entry, statedEntry } from '../../page.js';
import { isShown } from '../../paper.js';
import { titleKey } from '../../words.js';
import type { Card } from './card.js';

type Fields = Entry['fields'];

const keysOf = ({ arxivId, title }: Fields): string[] =>
  [arxivId ?? '', titleKey(title ?? '')].filter((key) => key !== '');

/** The first with what only the second has. */
const filled = (one: Fields, other: Fields): Fields => {
  const additions = Object.entries(other).filter(([name]) => !isShown(one[name as keyof Fields]));
  return { ...one, ...Object.fromEntries(additions) };
};

/** What a page shows of one paper. */
export const entryOf = (fields: Fields, printed: Card['printed']): Entry =>
  statedEntry(fields, null, fields.published ? null : printed);

/** Cards with one id, or with one title, put together once: a hostile page has many papers that are like them. */
interface Alike {
  place: number;
  cards: Card[];
  together: Card | null;
}

const putTogether = (cards: readonly Card[]): Card => ({
  fields: cards.map(({ fields }) => fields).reduce(filled),
  printed: cards.find(({ printed }) => printed)?.printed ?? null,
});

/** The papers of the page's JSON, filled from its cards, and the cards that the JSON does not have, in the page's order. */
export const merge = (papers: readonly Fields[], cards: readonly Card[]): Entry[] => {
  const groups = new Map<string, Alike>();
  for (const [place, card] of cards.entries()) {
    for (const key of keysOf(card.fields)) {
      const group = groups.get(key) ?? { place, cards: [], together: null };
      groups.set(key, group);
      group.cards.push(card);
    }
  }
  const used = new Set<Card>();
  let place = -1;
  const placed = papers.map((paper) => {
    const group = keysOf(paper)
      .map((key) => groups.get(key))
      .find((found) => found !== undefined);
    if (group === undefined) return { place, entry: entryOf(paper, null) };
    if (group.together === null) for (const card of group.cards) used.add(card);
    group.together ??= putTogether(group.cards);
    place = group.place;
    return { place, entry: entryOf(filled(paper, group.together.fields), group.together.printed) };
  });
  for (const [at, card] of cards.entries())
    if (!used.has(card)) placed.push({ place: at, entry: entryOf(card.fields, card.printed) });
  return placed.sort((one, other) => one.place - other.place).map(({ entry }) => entry);
};
