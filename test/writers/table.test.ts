import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { visible } from '../../src/words.js';
import { rulerFor } from '../../src/writers/ruler.js';
import type { PaintRole } from '../../src/writers/writer.js';
import { anyPaper, nastyText, paper, written } from '../helpers/paper.js';

const lines = (text: string): string[] => text.split('\n').slice(0, -1);

const RIVERS = paper({
  title: 'Rivers That Run Uphill: A Study of Pumps',
  published: '2025-04-09',
  upvotes: 7,
  comments: 12,
  authorCount: 6,
});

test('columns without content are left out, numbers stand to the right', async () => {
  const other = paper({ title: 'Tides', organization: 'Tidal Lab', comments: 3 });
  expect(lines(await written([RIVERS, other], 'table'))).toEqual([
    '#  published   upvotes  comments  organization  title',
    '1  2025-04-09        7        12  6 authors     Rivers That Run Uphill: A Study of Pumps',
    '2                              3  Tidal Lab     Tides',
  ]);
  expect(lines(await written([paper()], 'table'))).toEqual(['#  title', '1  Rivers That Run Uphill']);
});

test('no papers make no text', async () => {
  expect(await written([], 'table')).toBe('');
});

test('with fields given it has exactly these columns', async () => {
  expect(lines(await written([RIVERS], 'table', { fields: ['title', 'url', 'comments'] }))).toEqual([
    'title                                     url  comments',
    'Rivers That Run Uphill: A Study of Pumps             12',
  ]);
});

test('no line of the default table is wider than the terminal', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPaper, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 8, max: 120 }),
      async (papers, width) => {
        const found = lines(await written(papers, 'table', { width }));
        expect(found.filter((line) => stringWidth(line) > width)).toEqual([]);
        expect(found).toHaveLength(papers.length + 1);
      },
    ),
  );
});

test.each([20, 30, 40, 80])('at %i columns the title keeps at least twenty', async (width) => {
  const [heading = '', row = ''] = lines(await written([RIVERS], 'table', { width }));
  const title = row.slice(heading.indexOf('title'));
  expect(title).toMatch(/^Rivers That Run.*…$|^Rivers.*Pumps$/);
  expect(row.length).toBeLessThanOrEqual(width);
});

test('text is cut only where a width is given', async () => {
  const long = paper({ title: 'Long '.repeat(100).trim() });
  expect(await written([long], 'table')).toContain(long.title);
  expect(await written([long], 'table', { width: 80 })).toContain('…');
});

test('wide characters are measured as two columns and never halved', async () => {
  const papers = [
    paper({ title: '水の流れを学ぶ', organization: '京都' }),
    paper({ title: 'x', organization: 'MIT' }),
  ];
  const text = await written(papers, 'table', { fields: ['organization', 'title'], width: 20 });
  expect(lines(text)).toEqual(['organiz…  title', '京都      水の流れ…', 'MIT       x']);
});

test('a number or a day is never cut', async () => {
  const days = paper({ published: '2025-04-09', submittedOn: '2025-04-11', upvotes: 1234567890 });
  const fields = ['published', 'submittedOn', 'upvotes', 'title'] as const;
  const [, row] = lines(await written([days], 'table', { fields, width: 20 }));
  expect(row?.split(/ {2,}/)).toEqual(['2025-04-09', '2025-04-11', '1234567890', 'Rivers…']);
});

test('titles are links to where the paper is, and take the room that they took', async () => {
  const papers = [
    paper({ ...RIVERS, arxivId: '2504.05430', url: 'https://x.example/ü\u001b\\;' }),
    paper({ title: 'Tides' }),
  ];
  const link = (text: string, address: string): string => `<${address}|${text}>`;
  const linked = await written(papers, 'table', { width: 80, link });
  const plain = await written(papers, 'table', { width: 80 });
  expect(plain).toContain('2504.05430  Rivers');
  expect(linked).toMatch(/ {2}<https:\/\/x\.example\/%C3%BC[!-~]*\|Rivers[^<>]*>\n/);
  expect(linked.replace(/<[^|]*\|([^>]*)>/g, '$1')).toBe(plain);
});

test('paint changes nothing but colour', async () => {
  const roles = new Set<PaintRole>();
  const paint = (role: PaintRole, text: string): string => {
    roles.add(role);
    return `\u001b[1m${text}\u001b[0m`;
  };
  const papers = [RIVERS, paper({ title: '水の流れ', organization: 'Tidal Lab' })];
  const painted = await written(papers, 'table', { width: 60, paint });
  expect(painted.replaceAll(`\u001b[1m`, '').replaceAll(`\u001b[0m`, '')).toBe(
    await written(papers, 'table', { width: 60 }),
  );
  expect([...roles].sort()).toEqual(['date', 'heading', 'number', 'title', 'who']);
});

test('nothing in a value reaches the terminal as an order', async () => {
  const hostile = fc
    .array(
      fc.oneof(
        nastyText,
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\u001b[2J', '\u001b]0;x\u0007', '\u009b1m', '\u202e'),
      ),
    )
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(hostile, async (title) => {
      const text = await written([paper({ title: `a${title}` })], 'table', { fields: ['title'] });
      expect(lines(text)).toHaveLength(2);
      expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test.each([
  ['plain', 'plain'],
  ['red\u001b[31mder\u001b[0m', 'redder'],
  ['\u001b]8;;https://x.example\u0007link\u001b]8;;\u0007', 'link'],
  ['tab\tand\nbreak', 'tab and break'],
  ['zero\u200bwidth \u202eright', 'zerowidth right'],
  ['\ud800', '\ufffd'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
])('%j shows as %j', (text, expected) => {
  expect(visible(text)).toBe(expected);
});

test('the ruler agrees with string-width on every character, loaded or not', async () => {
  const characters = Array.from({ length: 0x2600 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => visible(character) === character,
  );
  const widths = await Promise.all(
    characters.map(async (character) => (await rulerFor([[character]])).width(character)),
  );
  expect(widths).toEqual(characters.map((character) => stringWidth(character)));
});

test('a cut text is never wider than asked and never splits a character', async () => {
  await fc.assert(
    fc.asyncProperty(nastyText.map(visible), fc.integer({ min: 1, max: 30 }), async (text, width) => {
      const cut = (await rulerFor([[text]])).cut(text, width);
      expect(stringWidth(cut)).toBeLessThanOrEqual(width);
      if (cut === text) return;
      const kept = cut.slice(0, -'…'.length);
      expect(text.startsWith(kept)).toBe(true);
      expect(stringWidth(text)).toBeGreaterThan(width);
      expect([...new Intl.Segmenter().segment(text)].map(({ index }) => index)).toContain(kept.length);
    }),
  );
});

test('a column that fills late gets a new line of headings', async () => {
  const papers = Array.from({ length: 1001 }, () => paper({ title: 'x' }));
  const text = await written([...papers, paper({ title: 'y', upvotes: 5 })], 'table');
  expect(lines(text).filter((line) => line.includes('#'))).toHaveLength(2);
  expect(lines(text).at(-1)).toBe('1002        5  y');
});
