import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../helpers/read-case.js';
import { type Converter, PACKAGES } from '../matrix/converters.js';
import { SPACINGS } from '../matrix/element.js';
import { inventPapers } from '../matrix/invent.js';
import { renderPaperPage } from '../matrix/paper-page.js';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..', '..');

const titlesIn = async (text: string | Uint8Array): Promise<string[]> =>
  (await read(text)).papers.map(({ title }) => title);

const DOCUMENT = /\.(?:md|markdown|txt)$|^LICENSE/i;
const documents = readdirSync(join(ROOT, 'node_modules'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && DOCUMENT.test(entry.name))
  .map(({ parentPath, name }) => join(parentPath, name));
/** Fewer than this are not all the documents that the tools bring along. */
const LEAST = 300;

describe('what is no feed gives no paper', () => {
  it(`all ${documents.length} documents below node_modules`, async () => {
    expect(documents.length).toBeGreaterThanOrEqual(LEAST);
    const found: string[] = [];
    for (const document of documents) {
      const titles = await titlesIn(readFileSync(document));
      if (titles.length > 0) found.push(`${document.slice(ROOT.length)}: ${titles.join(' / ')}`);
    }
    expect(found).toEqual([]);
  });

  it.each(readdirSync(HERE).filter((name) => DOCUMENT.test(name)))('%s', async (name) => {
    expect(await titlesIn(readFileSync(join(HERE, name)))).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/recipes.md'])('our own %s', async (name) => {
    expect(await titlesIn(readFileSync(join(ROOT, name)))).toEqual([]);
  });
});

/** What is left of such a page by a converter that keeps its words, on lines of their own. */
const keepsWords = (text: string): boolean =>
  ['Authors:', 'Abstract', 'Community'].every((word) => new RegExp(`^\\W*${word}`, 'm').test(text));

describe('the page of one paper is no list', () => {
  const converters: Readonly<Record<string, Converter>> = {
    ...PACKAGES,
    'none: the HTML itself': (html) => html,
  };
  const pages = Object.values(SPACINGS).flatMap((spacing, i) => {
    const papers = inventPapers(40 + i);
    return [papers[0], papers[4]].flatMap((paper) => (paper ? [renderPaperPage(paper, spacing)] : []));
  });

  it.each(Object.entries(converters))('%s: no paper, and the message says what it is', async (_, convert) => {
    for (const html of pages) {
      const text = await convert(html);
      const { papers, diagnostics } = await read(text);
      expect(papers.map(({ title }) => title)).toEqual([]);
      const said = diagnostics.filter(({ code }) => code === 'no-papers').map(({ message }) => message);
      expect(said).toHaveLength(1);
      if (keepsWords(text) || text === html) expect(said[0]).toContain('page of a single paper');
    }
  });
});
