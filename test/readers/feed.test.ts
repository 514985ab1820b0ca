import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arxivId } from '../../src/fields/arxiv.js';
import { parseText } from '../../src/parse.js';
import { plainLine } from '../../src/writers/escape-xml.js';
import { anyPaper, paper, written } from '../helpers/paper.js';
import { read } from '../helpers/read-case.js';
import { hostilePapers } from '../hostile/records.js';
import { readerOf } from './read-pages.js';

const FORMATS = ['atom', 'rss', 'json-feed'] as const;

test.each([
  ['<rss version="2.0">', 'begins with <rss>'],
  [
    '\ufeff\n<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?><!-- <html> --><feed>',
    'begins with <feed>',
  ],
  ['<!DOCTYPE rss [<!ENTITY a "]>">\n]>\n<rss>', null],
  ['<!DOCTYPE rss [<!ENTITY a "b">\n]>\n<rss>', 'begins with <rss>'],
  ['<ns0:feed xmlns:ns0="http://www.w3.org/2005/Atom">', 'begins with <ns0:feed>'],
  ['<rdf:RDF xmlns="http://purl.org/rss/1.0/">', 'begins with <rdf:RDF>'],
  [
    '{"items": [], "version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"}',
    'its version is that of a JSON Feed',
  ],
  ['{"title": "a \\"version\\": \\"https://jsonfeed.org/version/1.1\\""}', null],
  ['[{"version": "https://jsonfeed.org/version/1.1"}]', null],
  ['<rssi>', null],
  ['<feedback>', null],
  ['<?xml version="1.0"?><html>', null],
  ['Daily Papers\n<rss>', null],
  [`<?xml version="1.0"?>\n<!-- ${'x'.repeat(99)}`, 'begins with <?xml>'],
  ['<!-- a comment that does not end', null],
])('%j', (head, why) => {
  expect(readerOf('feed').detect(head)).toBe(why);
});

test('a prefix means what it did before behind the element that changed it', async () => {
  const item = (id: string, name: string) =>
    `<item><link>https://arxiv.org/abs/${id}</link><title>Cranes</title><x:creator>${name}</x:creator></item>`;
  const { papers } = await read(
    `<rss xmlns:x="http://purl.org/dc/elements/1.1/"><channel>${item('2505.00001', 'Ida')}
<a xmlns:x="https://x.example/">${item('2505.00002', 'none')}</a>${item('2505.00003', 'Bo')}</channel></rss>`,
  );
  expect(papers.map(({ authors }) => authors)).toEqual([['Ida'], [], ['Bo']]);
});

test('a feed below a comment longer than what is looked at', async () => {
  const item = '<item><link>https://arxiv.org/abs/2505.00001</link><title>Cranes</title></item>';
  const comment = `<!-- ${'fold '.repeat(20_000)} -->`;
  const { papers, inputs } = await read(
    `<?xml version="1.0"?>\n${comment}\n<rss><channel>${item}</channel></rss>`,
  );
  expect([papers.length, inputs[0]?.reader]).toEqual([1, 'feed']);
});

describe('the paper of an item whose address is none', () => {
  const link = (words: string) => `<a href="https://hf.co/papers/2505.00001">${words}</a>`;
  test.each([
    [`Paper: ${link('arXiv')} | <a href="https://github.com/a/b">Code</a>`, true],
    [`<p>We fold cranes. ${link('Read more')}</p>`, true],
    [`<p>We fold cranes (${link('paper')})</p>`, true],
    [`[${link('pdf')}] [<a href="https://a.example">html</a>]`, true],
    [`<p>We love ${link('Cranes')} because they fold.</p>`, true],
    ['<p>https://hf.co/papers/2505.00001</p><p>We fold cranes.</p>', true],
    [`<p>Cranes, as in ${link('this paper')}, saved us money.</p>`, false],
    [`<p>New models, see the ${link('paper')}.</p>`, false],
    [`<p>We fold cranes (${link('paper')}) to speed up.</p>`, false],
    ['<p>A look at cranes, inspired by https://hf.co/papers/2505.00001 and by work.</p>', false],
  ])('%s', async (text, isSubject) => {
    const { papers, diagnostics } = await read(
      `<rss><channel><item><title>Cranes</title><link>https://blog.example/1</link><description><![CDATA[${text}]]></description></item></channel></rss>`,
    );
    expect(papers.map(({ arxivId }) => arxivId)).toEqual(isSubject ? ['2505.00001'] : []);
    expect(diagnostics.some(({ code }) => code === 'no-papers')).toBe(!isSubject);
  });
});

test.each(FORMATS)('a house whose link lost its words has a handle and no name (%s)', async (format) => {
  const given = paper({ arxivId: '2505.13379', organization: 'Crane Lab', organizationSlug: 'cranelab' });
  const { papers } = await parseText((await written([given], format)).replaceAll('Crane Lab', ''));
  expect(papers).toMatchObject([{ organization: null, organizationSlug: 'cranelab' }]);
});

test('an item that lists the papers of a day', async () => {
  const item = (ids: string[]) =>
    `<item><title>Daily Papers</title><link>https://hf.co/papers/date/2025-05-0${ids.length}</link><description><![CDATA[<ol>${ids.map((id) => `<li><a href="https://hf.co/papers/${id}">Cranes ${id.slice(-1)}</a> (3 upvotes)</li>`).join('')}</ol>]]></description></item>`;
  const other = '<item><title>Kites</title><link>https://hf.co/papers/2505.00009</link></item>';
  const { papers } = await read(
    `<rss><channel>${other}${item(['2505.00001', '2505.00002'])}${item(['2505.00003', '2505.00004', '2505.00005'])}${other.replace('9<', '8<')}</channel></rss>`,
  );
  expect(papers.map(({ title, upvotes, submittedOn }) => [title, upvotes, submittedOn])).toEqual([
    ['Kites', null, null],
    ['Cranes 1', 3, '2025-05-02'],
    ['Cranes 2', 3, '2025-05-02'],
    ['Cranes 3', 3, '2025-05-03'],
    ['Cranes 4', 3, '2025-05-03'],
    ['Cranes 5', 3, '2025-05-03'],
    ['Kites', null, null],
  ]);
});

test('addresses that a feed keeps beside its own, and counts before titles', async () => {
  const { papers } = await read(`<rss><channel><item><title>[31▲] Cranes</title>
    <link>https://feeds.example/~r/1</link><feedburner:origLink>https://hf.co/papers/2505.00001</feedburner:origLink>
    </item></channel></rss>`);
  expect(papers).toMatchObject([{ title: 'Cranes', arxivId: '2505.00001', upvotes: 31 }]);
});

test('names and titles whose markup was escaped twice, and addresses of enclosures', async () => {
  const { papers } = await read(`<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item>
    <title>&lt;b&gt;Cranes&lt;/b&gt; &lt;think&gt;</title><link>https://blog.example/1</link>
    <enclosure url="https://arxiv.org/pdf/2505.00001" type="application/pdf"/>
    <dc:creator>&lt;a href="https://a.example"&gt;Ida Quill&lt;/a&gt;, &lt;a href="/b"&gt;Bo Marsh&lt;/a&gt;</dc:creator>
    </item></channel></rss>`);
  expect(papers.map(({ title, arxivId, authors }) => [title, arxivId, authors])).toEqual([
    ['Cranes <think>', '2505.00001', ['Ida Quill', 'Bo Marsh']],
  ]);
});

test('a JSON Feed is asked for before JSON', async () => {
  const text = await written([paper({ arxivId: '2505.13379' })], 'json-feed');
  expect(readerOf('json').detect(text)).not.toBeNull();
  expect((await read(text)).inputs[0]?.reader).toBe('feed');
});

const shown = (text: string | null): string | null => plainLine(text ?? '') || null;
const list = (texts: readonly string[]): string[] => texts.flatMap((text) => shown(text) ?? []);

describe.each(FORMATS)('our own %s', (format) => {
  test('gives back what an item says', async () => {
    // The schema lets ids of a thirteenth month and papers of other centuries through; no reader does.
    const record = anyPaper.map((each) => ({
      ...each,
      arxivId: each.arxivId && arxivId(each.arxivId),
      published: each.published?.replace(/^../, '20') ?? null,
      submittedOn: each.submittedOn?.replace(/^../, '20') ?? null,
    }));
    const papers = fc.uniqueArray(record, {
      selector: ({ arxivId, title }) => arxivId ?? title,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(papers, async (given) => {
        const { papers: back } = await parseText(await written(given, format));
        expect(back).toEqual(
          given.map((each) =>
            expect.objectContaining({
              title: shown(each.title) ?? 'Untitled',
              published: each.published,
              submittedOn: each.submittedOn,
              authors: list(each.authors),
              authorCount: list(each.authors).length || each.authorCount,
              keywords: list(each.keywords),
              aiSummary: shown(each.aiSummary),
              abstract: shown(each.abstract),
              arxivId: each.arxivId,
              url: each.arxivId && `https://huggingface.co/papers/${each.arxivId}`,
            }),
          ),
        );
      }),
    );
  });

  test('gives back hostile titles', async () => {
    const { papers, diagnostics } = await parseText(await written(hostilePapers, format));
    expect(diagnostics).toEqual([]);
    expect(papers.map(({ title }) => title)).toEqual(hostilePapers.map(({ title }) => shown(title)));
  });
});

test('names are read without the white space around them', async () => {
  const item = '<item><title>Cranes</title><link>https://arxiv.org/abs/2505.00011</link>';
  const authors =
    '<description>&lt;p>&lt;b>Authors:&lt;/b> Ida Bell\n\n, Noor Vane &lt;/p></description></item>';
  const { papers } = await read(`<rss><channel>${item}${authors}</channel></rss>`);
  expect(papers[0]?.authors).toEqual(['Ida Bell', 'Noor Vane']);
});

test('a feed that is given up is not read to its end, and its source is closed', async () => {
  let closed = false;
  async function* endless() {
    try {
      yield Buffer.from('<rss><channel>');
      for (;;) yield Buffer.from('<b>'.repeat(1000));
    } finally {
      closed = true;
    }
  }
  expect((await read(endless())).diagnostics.map(({ code }) => code)).toEqual(['entry-too-large']);
  expect(closed).toBe(true);
});

/** What is read of an item with a title and an address. */
const itemWith = async (inside: string, title = 'Cranes') => {
  const item = `<item><title>${title}</title><link>https://arxiv.org/abs/2505.00001</link>${inside}</item>`;
  const { papers } = await read(
    `<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${item}</channel></rss>`,
  );
  return papers[0];
};

test.each([
  ['Sat, 03 May 2025 10:00:00 GMT'],
  ['Saturday, 3 May 2025 10:00:00 +0000'],
  ['Sat, 03 May 25 10:00:00 GMT'],
  ['2025-05-03T10:00:00Z'],
  ['2025-05-03 10:00:00 UTC'],
  ['May 3, 2025'],
])('a date is %s', async (date) => {
  expect((await itemWith(`<pubDate>${date}</pubDate>`))?.published).toBe('2025-05-03');
});

test.each([
  ['Cranes &amp;amp; Kites', 'Cranes & Kites'],
  ['It&amp;#39;s a Crane', "It's a Crane"],
  ['Paper page - Cranes', 'Cranes'],
  ['x &lt; y', 'x < y'],
])('a title that is written %s', async (written, title) => {
  expect((await itemWith('', written))?.title).toBe(title);
});

test.each<[string, string[], number | null]>([
  ['<dc:creator>Ida Quill et al.</dc:creator>', ['Ida Quill'], null],
  ['<dc:creator>Ida Quill, Bo Marsh and 4 more</dc:creator>', ['Ida Quill', 'Bo Marsh'], null],
  ['<dc:creator>Ida Quill, Bo Marsh and Cy Dee</dc:creator>', ['Ida Quill', 'Bo Marsh', 'Cy Dee'], 3],
  [
    '<dc:creator>Quill, Ida</dc:creator><dc:creator>van der Marsh, Bo</dc:creator>',
    ['Quill, Ida', 'van der Marsh, Bo'],
    2,
  ],
  ['<author>ida@x.example (Ida Quill)</author>', ['Ida Quill'], 1],
  ['<author>noreply@x.example</author>', [], null],
  ['<description>Authors: Ida Quill et al.</description>', ['Ida Quill'], null],
])('authors that are written %s', async (written, authors, authorCount) => {
  expect(await itemWith(written)).toMatchObject({ authors, authorCount });
});

const ABSTRACT = 'We fold cranes of paper with a model that has seen no crane, and ask them why they fly.';
const FACTS =
  '<b>Upvotes:</b> 12<br><b>Comments:</b> 3<br><a href="https://github.com/a/b">GitHub</a> ⭐ 1.2k';

test.each([
  ['facts above an empty line', `${FACTS}<br><br>${ABSTRACT}`],
  ['facts in a paragraph', `<p>${FACTS}</p><p>${ABSTRACT}</p>`],
])('a description of %s', async (_, html) => {
  const shown = {
    upvotes: 12,
    comments: 3,
    githubRepo: 'https://github.com/a/b',
    githubStars: 1200,
    abstract: ABSTRACT,
  };
  const escaped = html.replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  expect(await itemWith(`<description><![CDATA[${html}]]></description>`)).toMatchObject(shown);
  expect(await itemWith(`<description>${escaped}</description>`)).toMatchObject(shown);
  const twice = escaped.replaceAll('&', '&amp;');
  expect(await itemWith(`<description>${twice}</description>`)).toMatchObject(shown);
});

test.each<[string, object]>([
  ['Keywords: a, b', { keywords: ['a', 'b'] }],
  ['Num comments: 7', { comments: 7 }],
  ['GitHub stars: 1.2k', { githubStars: 1200 }],
  ['Author count: 3', { authorCount: 3 }],
  ['Submitted by: @nora', { submittedBy: 'nora' }],
  ['Submitted by: Nora Fold', { submittedBy: null }],
  ['Organization: Crane Lab', { organization: 'Crane Lab' }],
  ['Published – May 3, 2025', { published: '2025-05-03' }],
  ['We fold: a model of cranes', { abstract: null, keywords: [] }],
])('a line that says %s', async (line, shown) => {
  expect(await itemWith(`<description>${line}</description>`)).toMatchObject(shown);
});

test('pages and figures are no comments', async () => {
  const said = 'Comments: 12 pages, 5 figures&lt;br&gt;Upvotes: 3&lt;br&gt;https://a.example';
  expect(await itemWith(`<description>${said}</description>`)).toMatchObject({ comments: null, upvotes: 3 });
});

test('what the source of an entry says is not said of the entry, and terms of Dublin Core are', async () => {
  const source = '<title>A feed</title><id>https://x.example</id><author><name>Ed Itor</name></author>';
  const { papers } =
    await read(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/dc/terms/"><entry>
    <source>${source}<updated>2020-01-01T00:00:00Z</updated></source><title>Cranes</title>
    <link href="https://arxiv.org/abs/2505.00001"/><author><name>Ida Quill</name></author>
    <t:created>2025-05-03</t:created><t:abstract>${ABSTRACT}</t:abstract></entry></feed>`);
  expect(papers).toMatchObject([
    { title: 'Cranes', authors: ['Ida Quill'], published: '2025-05-03', abstract: ABSTRACT },
  ]);
});

test('a paragraph of others that is called as ours is not ours', async () => {
  const html = `<p class="abstract">${ABSTRACT}</p><p>12 upvotes</p>`;
  expect(
    await itemWith(
      `<pubDate>Sat, 03 May 2025 10:00:00 GMT</pubDate><description><![CDATA[${html}]]></description>`,
      'Paper page - Cranes',
    ),
  ).toMatchObject({ title: 'Cranes', published: '2025-05-03', upvotes: 12, abstract: ABSTRACT });
});
