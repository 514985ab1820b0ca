import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare/compare.js';
import { comparisonMarkdown, comparisonText, excerpts, isEqual } from '../../src/compare/render.js';
import type { Paper } from '../../src/paper.js';
import { anyPaper, paper } from '../helpers/paper.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures/compare');

const readLines = (folder: string, side: 'old' | 'new'): Paper[] =>
  readFileSync(join(FIXTURES, folder, `${side}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe.each(readdirSync(FIXTURES))('%s', (folder) => {
  test.each([
    ['text', comparisonText, 'txt'],
    ['Markdown', comparisonMarkdown, 'md'],
    ['data', (found: object) => `${JSON.stringify(found, null, 2)}\n`, 'json'],
  ] as const)('as %s', async (_, render, ending) => {
    const found = await compare(readLines(folder, 'old'), readLines(folder, 'new'));
    await expect(render(found)).toMatchFileSnapshot(join(FIXTURES, folder, `expected.${ending}`));
  });
});

const titles = (papers: readonly { title: string }[]): string[] => papers.map(({ title }) => title);

describe('which papers are the same', () => {
  test.each<[string, Partial<Paper>, Partial<Paper>, boolean]>([
    ['ids decide', { title: 'A', arxivId: '2501.00001' }, { title: 'B', arxivId: '2501.00001' }, true],
    ['two ids are two papers', { arxivId: '2501.00001' }, { arxivId: '2501.00002' }, false],
    [
      'a title is enough for one without id',
      { arxivId: '2501.00001' },
      { title: 'rivers that run: uphill' },
      true,
    ],
    ['a title is enough the other way round', {}, { arxivId: '2501.00001' }, true],
    ['another title is another paper', { title: 'A' }, { title: 'B' }, false],
  ])('%s', async (_, old, current, same) => {
    const { added, removed } = await compare([paper(old)], [paper(current)]);
    expect([added.length, removed.length]).toEqual(same ? [0, 0] : [1, 1]);
  });

  test('an id goes before a title', async () => {
    const found = await compare(
      [paper({ title: 'T', comments: 1 }), paper({ title: 'U', arxivId: '2501.00001', comments: 2 })],
      [paper({ title: 'T', arxivId: '2501.00001', comments: 2 }), paper({ title: 'V' })],
    );
    expect(found.changed.map(({ changes }) => changes.map(({ field }) => field))).toEqual([['title']]);
    expect(titles(found.removed)).toEqual(['T']);
    expect(titles(found.added)).toEqual(['V']);
  });

  test('one old paper is not two new ones', async () => {
    const twins = [paper({ arxivId: '2501.00001' }), paper({ arxivId: '2501.00002' })];
    const found = await compare([paper()], twins);
    expect(found.added.map(({ arxivId }) => arxivId)).toEqual(['2501.00002']);
    expect(found.removed).toEqual([]);
  });

  test('many papers of one title are told apart by their ids', async () => {
    const untitled = (first: number) =>
      Array.from({ length: 20_000 }, (_, at) => paper({ arxivId: `2501.${first + at}` }));
    const { added, removed, same } = await compare(untitled(10_000), untitled(20_000));
    expect([added.length, removed.length, same]).toEqual([10_000, 10_000, 10_000]);
  });

  test('copies on one side are one paper', async () => {
    const found = await compare(
      [paper({ upvotes: 1 }), paper({ comments: 2 })],
      [paper({ upvotes: 1, comments: 2 })],
    );
    expect(isEqual(found)).toBe(true);
    expect(found.same).toBe(1);
  });
});

describe('what is a change', () => {
  test.each<[string, Partial<Paper>, Partial<Paper>, string[]]>([
    ['a count', { upvotes: 0 }, { upvotes: 1 }, ['upvotes']],
    ['the case of a title', { title: 'a b' }, { title: 'A b' }, ['title']],
    ['a list', { authors: ['Ida', 'Bo'] }, { authors: ['Bo', 'Ida'] }, ['authors']],
    ['several fields', { upvotes: 1, abstract: 'x' }, { upvotes: 2, abstract: 'y' }, ['upvotes', 'abstract']],
    ['no null', { upvotes: 1, abstract: null }, { upvotes: null, abstract: 'x' }, []],
    ['no empty list', { keywords: ['a'] }, { keywords: [] }, []],
    ['no white space', { abstract: 'a  b\n' }, { abstract: 'a b' }, []],
    ['no Unicode form', { organization: 'é' }, { organization: 'e\u0301' }, []],
    ['not how the year was found', { yearInferred: true }, { yearInferred: false }, []],
    [
      'no address that follows from others',
      { url: 'https://a.example', links: ['https://a.example'] },
      { url: 'https://b.example', links: ['https://b.example'] },
      [],
    ],
  ])('%s', async (_, old, current, fields) => {
    const { changed, same } = await compare([paper(old)], [paper(current)]);
    expect(changed.flatMap(({ changes }) => changes.map(({ field }) => field))).toEqual(fields);
    expect(same).toBe(fields.length === 0 ? 1 : 0);
  });

  test('has both values, under the title of the new side', async () => {
    const { changed } = await compare(
      [paper({ arxivId: '2501.00001', url: 'https://x.example/1', upvotes: 12 })],
      [paper({ title: 'rivers that run uphill', upvotes: 30 })],
    );
    expect(changed).toEqual([
      {
        title: 'rivers that run uphill',
        arxivId: '2501.00001',
        url: 'https://x.example/1',
        changes: [
          { field: 'title', old: 'Rivers That Run Uphill', new: 'rivers that run uphill' },
          { field: 'upvotes', old: 12, new: 30 },
        ],
      },
    ]);
  });

  test('is looked for only in the fields that are asked for', async () => {
    const [old, current] = [paper({ upvotes: 1, yearInferred: true }), paper({ upvotes: 2 })];
    expect((await compare([old], [current], { fields: ['comments'] })).changed).toEqual([]);
    const { changed } = await compare([old], [current], { fields: ['yearInferred'] });
    expect(changed[0]?.changes).toEqual([{ field: 'yearInferred', old: true, new: false }]);
  });
});

test('what only one side shows at all is named', async () => {
  const old = [paper({ upvotes: 1, abstract: 'x' }), paper({ title: 'B', comments: 1 })];
  const current = [paper({ comments: 1 }), paper({ title: 'B', abstract: 'y', keywords: ['k'] })];
  expect((await compare(old, current)).notCompared).toEqual(['upvotes', 'keywords']);
  expect((await compare(old, current, { fields: ['title', 'upvotes'] })).notCompared).toEqual(['upvotes']);
  expect((await compare(old, [])).notCompared).toEqual([]);
});

test('records come without the place where they were found, and from streams', async () => {
  async function* stream() {
    yield paper({ source: 'a.txt', line: 1, rank: 1, pageDate: null });
  }
  expect((await compare([], stream())).added).toEqual([paper()]);
});

test('any papers are the same as themselves in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { maxLength: 6 }), async (papers) => {
      const once = await compare(papers, papers);
      expect(isEqual(once)).toBe(true);
    }),
  );
});

test('what was added one way was removed the other way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPaper, { maxLength: 5 }),
      fc.array(anyPaper, { maxLength: 5 }),
      async (a, b) => {
        const [there, back] = [await compare(a, b), await compare(b, a)];
        expect(new Set(there.added)).toEqual(new Set(back.removed));
        expect(there.changed.length).toBe(back.changed.length);
        expect(there.same).toBe(back.same);
      },
    ),
  );
});

test('any difference reads as written in Markdown, and brings forth no other mark', async () => {
  const allowed = ['root', 'paragraph', 'strong', 'text', 'heading', 'list', 'listItem', 'link'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPaper, { maxLength: 3 }),
      fc.array(anyPaper, { maxLength: 3 }),
      async (a, b) => {
        const found = await compare(a, b);
        const root = fromMarkdown(comparisonMarkdown(found), {
          extensions: [gfm()],
          mdastExtensions: [gfmFromMarkdown()],
        });
        const types = JSON.stringify(root).match(/(?<="type":")[a-zA-Z]+(?=")/g) ?? [];
        expect(types.filter((type) => !allowed.includes(type))).toEqual([]);
        const text = textOf(root);
        for (const { title } of [...found.added, ...found.removed, ...found.changed]) {
          expect(text).toContain(title.replace(/[\s\p{Cc}]+/gu, ' ').trim());
        }
      },
    ),
  );
});

test('any difference is safe on a terminal, one line a fact', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPaper, { maxLength: 3 }),
      fc.array(anyPaper, { maxLength: 3 }),
      async (a, b) => {
        const found = await compare(a, b);
        const text = comparisonText(found);
        expect(text).not.toMatch(/[^\n\P{Cc}]/u);
        const facts = found.changed.reduce((sum, { changes }) => sum + 1 + changes.length, 0);
        const lines = text.split('\n').filter((line) => /^(?:[-+~] | {4})/.test(line));
        expect(lines).toHaveLength(found.added.length + found.removed.length + facts);
      },
    ),
  );
});

test('paint is taken', async () => {
  const found = await compare([paper({ upvotes: 1 })], [paper({ upvotes: 2 }), paper({ title: 'New' })]);
  const text = comparisonText(found, { paint: (role, piece) => `<${role}>${piece}</>` });
  expect(text).toContain('<added>+</> <title>New</>\n');
  expect(text).toContain('    <field>upvotes</>: 1 → 2\n');
  expect(comparisonMarkdown(found)).toContain('  - upvotes: 1 → 2\n');
});

test.each([
  ['short', 'other', ['short', 'other']],
  [`${'a'.repeat(100)}x`, `${'a'.repeat(100)}y`, [`…${'a'.repeat(20)}x`, `…${'a'.repeat(20)}y`]],
  [`${'b'.repeat(70)}`, 'b', [`${'b'.repeat(60)}…`, 'b']],
])('long values are cut to where they differ', (a, b, cut) => {
  expect(excerpts(a, b)).toEqual(cut);
});

test('no character is cut in two', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 20, maxLength: 90 }),
      fc.string({ maxLength: 90 }),
      (a, b) => {
        for (const text of excerpts(a, b)) expect(text).not.toMatch(/\p{Cs}/u);
      },
    ),
  );
});
