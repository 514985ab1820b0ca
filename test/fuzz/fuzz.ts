// MINUTES=60 npm run fuzz: looks for inputs that break a promise. INPUT=<file> npm run fuzz: tries one again.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ParseOptions } from '../../src/options.js';
import { READERS } from '../../src/readers/index.js';
import { WRITERS } from '../../src/writers/index.js';
import { written } from '../helpers/paper.js';
import { type Random, seeded } from '../helpers/random.js';
import { FIXTURES, read } from '../helpers/read-case.js';
import { hasOneRoleALine, hasValidRecords, isSameInPieces, readWhole } from '../properties/promises.js';

const FORMATS: readonly ParseOptions['inputFormat'][] = [undefined, ...READERS.map(({ name }) => name)];
/** These keep everything: they are read back as they were written. */
const WHOLE: ReadonlySet<string> = new Set(['json', 'jsonl']);
/** Longer inputs are slow, and find no more. */
const LONGEST = 64 * 1024;
const MINUTES = Number(process.env.MINUTES ?? 1);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** Reads an input as every format, writes and reads back what comes out; throws where a promise is not kept. */
const tryInput = async (data: Uint8Array): Promise<void> => {
  for (const inputFormat of FORMATS) {
    const options = inputFormat === undefined ? {} : { inputFormat };
    const whole = await readWhole(data, options);
    hasOneRoleALine(whole, data);
    hasValidRecords(whole);
    await isSameInPieces(
      whole,
      data,
      [1, 3, 5, 7].map((part) => Math.floor((data.length * part) / 9)),
      options,
    );
    for (const { name } of WRITERS) {
      const text = await written(whole.papers, name);
      if (!WHOLE.has(name) || whole.papers.length === 0) continue;
      assert.deepEqual((await read(text)).papers, whole.papers, `${name} is not read back as it was written`);
    }
  }
};

/** Changes of a text, one character a byte. `cut` gives two places of it in order, `line` one of the other's lines. */
type Change = (text: string, from: number, to: number, other: string, random: Random) => string;
const CHANGES: readonly Change[] = [
  (text, from, to) => text.slice(0, from) + text.slice(to),
  (text, from, to) => text.slice(0, to) + text.slice(from),
  (text, from, to) => text.slice(0, from) + text.slice(to) + text.slice(from, to),
  (text, from) => text.slice(0, from),
  (text, from, _, other) => text.slice(0, from) + other.slice(from),
  (text, from, to, other) => text.slice(0, from) + other.slice(from, to) + text.slice(from),
  (text, from, _, __, random) =>
    text.slice(0, from) + String.fromCharCode(random.below(256)) + text.slice(from + 1),
  (text, from, _, other, random) =>
    `${text.slice(0, from)}\n${random.pick(other.split('\n'))}\n${text.slice(from)}`,
  (text, _, __, other, random) => {
    const lines = text.split('\n');
    lines[random.below(lines.length)] = random.pick(other.split('\n'));
    return lines.join('\n');
  },
];

const mutate = (text: string, other: string, random: Random): string => {
  let changed = text;
  for (let left = 1 + random.below(4); left > 0; left--) {
    const from = random.below(changed.length + 1);
    // Mostly a short stretch: a long one leaves little to be broken.
    const to = Math.min(changed.length, from + random.below(random.pick([4, 40, 400, 4000])));
    changed = random.pick(CHANGES)(changed, from, to, other, random).slice(0, LONGEST);
  }
  return changed;
};

const corpus = (): string[] =>
  readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /^(?:input|expected)\.(?!diagnostics)|^daily-papers/.test(name))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1').slice(0, LONGEST));

const again = process.env.INPUT;

if (again !== undefined)
  it('the input keeps every promise', () => tryInput(new Uint8Array(readFileSync(again))));
else
  it('every changed fixture keeps every promise', async () => {
    const random = seeded(SEED);
    const texts = corpus();
    const folder = mkdtempSync(join(tmpdir(), 'papers-fuzz-'));
    const found = new Set<string>();
    const end = Date.now() + MINUTES * 60_000;
    let tried = 0;
    for (; Date.now() < end; tried++) {
      const bytes = Buffer.from(mutate(random.pick(texts), random.pick(texts), random), 'latin1');
      // Where reading never ends, or ends all, the input is there.
      writeFileSync(join(folder, 'last'), bytes);
      try {
        await tryInput(new Uint8Array(bytes));
      } catch (error) {
        const [why = ''] = String(error).split('\n');
        if (found.has(why)) continue;
        found.add(why);
        const file = join(folder, String(found.size));
        writeFileSync(file, bytes);
        console.log(`found: ${why}\n  INPUT=${file} npm run fuzz`);
      }
    }
    console.log(`SEED=${SEED}: ${tried} inputs; the last one is ${join(folder, 'last')}`);
    expect([...found]).toEqual([]);
  });
