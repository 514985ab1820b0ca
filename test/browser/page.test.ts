import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaperRecord } from '../../src/paper.js';
import { paper, written } from '../helpers/paper.js';
import { hostilePapers } from '../hostile/records.js';

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const LAUNCH = {
  executablePath: PROGRAM ?? '',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** Of a paper each: place, organization, day, upvotes, comments. */
const FACTS: readonly [string, string | null, string, number | null, number | null][] = [
  ['Cranes', 'Paper & Sons', '2024-12-31', 7, 1],
  ['Rivers', null, '2025-05-19', 300, null],
  ['Kites', 'Åland Kites', '2025-01-02', null, 12],
  ['Boats', 'Paper & Sons', '2025-02-03', 7, 3],
];

const PAPERS: readonly PaperRecord[] = FACTS.map(([title, organization, published, upvotes, comments], at) =>
  paper({
    title: `${title} that learn`,
    organization,
    published,
    upvotes,
    comments,
    authorCount: 3,
    submittedOn: '2025-06-01',
    submittedBy: 'ida',
    arxivId: `2505.1000${at}`,
    url: `https://huggingface.co/papers/2505.1000${at}`,
    githubRepo:
      'https://github.com/paper-sons/a-name-that-is-long-enough-to-leave-a-narrow-page-behind-itself',
    aiSummary: `What ${title} do.`,
    authors: ['Ida Quill', 'Bo Marsh'],
    keywords: ['origami'],
    abstract: `We fold ${title} from paper. See https://www.folds.example/${'long'.repeat(30)}`,
    links: [`https://www.folds.example/${'long'.repeat(30)}`],
  }),
);

const folder = mkdtempSync(join(tmpdir(), 'papers-page-'));

/** The page of these papers as a file. */
const fileOf = async (name: string, papers: readonly PaperRecord[], options = {}): Promise<string> => {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, await written(papers, 'html', options));
  return pathToFileURL(path).href;
};

describe.skipIf(PROGRAM === undefined)(
  `the page in a browser${PROGRAM === undefined ? ' (not run: no Chromium here)' : ''}`,
  () => {
    let browser: Browser;
    let file: string;
    beforeAll(async () => {
      browser = await chromium.launch(LAUNCH);
      file = await fileOf('page', PAPERS, { feedUrl: 'https://papers.example/daily.atom' });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    /** Does something on the page, which must say nothing and ask for nothing meanwhile. */
    const on = async (
      act: (page: Page) => Promise<unknown>,
      options: Parameters<Browser['newPage']>[0] = {},
      url = file,
    ): Promise<void> => {
      const page = await browser.newPage(options);
      const noise: string[] = [];
      page.on('console', (message) => noise.push(message.text()));
      page.on('pageerror', (error) => noise.push(String(error)));
      page.on('dialog', (dialog) => noise.push(dialog.message()));
      page.on('request', (request) => noise.push(request.url()));
      await page.goto(url);
      await act(page);
      await page.close();
      expect(noise).toEqual([url]);
    };

    const titles = (page: Page): Promise<(string | undefined)[]> =>
      page
        .locator('article:visible h2')
        .allTextContents()
        .then((all) => all.map((title) => title.split(' ')[0]));
    const count = (page: Page): Promise<string | null> => page.getByRole('status').textContent();

    test('shows all papers in the order of the feed', () =>
      on(async (page) => {
        expect(await titles(page)).toEqual(['Cranes', 'Rivers', 'Kites', 'Boats']);
        expect(await count(page)).toBe('4 papers');
      }));

    test('searches titles, abstracts, names and keywords for all words, and announces how many are left', () =>
      on(async (page) => {
        const found = async (words: string): Promise<readonly unknown[]> => {
          await page.getByRole('searchbox', { name: 'Search' }).fill(words);
          return [await titles(page), await count(page)];
        };
        expect(await page.getByRole('status').getAttribute('aria-live')).toBe('polite');
        expect(await found('FOLD kites')).toEqual([['Kites'], '1 of 4 papers']);
        expect(await found(' paper &  sons ')).toEqual([['Cranes', 'Boats'], '2 of 4 papers']);
        expect(await found('bo marsh origami do. ida')).toEqual([
          ['Cranes', 'Rivers', 'Kites', 'Boats'],
          '4 papers',
        ]);
        // A label is nothing of a paper.
        expect(await found('pdf')).toEqual([[], '0 of 4 papers']);
        expect(await found('')).toEqual([['Cranes', 'Rivers', 'Kites', 'Boats'], '4 papers']);
      }));

    test('sorts by date, upvotes and comments; what shows none is last, and ties keep their order', () =>
      on(async (page) => {
        const sorted = async (by: string): Promise<unknown> => {
          await page.getByLabel('Sort').selectOption(by);
          return titles(page);
        };
        expect(await sorted('newest first')).toEqual(['Rivers', 'Boats', 'Kites', 'Cranes']);
        expect(await sorted('most upvotes')).toEqual(['Rivers', 'Cranes', 'Boats', 'Kites']);
        expect(await sorted('most comments')).toEqual(['Kites', 'Boats', 'Cranes', 'Rivers']);
        expect(await sorted('as listed')).toEqual(['Cranes', 'Rivers', 'Kites', 'Boats']);
      }));

    test('filters by organization and year together', () =>
      on(async (page) => {
        const choices = (label: string) => page.getByLabel(label).locator('option').allTextContents();
        expect(await choices('Organization')).toEqual(['all', 'Åland Kites (1)', 'Paper & Sons (2)']);
        expect(await choices('Year')).toEqual(['all', '2025 (3)', '2024 (1)']);
        await page.getByLabel('Organization').selectOption('Paper & Sons');
        expect(await titles(page)).toEqual(['Cranes', 'Boats']);
        await page.getByLabel('Year').selectOption('2025');
        expect([await titles(page), await count(page)]).toEqual([['Boats'], '1 of 4 papers']);
        await page.getByLabel('Organization').selectOption('');
        expect(await titles(page)).toEqual(['Rivers', 'Kites', 'Boats']);
      }));

    test('offers only what papers differ in', async () => {
      const alike = await fileOf('alike', [paper(), paper({ title: 'Kites' })]);
      await on(
        async (page) => {
          for (const label of ['Sort', 'Organization', 'Year', 'Open all abstracts'])
            expect([label, await page.getByLabel(label).isVisible()]).toEqual([label, false]);
          expect(await page.getByRole('searchbox').isVisible()).toBe(true);
        },
        {},
        alike,
      );
      const empty = await fileOf('empty', []);
      await on(
        async (page) => {
          expect(await page.getByRole('search').isVisible()).toBe(false);
          expect(await page.locator('main').textContent()).toBe('\nNo papers found.\n');
        },
        {},
        empty,
      );
    });

    test('works from the keyboard alone', () =>
      on(async (page) => {
        /** The text of what has the focus, or of its label without what is inside. */
        const focused = (): Promise<string> =>
          page.evaluate(`{
            const label = document.activeElement.closest('label');
            const nodes = label ? [...label.childNodes].filter((node) => node.nodeType === 3) : [document.activeElement];
            nodes.map((node) => node.textContent).join('').trim();
          }`);
        const places: string[] = [];
        for (let at = 0; at < 9; at++) {
          await page.keyboard.press('Tab');
          places.push(await focused());
        }
        expect(places).toEqual(
          'Feed,Search,Sort,Organization,Year,Open all abstracts,Cranes that learn,Abstract,arXiv'.split(','),
        );
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Enter');
        expect(await page.getByText('We fold Cranes').isVisible()).toBe(true);
        for (let at = 0; at < 6; at++) await page.keyboard.press('Shift+Tab');
        await page.keyboard.type('kites');
        await page.keyboard.press('Enter');
        expect(await titles(page)).toEqual(['Kites']);
        await page.keyboard.press('Tab');
        await page.keyboard.press('n');
        expect(await page.getByLabel('Sort').inputValue()).toBe('day');
      }));

    test('opens and closes all abstracts', () =>
      on(async (page) => {
        const open = () => page.locator('details[open]').count();
        await page.getByLabel('Open all abstracts').check();
        expect(await open()).toBe(4);
        await page.getByLabel('Open all abstracts').uncheck();
        expect(await open()).toBe(0);
      }));

    test('is whole without its script: every paper and no tool', () =>
      on(
        async (page) => {
          expect(await titles(page)).toEqual(['Cranes', 'Rivers', 'Kites', 'Boats']);
          expect(await page.getByRole('search').count()).toBe(0);
          await page.locator('summary').first().click();
          expect(await page.getByText('We fold Cranes').isVisible()).toBe(true);
        },
        { javaScriptEnabled: false },
      ));

    test('prints every abstract and no tool, also without its script', async () => {
      for (const javaScriptEnabled of [true, false])
        await on(
          async (page) => {
            await page.emulateMedia({ media: 'print' });
            for (const { title } of PAPERS)
              expect(await page.getByText(`We fold ${title.split(' ')[0]}`).isVisible()).toBe(true);
            expect(await page.locator('summary').first().isVisible()).toBe(false);
            expect(await page.getByRole('search').count()).toBe(0);
            const pdf = await page.pdf();
            expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
          },
          { javaScriptEnabled },
        );
    });

    test.each([320, 768, 1280])('fits %d pixels without a horizontal scroll', (width) =>
      on(
        async (page) => {
          await page.getByLabel('Open all abstracts').check();
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        },
        { viewport: { width, height: 800 } },
      ),
    );

    test.each([
      ['light', 'rgb(255, 255, 255)'],
      ['dark', 'rgb(22, 23, 27)'],
    ] as const)('is %s where the system is', (colorScheme, back) =>
      on(
        async (page) =>
          expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(back),
        { colorScheme },
      ),
    );

    test.each(['light', 'dark'] as const)('has nothing for axe to find, %s', (colorScheme) =>
      on(
        async (page) => {
          const faults = async (): Promise<unknown> => {
            // The page's own policy forbids scripts: axe runs in a world of its own beside it.
            const session = await page.context().newCDPSession(page);
            const { frameTree } = await session.send('Page.getFrameTree');
            const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
              frameId: frameTree.frame.id,
            });
            await session.send('Runtime.evaluate', { expression: axe.source, contextId });
            const { result } = await session.send('Runtime.evaluate', {
              expression: `axe.run({ rules: { 'target-size': { enabled: true } } }).then(({ violations, passes }) =>
                [passes.length > 20, ...violations.map(({ id, nodes }) => id + ': ' + nodes[0].html)])`,
              contextId,
              awaitPromise: true,
              returnByValue: true,
            });
            return result.value;
          };
          expect(await faults()).toEqual([true]);
          await page.getByLabel('Open all abstracts').check();
          await page.getByRole('searchbox').fill('fold');
          expect(await faults()).toEqual([true]);
        },
        { colorScheme },
      ),
    );

    test('runs nothing of hostile records, in titles, lists or when searched', async () => {
      const hostile = await fileOf('hostile', hostilePapers, {
        feedTitle: hostilePapers[10]?.title,
        feedUrl: 'https://papers.example/"><script>alert(1)</script>',
      });
      await on(
        async (page) => {
          await page.getByLabel('Open all abstracts').check();
          await page.getByLabel('Organization').selectOption({ index: 3 });
          await page.getByLabel('Organization').selectOption('');
          await page.getByRole('searchbox').fill('<img src=x');
          expect(await count(page)).toBe(`1 of ${hostilePapers.length} papers`);
          expect(await page.locator('main img, main script, header script').count()).toBe(0);
        },
        {},
        hostile,
      );
    });

    test('lets no text become markup, whoever tries', async () => {
      const page = await browser.newPage();
      await page.goto(file);
      const attempt = `document.body.innerHTML = '<img src=x onerror="document.title = 1">'`;
      await expect(page.evaluate(attempt)).rejects.toThrow(/TrustedHTML/);
      await page.close();
    });
  },
);
