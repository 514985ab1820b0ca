import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanLines } from '../../src/readers/text/scan.js';

const bytesOf = (alphabet: string) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength: 60 }).map((letters) => letters.join(''));

interface Line {
  text: string;
  isOdd: boolean;
}

/** The lines of a text that end, and what stands behind them. */
const scanned = (pieces: readonly Buffer[]): { lines: Line[]; rest: string[] } => {
  const found = scanLines(4096);
  const lines: Line[] = [];
  const rest: string[] = [];
  let before = '';
  for (const bytes of pieces) {
    const count = found.scan(bytes, before.endsWith('\r'));
    before = bytes.toString('latin1');
    for (let i = 0; i < count; i++)
      lines.push({
        text: bytes.toString('latin1', found.starts[i], found.ends[i]),
        isOdd: found.odd[i] === 1,
      });
    rest.push(bytes.toString('latin1', found.rest()));
  }
  return { lines, rest };
};

describe('scanLines', () => {
  it('finds the lines that a regular expression finds', () => {
    fc.assert(
      fc.property(bytesOf('ab \n\r'), fc.nat(3), (text, offset) => {
        const bytes = Buffer.from(`${'x'.repeat(offset)}${text}`, 'latin1').subarray(offset);
        const { lines, rest } = scanned([bytes]);
        const expected = text.split(/\r\n|\r|\n/);
        expect([...lines.map((line) => line.text), rest[0]]).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('calls a line odd that is not made of printable words with single spaces, and hardly another', () => {
    fc.assert(
      fc.property(bytesOf('ab!~ \n\t\xe2\x7f'), fc.nat(3), (text, offset) => {
        const bytes = Buffer.from(`${'x'.repeat(offset)}${text}`, 'latin1').subarray(offset);
        for (const { text: line, isOdd } of scanned([bytes]).lines) {
          const isPlain = line === '' || /^[!-~]+(?: [!-~]+)*$/.test(line);
          if (!isPlain) expect([line, isOdd]).toEqual([line, true]);
          else if (!line.includes(' !')) expect([line, isOdd]).toEqual([line, false]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes CR and LF for one line end where the bytes are cut between them', () => {
    expect(scanned([Buffer.from('a\r'), Buffer.from('\nb\r\n'), Buffer.from('\n')])).toEqual({
      lines: ['a', 'b', ''].map((text) => ({ text, isOdd: false })),
      rest: ['', '', ''],
    });
  });
});
