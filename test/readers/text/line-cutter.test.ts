import { describe, expect, it } from 'vitest';
import { lineCutter } from '../../../src/readers/text/lines.js';

const cut = (pieces: readonly string[]): { lines: string[]; tooLong: number[] } => {
  const tooLong: number[] = [];
  const cutter = lineCutter((line) => tooLong.push(line));
  const lines = pieces.flatMap((piece) => cutter.add(Buffer.from(piece)));
  const last = cutter.end();
  return { lines: last === null ? lines : [...lines, last], tooLong };
};

describe('lines', () => {
  it.each(['\n', '\r\n', '\r'])('end in %j, wherever the input is cut', (end) => {
    const lines = ['one', '', ' two • ', 'thrée'];
    const text = lines.join(end) + end;
    expect(cut([text]).lines).toEqual(lines);
    for (let at = 1; at < text.length; at++)
      expect(cut([text.slice(0, at), text.slice(at)]).lines).toEqual(lines);
    expect(cut([...text]).lines).toEqual(lines);
  });

  it('may end in all ways at once, and the last in none', () => {
    const text = 'a\rb\r\nc\n\rd\n\n\r\r\ne';
    const lines = ['a', 'b', 'c', '', 'd', '', '', '', 'e'];
    expect(cut([text]).lines).toEqual(lines);
    expect(cut([...text]).lines).toEqual(lines);
  });

  it('are cut after 1 MiB, at a whole character', () => {
    const long = `x${'é'.repeat(1024 * 1024)}`;
    const { lines, tooLong } = cut(['one\n', long.slice(0, 9), `${long.slice(9)}\nthree`]);
    expect(lines.map((line) => line.length)).toEqual([3, 1024 * 512, 5]);
    expect(lines[1]?.endsWith('é')).toBe(true);
    expect(tooLong).toEqual([2]);
  });
});
