import { describe, expect, test } from 'vitest';
import { unpack } from '../../src/input/unpack.js';
import { read } from '../helpers/read-case.js';
import { card, idsOf } from '../readers/read-pages.js';

// Megabytes of what a reader takes only so much of: it says so, and keeps the rest.

/** How many papers are found, and what is said. */
const found = async (text: string): Promise<[number, string[]]> => {
  const { papers, diagnostics } = await read(text);
  return [
    papers.length,
    diagnostics.map(({ code, line }) => (line === undefined ? code : `${code} ${line}`)),
  ];
};
describe('tables', () => {
  const HEADER = 'title,published\nA,2025-01-01\n';

  test('a million columns', async () => {
    const names = Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(',');
    expect(await found(`title,published,${names}\nA,2025-01-01\n`)).toEqual([0, ['malformed-csv 1']]);
    expect(await found(`${HEADER}B,2025-01-01,${names}\nC,2025-01-01\n`)).toEqual([2, ['schema-mismatch 3']]);
    expect(await found(`${HEADER}B,2025-01-01${','.repeat(1_000_000)}\n`)).toEqual([2, []]);
  });

  test('a quote that is never closed', async () => {
    expect(await found(`${HEADER}B,"2025\nC,2025-01-01\n`)).toEqual([1, ['malformed-csv 3']]);
    const endless = `${HEADER}B,"2025\n${'C,2025-01-01\n'.repeat(1_500_000)}`;
    expect(await found(endless)).toEqual([1, ['entry-too-large 3']]);
  });

  test('a cell of many megabytes', async () => {
    expect(await found(`${HEADER}${'B'.repeat(20_000_000)},2025\nC,2025-01-01\n`)).toEqual([
      1,
      ['entry-too-large 3'],
    ]);
  });
});

const item = (inside: string): string =>
  `<item><title>Cranes</title><link>https://arxiv.org/abs/2505.00011</link>${inside}</item>`;

describe('feeds', () => {
  test('an item of many megabytes is left out, and the others are kept', async () => {
    const long = item(`<description>${'words '.repeat(300_000)}</description>`);
    expect(await found(`<rss><channel>${item('')}${long}${item('')}</channel></rss>`)).toEqual([
      2,
      ['entry-too-large 1'],
    ]);
  });

  test('an element that never ends is given up', async () => {
    for (const endless of ['<description><![CDATA[', '<description a="', '<!-- ', '<description ']) {
      const text = `<rss><channel>${item('')}<item>${endless}${'x'.repeat(5_000_000)}`;
      expect(await found(text)).toEqual([1, ['entry-too-large 1']]);
    }
  });

  test('elements in elements without end are given up, also in the HTML of an item', async () => {
    expect(await found(`<rss><channel>${item('')}${'<b>'.repeat(1_000_000)}`)).toEqual([
      1,
      ['entry-too-large 1'],
    ]);
    expect(
      await found(`<rss>${item(`<description>${'&lt;b>'.repeat(150_000)}</description>`)}</rss>`),
    ).toEqual([1, ['entry-too-large 1']]);
  });

  test('many attributes, namespaces and items are read in one go', async () => {
    const attributes = Array.from({ length: 100_000 }, (_, at) => `xmlns:a${at}="b"`).join(' ');
    const items = item('').repeat(20_000);
    expect(await found(`<rss ${attributes}><channel>${items}</channel></rss>`)).toEqual([20_000, []]);
  });
});

describe('pages', () => {
  test('elements in elements without end, outside and inside a card', async () => {
    const deep = '<i>'.repeat(80_000);
    expect(
      await idsOf(`<html>${deep}${card('2505.00001')}${card('2505.00002', deep)}${card('2505.00003')}`),
    ).toEqual({
      ids: ['2505.00001', '2505.00002', '2505.00003'],
      told: [
        'entry-too-large: elements are nested more than 256 deep; the deeper ones were left out, but not their texts',
      ],
    });
  });

  test('tags without an end are not deep', async () => {
    const old = '<p>x<br><li>y<td>z<img>'.repeat(1000);
    expect(await idsOf(`<html>${old}${card('2505.00001')}`)).toEqual({ ids: ['2505.00001'], told: [] });
  });

  test('a card of a megabyte', async () => {
    expect(await idsOf(`<html>${card('2505.00001', 'x'.repeat(1e6))}${card('2505.00002')}`)).toEqual({
      ids: ['2505.00002'],
      told: ['entry-too-large: card 1 is larger than 256 KiB; it and others like it were skipped'],
    });
  });

  test('20,000 cards', async () => {
    const found = await idsOf(`<html>${card('2505.00001').repeat(20_000)}`);
    expect(found.ids).toHaveLength(5000);
    expect(found.told).toEqual(['entry-too-large: the page has more than 5000 cards; the rest was skipped']);
  });

  test('an attribute that is larger than the page may be', async () => {
    const record = '{&quot;title&quot;:&quot;x&quot;},';
    const found = await idsOf(
      `<html>${card('2505.00001')}<i data-props="{&quot;dailyPapers&quot;:[${record.repeat(350_000)}">`,
    );
    expect(found.told[0]).toBe('entry-too-large: the page is larger than 8 MiB; the rest of it was skipped');
    expect(found.told[1]).toMatch(/^malformed-json: data-props: the JSON breaks off/);
    expect(found.ids).toContain('2505.00001');
  });

  test('a page larger than it may be costs no other page of the file', async () => {
    const page = (id: string, inside = '') => `<html><body>${card(id)}${inside}</body></html>\n`;
    const pages = page('2505.00001') + page('2505.00002', 'x'.repeat(9e6)) + page('2505.00003');
    expect(await idsOf(pages)).toEqual({
      ids: ['2505.00001', '2505.00002', '2505.00003'],
      told: ['entry-too-large: the page is larger than 8 MiB; the rest of it was skipped'],
    });
  });
});

test('a page of text whose numbered links are listed nowhere says so once, however many parts it has', async () => {
  const cards = Array.from(
    { length: 12_000 },
    (_, n) =>
      `   Submitted by ada${n}\n   ${100 + n}\n\n  [${n + 1}]Cranes on River ${n}\n\n   · 3 authors\n   4\n\n`,
  );
  expect(await found(`   Daily Papers\n\n   Jun 6\n\n${cards.join('')}`)).toEqual([
    12_000,
    ['entry-too-large 1'],
  ]);
});

test('64 MiB of a message are held, and no more', async () => {
  const line = Buffer.alloc(1024 * 1024, `${'x'.repeat(1023)}\n`);
  let taken = 0;
  async function* endless() {
    yield Buffer.from('MIME-Version: 1.0\nContent-Type: text/html\n\n<p>');
    for (; ; taken++) yield line;
  }
  const messages: string[] = [];
  const { bytes } = await unpack(endless(), undefined, ({ message }) => void messages.push(message));
  let size = 0;
  for await (const chunk of bytes) size += chunk.length;
  expect(taken).toBeLessThan(66);
  expect(size).toBeGreaterThan(63 * 1024 * 1024);
  expect(messages).toEqual(['the message is larger than 64 MiB; the rest of it was skipped']);
});
