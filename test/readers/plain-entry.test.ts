import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outcome, read, readCases, SEED } from '../helpers/read-case.js';

const SAMPLE = readFileSync(SEED, 'utf8').split('\n');

/** Who wants every line gets each by itself; all others get the plain entries of a page in one step each. */
const bothWays = async (text: string | Uint8Array): Promise<[Outcome, Outcome]> => [
  await read(text, { inputFormat: 'text' }),
  await read(text, { inputFormat: 'text', onLine: () => undefined }),
];

/** Lines of other shapes, and plain ones in the wrong place. */
const STRANGE = [
  '',
  ' ',
  '·',
  '-',
  '5',
  '  • 7 authors',
  '1 authors',
  'May 19, 2025 2',
  'Feb 914',
  'Feb 31',
  'new',
  'Daily Papers',
  'Submitted by akhaliq',
  'intuit Intuit',
  'Lab 5',
  'Lab](https://huggingface.co/papers/2606.00001)',
  'https://huggingface.co/papers/2606.00001#community',
  '/papers/2606.00001',
  '[Crane Lab](https://huggingface.co/cranelab)',
  '### Folding Paper Cranes',
  '> quoted',
  'Models & Datasets',
  'May 1,',
  'Two  spaces',
  'Tab\tinside',
  'Dés à coudre',
  'Imagen 3',
  'GitHub 3.29k',
  `We fold cranes ${'and boats '.repeat(40)}.`,
  `Submitted by a · 3 authors ${'and · 4 authors '.repeat(30)}`,
];

type Edit = (lines: string[], at: number, strange: string) => unknown;
const EDITS: Record<string, Edit> = {
  insert: (lines, at, strange) => lines.splice(at, 0, strange),
  replace: (lines, at, strange) => lines.splice(at, 1, strange),
  remove: (lines, at) => lines.splice(at, 1),
  double: (lines, at) => lines.splice(at, 0, lines[at] ?? ''),
  swap: (lines, at) => lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
  'cut behind': (lines, at) => lines.splice(at + 1),
};

const edit = fc.tuple(
  fc.constantFrom(...Object.keys(EDITS)),
  fc.nat(SAMPLE.length - 1),
  fc.constantFrom(...STRANGE),
);

describe('plain entries taken in one step', () => {
  it.each(readCases().filter(({ options }) => options.encoding === undefined))(
    'are what their lines come to: $name',
    async ({ bytes }) => {
      const [steps, lines] = await bothWays(bytes);
      expect(steps).toEqual(lines);
    },
  );

  it('are what their lines come to, whatever stands between them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (edits) => {
        const text = [...SAMPLE];
        for (const [name, at, strange] of edits) EDITS[name]?.(text, at, strange);
        const [steps, lines] = await bothWays(text.join('\n'));
        expect(steps).toEqual(lines);
      }),
      { numRuns: 400 },
    );
  });
});
