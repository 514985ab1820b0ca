import type { Random } from '../helpers/random.js';

const THINGS = [
  'Paper Cranes',
  'Marsh Birds',
  'Old River Maps',
  'Tin Whistles',
  'Clay Ovens',
  'Kite Strings',
  'Snow Fences',
  'Rope Ferries',
];
const MEANS = [
  'Language Models',
  'Sparse Attention',
  'Slow Diffusion',
  'Frozen Encoders',
  'Tiny Transformers',
  'Spoken Feedback',
];
const DOING = ['Folding', 'Counting', 'Mending', 'Listening to', 'Drawing', 'Remembering'];

type Title = (random: Random) => string;
const thing = (random: Random): string => random.pick(THINGS);
const means = (random: Random): string => random.pick(MEANS);

/** Every kind of title that real pages have and that readers trip over. */
export const TITLES: Readonly<Record<string, Title>> = {
  plain: (r) => `${r.pick(DOING)} ${thing(r)} with ${means(r)}`,
  'line break': (r) => `${r.pick(DOING)} ${thing(r)} in the Dark with\n  ${means(r)} and Patience`,
  comma: (r) => `${thing(r)}, ${means(r)}, and a Long Winter`,
  digit: (r) => `3D ${thing(r)} from 2D ${means(r)}`,
  'non-ASCII': (r) => `Größe und Café: ${thing(r)} für α-${means(r)}`,
  quotes: (r) => `"${thing(r)}" Is All You Fold`,
  dollar: (r) => `$\\mathcal{O}(n)$ ${thing(r)} with ${means(r)}`,
  'stars, underscores and backticks': (r) => `C*Net: ${thing(r)} by fold_all and \`crease\``,
  'very short': (r) => `${r.pick(['Crane', 'Heron', 'Imago', 'Ferry'])} ${1 + r.below(9)}`,
  'reference inside': (r) => `${thing(r)} [1] Considered ${r.pick(['Harmful', 'Helpful'])}`,
  'bracketed start': (r) => `[Re] ${r.pick(DOING)} ${thing(r)}`,
  pipe: (r) => `${thing(r)} | A Study of ${means(r)}`,
  question: (r) => `Do ${thing(r)} Need ${means(r)}?`,
  exclamation: (r) => `Stop ${r.pick(DOING)} ${thing(r)}!`,
  'lower-case start': (r) => `nanoCrane: ${r.pick(DOING)} ${thing(r)} at Home`,
  colon: (r) => `CraneBench: ${r.pick(DOING)} ${thing(r)} & <Tags>`,
  long: (r) =>
    `${r.pick(DOING)} ${thing(r)} and ${thing(r)} over Ninety Winters with\n  ${means(r)}, a Borrowed Boat and the Patience of the People on Both Banks`,
};

const SENTENCES = [
  'Most of what is known about it was written down once, by hand, and then lost in a flood.',
  'We train a small network on nine years of notes, and it answers in the time that a kettle takes to boil.',
  'On four public benchmarks it makes 38.5% fewer mistakes than the best method so far, at a tenth of the cost.',
  'The gain comes from the order of the examples alone; size hardly matters once the paper is dry.',
  'However, a model that has never seen the river still draws a better map than one that has seen it twice.',
  'Ablations show that neither the boat nor the rope can be left out.',
];

type Extra = (random: Random) => string;

/** What abstracts hold besides sentences. */
export const EXTRAS: Readonly<Record<string, Extra>> = {
  plain: () => 'It is simple, and it works on every table that we tried.',
  tex: () => 'Its cost is $\\mathcal{O}(n \\log n)$ with $\\epsilon_{t} < 10^{-3}$ and 5\\% noise.',
  tags: () => 'Each sequence ends in an <EOS> tag, and thoughts go between <think> and </think> marks.',
  authors: () => 'A survey of 14 authors agrees with us, and 3 authors do not.',
  address: () => 'Code and data: https://github.com/cranelab/cranes_v2 and https://cranes.example/a_(b).',
  markdown: () => 'We call it **FOLD** (a * b, not a_b_c), with `crease` as its only [option] #1.',
  date: () => 'All models were frozen on May 19, 2025, and none has been thawed since.',
  quotes: () => 'They call it "good enough", and it\'s - to be fair - 2 > 1 & 1 < 2.',
  wrapped: () =>
    'Old pages keep the line breaks of\nthe file that was sent in, so that a sentence may end\nin mid-line and go on below.',
  numbered: () =>
    'Three things matter, in this order:\n1. the paper must be dry,\n2) the hand must be calm,\nand the third comes by itself.',
  'address line': () => 'The project has its own page at\nhttps://cranes.example/project\nand a demo.',
};

/** An abstract: some sentences and one of the {@link EXTRAS} between them. */
export const abstractWith = (extra: Extra, random: Random): string => {
  const first = random.below(SENTENCES.length);
  const sentences = [0, 1, 2, 3].map((i) => SENTENCES[(first + i) % SENTENCES.length] as string);
  return sentences.toSpliced(1 + random.below(3), 0, extra(random)).join(' ');
};

/** One sentence, as trending pages show it. */
export const summary = (random: Random): string =>
  `A ${random.pick(['small', 'slow', 'patient'])} network learns ${random.pick(DOING).toLowerCase()} ${thing(random).toLowerCase()} from ${means(random).toLowerCase()}, with fewer mistakes and at a tenth of the cost.`;
