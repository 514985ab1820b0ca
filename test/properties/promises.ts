import assert from 'node:assert/strict';
import { mayBeEnvelope, pagesOfEnvelope } from '../../src/input/unpack.js';
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

/** Of what is packed, in gzip, a mail or the answer of a scraper, the lines are those inside. */
const isPacked = (data: Uint8Array, text: string): boolean =>
  (data[0] === 0x1f && data[1] === 0x8b) ||
  (/^mime-version:/im.test(text) &&
    /^content-transfer-encoding: {0,9}(?:quoted-printable|base64)/im.test(text)) ||
  (mayBeEnvelope(text) && pagesOfEnvelope(text) !== null);

/** Every line of a text has exactly one role, and none is lost, doubled or moved. */
export const hasOneRoleALine = ({ inputs, seen }: Whole, data: Uint8Array): void => {
  for (const { reader, encoding, lines } of inputs) {
    const { total, inPapers, page, blank, dropped, unrecognised } = lines;
    assert.equal(inPapers + page + blank + dropped + unrecognised, total, 'roles do not add up to lines');
    if (reader !== 'text') continue;
    // Decoding all at once, some versions of Node take windows-1252 for Latin-1.
    const decoder = new TextDecoder(encoding);
    const whole = decoder.decode(data, { stream: true }) + decoder.decode();
    if (isPacked(data, whole)) continue;
    const texts = linesOf(whole);
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
