import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arxivId } from '../../src/fields/arxiv.js';
import { linksIn } from '../../src/fields/links.js';
import type { PaperRecord } from '../../src/paper.js';
import { parseText } from '../../src/parse.js';
import { plainLine } from '../../src/writers/escape-xml.js';
import { anyPaper, paper, written } from '../helpers/paper.js';
import { hostilePapers } from '../hostile/records.js';

const shown = (text: string | null): string | null => plainLine(text ?? '') || null;
const list = (texts: readonly string[]): string[] => texts.flatMap((text) => shown(text) ?? []);

const CRANES = paper({
  title: 'Cranes & <folds>',
  arxivId: '2505.13379',
  url: 'https://huggingface.co/papers/2505.13379',
  githubRepo: 'https://github.com/paper-sons/cranes',
  projectPage: 'https://cranes.example/?a=1&b="2"',
  links: ['https://github.com/paper-sons/cranes', 'https://www.folds.example/x/'],
  abstract: 'We fold.',
});

describe('the page', () => {
  test('links to the paper, arXiv, its PDF, the repository and what the abstract names', async () => {
    const $ = load(await written([CRANES], 'html'));
    expect(
      $('article a')
        .toArray()
        .map((link) => [$(link).text(), $(link).attr('href')]),
    ).toEqual([
      ['Cranes & <folds>', 'https://huggingface.co/papers/2505.13379'],
      ['arXiv', 'https://arxiv.org/abs/2505.13379'],
      ['PDF', 'https://arxiv.org/pdf/2505.13379'],
      ['GitHub', 'https://github.com/paper-sons/cranes'],
      ['Project page', 'https://cranes.example/?a=1&b="2"'],
      ['folds.example/x', 'https://www.folds.example/x/'],
    ]);
  });

  test('allows its own style and script by their hashes and nothing else', async () => {
    const $ = load(await written(hostilePapers, 'html'));
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content')?.split('; ');
    expect($('style, script')).toHaveLength(2);
    expect(policy).toEqual([
      "default-src 'none'",
      'img-src data:',
      `style-src ${hash($('style').text())}`,
      `script-src ${hash($('script').text())}`,
      "require-trusted-types-for 'script'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect($('script').text()).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(/,
    );
  });

  test.each([
    ['https://papers.example/daily.atom', 'application/atom+xml'],
    ['https://papers.example/daily.RSS?x=1', 'application/rss+xml'],
    ['https://papers.example/feed.json', 'application/feed+json'],
    ['https://papers.example/feed', 'application/atom+xml'],
  ])('names the feed %s', async (feedUrl, type) => {
    const $ = load(await written([], 'html', { feedUrl, feedTitle: 'Our "own" <papers>' }));
    expect($('link[rel="alternate"]').attr()).toEqual({
      rel: 'alternate',
      type,
      title: 'Our "own" <papers>',
      href: feedUrl,
    });
    expect($('header a').attr('href')).toBe(feedUrl);
    expect([$('title').text(), $('h1').text()]).toEqual(['Our "own" <papers>', 'Our "own" <papers>']);
  });

  test('takes no address that is none of the web for a feed', async () => {
    for (const feedUrl of ['papers.atom', 'javascript:alert(1)', 'https://'])
      await expect(written([], 'html', { feedUrl })).rejects.toThrow(/feedUrl is not a web address/);
  });

  test('is the same text twice', async () => {
    expect(await written(hostilePapers, 'html')).toBe(await written([...hostilePapers], 'html'));
  });

  test('holds hostile records as text: no element, attribute or address of theirs', async () => {
    const $ = load(await written(hostilePapers, 'html', { feedTitle: hostilePapers[10]?.title ?? '' }));
    expect(
      $('article h2')
        .toArray()
        .map((title) => $(title).text()),
    ).toEqual(hostilePapers.map(({ title }) => shown(title)));
    const names = new Set(
      $('main *')
        .toArray()
        .flatMap((one) => [one.name, ...Object.keys(one.attribs)]),
    );
    expect([...names].sort()).toEqual(
      'a article b class datetime details h2 href p span summary time'.split(' '),
    );
    for (const link of $('a').toArray()) expect($(link).attr('href')).toMatch(/^https:\/\//);
  });
});

describe('read back', () => {
  test('gives the papers that it shows', async () => {
    // The schema lets ids of a thirteenth month through; no reader does.
    const record = anyPaper.map((each) => ({ ...each, arxivId: each.arxivId && arxivId(each.arxivId) }));
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 4 }), async (given) => {
        const { papers } = await parseText(await written(given, 'html'));
        expect(papers).toEqual(
          given.map((each) => {
            const abstract = shown(each.abstract);
            return expect.objectContaining({
              title: shown(each.title) ?? 'Untitled',
              published: each.published,
              yearInferred: each.yearInferred,
              submittedOn: each.submittedOn,
              upvotes: each.upvotes,
              comments: each.comments,
              authorCount: each.authorCount,
              githubStars: each.githubStars,
              organization: shown(each.organization),
              submittedBy: shown(each.submittedBy),
              authors: list(each.authors),
              keywords: list(each.keywords),
              aiSummary: shown(each.aiSummary),
              abstract,
              arxivId: each.arxivId ?? arxivId(each.url ?? ''),
              ...(abstract !== null && { links: linksIn(abstract) }),
            });
          }),
        );
      }),
    );
  });

  test('gives every field of a paper, whatever its abstract links to', async () => {
    const full = paper({
      ...CRANES,
      published: '2025-05-19',
      submittedOn: '2025-05-22',
      yearInferred: true,
      upvotes: 1,
      comments: 0,
      authorCount: 3,
      organization: '7 upvotes · 9 comments',
      organizationSlug: 'paper-sons',
      submittedBy: 'ida',
      githubStars: 33,
      authors: ['Ida van der Quill', 'Marsh, Bo'],
      keywords: ['origami', 'A&B'],
      aiSummary: 'Paper folds.',
      abstract: 'See https://arxiv.org/abs/2501.00001, https://github.com/paper-sons/cranes',
      links: ['https://arxiv.org/abs/2501.00001', 'https://github.com/paper-sons/cranes'],
    });
    const bare = paper({ title: 'No id', abstract: full.abstract, links: full.links });
    const short = paper({ title: 'No abstract', organizationSlug: 'a', links: ['https://x.example/'] });
    const { papers, diagnostics } = await parseText(await written([full, bare, short], 'html'));
    expect(papers).toEqual([full, bare, short]);
    expect(diagnostics).toEqual([]);
  });

  test('says that it has no papers', async () => {
    const { diagnostics } = await parseText(await written([], 'html'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['page-empty']);
  });

  test('gives the papers also where a mail dropped the head: by their titles and links', async () => {
    const papers = ['Cranes That Fold', 'Rivers That Run Uphill', 'Kites'].map((title, at) =>
      paper({
        ...CRANES,
        title,
        arxivId: `2505.1337${at}`,
        url: `https://huggingface.co/papers/2505.1337${at}`,
        upvotes: 12,
        comments: at,
        published: '2025-05-19',
        abstract: 'We fold paper, and more paper, and what is left of it, until it is a crane.',
      }),
    );
    const body = /<main>[\s\S]*<\/main>/.exec(await written(papers, 'html'))?.[0] ?? '';
    const { papers: back } = await parseText(`<h1>Daily Papers</h1>${body}`);
    const facts = (all: readonly PaperRecord[]) =>
      all.map(({ title, url, upvotes, comments, published, githubRepo, abstract }) => {
        return { title, url, upvotes, comments, published, githubRepo, abstract };
      });
    expect(facts(back)).toEqual(facts(papers));
  });
});
