import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from './read-case.js';

/** Scraps of every kind of line, to be put together at random. */
const SCRAPS = [
  'Folding Paper Cranes with Language Models',
  `We fold cranes ${'and boats '.repeat(40)}.`,
  '  • 3 authors',
  '1 authors',
  '·',
  '?',
  '-',
  '94',
  'May 19, 2025 2',
  'Feb 4',
  'Submitted by',
  'akhaliq',
  'cranelab Crane Lab',
  '### [Folding Paper Cranes](https://huggingface.co/papers/2606.00001)',
  '### Folding Boats',
  '[101](https://huggingface.co/login?next=%2Fpapers%2F2606.00001)',
  '[- 3 authors](https://huggingface.co/papers/2606.00002)',
  'https://huggingface.co/papers/2606.00003',
  '[Crane Lab](https://huggingface.co/cranelab) · Published on Oct 4, 2026',
  '[',
  '](https://huggingface.co/papers/2606.00001)[5](https://huggingface.co/papers/2606.00001#community)',
  '][35]',
  '[12]Models',
  'Daily Papers',
  'new',
  'Apr 16',
  'Aug',
  'Previous',
  '---',
  '```text',
  'retrieved: 2026-10-02',
  'GitHub 3.29k',
  'Upvote',
  '',
  '',
  ' ',
];

const roleSum = ({ inPapers, page, blank, dropped, unrecognised }: Record<string, number>): number =>
  [inPapers, page, blank, dropped, unrecognised].reduce<number>((sum, count) => sum + (count ?? 0), 0);

describe('garbage', () => {
  it('of any bytes never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        await read(bytes, { inputFormat: 'text' });
        await read(bytes);
      }),
      { numRuns: 300 },
    );
  });

  it('of any text gives every line one role', async () => {
    const text = fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, async (lines) => {
        const words = lines.join('\n').replace(/[\r\n]+/g, '\n');
        const { inputs } = await read(words, { inputFormat: 'text' });
        for (const { lines: counts } of inputs) expect(counts.total).toBe(roleSum({ ...counts }));
      }),
      { numRuns: 300 },
    );
  });

  it('made of real scraps accounts for every line, once, and invents no title', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...SCRAPS), { maxLength: 60 }), async (lines) => {
        const seen: number[] = [];
        const text = lines.join('\n');
        const { papers, inputs } = await read(text, {
          onLine: ({ line }) => seen.push(line),
          inputFormat: 'text',
        });
        const [report] = inputs;
        if (!report) return;
        const total = text === '' ? 0 : lines.length - (lines.at(-1) === '' ? 1 : 0);
        expect(report.lines.total).toBe(total);
        expect(roleSum({ ...report.lines })).toBe(total);
        expect(seen).toEqual(Array.from({ length: total }, (_, i) => i + 1));
        // Heading and reference marks come off.
        const wordsOf = (said: string) => said.replaceAll('[12]', '').replace(/[#\s]+/g, ' ');
        for (const { title } of papers) expect(wordsOf(text)).toContain(wordsOf(title).slice(0, 20));
      }),
      { numRuns: 1500 },
    );
  });
});
