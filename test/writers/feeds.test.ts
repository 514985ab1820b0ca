import { execFileSync, spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { PaperRecord } from '../../src/paper.js';
import { plainLine } from '../../src/writers/escape-xml.js';
import type { FormatName } from '../../src/writers/index.js';
import type { WriteOptions } from '../../src/writers/writer.js';
import { anyPaper, paper, written } from '../helpers/paper.js';
import { hostilePapers } from '../hostile/records.js';

const FORMATS = ['atom', 'rss', 'json-feed'] as const;
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

/** An item as another parser understands it. */
interface Item {
  id: string | undefined;
  title: string | undefined;
  date: string | undefined;
  authors: (string | undefined)[];
  keywords: (string | undefined)[];
  summary: string | undefined;
  content: string | undefined;
}

const day = (date: unknown): string => new Date(String(date)).toISOString().slice(0, 10);

/** Feeds of each format as feedsmith reads them. */
const READ: Record<(typeof FORMATS)[number], (text: string) => Item[]> = {
  atom: (text) =>
    (parseAtomFeed(text).entries ?? []).map((entry) => ({
      id: entry.id,
      title: entry.title?.value,
      date: day(entry.updated),
      authors: (entry.authors ?? []).map(({ name }) => name),
      keywords: (entry.categories ?? []).map(({ term }) => term),
      summary: entry.summary?.value,
      content: entry.content?.value,
    })),
  rss: (text) =>
    (parseRssFeed(text).items ?? []).map((item) => ({
      id: item.guid?.value,
      title: item.title,
      date: day(item.pubDate),
      authors: item.dc?.creators ?? [],
      keywords: (item.categories ?? []).map(({ name }) => name),
      summary: item.description,
      content: item.content?.encoded,
    })),
  'json-feed': (text) =>
    (parseJsonFeed(JSON.parse(text)).items ?? []).map((item) => ({
      id: item.id,
      title: item.title,
      date: day(item.date_published),
      authors: (item.authors ?? []).map(({ name }) => name),
      keywords: item.tags ?? [],
      summary: item.summary,
      content: item.content_html,
    })),
};

/** White space at the ends of a text and runs of it mean nothing in XML that feedsmith reads. */
const shown = (value: string | null | undefined): string => plainLine(value ?? '');
const list = (values: readonly string[]): string[] => values.map(shown).filter((value) => value !== '');

const diagnosticsOf = async (
  papers: readonly PaperRecord[],
  format: FormatName,
  options: WriteOptions = {},
) => {
  const found: Diagnostic[] = [];
  await written(papers, format, { ...options, onDiagnostic: (each) => found.push(each) });
  return found.map(({ code, message }) => `${code}: ${message}`);
};

/** Elements between the tags of each of these, in the order of the feed. */
const inner = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<${name}>\\n(.*?)</${name}>`, 'gs'))].map(([, inside = '']) => inside);

/** What the W3C validator looks at beyond the grammar: each gives what is wrong. */
const xmlFaults = (text: string): string[] => {
  const faults: string[] = [];
  const needs = (ok: boolean, what: string): void => {
    if (!ok) faults.push(what);
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  needs(!/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u.test(text), 'a character that XML forbids');
  needs(!/&(?!#x(?:26|3C|3E|22);)/.test(text), 'a reference other than by number');
  for (const [, address = ''] of text.matchAll(/(?:href="|<link>|isPermaLink="true">)([^"<]*)/g)) {
    needs(
      /^https?:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/.test(address.replaceAll('&#x26;', '&')),
      `address ${address}`,
    );
  }
  for (const [, when = ''] of text.matchAll(/<(?:updated|published)>(.*?)</g)) {
    needs(/^\d{4}-\d\d-\d\dT00:00:00Z$/.test(when), `date ${when}`);
  }
  for (const [, when = ''] of text.matchAll(/<(?:pubDate|lastBuildDate)>(.*?)</g)) {
    needs(
      /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} 00:00:00 GMT$/.test(when),
      `date ${when}`,
    );
  }
  const entries = inner(text, 'entry');
  const head = text.slice(0, text.indexOf('<entry>'));
  for (const entry of entries) {
    needs(entry.includes('<author>') || head.includes('<author>'), 'an entry without author');
    for (const name of ['id', 'title', 'updated'])
      needs(entry.split(`<${name}>`).length === 2, `one ${name}`);
  }
  const items = inner(text, 'item');
  for (const item of items) {
    needs(!/<author/.test(item), 'author in RSS');
    needs(item.indexOf('<description>') < item.indexOf('<content:encoded>'), 'description comes first');
    needs(/<guid isPermaLink="(?:true">https:|false">urn:)/.test(item), 'guid');
  }
  const ids = [...text.matchAll(/<(?:id|guid[^>]*)>(.*?)</g)].map(([, id]) => id);
  needs(new Set(ids).size === ids.length, 'an id twice');
  return faults;
};

const wellFormed = (text: string): string =>
  hasXmllint ? execFileSync('xmllint', ['--noout', '--nonet', '-'], { input: text, encoding: 'utf8' }) : '';

/** No year that RFC 822 takes for one of two digits. */
const modern = (day: string | null): string | null => (day !== null && day < '1000' ? null : day);

/** Each with an id of its own, so that none is left out. */
const numbered = (papers: readonly PaperRecord[]): PaperRecord[] =>
  papers.map((each, at) => ({
    ...each,
    arxivId: `2505.${10_000 + at}`,
    published: modern(each.published),
    submittedOn: modern(each.submittedOn),
  }));

describe.each(FORMATS)('%s', (format) => {
  test('gives any papers back to another parser', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { maxLength: 4 }).map(numbered), async (papers) => {
        const text = await written(papers, format);
        expect(format === 'json-feed' ? [] : xmlFaults(text)).toEqual([]);
        const items = READ[format](text);
        expect(items.map(({ id }) => id)).toEqual(
          papers.map(({ arxivId }) => `https://huggingface.co/papers/${arxivId}`),
        );
        expect(items.map(({ title }) => shown(title))).toEqual(
          papers.map(({ title }) => shown(title) || 'Untitled'),
        );
        expect(items.map(({ date }) => date)).toEqual(
          papers.map(({ published, submittedOn }) => submittedOn ?? published ?? '2025-05-01'),
        );
        expect(items.map(({ authors }) => authors)).toEqual(papers.map(({ authors }) => list(authors)));
        expect(items.map(({ keywords }) => keywords)).toEqual(papers.map(({ keywords }) => list(keywords)));
      }),
    );
  });

  test.skipIf(!hasXmllint || format === 'json-feed')(
    `is well-formed XML with any papers${hasXmllint ? '' : ' (not run: no xmllint here)'}`,
    async () => {
      const papers = numbered([...hostilePapers, ...fc.sample(anyPaper, 500)]);
      expect(wellFormed(await written(papers, format, { feedTitle: hostilePapers[0]?.title ?? '' }))).toBe(
        '',
      );
      expect(wellFormed(await written([], format))).toBe('');
    },
  );

  test('holds hostile records as text: no tag of theirs is one', async () => {
    const text = await written(hostilePapers, format);
    expect(format === 'json-feed' ? [] : xmlFaults(text)).toEqual([]);
    const items = READ[format](text);
    expect(items.map(({ title }) => title)).toEqual(hostilePapers.map(({ title }) => shown(title)));
    for (const { content = '' } of items) {
      const tags = [...content.matchAll(/<\/?[^>]*>/g)].map(([tag]) => tag);
      expect(
        tags.filter((tag) => !/^<(?:\/[ap]|p class="[a-z]+"|a href="https:\/\/[^"<>]+")>$/.test(tag)),
      ).toEqual([]);
    }
  });

  test('is the same text twice, and later', async () => {
    expect(await written(hostilePapers, format)).toBe(await written([...hostilePapers], format));
  });

  test('takes the first of two copies, or the one with the later day, and says so', async () => {
    const copies = [
      paper({ title: 'First', arxivId: '2505.13379', published: '2025-05-19' }),
      paper({ title: 'Other' }),
      paper({ title: 'Same day', arxivId: '2505.13379', published: '2025-05-19' }),
      paper({ title: 'Later', arxivId: '2505.13379', published: '2025-05-20' }),
      paper({ title: 'Other' }),
    ];
    expect(READ[format](await written(copies.slice(0, 3), format)).map(({ title }) => title)).toEqual([
      'First',
      'Other',
    ]);
    expect(READ[format](await written(copies, format)).map(({ title }) => title)).toEqual(['Later', 'Other']);
    expect(await diagnosticsOf(copies, format)).toEqual([
      'feed-copy-dropped: 3 records repeated a paper of the feed and were left out',
      'feed-date-missing: 1 item of the feed got the day 1970-01-01: the paper shows neither a day nor an arXiv id',
    ]);
  });

  test('has the day of publication, or the month of the id, and says where it has neither', async () => {
    const papers = [
      paper({ title: 'A', published: '2024-02-29', arxivId: '2402.10000' }),
      paper({ title: 'B', arxivId: '2410.05430' }),
      paper({ title: 'C', arxivId: 'hep-th/9901001' }),
    ];
    expect(READ[format](await written(papers, format)).map(({ date }) => date)).toEqual([
      '2024-02-29',
      '2024-10-01',
      '1999-01-01',
    ]);
    expect(await diagnosticsOf(papers, format)).toEqual([]);
  });

  test('does not miss the day of a paper of which a copy has one', async () => {
    const copies = [paper({ title: 'A' }), paper({ title: 'A', published: '2024-02-29' })];
    expect(READ[format](await written(copies, format)).map(({ date }) => date)).toEqual(['2024-02-29']);
    expect((await diagnosticsOf(copies, format)).join()).not.toContain('feed-date-missing');
  });

  test('holds together over many pieces', async () => {
    const papers = Array.from({ length: 450 }, (_, at) =>
      paper({ title: `Paper ${at}`, published: '2025-01-01' }),
    );
    expect(READ[format](await written(papers, format))).toHaveLength(450);
  });

  test('takes no address that is none of the web for its own', async () => {
    for (const feedUrl of ['papers.atom', 'javascript:alert(1)', 'https://']) {
      await expect(written([], format, { feedUrl })).rejects.toThrow(/feedUrl is not a web address/);
    }
  });
});
