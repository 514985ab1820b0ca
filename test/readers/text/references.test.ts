import { describe, expect, it } from 'vitest';
import { read } from '../../helpers/read-case.js';

const TITLES = [
  'Folding Paper Cranes',
  'Counting Marsh Birds',
  'Rivers of Ninety Old Maps',
  'Drawing Clay Ovens',
];

interface Style {
  heading: string;
  link(words: string, number: number): string;
  target(number: number, path: string): string;
}

const STYLES: Readonly<Record<string, Style>> = {
  '[13]Title': {
    heading: '',
    link: (words, number) => `[${number}]${words}`,
    target: (number, path) => `${number}. https://huggingface.co${path}`,
  },
  '[Title][13]': {
    heading: '### ',
    link: (words, number) => `[${words}][${number}]`,
    target: (number, path) => `[${number}]: ${path}`,
  },
  'Title⟨13⟩': {
    heading: '### ',
    link: (words, number) => `${words}⟨${number}⟩`,
    target: (number, path) => `⟨${number}⟩ https://huggingface.co${path}`,
  },
};

/** A day's page with two papers, from the one of that index on, and its list of targets. */
const page = ({ heading, link, target }: Style, first: number): { words: string; list: string } => {
  const papers = TITLES.slice(first, first + 2).map((title, i) => ({
    title,
    id: `2407.0000${first + i}`,
    at: 4 + i,
  }));
  return {
    words: [
      `${link('Hugging Face', 1)}\n\n${heading}${link('Daily Papers', 2)}\n\nby ${link('AK', 3)} and the research community\n`,
      ...papers.map(
        ({ title, at }) => `Submitted by akhaliq\n\n94\n\n${heading}${link(title, at)}\n\n·\n12 authors\n`,
      ),
    ].join('\n'),
    list: [
      ...['/', '/papers', '/akhaliq'].map((path, i) => target(i + 1, path)),
      ...papers.map(({ id, at }) => target(at, `/papers/${id}`)),
    ].join('\n'),
  };
};

const idsIn = async (text: string): Promise<(string | null)[]> =>
  (await read(text)).papers.map(({ arxivId }) => arxivId);

describe('links lead only into the list of their own page', () => {
  const [above, below] = [
    ['2407.00000', '2407.00001'],
    ['2407.00002', '2407.00003'],
  ];
  const lost = [null, null];
  for (const [name, style] of Object.entries(STYLES)) {
    const [a, b] = [page(style, 0), page(style, 2)];
    const whole = `${b.words}\n${b.list}\n`;
    it.each([
      ['both lists', `${a.words}\n${a.list}\n\n${whole}`, [above, below]],
      ['the list of the first page lost', `${a.words}\n${whole}`, [lost, below]],
      ['the list of the second page lost', `${whole}\n${a.words}`, [below, lost]],
      [
        'the end of the first list lost',
        `${a.words}\n${a.list.split('\n').slice(0, 4).join('\n')}\n\n${whole}`,
        [[above?.[0], null], below],
      ],
      ['both lists lost', `${a.words}\n${b.words}`, [lost, lost]],
    ])(`${name}, %s`, async (_, text, expected) => {
      expect(await idsIn(text)).toEqual(expected.flat());
    });
  }
});
