import { describe, expect, it } from 'vitest';
import { read } from '../helpers/read-case.js';
import { card, idsOf, readerOf, readPages } from './read-pages.js';

describe('detect', () => {
  it.each([
    ['<!DOCTYPE html><p>', 'begins with <!doctype html>'],
    [
      '\ufeff\n<!-- saved from url=(0030)https://huggingface.co/papers -->\n<html lang="en">',
      'begins with <html>',
    ],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">', 'begins with <!doctype html>'],
    ['<body>', 'begins with <body>'],
    ['<!DOCTYPE NETSCAPE-Bookmark-file-1>\n', 'begins with <!doctype netscape-bookmark-file>'],
    ['<article class="x">', 'begins with <article>'],
    ['<div class="a"><h1>Daily Papers</h1>', 'is HTML from <div> on'],
    ['<h1>Daily Papers</h1>\n<ul><li>x</li>\n</ul>\n<p>y\n<p>z', 'is HTML from <h1> on'],
    ['\n<!-- x --><ul>\n<li>## x</li>', 'is HTML from <ul> on'],
    ['<style>a { b: c }\n# x</style><TABLE border=1><tr><td>x', 'is HTML from <style> on'],
    ['HTTP/2 200\r\ncontent-type: text/html\r\n\r\n<!doctype html>', 'begins with <!doctype html>'],
    ['HTTP/1.1 301 Moved\nLocation: /x\n\nHTTP/1.1 200 OK\nA: b\n\n<html>', 'begins with <html>'],
    ['```html\n<!DOCTYPE html>', 'begins with <!doctype html>'],
    ['2026-11-25 10:00:00 INFO saved\n<html>', 'begins with <html>'],
    ['x</div><div data-props="{&quot;a', 'holds data-props="{'],
    ['x</div><h3 class="y"><a class="z" href="/papers/2', 'holds <h3><a href="/papers/'],
  ])('%j: %s', (head, why) => {
    expect(readerOf('html').detect(head)).toBe(why);
  });

  it.each([
    '',
    'Daily Papers',
    '<a id="source-section-3"></a>\n### [Folding](https://huggingface.co/papers/2610.00001)',
    '<EOS> tokens considered harmful\n\nWe train <article> models on <h3> tags.',
    '# Daily Papers\n<div align="center"><img src="a.png"></div>\n',
    '<headless> browsers',
    '<div align="center"><img src="a.png"></div>\n\n# Daily Papers\n\nFolding Paper Cranes\n',
    '<p align="center"><b>Papers</b></p>\n\nDaily Papers\n\nFolding Paper Cranes\n',
    '<div>\n\n[Folding](https://huggingface.co/papers/2610.00001)\n</div>',
    '<h1>Papers</h1>\n- Folding Paper Cranes\n',
    'HTTP/2 200\ncontent-type: text/plain\n\nDaily Papers\n',
    '```\nDaily Papers\n```',
    '[{"paper": "<html>"}]',
  ])('%j is not HTML', (head) => {
    expect(readerOf('html').detect(head)).toBeNull();
  });
});

describe('facts of a page', () => {
  const address = (url: string) => `<!doctype html><meta property="og:url" content="${url}" />`;
  it.each([
    [address('https://huggingface.co/papers'), { kind: 'day' }],
    [
      address('https://huggingface.co/papers/date/2026-05-12'),
      { kind: 'day', headerDay: { year: 2026, month: 5, day: 12 } },
    ],
    [address('https://huggingface.co/papers/week/2026-W20'), { kind: 'week' }],
    [address('https://huggingface.co/papers/month/2026-05'), { kind: 'month' }],
    [address('https://huggingface.co/papers/trending'), { kind: 'trending' }],
    [address('https://huggingface.co/papers?q=paper+cranes%21'), { kind: 'search', query: 'paper cranes!' }],
    [
      '<html><div data-props="{&quot;dailyPapers&quot;:[],&quot;periodType&quot;:&quot;week&quot;}">',
      { kind: 'week', saysEmpty: true },
    ],
    [
      '<html><div data-props="{&quot;query&quot;:&quot;a \\&quot;b\\&quot;&quot;,&quot;dateString&quot;:&quot;2026-05-12&quot;,&quot;searchResults&quot;:[{&quot;paper&quot;:{&quot;title&quot;:&quot;x&quot;}}]}">',
      { kind: 'search', query: 'a "b"', captured: '2026-05-12' },
    ],
    [
      '<html><time datetime="2026-05-12T00:00:00.000Z"></time><a href="/papers/date/2026-05-11">',
      { previousDay: '2026-05-11', headerDay: { year: 2026, month: 5, day: 12 } },
    ],
    ['<html><p>No papers found</p>', { saysEmpty: true }],
    ['<html><p>Hello</p>', { kind: null, headerDay: null, saysEmpty: false }],
  ])('%s', async (html, facts) => {
    const { pages } = await readPages('html', html);
    expect(pages).toMatchObject([{ facts, settled: false, continues: false }]);
  });
});

describe('a page that breaks off', () => {
  it.each([
    '<a href="/papers/2505.00002',
    "<a href='/papers/2505.00002",
    '<div cla',
    '<!-- saved',
    '<script>a = "</',
    '<i data-props="{&quot;dailyPapers&quot;:[',
  ])('in %j has what is before', async (end) => {
    expect((await idsOf(`<html>${card('2505.00001')}${end}`)).ids).toEqual(['2505.00001']);
  });
});

it('reads every entity in titles, texts and data', async () => {
  const props =
    '{&quot;dailyPapers&quot;:[{&quot;paper&quot;:{&quot;title&quot;:&quot;&Eacute;tude &rarr; &amp;amp; &#x1F9A2;&quot;}}]}';
  const { pages } = await readPages(
    'html',
    `<html><i data-props="${props}"></i><h3><a href="/papers/2505.00001">Caf&eacute; &hArr; R&amp;D</a></h3>`,
  );
  expect(pages[0]?.entries.map(({ fields }) => fields.title)).toEqual(['Étude → &amp; 🦢', 'Café ⇔ R&D']);
});

const ROWS = [
  ['Cranes', '2505.00001'],
  ['Kites', '2505.00002'],
] as const;
const rows = (of: (title: string, id: string) => string): string =>
  ROWS.map(([title, id]) => of(title, id)).join('');
const records = JSON.stringify(ROWS.map(([title, id]) => ({ title, id, upvotes: 3 })));

const half = (text: string, end: 0 | 1): string =>
  JSON.stringify(end === 0 ? text.slice(0, 40) : text.slice(40));
/** Next.js cuts what it sends anywhere. */
const flight = (text: string): string =>
  `<script>self.__next_f.push([1,${half(text, 0)}])</script><script>self.__next_f.push([1,${half(text, 1)}])</script>`;
const described = (items: readonly object[]): string =>
  `<html><script type="application/ld+json">${JSON.stringify({ '@type': 'ItemList', name: 'All of them', itemListElement: items.map((item) => ({ '@type': 'ListItem', item })) })}</script></html>`;

it('reads the papers of a list that describes its page', async () => {
  const items = ROWS.map(([title, id]) => ({
    '@type': 'ScholarlyArticle',
    name: `Folded ${title}`,
    url: `https://huggingface.co/papers/${id}`,
    author: [{ '@type': 'Person', name: 'Ada Fold' }],
  }));
  const { papers } = await read(described(items));
  expect(papers.map(({ title, arxivId, authors }) => [title, arxivId, authors])).toEqual(
    ROWS.map(([title, id]) => [`Folded ${title}`, id, ['Ada Fold']]),
  );
});

it.each([
  [
    'papers of a lab',
    `<html>${flight(`5:["$","ul",null,{"papers":${JSON.stringify(ROWS.map(([title, id]) => ({ title, url: `https://arxiv.org/abs/${id}` })))}}]\n`)}</html>`,
  ],
  [
    'posts',
    described(
      ROWS.map(([title]) => ({
        '@type': 'BlogPosting',
        name: `Folded ${title}`,
        url: `https://huggingface.co/blog/${title}`,
        author: 'Ada',
      })),
    ),
  ],
  [
    'one paper',
    described([{ name: 'Folded Cranes', url: 'https://hf.co/papers/2505.00001', author: 'Ada' }]),
  ],
])('takes %s in a script for no list', async (_, page) => {
  expect((await read(page)).papers).toEqual([]);
});

it.each([
  [
    'bookmarks',
    `<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><DL><p>${rows((title, id) => `<DT><A HREF="https://huggingface.co/papers/${id}">Paper page - ${title}</A>`)}</DL>`,
  ],
  [
    'a note of Evernote',
    `<?xml version="1.0"?><en-export><note><title>Daily Papers</title><content><![CDATA[<en-note>${rows((title, id) => `<h3><a href="https://huggingface.co/papers/${id}">${title}</a></h3>`)}</en-note>]]></content></note></en-export>`,
  ],
  [
    'a table of ids',
    `<table><thead><tr><th></th><th>title</th><th>arxiv_id</th><th>upvotes</th></tr></thead><tbody>${rows((title, id) => `<tr><th>0</th><td>${title}</td><td>${id}</td><td>3</td></tr>`)}</tbody></table>`,
  ],
  [
    'a spreadsheet with its letters',
    `<table><thead><tr><th></th><th>A</th><th>B</th><th>C</th></tr></thead><tbody><tr><th>1</th><td>Title</td><td>Votes</td><td>URL</td></tr>${rows((title, id) => `<tr><th>2</th><td>${title}</td><td>3</td><td>https://hf.co/papers/${id}</td></tr>`)}</tbody></table>`,
  ],
  [
    'what unfolds',
    `<h2>2025-05-03</h2>${rows((title, id) => `<details><summary><b>${title}</b> (👍 3)</summary><p><a href="https://hf.co/papers/${id}">HF</a></p></details>`)}`,
  ],
  [
    'headings above what unfolds',
    rows(
      (title, id) =>
        `<section><h3>${title}</h3><details><summary>Show me all of it</summary><p><a href="https://hf.co/papers/${id}">HF</a></p></details></section>`,
    ),
  ],
  [
    'addresses below a base',
    `<html><base href="https://huggingface.co/">${rows((title, id) => `<h3><a href="papers/${id}">${title}</a></h3>`)}</html>`,
  ],
  [
    'a feed inside of a page that shows it',
    `<html><body><div><rss version="2.0"><channel>${rows((title, id) => `<item><title>${title}</title><link>https://hf.co/papers/${id}</link></item>`)}</channel></rss></div><div>This XML file</div></body></html>`,
  ],
  [
    'the source of a page, a row for each line',
    `<html><body><label>Line wrap</label><table>${rows((title, id) => `<tr><td class="line-number" value="1"></td><td class="line-content"><span>&lt;h3&gt;</span>&lt;a href="https://hf.co/papers/${id}"&gt;${title}&lt;/a&gt;&lt;/h3&gt;</td></tr>`)}</table></body></html>`,
  ],
  [
    'a page in a frame',
    `<html><body><iframe title="Papers" srcdoc="&lt;html&gt;${rows((title, id) => `&lt;h3&gt;&lt;a href='https://hf.co/papers/${id}'&gt;${title}&lt;/a&gt;&lt;/h3&gt;`)}&lt;/html&gt;" width="99"></iframe></body></html>`,
  ],
  [
    'data that a script takes',
    `<html><script>window.__STATE__ = {"at":"a;b","papers":{"items":${records}}};(function () { fold(); })();</script></html>`,
  ],
  [
    "a site's own addresses, with those of the papers as labels",
    `<h1>Papers</h1>${rows((title, id) => `<div class="card"><div><span>${id}</span><span>▲ 3</span></div><div><a href="../paper/${id}/index.html">${title}</a></div><div><a href="../paper/${id}/index.html">Full text</a><a href="https://arxiv.org/abs/${id}">arXiv</a></div></div>`)}`,
  ],
  [
    'addresses in words behind labels',
    `<h1>Daily Papers</h1>${rows((title, id) => `<h3>${title}</h3><div>3 upvotes<br>论文链接：https://huggingface.co/papers/${id}</div>`)}`,
  ],
  [
    'bold lines for headings',
    `<h1>Daily Papers</h1>${rows((title, id) => `<p><strong><span>${title}</span></strong><br></p><p>3 upvotes</p><p><a href="https://hf.co/papers/${id}">Link</a></p>`)}`,
  ],
  [
    'data in a script',
    `<html><script id="__NEXT_DATA__" type="application/json">{"props":{"papers":${records}}}</script></html>`,
  ],
  [
    'a table for each paper',
    `<h1>Daily Papers</h1>${rows((title, id) => `<table><tr><th>Title</th><td>${title}</td></tr><tr><th>arXiv</th><td><a href="https://arxiv.org/abs/${id}">${id}</a></td></tr><tr><th>Upvotes</th><td>3</td></tr></table>`)}`,
  ],
  [
    'what Next.js sends behind a page',
    `<html><script>self.__next_f.push([0])</script>${flight(`5:["$","div",null,{"papers":${records}}]\n`)}</html>`,
  ],
  ['JSON as a browser shows it', `<html><body><pre>${records}</pre></body></html>`],
  [
    'a table as a browser shows it',
    `<html><pre>title,arxiv_id,upvotes\n${rows((title, id) => `${title},${id},3\n`)}</pre></html>`,
  ],
  [
    'a feed as a browser shows it',
    `<html><pre>&lt;rss&gt;${rows((title, id) => `&lt;item&gt;&lt;title&gt;${title}&lt;/title&gt;&lt;link&gt;https://hf.co/papers/${id}&lt;/link&gt;&lt;/item&gt;`)}&lt;/rss&gt;</pre></html>`,
  ],
])('reads %s', async (_, page) => {
  const { papers } = await read(page);
  expect(papers.map(({ title, arxivId }) => [title, arxivId])).toEqual(ROWS);
  expect([null, 3]).toContain(papers[0]?.upvotes);
});

describe('a repository', () => {
  it.each([
    ['https://github.com/cranelab/cranes?tab=readme', 'https://github.com/cranelab/cranes'],
    ['https://github.com/cranelab/cr\u007fanes', null],
    ['https://github.com/crane\u202elab/cranes', null],
  ])('%j is %j', async (href, repo) => {
    const { pages } = await readPages('html', card('2605.00001', `<a href="${href}">GitHub</a>`));
    expect(pages[0]?.entries[0]?.fields.githubRepo).toBe(repo);
  });
});

it('takes no day and no address out of a damaged page of our own that is none', async () => {
  const page =
    '<!doctype html><meta name="generator" content="papers"><main><article><h2>Cranes</h2>' +
    '<p class="facts"><time class="submittedOn" datetime="2025-05-4">4 May</time></p>' +
    '<p class="links"><a class="githubRepo" href="https://github.com/a b">code</a></p></article></main>';
  const { pages } = await readPages('html', page);
  const fields = pages[0]?.entries[0]?.fields;
  expect(fields).toMatchObject({ title: 'Cranes', submittedOn: null, githubRepo: null });
});

it('takes an address out of a page of our own without what cannot be seen in it', async () => {
  const page =
    '<!doctype html><meta name="generator" content="papers"><main><article><h2>Cranes</h2>' +
    '<p class="links"><a class="githubRepo" href="https://githu\b.com/crane-lab/cranes">code</a></p></article></main>';
  const { pages } = await readPages('html', page);
  expect(pages[0]?.entries[0]?.fields.githubRepo).toBe('https://githu.com/crane-lab/cranes');
});

it('takes the address of a paper from its id on a page of our own whose links differ', async () => {
  const page =
    '<!doctype html><meta name="generator" content="papers"><main><article><h2><a href="https://huggingface.co/papers/2505.1">Cranes</a></h2>' +
    '<p class="links"><a href="https://arxiv.org/abs/2505.00011">arXiv</a></p></article></main>';
  const { pages } = await readPages('html', page);
  const fields = pages[0]?.entries[0]?.fields;
  expect(fields).toMatchObject({ arxivId: '2505.00011', url: 'https://huggingface.co/papers/2505.00011' });
});

describe('the authors of a card', () => {
  const list = (said: string) =>
    `<h1>Daily Papers</h1><ul>${rows((title, id) => `<li><a href="https://hf.co/papers/${id}">${title}</a><br>Authors: ${said}</li>`)}</ul>`;
  const table = (said: string) =>
    `<h1>Daily Papers</h1><table><tr><th>Title</th><th>Authors</th></tr>${rows((title, id) => `<tr><td><a href="https://hf.co/papers/${id}">${title}</a></td><td>${said}</td></tr>`)}</table>`;
  const cards = (said: string) =>
    `<h1>Daily Papers</h1>${rows((title, id) => `<div><h2><a href="https://hf.co/papers/${id}">${title}</a></h2>${said}</div>`)}`;
  const author = (name: string) => `<span itemprop="author"><span itemprop="name">${name}</span></span>`;
  it.each<[string, string[], number | null]>([
    [cards(`<p>${author('Ada Quill')}, ${author('Ben Ochre')}</p>`), ['Ada Quill', 'Ben Ochre'], 2],
    [cards('<div class="paper-authors">Ada Quill, Ben Ochre</div>'), ['Ada Quill', 'Ben Ochre'], 2],
    [
      cards('<p class="authors"><a href="/a">Ada Quill</a> <a href="/b">Ben Ochre</a></p>'),
      ['Ada Quill', 'Ben Ochre'],
      2,
    ],
    [cards('<p class="authors">Authors: Ada Quill and Ben Ochre</p>'), ['Ada Quill', 'Ben Ochre'], 2],
    [cards('<p class="authors">12 authors</p>'), [], 12],
    [cards('<p class="of-all-authors-and-more">We fold it</p>'), [], null],
    [list('Ada Quill, Ben Ochre and Cy Dee'), ['Ada Quill', 'Ben Ochre', 'Cy Dee'], 3],
    [list('Ada Quill et al.'), ['Ada Quill'], null],
    [list('Ada Quill, Ben Ochre and 4 more'), ['Ada Quill', 'Ben Ochre'], null],
    [list('Ada Quill, Ben Ochre, …'), ['Ada Quill', 'Ben Ochre'], null],
    [list('12 authors'), [], 12],
    [table('Ada Quill | Ben Ochre'), ['Ada Quill', 'Ben Ochre'], 2],
    [table('Ada Quill<br>Ben Ochre'), ['Ada Quill', 'Ben Ochre'], 2],
  ])('%s', async (page, authors, authorCount) => {
    const { papers } = await read(page);
    expect(papers).toMatchObject(ROWS.map(([title]) => ({ title, authors, authorCount })));
  });
});

describe('what a digest says of its papers', () => {
  const abstract = 'We fold cranes of paper with a model that has seen no crane, and ask them why.';
  const aiSummary = 'Cranes of paper are folded by a model that has seen none, and they fly away.';
  const chinese = '我们用一个从未见过纸鹤的模型来折叠纸鹤，然后问它们为什么要飞走。';
  const marked = abstract.replace(
    'cranes of paper',
    '<a href="https://a.example">cranes <i>of</i> paper</a>',
  );
  const linked = '<a href="/a">Ada Quill</a> <a href="/b">Ben Ochre</a>';
  const names = 'Ada Quill, Ben Ochre-Marsh, Cy Dee, Ida van der Berg, R. K. Fold';
  const link = '<a href="https://cranes.example">';
  const list = (said: string) =>
    `<h1>Daily Papers</h1>${rows((title, id) => `<h2><a href="https://hf.co/papers/${id}">${title}</a></h2>${said}`)}`;
  const table = (head: string, said: string) =>
    `<h1>Daily Papers</h1><table><tr><th>Title</th><th>${head}</th></tr>${rows((title, id) => `<tr><td><a href="https://hf.co/papers/${id}">${title}</a></td><td>${said}</td></tr>`)}</table>`;
  it.each<[string, object]>([
    [list('<p>42 upvotes, 7 comments</p>'), { upvotes: 42, comments: 7 }],
    [list('<p><b>Upvotes:</b> 42 <b>Comments:</b> 7</p>'), { upvotes: 42, comments: 7 }],
    [list('<p>👍 42 💬 7 ⭐ 1.2k</p>'), { upvotes: 42, comments: 7, githubStars: 1200 }],
    [list('<p>42 👍 7 💬</p>'), { upvotes: 42, comments: 7 }],
    [list(`<p><b>TL;DR:</b> ${aiSummary}</p><p>${abstract}</p>`), { abstract, aiSummary }],
    [list(`<p>${abstract}</p><p>AI summary: ${aiSummary}</p>`), { abstract, aiSummary }],
    [list(`<p>Summary: ${abstract}</p>`), { abstract, aiSummary: null }],
    [list(`<p><i>${names}</i></p><p>${abstract}</p>`), { abstract }],
    [list(`<p>${names}, et al.</p><p>${abstract}</p>`), { abstract }],
    [list(`<p>Authors: ${names}</p><div>${abstract}</div>`), { abstract, authorCount: 5 }],
    [list(`<p>${names}<br>${abstract}</p>`), { abstract }],
    [list(`<p>Authors: ${names}<br>Upvotes: 42</p><p>${abstract}</p>`), { abstract, upvotes: 42 }],
    [
      list(`<p>Department of Cranes, University of Folds, Norway; Crane Lab</p><p>${abstract}</p>`),
      { abstract },
    ],
    [
      list(`<p>Tags: paper, folds, cranes, kites, wings, beaks, evaluation, wind</p><p>${abstract}</p>`),
      { abstract },
    ],
    [
      list(`<p>Published 2025-05-03 · 42 upvotes · 7 comments · Crane Lab of Norway</p><p>${abstract}</p>`),
      { abstract, upvotes: 42 },
    ],
    [list(`<p>${abstract.slice(0, -1)}</p>`), { abstract: abstract.slice(0, -1) }],
    [
      list(`<div>${abstract} See <a href="https://a.example">all of it</a> there.</div>`),
      { abstract: `${abstract} See all of it there.` },
    ],
    [list(`<div>${abstract.slice(0, -1)}</div><div>${chinese}</div>`), { abstract: chinese }],
    [
      list(`<dl><dt>Authors</dt><dd>${linked}</dd><dt>Abstract</dt><dd>${marked}</dd></dl>`),
      { abstract, authors: ['Ada Quill', 'Ben Ochre'] },
    ],
    [
      list(
        `<table><tr><td>Authors</td><td>${linked}</td></tr><tr><td>Abstract</td><td>${marked}</td></tr></table>`,
      ),
      { abstract, authors: ['Ada Quill', 'Ben Ochre'] },
    ],
    [
      list(`<h3>Authors</h3><p>${linked}</p><h3>Abstract</h3><p>${marked}</p>`),
      { abstract, authors: ['Ada Quill', 'Ben Ochre'] },
    ],
    [list('<p>Keywords: a, b</p>'), { keywords: ['a', 'b'] }],
    [list(`<p>${link}Project page</a></p>`), { projectPage: 'https://cranes.example' }],
    [list(`<p>Project: ${link}cranes</a></p>`), { projectPage: 'https://cranes.example' }],
    [list('<p>By Ada Quill and Ben Ochre</p>'), { authors: ['Ada Quill', 'Ben Ochre'], authorCount: 2 }],
    [list('<p>by Ada Quill et al.</p>'), { authors: ['Ada Quill'], authorCount: null }],
    [list('<p>by Crane Lab</p>'), { authors: [] }],
    [list('<p>Comments: 12 pages, 5 figures</p>'), { comments: null }],
    [list('<p>Submitted by: Ada Quill</p>'), { submittedBy: null }],
    [list('<p>Authors (2): Ada Quill, Ben Ochre</p>'), { authors: ['Ada Quill', 'Ben Ochre'] }],
    [table('num_upvotes', '42'), { upvotes: 42 }],
    [table('numComments', '7'), { comments: 7 }],
    [table('Author Count', '3'), { authorCount: 3 }],
    [table('👍 Upvotes', '42'), { upvotes: 42 }],
    [table('Organization Name', 'Crane Lab'), { organization: 'Crane Lab' }],
    [table('organizationSlug', 'cranelab'), { organizationSlug: 'cranelab' }],
    [table('submittedBy', 'nora'), { submittedBy: 'nora' }],
    [table('githubRepo', 'https://github.com/a/b'), { githubRepo: 'https://github.com/a/b' }],
    [table('Published At', '2025-05-03T10:00:00Z'), { published: '2025-05-03' }],
    [table('Date', '2025/05/03'), { published: '2025-05-03' }],
    [table('Published', '<time>@May 3, 2025</time>'), { published: '2025-05-03' }],
    [table('Votes', '42</td></tr><tr><td>Total</td><td>84'), { upvotes: 42 }],
    [table('Votes', `42</td></tr><tr><td colspan="2">${abstract}`), { upvotes: 42, abstract }],
    [table('Submitted on', '2025-05-05'), { published: null, submittedOn: '2025-05-05' }],
    [table('Keywords', 'a, b'), { keywords: ['a', 'b'] }],
    [table('AI summary', aiSummary), { abstract: aiSummary, aiSummary: null }],
    [table('Project page', `${link}x</a>`), { projectPage: 'https://cranes.example' }],
  ])('%s', async (page, shown) => {
    const { papers } = await read(page);
    expect(papers).toMatchObject(ROWS.map(([title]) => ({ title, ...shown })));
  });
});

it('takes none of several bold lines above a paper for its title', async () => {
  const { papers } = await read(
    `<h1>Daily Papers</h1>${rows((title, id) => `<p><b>${title}</b></p><p><b>Folded by models</b></p><p><a href="https://hf.co/papers/${id}">Link</a></p>`)}`,
  );
  expect(papers).toEqual([]);
});

it('takes a translation beside a title for no part of it', async () => {
  const { papers } = await read(
    `<h1>Daily Papers</h1>${rows((title, id) => `<h3><a href="https://hf.co/papers/${id}">${title}<font class="notranslate wrapper" lang="de"><br><font class="notranslate inner">Kraniche</font></font></a></h3>`)}`,
  );
  expect(papers).toMatchObject(ROWS.map(([title]) => ({ title })));
});

it('a label behind a bold title is of neither the title nor the abstract', async () => {
  const abstract = 'We fold cranes of paper with a model that has seen no crane, and ask them why.';
  const { papers } = await read(
    `<h1>Daily Papers</h1><ol>${rows((title, id) => `<li><p><b>${title}</b> (<a href="https://hf.co/papers/${id}">link</a>): ${abstract}</p></li>`)}</ol>`,
  );
  expect(papers).toMatchObject(ROWS.map(([title]) => ({ title, abstract })));
});
