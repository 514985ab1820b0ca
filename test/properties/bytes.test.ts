import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParseOptions } from '../../src/options.js';
import { COMMAND } from '../helpers/built.js';
import { read, readCases } from '../helpers/read-case.js';
import { runs } from '../helpers/runs.js';
import { hasOneRoleALine, hasValidRecords, readWhole } from './promises.js';

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

const format = fc.constantFrom<ParseOptions['inputFormat']>(undefined, 'text', 'html', 'json');
const asOptions = (inputFormat: ParseOptions['inputFormat']): ParseOptions =>
  inputFormat === undefined ? {} : { inputFormat };

const keepsPromises = async (bytes: Uint8Array, inputFormat: ParseOptions['inputFormat']): Promise<void> => {
  const whole = await readWhole(bytes, asOptions(inputFormat));
  hasOneRoleALine(whole, bytes);
  hasValidRecords(whole);
};

const GZIP = 0x1f;
// What is packed has no lines of its own.
const pages = readCases().flatMap(({ bytes }) => (bytes.length > 0 && bytes[0] !== GZIP ? [bytes] : []));

/** A page of which stretches were overwritten. */
const spoilt = fc
  .record({
    page: fc.constantFrom(...pages),
    spots: fc.array(fc.tuple(fc.nat(20_000), fc.uint8Array({ minLength: 1, maxLength: 12 })), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  .map(({ page, spots }) => {
    const bytes = new Uint8Array(page);
    for (const [at, spot] of spots)
      bytes.set(spot.slice(0, bytes.length - (at % bytes.length)), at % bytes.length);
    return bytes;
  });

describe('any input, taken for anything, keeps its lines and throws nothing', () => {
  it('bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), format, keepsPromises), runs(300));
  });

  it('lines of any characters, with any line ends', async () => {
    const line = fc.tuple(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom('\n', '\r\n', '\r'));
    const text = fc.array(line, { maxLength: 40 }).map((lines) => Buffer.from(lines.flat().join('')));
    await fc.assert(fc.asyncProperty(text, format, keepsPromises), runs(200));
  });

  it('pages that are partly overwritten', async () => {
    await fc.assert(fc.asyncProperty(spoilt, format, keepsPromises), runs(200));
  });

  it('scraps of pages, of which no title is invented', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...SCRAPS), { maxLength: 60 }), async (lines) => {
        const text = lines.join('\n');
        const bytes = Buffer.from(text);
        await keepsPromises(bytes, 'text');
        const { papers } = await read(bytes, { inputFormat: 'text' });
        // Heading and reference marks come off.
        const wordsOf = (said: string) => said.replaceAll('[12]', '').replace(/[#\s]+/g, ' ');
        for (const { title } of papers) expect(wordsOf(text)).toContain(wordsOf(title).slice(0, 20));
      }),
      runs(500),
    );
  });
});

/** More than any reader holds of an input. */
const LARGE = 20_000_000;
/** Prints the most memory that the process ever took, in kB; Linux alone tells. */
const TELLS_MEMORY = `process.on('exit', () => process.stderr.write(
  process.getBuiltinModule('node:fs').readFileSync('/proc/self/status', 'utf8').match(/VmHWM:.*/)[0]))`;

describe.runIf(process.platform === 'linux')('the memory of the command', () => {
  it('stays within 200 MB, 48 of them heap, on 20 MB of anything over and over', async () => {
    const unit = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 100, maxLength: 3000 }),
      fc.array(fc.constantFrom(...SCRAPS), { minLength: 10, maxLength: 60 }).map((lines) => lines.join('\n')),
      spoilt,
    );
    fc.assert(
      fc.property(unit, format, (bytes, inputFormat) => {
        const asked = inputFormat === undefined ? [] : ['--input-format', inputFormat];
        const { status, stderr } = spawnSync(
          'node',
          [
            ...['--max-old-space-size=48', '--import', `data:text/javascript,${TELLS_MEMORY}`],
            ...[COMMAND, 'parse', '-', '-q', '-f', 'jsonl', '-o', '/dev/null', ...asked],
          ],
          { input: Buffer.alloc(LARGE, bytes), encoding: 'utf8' },
        );
        expect([0, 1]).toContain(status);
        expect(Number(/VmHWM:\s*(\d+) kB$/.exec(stderr)?.[1])).toBeLessThan(200_000);
      }),
      runs(1),
    );
  });
});
