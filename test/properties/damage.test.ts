import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../helpers/read-case.js';
import { runs } from '../helpers/runs.js';
import { type Distinct, distinctPapers, mixed } from './feed.js';
import { convertedPages, textPages } from './generated.js';

interface Page {
  name: string;
  feed: readonly Distinct[];
  lines: readonly string[];
}

const PAGE_DAY = '2026-10-02';
const PAPERS = 6;

const pageOf = (feed: readonly Distinct[], name: string, text: string): Page => ({
  name,
  feed,
  lines: text.split('\n'),
});
const pagesFrom = (first: number): Page[] => {
  const feed = distinctPapers(PAPERS, first);
  return Object.entries(textPages(feed)).map(([name, text]) => pageOf(feed, name, text));
};

/** What a page has left of an article of which only some cards kept their titles or facts is damaged before it is damaged. */
const isLossy = (name: string): boolean =>
  name.startsWith('defuddle') ||
  // A shortcut reference whose label holds brackets is not read yet, and its paper is left without an id of its own.
  name.startsWith('turndown, short links below') ||
  (name.startsWith('Readability') && !name.endsWith('search'));

const readDamaged = (lines: readonly string[]) => read(lines.join('\n'), { asOf: PAGE_DAY });

const without = (lines: readonly string[], at: number): string[] => lines.toSpliced(at, 1);
const doubled = (lines: readonly string[], at: number): string[] => lines.toSpliced(at, 0, lines[at] ?? '');
const swapped = (lines: readonly string[], at: number): string[] =>
  lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '');

describe.each(pagesFrom(0))('$name, of which one line is damaged, any of them', ({ feed, lines }) => {
  it.each([
    ['doubled', doubled],
    ['swapped with the next', swapped],
  ])('%s: no paper has what is of another', async (_, damage) => {
    for (const [at, line] of lines.slice(0, -1).entries()) {
      const { papers } = await readDamaged(damage(lines, at));
      expect([line, ...mixed(papers, feed)]).toEqual([line]);
    }
  });

  it('lost: no paper has what is of another, and what is lost is said', async () => {
    const whole = await readDamaged(lines);
    expect(whole.papers).toHaveLength(feed.length);
    for (const [at, line] of lines.entries()) {
      const { papers, diagnostics } = await readDamaged(without(lines, at));
      expect([line, ...mixed(papers, feed)]).toEqual([line]);
      const said = diagnostics.some(({ severity }) => severity !== 'info');
      expect([line, papers.length === feed.length || (papers.length < feed.length && said)]).toEqual([
        line,
        true,
      ]);
    }
  });
});

/** Lines of text that stand between any two of three that are lost; nearer ones are a run, which can leave no trace. */
const APART = 3;

/** Three places with so much text between them, as far as the page has so many. */
const scattered = (lines: readonly string[], draws: readonly number[]): number[] => {
  const gone: number[] = [];
  const isApart = (one: number, other: number): boolean =>
    lines.slice(Math.min(one, other) + 1, Math.max(one, other)).filter((line) => line.trim() !== '').length >=
    APART;
  for (const draw of draws) {
    const at = draw % lines.length;
    if (gone.length < 3 && gone.every((other) => other !== at && isApart(at, other))) gone.push(at);
  }
  return gone;
};

describe('pages of every shape, with other papers, and what converters make of them', async () => {
  const feed = distinctPapers(PAPERS, 40);
  const converted = Object.entries(await convertedPages(feed))
    .filter(([name]) => !isLossy(name))
    .map(([name, text]) => pageOf(feed, name, text));
  const pages = [...[6, 12, 51, 70].flatMap(pagesFrom), ...converted];
  const page = fc.constantFrom(...pages);

  it.each([
    ['one line lost', without],
    ['one line doubled', doubled],
    ['two neighbours swapped', swapped],
  ])('never mix two papers with %s', async (_, damage) => {
    await fc.assert(
      fc.asyncProperty(page, fc.nat(), async ({ feed, lines }, draw) => {
        const { papers } = await readDamaged(damage(lines, draw % lines.length));
        expect(mixed(papers, feed)).toEqual([]);
      }),
      runs(250),
    );
  });

  it('never mix two papers with three scattered lines lost', async () => {
    const draws = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(page, draws, async ({ feed, lines }, drawn) => {
        const gone = scattered(lines, drawn);
        const { papers } = await readDamaged(lines.filter((_, at) => !gone.includes(at)));
        expect(mixed(papers, feed)).toEqual([]);
      }),
      runs(500),
    );
  });
});
