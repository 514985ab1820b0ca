import { SPACINGS, type Spacing } from './element.js';
import { hardWrapped, type Invented, inventPapers } from './invent.js';
import { KINDS, type Kind, renderCards, renderPage } from './pages.js';

/** Something of the feed that somebody saves, with the papers on it. */
export interface Saved {
  name: string;
  kind: Kind;
  spacing: string;
  /** Cards alone, with nothing of the page around them. */
  isCards: boolean;
  made: readonly Invented[];
}

export interface Input extends Saved {
  html: string;
}

type Make = (papers: readonly Invented[]) => readonly Invented[];
const asTheyAre: Make = (papers) => papers;

/** Each has papers of its own. */
let seed = 0;
const saved = (
  kind: Kind,
  spacing: string,
  what: string,
  make: Make,
  render: (kind: Kind, papers: readonly Invented[], spacing: Spacing) => string,
): Input => {
  seed += 1;
  const made = make(inventPapers(seed));
  const html = render(kind, made, SPACINGS[spacing] as Spacing);
  return { name: `${kind}, ${spacing}${what}`, kind, spacing, isCards: render === renderCards, made, html };
};

const pages = KINDS.flatMap((kind) => {
  // A week and a month look like a day.
  const spacings = kind === 'week' ? ['svelte'] : kind === 'month' ? ['newline'] : Object.keys(SPACINGS);
  return spacings.map((spacing) => saved(kind, spacing, '', asTheyAre, renderPage));
});
const wrapped = (['search', 'trending'] as const).flatMap((kind) =>
  ['newline', 'svelte'].map((spacing) => saved(kind, spacing, ', hard-wrapped', hardWrapped, renderPage)),
);
/** A paper with an organization, and one with authors. */
const CARDS: Readonly<Record<string, readonly number[]>> = {
  'a card': [1],
  'another card': [4],
  'two cards': [7, 3],
};
const cards = (['search', 'day', 'day with stars', 'trending'] as const).flatMap((kind) =>
  Object.entries(CARDS).map(([what, numbers]) =>
    saved(kind, 'svelte', `, ${what}`, (papers) => numbers.map((n) => papers[n] as Invented), renderCards),
  ),
);

export const INPUTS: readonly Input[] = [...pages, ...wrapped, ...cards];
