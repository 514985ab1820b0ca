import * as fc from 'fast-check';
import type { List, Nodes, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { PAPER_FIELDS } from '../../src/paper.js';
import { escapeInline, escapeLinkText, escapeParagraph, link } from '../../src/writers/escape-markdown.js';
import { anyPaper, nastyText, paper, written } from '../helpers/paper.js';

const read = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** What Markdown can show of a text: one line without control characters. */
const shown = (text: string | null): string => (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();

const nodes = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(nodes) : [])];

/** Node types that scraped text must never bring forth, and links that are no address. */
const intruders = (root: Nodes, allowed: readonly string[]): string[] =>
  nodes(root)
    .filter((node) => node.type !== 'link' || !/^(?:https?:\/\/|mailto:)/i.test(node.url))
    .map(({ type }) => type)
    .filter((type) => !allowed.includes(type));

const DIGEST = ['root', 'heading', 'paragraph', 'text'];
const LIST = ['root', 'list', 'listItem', 'paragraph', 'text'];
const TABLE = ['root', 'table', 'tableRow', 'tableCell', 'text'];

test.each([
  ['a paragraph', escapeParagraph, '', ''],
  ['a paragraph after words of ours', escapeInline, 'Said: _x_ ', ''],
  ['a heading', escapeInline, '## ', ''],
  ['a heading that is a link', escapeLinkText, '## [', '](https://x.example/)'],
  ['a list item', escapeParagraph, '1. ', ''],
])('any text reads as written in %s', (_, escapeText, before, after) => {
  fc.assert(
    fc.property(nastyText, (text) => {
      const root = read(before + escapeText(text) + after);
      const ours = before.startsWith('Said') ? 'Said: x ' : '';
      expect(textOf(root)).toBe((ours + shown(text)).trim());
    }),
  );
});

test('any digest shows titles and abstracts as written and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { maxLength: 4 }), async (papers) => {
      const root = read(await written(papers, 'markdown'));
      expect(intruders(root, DIGEST)).toEqual([]);
      const sections: RootContent[][] = [];
      for (const block of root.children) {
        if (block.type === 'heading') sections.push([]);
        sections.at(-1)?.push(block);
      }
      expect(sections).toHaveLength(papers.length);
      sections.forEach((section, index) => {
        const { title, abstract, organization } = papers[index] ?? paper();
        const texts = section.map((block) => textOf(block));
        expect(texts[0]).toBe(shown(title));
        if (shown(abstract) !== '') expect(texts.at(-1)).toBe(shown(abstract));
        if (shown(organization) !== '') expect(texts[1]?.startsWith(shown(organization))).toBe(true);
      });
    }),
  );
});

test('any list has one item a paper, in order', async () => {
  const fields = PAPER_FIELDS.filter((field) => field !== 'abstract');
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { minLength: 1, maxLength: 4 }), async (papers) => {
      const root = read(await written(papers, 'markdown', { fields }));
      expect(intruders(root, LIST)).toEqual([]);
      expect(root.children).toHaveLength(1);
      const list = root.children[0] as List;
      expect(list).toMatchObject({ type: 'list', ordered: true, start: 1 });
      expect(list.children.map((item) => item.checked ?? null)).toEqual(papers.map(() => null));
      const starts = list.children.map((item, index) =>
        textOf(item).startsWith(shown(papers[index]?.title ?? null)),
      );
      expect(starts).toEqual(papers.map(() => true));
    }),
  );
});

test('any table has the cells that were asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { maxLength: 4 }), async (papers) => {
      const root = read(await written(papers, 'markdown-table', { fields: PAPER_FIELDS }));
      expect(intruders(root, TABLE)).toEqual([]);
      const cells = (root.children[0] as Table).children.map((row) =>
        row.children.map((cell) => textOf(cell)),
      );
      const expected = papers.map((record) =>
        PAPER_FIELDS.map((field) => shown([record[field] ?? ''].flat().map(String).join('; '))),
      );
      expect(cells).toEqual([PAPER_FIELDS, ...expected]);
    }),
  );
});

describe('text that is no mark where it stands stays bare', () => {
  test.each([
    'snake_case and init__py',
    'a * b',
    'p < 0.05 and x<3',
    '~10x in ~5 steps',
    'loss $x_1 + y$ at 50% - 90%',
    'R&D, [0, 1], f(x) = y!',
    'C# and #1 of @all',
    'see https://code.example/a_b/~c/?q=1&r=2, then (https://b.example).',
  ])('%s', (text) => {
    expect(escapeParagraph(text)).toBe(text);
  });
});

test.each([
  ['https://code.example/a_', 'https://code.example/a'],
  ['see "https://code.example/*x*/y" there', 'https://code.example/*x*/y'],
  ['(https://code.example/b_).', 'https://code.example/b'],
])('an address in %s stays a link', (text, url) => {
  const found = nodes(read(escapeParagraph(text))).flatMap((node) =>
    node.type === 'link' ? [node.url] : [],
  );
  expect(found).toEqual([url]);
});

test.each([
  ['https://x.example/a b', 'https://x.example/a%20b'],
  ['https://x.example/(a)<b>', 'https://x.example/%28a%29%3Cb%3E'],
  ['https://x.example/a|b', 'https://x.example/a%7Cb'],
  ['https://x.example/?a=1&b=2', 'https://x.example/?a=1&b=2'],
])('the target %s is written so that it ends where it should', (address, target) => {
  expect(link('x', address)).toBe(`[x](${target})`);
});

test.each(['javascript:alert(1)', 'data:text/html,x', ' https://x.example', null, undefined])(
  'no link leads to %s',
  (address) => {
    expect(link('x', address)).toBeNull();
  },
);

test('facts follow the fields that are asked for', async () => {
  const full = paper({
    organization: 'Tidal Lab',
    authorCount: 1,
    published: '2025-04-09',
    upvotes: 1,
    comments: 0,
    url: 'https://huggingface.co/papers/2504.00001',
    abstract: 'Short.',
  });
  expect(
    await written([full], 'markdown', { fields: ['authorCount', 'published', 'comments', 'abstract'] }),
  ).toBe('## Rivers That Run Uphill\n\n1 author · 9 Apr 2025 · 0 comments\n\nShort.\n');
  expect(
    await written([full, full], 'markdown', { fields: ['title', 'url', 'organization', 'upvotes'] }),
  ).toBe(
    [1, 2]
      .map(
        (number) =>
          `${number}. [Rivers That Run Uphill](https://huggingface.co/papers/2504.00001) · Tidal Lab · 1 upvote\n`,
      )
      .join(''),
  );
});

test('digests can be joined', async () => {
  const digest = await written([paper({ abstract: 'One.' })], 'markdown');
  const texts = read(digest + digest).children.map((block) => `${block.type} ${textOf(block)}`);
  expect(texts).toEqual([...texts.slice(0, 2), ...texts.slice(0, 2)]);
});
