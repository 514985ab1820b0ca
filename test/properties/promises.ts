import assert from 'node:assert/strict';
import type { ParseOptions } from '../../src/options.js';
import type { LineRecord } from '../../src/page.js';
import { paperSchema } from '../../src/paper.js';
import { cutAt, diagnosticLines, type Outcome, read } from '../helpers/read-case.js';

/** What the README promises of any input; each throws where it is not kept. */

interface Whole extends Outcome {
  seen: LineRecord[];
}

/** Reads any input, with its lines. */
export const readWhole = async (data: Uint8Array, options: ParseOptions = {}): Promise<Whole> => {
  const seen: LineRecord[] = [];
  return { ...(await read(data, { ...options, onLine: (line) => seen.push(line) })), seen };
};

const linesOf = (text: string): string[] => {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

/** Every line of a text has exactly one role, and none is lost, doubled or moved. */
export const hasOneRoleALine = ({ inputs, seen }: Whole, data: Uint8Array): void => {
  for (const { reader, encoding, lines } of inputs) {
    const { total, inPapers, page, blank, dropped, unrecognised } = lines;
    assert.equal(inPapers + page + blank + dropped + unrecognised, total, 'roles do not add up to lines');
    // Of packed bytes the lines are those inside.
    if (reader !== 'text' || (data[0] === 0x1f && data[1] === 0x8b)) continue;
    // Decoding all at once, some versions of Node take windows-1252 for Latin-1.
    const decoder = new TextDecoder(encoding);
    const texts = linesOf(decoder.decode(data, { stream: true }) + decoder.decode());
    assert.deepEqual(
      seen.map(({ line, text }) => `${line} ${text}`),
      texts.map((text, i) => `${i + 1} ${text}`),
      'not every line comes once, in order',
    );
    assert.equal(total, texts.length, 'not every line has a role');
  }
};

/** Every record is one by the schema, and no reader makes one that is none. */
export const hasValidRecords = ({ papers, diagnostics }: Outcome): void => {
  for (const paper of papers) paperSchema.parse(paper);
  const misfit = diagnostics.find(({ message }) => /^record \d+ is left out: /.test(message));
  assert.equal(misfit?.message, undefined, 'a reader gave what is no record');
};

const saidBy = ({ papers, diagnostics, inputs }: Outcome): object => ({
  papers,
  diagnostics: diagnosticLines(diagnostics),
  inputs,
});

/** In whatever pieces it comes, it gives the same records, the same messages and the same account. */
export const isSameInPieces = async (
  whole: Outcome,
  data: Uint8Array,
  places: readonly number[],
  options: ParseOptions = {},
): Promise<void> => {
  const inPieces = await read(
    cutAt(
      data,
      places.map((place) => place % (data.length + 1)).sort((a, b) => a - b),
    ),
    options,
  );
  assert.deepEqual(saidBy(inPieces), saidBy(whole), 'pieces give something else than the whole');
};
