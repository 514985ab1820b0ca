import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { seeded } from '../helpers/random.js';
import { read } from '../helpers/read-case.js';
import { SPACINGS } from '../matrix/element.js';
import { printedValue, SHOWN } from '../matrix/expected.js';
import { inventPapers } from '../matrix/invent.js';
import { KINDS, type Kind, renderPage } from '../matrix/pages.js';

const PAPERS = inventPapers(1);

/** What programs make of a page without its JSON. */
const FORMS: Readonly<Record<string, (html: string) => string>> = {
  'as it is': (html) => html,
  'written by a browser': (html) => parseHTML(html).document.toString(),
  'with whole addresses': (html) => html.replaceAll('href="/', 'href="https://huggingface.co/'),
  'without articles': (html) => html.replace(/<(\/?)article/g, '<$1div'),
  'without articles and above them': (html) =>
    html.replace(/<(\/?)article/g, '<$1div').replace(/[\s\S]*<main>/, '<main>'),
  'without divisions': (html) => html.replace(/<\/?div[^>]*>/g, ''),
  'with links and boxes alone': (html) =>
    html.replace(
      /<(\w+)((?: [\w-]+="[^"]*")+)>/g,
      (_, tag, attributes) =>
        `<${tag}${/ href="[^"]*"/.exec(attributes)?.[0] ?? ''}${/ type="checkbox"/.exec(attributes)?.[0] ?? ''}>`,
    ),
  'hard-wrapped': (html) =>
    html.replace(/>([^<]{60,})</g, (_, text) => `>${text.replace(/(.{30,40}) /g, '$1\n    ')}<`),
};

/** What of the papers that a page shows is not what it shows. */
const wrongIn = async (html: string, kind: Kind, isWhole: boolean): Promise<string[]> => {
  const { papers } = await read(html, { asOf: '2026-10-02', inputFormat: 'html' });
  return papers.flatMap((paper) => {
    const invented = PAPERS.find(({ id }) => id === paper.arxivId);
    if (invented === undefined) return [`invented: ${paper.title}`];
    return SHOWN[kind].flatMap((field) => {
      const [is, shown] = [paper[field], printedValue(invented, field, kind)].map((value) =>
        JSON.stringify(value),
      );
      const isCut = !isWhole && (is === 'null' || shown?.startsWith(is?.slice(0, -1) ?? ''));
      return is === shown || isCut ? [] : [`${paper.title}: ${field}: ${is} for ${shown}`];
    });
  });
};

describe.each(Object.entries(FORMS))('a page %s', (_, form) => {
  it.each(KINDS)('of kind %s gives every paper', async (kind) => {
    for (const spacing of [SPACINGS.none, SPACINGS.svelte]) {
      const html = form(renderPage(kind, PAPERS, spacing as (typeof SPACINGS)[string]));
      expect(await wrongIn(html, kind, true)).toEqual([]);
      expect((await read(html)).papers).toHaveLength(PAPERS.length);
    }
  });
});

describe.each(Object.entries(FORMS))('a piece of a page %s', (_, form) => {
  const random = seeded(7);
  it.each(KINDS)('of kind %s has nothing of another paper and no paper that is not there', async (kind) => {
    const html = form(renderPage(kind, PAPERS, SPACINGS.svelte as (typeof SPACINGS)[string]));
    for (let i = 0; i < 6; i++) {
      const from = i % 2 === 0 ? 0 : random.below(html.length);
      const piece = html.slice(from, from + random.below(html.length - from));
      expect(await wrongIn(piece, kind, false)).toEqual([]);
    }
  });
});
