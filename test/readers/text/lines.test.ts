import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/readers/text/lines.js';
import { pagesOf } from '../../../src/readers/text/pages.js';
import { tokensOf } from '../../../src/readers/text/tokens.js';
import { shown } from './tokens.js';

describe('lines', () => {
  it('that say something keep their place', () => {
    const lines = linesOf(['one', '', '\t two ', 'three'], 7);
    expect(lines.map(({ number, text, gap, indent }) => [number, text, gap, indent])).toEqual([
      [7, 'one', 0, 0],
      [9, 'two', 1, 9],
      [10, 'three', 0, 0],
    ]);
  });

  it('count the invisible characters that they lose', () => {
    const removed: [number, number][] = [];
    linesOf('a\u200bb\nc'.split('\n'), 1, (count, line) => removed.push([count, line]));
    expect(removed).toEqual([[1, 1]]);
  });

  it('tell front matter from rules', () => {
    const lines = linesOf('---\nurl: x\n---\ntext\n\n---\nno front matter'.split('\n'), 1);
    expect(lines.filter(({ frontMatter }) => frontMatter).map(({ text }) => text)).toEqual(['url: x']);
  });

  it('that were broken inside of a tag are whole again, and keep the numbers of all', () => {
    const [line, ...more] = linesOf('<div\nclass="x"\nid="y">\ntext'.split('\n'), 1);
    expect(line).toMatchObject({ text: '<div class="x" id="y">', joined: [2, 3] });
    expect(more.map(({ text }) => text)).toEqual(['text']);
  });

  it('that only look broken stay', () => {
    expect(linesOf('we say a <b\nand go on\n\n[x](https://cdn-\n\ny'.split('\n'), 1)).toHaveLength(4);
  });
});

describe('tokens', () => {
  it('are there for each line, whatever it says', () => {
    const text =
      '# x\n***\n[\n![](/a.png)\n·\n\n| a | b |\n|---|---|\n| c | d |\n- \n```\n[1]: https://x.example\n](/papers/2606.00001)';
    const lines = linesOf(text.split('\n'), 1);
    const covered = new Set(tokensOf(lines).flatMap(({ line, joined }) => [line, ...joined]));
    expect(lines.map(({ number }) => number).filter((number) => !covered.has(number))).toEqual([]);
  });

  it('say what stands doubled', () => {
    expect(tokensOf(linesOf('Cranes\nCranes'.split('\n'), 1)).map(({ doubled }) => doubled)).toEqual([
      false,
      true,
    ]);
  });
});

describe('pages', () => {
  const CARD = 'Folding Paper Cranes\n\n• 3 authors\n·\nMay 19, 2025';
  const pages = (text: string): number[] =>
    pagesOf(tokensOf(linesOf(text.split('\n'), 1))).map((page) => page[0]?.line ?? 0);

  it.each([
    ['a header below papers begins one', `Daily Papers\n\n${CARD}\n\nDaily Papers\n\n${CARD}`, [1, 9]],
    ['a header twice is one header', `Trending Papers\nDaily\nTrending Papers\n${CARD}`, [1]],
    ['a header word inside of a card', `Daily Papers\n\n${CARD}\n\nKites\nTrending Papers\n4 authors`, [1]],
    ['front matter', `${CARD}\n\n---\nurl: x\n---\n${CARD}`, [1, 7]],
    ['the last words of the input', `${CARD}\n\nTrending Papers`, [1]],
  ])('%s', (_, text, expected) => {
    expect(pages(text)).toEqual(expected);
  });

  it('hold every token once', () => {
    const tokens = tokensOf(linesOf(`Daily Papers\n${CARD}\nDaily Papers\n${CARD}`.split('\n'), 1));
    expect(pagesOf(tokens).flat().map(shown)).toEqual(tokens.map(shown));
  });
});
