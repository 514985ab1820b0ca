import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMAND } from '../helpers/built.js';

const folder = mkdtempSync(join(tmpdir(), 'papers-bombs-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes what is given, piece by piece, and lets the built command read it with a heap of so many megabytes. */
const run = (pieces: Iterable<string | Uint8Array>, heap: number) => {
  const file = join(folder, 'bomb');
  const target = openSync(file, 'w');
  for (const piece of pieces) writeSync(target, Buffer.from(piece));
  closeSync(target);
  const args = [`--max-old-space-size=${heap}`, COMMAND, 'parse', file, '-f', 'jsonl'];
  const { status, stdout, stderr } = spawnSync('node', args, { encoding: 'utf8', maxBuffer: 1e9 });
  const papers = stdout.split('\n').length - 1;
  return { status, papers, said: stderr.split('\n').map((line) => /\[([\w-]+)\]$/.exec(line)?.[1] ?? '') };
};

function* times(count: number, piece: string): Generator<string> {
  const many = piece.repeat(1000);
  for (let i = 0; i < count; i += 1000) yield many;
}
function* around(before: string, inner: Iterable<string>, after: string): Generator<string> {
  yield before;
  yield* inner;
  yield after;
}

/** More than a heap of 64 MB can hold: a record, or a line with its token, takes over 200 bytes. */
const MANY = 300_000;
const RECORD = '{"title":"Cranes","upvotes":1}\n';
const HEAD = '<!doctype html><html><body>';
const ENTRY = `Cranes\n\nWe fold ${'paper '.repeat(40)}cranes.\n\n  • 3 authors\n·\nMay 19, 2025\n\n`;

describe('with a heap of 64 MB', () => {
  it('50 MB of one JSON string: the record is skipped, the next one read', () => {
    const pieces = around(`{"title":"`, times(50_000_000, 'x'), `"}\n${RECORD}`);
    expect(run(pieces, 64)).toMatchObject({
      status: 1,
      papers: 1,
      said: expect.arrayContaining(['entry-too-large']),
    });
  });

  it('brackets in brackets, ten million deep', () => {
    const { status, said } = run(around('[{"title":"Cranes","x":', times(10_000_000, '['), ''), 64);
    expect(status).toBe(1);
    expect(said).toContain('malformed-json');
  });

  it('the same record again and again', () => {
    expect(run(times(MANY, RECORD), 64)).toMatchObject({ status: 0, papers: MANY });
  });

  it('the same paper a hundred thousand times on one page of text: copies in a row are one', () => {
    const { status, papers, said } = run(around('Daily Papers\n\n', times(100_000, ENTRY), ''), 64);
    expect(status).toBe(0);
    expect(papers).toBeLessThan(200);
    expect(said).not.toContain('unrecognised-line');
  });

  it.each(['- ', '7', '·', '![](x)'])('a title, and then again and again %j', (piece) => {
    const pieces = around('Daily Papers\n\n### Cranes\n\n', times(MANY, `${piece}\n`), `\n${ENTRY}`);
    const { status, papers } = run(pieces, 64);
    expect(status).not.toBeNull();
    expect(papers).toBeGreaterThan(0);
  });

  it('two hundred thousand links to papers', () => {
    const links = function* () {
      for (let number = 0; number < 200_000; number++) {
        const id = `26${number < 100_000 ? '06' : '07'}.${String(number % 100_000).padStart(5, '0')}`;
        yield `[Crane ${number}](https://huggingface.co/papers/${id})\n`;
      }
    };
    expect(run(links(), 64)).toMatchObject({ status: 0, papers: 200_000 });
  });

  it('a title of ten megabytes', () => {
    const { status, papers, said } = run(
      around('Daily Papers\n\n', times(10_000_000, 'crane '), `\n\n${ENTRY}`),
      64,
    );
    expect(status).toBe(1);
    expect(papers).toBe(1);
    expect(said).toContain('entry-too-large');
  });

  it('a hundred thousand links in one abstract', () => {
    let number = 0;
    const links = function* () {
      for (; number < 100_000; number++) yield `https://x.example/${number} `;
    };
    expect(run(around('{"title":"Cranes","abstract":"', links(), '"}\n'), 64)).toMatchObject({
      status: 0,
      papers: 1,
    });
  });
});

describe('with a heap of 64 MB, a table', () => {
  const TABLE = 'title,published,abstract\n';
  const ROW = 'Cranes,2025-05-19,We fold.\n';

  it.each([
    ['a hundred thousand rows of one cell', 'x\n', 0, 100_001],
    ['a hundred thousand rows of two blanks', '  \n', 1, 1],
    ['a hundred thousand empty cells in rows', ',,\n', 0, 1],
    ['a million empty rows', '\n', 0, 1],
    ['a million rows that end in CR alone', '\r', 0, 1],
  ])('of %s', (what, row, status, papers) => {
    const count = what.includes('million') ? 1_000_000 : 100_000;
    expect(run(around(TABLE, times(count, row), ROW), 64)).toMatchObject({ status, papers });
  });

  it('with a row of 40 MB', () => {
    const { status, papers, said } = run(around(`${TABLE}${ROW}`, times(40_000_000, 'x'), `\n${ROW}`), 64);
    expect({ status, papers }).toEqual({ status: 1, papers: 1 });
    expect(said).toContain('entry-too-large');
  });

  it('with NULs is no table', () => {
    const { status, papers, said } = run(around(TABLE, times(1_000_000, '\0'), `\n${ROW}`), 64);
    expect({ status, papers }).toEqual({ status: 1, papers: 0 });
    expect(said).toContain('not-text');
  });
});

describe('with a heap of 64 MB, a feed', () => {
  const FEED = '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n';
  const item = (title: string, more = '') =>
    `<entry><id>https://huggingface.co/papers/2505.13379</id><title>${title}</title>${more}</entry>\n`;

  it.each<[string, string, string, string, string]>([
    ['elements in each other', '', '<a>', '', 'entry-too-large'],
    ['elements in each other in a title', '<entry><title>', '<a>', '', 'entry-too-large'],
    ['CDATA that is never closed', '<entry><title><![CDATA[', 'x]] ', '', 'entry-too-large'],
    ['a comment that is never closed', '<!--', '-- ', '', 'entry-too-large'],
    ['an attribute without end', '<a b="', 'x    ', '', 'entry-too-large'],
  ])('of %s', (_, before, piece, after, code) => {
    const pieces = around(`${FEED}${item('Cranes')}${before}`, times(1_500_000, piece), `${after}</feed>`);
    const { status, papers, said } = run(pieces, 64);
    expect({ status, papers }).toEqual({ status: 1, papers: 1 });
    expect(said).toContain(code);
  });

  it('that declares entities in entities, and files, expands none of them', () => {
    const inner = Array.from({ length: 40 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`);
    const head = `<!DOCTYPE feed [${inner.join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>\n${FEED.split('\n')[1]}`;
    expect(run([`${head}${item('Cranes &a39;&file;')}</feed>`], 64)).toMatchObject({ status: 0, papers: 1 });
  });

  it('with a hundred thousand prefixes', () => {
    let number = 0;
    const prefixes = function* () {
      for (; number < 100_000; number++) yield `<a xmlns:p${number}="${'https://x.example/'.repeat(20)}"/>\n`;
    };
    const pieces = around(FEED, prefixes(), `${item('Cranes')}</feed>`);
    expect(run(pieces, 64)).toMatchObject({ status: 0, papers: 1 });
  });

  it.each(['1,', '{},', '[],', '"x",'])('of a million items %s', (piece) => {
    const head = '{"version":"https://jsonfeed.org/version/1.1","items":[';
    const { status, papers, said } = run(around(head, times(1_000_000, piece), '1]}'), 64);
    expect({ status, papers }).toEqual({ status: 1, papers: 0 });
    expect(said).toContain('no-papers');
  });
});

describe('with a heap of 512 MB, a message', () => {
  const PAGE =
    '<!doctype html><body><article><h3><a href="/papers/2505.13379">Cranes</a></h3></article></body></html>\n';
  const HEAD =
    'From: a@x.example\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"; type="text/html"\n\n';
  const part = (type: string, text: string) => `--b\nContent-Type: ${type}\n\n${text}`;

  it.each([
    ['empty lines in a picture', part('image/png\nContent-Transfer-Encoding: base64', ''), '\n'],
    ['short lines in a text', part('text/plain', ''), 'x\n'],
    ['what looks like boundaries', '', '--c\n'],
    ['headers of a part', '--b\n', 'X: abc\n'],
  ])('of two million lines, %s, is read as far as it may go', (_, before, line) => {
    const pieces = around(`${HEAD}${part('text/html', PAGE)}${before}`, times(2_000_000, line), '--b--\n');
    const { status, papers, said } = run(pieces, 512);
    expect({ status, papers }).toEqual({ status: 1, papers: 1 });
    expect(said).toContain('entry-too-large');
  });
});

describe('with a heap of 64 MB, out of gzip', () => {
  it('a table of twenty megabytes that takes twenty kilobytes', () => {
    const table = `title,published\n${'\n'.repeat(20_000_000)}Cranes,2025-05-19\n`;
    expect(run([gzipSync(table)], 64)).toMatchObject({ status: 0, papers: 1 });
  });

  it('gzip in gzip is no page', () => {
    const { status, papers, said } = run([gzipSync(gzipSync(RECORD))], 64);
    expect({ status, papers }).toEqual({ status: 1, papers: 0 });
    expect(said).toContain('not-text');
  });

  it('ten thousand members, empty or not', () => {
    const members = Array.from({ length: 10_000 }, (_, i) => gzipSync(i % 2 ? RECORD : ''));
    expect(run(members, 64)).toMatchObject({ status: 0, papers: 5000 });
  });

  it('a page of ten megabytes that takes ten kilobytes', () => {
    const pieces = Array.from({ length: 10 }, () => gzipSync(`${ENTRY.repeat(20)}${'\n'.repeat(1e6)}`));
    const { status, papers } = run(pieces, 64);
    expect(status).not.toBeNull();
    expect(papers).toBeGreaterThan(0);
  });
});

describe('with a heap of 256 MB', () => {
  it('a million keys in one record', () => {
    let number = 0;
    const keys = function* () {
      for (; number < 1_000_000; number++) yield `"k${number}":1,`;
    };
    const { status, papers } = run(around('{', keys(), `"title":"Cranes"}\n${RECORD}`), 256);
    expect({ status, papers }).toEqual({ status: 0, papers: 2 });
  });

  it('an attribute of 50 MB: the page is cut at 8', () => {
    const { status, said } = run(around(`${HEAD}<i title="`, times(50_000_000, 'x'), '"></i>'), 256);
    expect(status).toBe(1);
    expect(said).toContain('entry-too-large');
  });

  it.each(['<p>x', '<br>', '<td>x', '<a></a>'])(
    'two million times %s: the tree ends before the page',
    (piece) => {
      const card = '<article><h3><a href="/papers/2505.13379">Cranes</a></h3></article>';
      const { status, papers, said } = run(around(`${HEAD}${card}`, times(2_000_000, piece), ''), 256);
      expect({ status, papers }).toEqual({ status: 1, papers: 1 });
      expect(said).toContain('entry-too-large');
    },
  );

  it('a hundred thousand elements in each other', () => {
    const { status, said } = run(around(HEAD, times(100_000, '<article>'), ''), 256);
    expect(status).toBe(1);
    expect(said.filter((code) => code !== '').length).toBeGreaterThan(0);
  });
});
