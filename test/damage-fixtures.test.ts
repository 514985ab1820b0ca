import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../src/paper.js';
import { read, readCases } from './read-case.js';

/** Pages of every kind, each with its own titles, names and numbers. */
const KINDS = [
  'search-page',
  'day-page',
  'day-page-with-organizations',
  'organization-apart-from-dot',
  'trending-cards',
  'trending-as-plain-text',
  'markdown-with-links',
  'link-targets-on-own-lines',
  'numbered-references',
];
const FACTS = ['authorCount', 'organization', 'published', 'submittedBy', 'arxivId', 'githubRepo'] as const;

const cases = readCases().filter(({ name }) => name.startsWith('read/text/'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** What belongs to another paper of the page: a value is foreign if only others have it. */
const mixed = (papers: readonly Paper[], whole: readonly Paper[]): string[] =>
  papers.flatMap((paper) => {
    const own = whole.filter(({ title }) => title === paper.title);
    const others = whole.filter(({ title }) => title !== paper.title);
    if (own.length === 0) return [];
    const has = (list: readonly Paper[], field: (typeof FACTS)[number]): boolean =>
      list.some((other) => other[field] === paper[field]);
    return FACTS.filter((field) => paper[field] !== null && !has(own, field) && has(others, field)).map(
      (field) => `${paper.title}: ${field} is ${paper[field]}`,
    );
  });

describe.each(cases.filter(({ name }) => KINDS.some((kind) => name === `read/text/${kind}`)))(
  '$name, damaged',
  ({ bytes }) => {
    const lines = textOf(bytes).split(/\r?\n/);

    it('never mixes two papers without any one line, and says when it loses one', async () => {
      const whole = await read(lines.join('\n'), { asOf: '2026-11-23' });
      for (const [i, line] of lines.entries()) {
        const { papers, diagnostics } = await read(lines.toSpliced(i, 1).join('\n'), { asOf: '2026-11-23' });
        expect([line, ...mixed(papers, whole.papers)]).toEqual([line]);
        expect([line, papers.length <= whole.papers.length]).toEqual([line, true]);
        const said = diagnostics.some(({ severity }) => severity !== 'info');
        expect([line, papers.length === whole.papers.length || said]).toEqual([line, true]);
      }
    });

    it('never mixes two papers with any one line doubled', async () => {
      const whole = await read(lines.join('\n'), { asOf: '2026-11-23' });
      for (const [i, line] of lines.entries()) {
        const { papers } = await read(lines.toSpliced(i, 0, line).join('\n'), { asOf: '2026-11-23' });
        expect([line, ...mixed(papers, whole.papers)]).toEqual([line]);
      }
    });

    it('reads on without any three lines', async () => {
      const place = fc.nat(lines.length - 1);
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(place, { minLength: 3, maxLength: 3 }), async (gone) => {
          const left = lines.filter((_, i) => !gone.includes(i)).join('\n');
          const { inputs } = await read(left, { asOf: '2026-11-23' });
          expect(inputs[0]?.lines.total).toBe(
            lines.length - 3 - (left.endsWith('\n') || left === '' ? 1 : 0),
          );
        }),
        { numRuns: 20 },
      );
    });
  },
);

/** Where a page ends and the next begins is told by its header. */
const HEADER = /^(?:> ?|#+ )?(?:\[\d+\])?(?:Daily Papers|Trending Papers|new)\b/m;
const pages = cases.filter(
  ({ bytes, options, input }) =>
    Object.keys(options).length === 0 && !input.includes('20') && HEADER.test(textOf(bytes).slice(0, 400)),
);

describe('two whole pages in one file', () => {
  it('are enough', () => expect(pages.length).toBeGreaterThan(30));

  it.each(pages)('$name and any other give what each gives', async (first) => {
    const a = textOf(first.bytes);
    const before = await read(a);
    for (const second of pages) {
      const b = textOf(second.bytes);
      const { papers } = await read(`${a}\n${b}`);
      expect([second.name, ...papers]).toEqual([second.name, ...before.papers, ...(await read(b)).papers]);
    }
  });
});
