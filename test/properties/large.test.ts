import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PageReport } from '../../src/options.js';
import type { Paper } from '../../src/paper.js';
import { parse, parsePages } from '../../src/parse.js';
import { generate } from '../bench/generate.mjs';
import { COMMAND } from '../helpers/built.js';
import { read, SEED } from '../helpers/read-case.js';
import { distinctPapers } from './feed.js';
import { SHAPES } from './shapes/index.js';
import type { Shape } from './shapes/print.js';

const folder = mkdtempSync(join(tmpdir(), 'papers-large-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MB = 1e6;
const make = (kind: string, megabytes: number): { file: string; papers: number } => {
  const file = join(folder, `${kind.replaceAll(' ', '-')}.txt`);
  return { file, papers: generate(kind, file, megabytes * MB) };
};

describe('a long input', () => {
  it.each(['pages', 'one page'])(
    'of many %s gives every paper with the fields of the sample',
    async (kind) => {
      const { papers: sample } = await read(readFileSync(SEED));
      const { file, papers } = make(kind, 6);
      let count = 0;
      const wrong: Paper[] = [];
      const source = { name: 'large.txt', data: createReadStream(file) };
      for await (const paper of parse([source], { today: '2026-11-23' })) {
        const original = sample[count % sample.length] as Paper;
        const expected = { ...original, title: `${original.title} (${++count})` };
        if (JSON.stringify(paper) !== JSON.stringify(expected)) wrong.push(paper);
      }
      expect(count).toBe(papers);
      expect(wrong.slice(0, 3)).toEqual([]);
    },
  );
});

/** Pages of rows, each with its top and one row of a paper. */
const ABOVE = '# Daily Papers\n\nby AK and the research community\n\nMay 19, 2025\n\n';
const FORMS: Readonly<Record<string, { top: string; row: (title: string, n: number) => string }>> = {
  'a table of links': {
    top: '| Title | Upvotes |\n|---|---|\n',
    row: (title, n) => `| [${title}](https://huggingface.co/papers/2505.${10_000 + n}) | ${n} |\n`,
  },
  'a table behind a list': {
    top: `${ABOVE}- [Kites](https://huggingface.co/papers/2505.00001)\n\n| No. | Title | Upvotes |\n|---|---|---|\n`,
    row: (title, n) => `| ${n} | ${title} | ${n} |\n`,
  },
  'a drawn table': {
    top: '┌───┬───┬───┐\n│ Id │ Title │ Upvotes │\n├───┼───┼───┤\n',
    row: (title, n) => `│ 2505.${10_000 + n} │ ${title} │ ${n} │\n`,
  },
  'a table in columns': {
    top: '  Upvotes  Title                           Id\n  -------  ------------------------------  ----------\n',
    row: (title, n) => `  ${String(n).padEnd(7)}  ${title.padEnd(30)}  2505.${10_000 + n}\n`,
  },
  'a list below the words of the feed': {
    top: ABOVE,
    row: (title, n) => `- ${title} (${n} upvotes)\n`,
  },
  'a numbered list': {
    top: ABOVE,
    row: (title, n) => `${n + 1}. **${title}** — ${n} upvotes\n`,
  },
};

/** Cards whose lines hold together, so that a part must not end between them. */
interface Cards {
  top: string;
  card: (title: string, n: number) => string;
  foot?: (n: number) => string;
}
const CARDS: Readonly<Record<string, Cards>> = {
  'a tree of accessibility': {
    top: '- main:\n  - heading "Daily Papers" [level=1]\n  - text: Jun 6\n  - list:\n',
    card: (title, n) =>
      `    - article:\n      - link:\n        - /url: /papers/2506.${10_000 + n}\n      - text: Submitted by ada${n}\n` +
      `      - generic: "${n + 100}"\n      - heading "${title}" [level=3]:\n        - link "${title}":\n` +
      `          - /url: /papers/2506.${10_000 + n}\n      - text: · ${(n % 5) + 1} authors\n` +
      (n % 9 === 0 ? '' : `      - link "${n % 9}":\n        - /url: /papers/2506.${10_000 + n}#community\n`),
  },
  'links that are numbered, and listed below the last card': {
    top: '   Daily Papers\n\n   Jun 6\n\n',
    card: (title, n) =>
      `   Submitted by ada${n}\n   ${n + 100}\n\n  [${n + 1}]${title}\n\n   · ${(n % 5) + 1} authors\n` +
      (n % 9 === 0 ? '\n' : `   ${n % 9}\n\n`),
    foot: (n) => `  ${n + 1}. https://huggingface.co/papers/2506.${10_000 + n}\n`,
  },
  'cards that share lines': {
    top: 'Daily Papers\nby AK and the research community\n\nJun 5\n\nSubmitted by\n',
    card: (title, n) =>
      `ada${n}\n${n + 100}\n${title}\n· ${(n % 5) + 1} authors${n % 9 === 0 ? '\n' : ` ${n % 9} `}Submitted by\n`,
  },
};

/** Reads one page, and counts the parts in which it is handed over. */
const readLong = async (data: string) => {
  const papers: Paper[] = [];
  let parts = 0;
  const pages: PageReport[] = [];
  const onPage = (page: PageReport) => pages.push(page);
  for await (const some of parsePages([{ name: 'long.txt', data }], { today: '2026-11-23', onPage })) {
    parts += some.length > 0 ? 1 : 0;
    papers.push(...some);
  }
  expect(pages.map((page) => page.papers)).toEqual([papers.length]);
  return { papers, parts };
};

describe('a page that is read in parts is one page, and gives what its pieces give as pages of their own', () => {
  // 146 characters a row, as rows are counted: two parts.
  const rows = Array.from({ length: 9000 }, (_, n) => `Counting Cranes on River ${n}`);

  it.each(Object.entries(FORMS))('%s', async (_, { top, row }) => {
    const all = rows.map(row);
    const long = await readLong(top + all.join(''));
    expect(long.parts).toBeGreaterThan(1);
    const piece = await read(top + all.slice(0, 20).join(''));
    const other = await read(top + all.slice(-20).join(''));
    const isOfList = ({ title }: Paper): boolean => title === 'Kites';
    const papers = long.papers.filter((paper) => !isOfList(paper));
    expect(papers.map(({ title }) => title)).toEqual(rows);
    expect(papers.map(({ upvotes }) => upvotes)).toEqual(rows.map((_, n) => n));
    expect(papers.slice(0, 20)).toEqual(piece.papers.filter((paper) => !isOfList(paper)));
    expect(papers.slice(-20)).toEqual(other.papers.filter((paper) => !isOfList(paper)));
  });

  it.each(Object.entries(CARDS))('%s', async (_, { top, card, foot }) => {
    const titles = rows.slice(0, 2500);
    const long = await readLong(
      top + titles.map(card).join('') + (foot ? titles.map((_, n) => foot(n)).join('') : ''),
    );
    expect(long.parts === 1).toBe(foot !== undefined);
    expect(long.papers.map(({ title }) => title)).toEqual(titles);
    if (foot)
      expect(long.papers.map(({ arxivId }) => arxivId)).toEqual(titles.map((_, n) => `2506.${10_000 + n}`));
    expect(long.papers.map(({ upvotes }) => upvotes)).toEqual(titles.map((_, n) => n + 100));
    expect(long.papers.map(({ comments }) => comments)).toEqual(titles.map((_, n) => n % 9 || null));
  });

  it.each(['trending, short', 'plain text, wrapped', 'day page'])('%s', async (shape) => {
    const print = SHAPES[shape] as Shape;
    const papers = distinctPapers(shape === 'day page' ? 7000 : 1600);
    const half = papers.length / 2;
    const long = await readLong(print(papers));
    const halves = [await read(print(papers.slice(0, half))), await read(print(papers.slice(half)))];
    expect(long.parts).toBeGreaterThan(1);
    expect(long.papers).toEqual(halves.flatMap((one) => one.papers));
  });
});

/** Runs the built command with so many megabytes of heap. */
const run = (megabytes: number, args: readonly string[]) =>
  spawnSync('node', [`--max-old-space-size=${megabytes}`, COMMAND, ...args], { encoding: 'utf8' });

describe('the memory of the command', () => {
  // 48 MB of heap hold the program and a page, and far less than half of each input. What is kept of a line takes over
  // 200 bytes, and 15 MB are 250,000 random lines, which are the slowest to read.
  it.each([
    ['pages', 100],
    ['one page', 100],
    ['no line end', 100],
    ['random lines', 15],
    ['jsonl', 100],
    ['json array', 100],
  ])(
    'does not grow with %s of %i MB',
    (kind, megabytes) => {
      const { file } = make(kind, megabytes);
      const { status, stderr } = run(48, ['parse', file, '-f', 'jsonl', '-o', '/dev/null', '-q']);
      rmSync(file);
      expect(stderr).not.toContain('heap');
      expect(status, stderr).toBeLessThanOrEqual(1);
    },
    120_000,
  );

  it('does not grow with the copies that --unique merges', () => {
    const copies = Array.from({ length: 400 }, () => SEED);
    const { status, stdout, stderr } = run(64, ['parse', ...copies, '--unique', '-f', 'jsonl', '-q']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(48);
  });

  it.each([['--unique'], ['--sort', 'title']])(
    'is not enough for every paper at once: %s says so',
    (...option) => {
      const { file } = make('jsonl', 100);
      const { status, stdout, stderr } = run(64, ['parse', file, ...option, '-q']);
      rmSync(file);
      expect(stderr).toMatch(/^papers: out of memory: more than \d+ MB of papers are held at once; .*\n$/);
      expect(status).toBe(3);
      expect(stdout).toBe('');
    },
  );
});
