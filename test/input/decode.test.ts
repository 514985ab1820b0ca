import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.js';
import { decode } from '../../src/input/decode.js';
import { cutAt } from '../helpers/read-case.js';
import { runs } from '../helpers/runs.js';

const TEXT = 'Folding Paper Cranes · über 3 “authors” 折り鶴\n';

const decoded = async (data: string | Uint8Array | AsyncIterable<Uint8Array>, label?: string) => {
  const found: Diagnostic[] = [];
  const { encoding, text: pieces } = await decode(data, label, (diagnostic) => found.push(diagnostic));
  let text = '';
  for await (const piece of pieces()) {
    expect(piece).not.toMatch(/[\ud800-\udbff]$/);
    text += piece;
  }
  return {
    encoding,
    text,
    codes: found.map(({ code }) => code),
    messages: found.map(({ message }) => message),
  };
};

const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
const marked = (mark: number[], bytes: Uint8Array) => Buffer.concat([Buffer.from(mark), bytes]);

describe('decode', () => {
  it.each([
    ['a string', TEXT, 'utf-8'],
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with mark', marked([0xef, 0xbb, 0xbf], Buffer.from(TEXT)), 'utf-8'],
    ['UTF-16LE with mark', marked([0xff, 0xfe], Buffer.from(TEXT, 'utf16le')), 'utf-16le'],
    ['UTF-16BE with mark', marked([0xfe, 0xff], swapped(TEXT)), 'utf-16be'],
    ['UTF-16LE without mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
    ['UTF-16BE without mark', swapped(TEXT), 'utf-16be'],
  ])('reads %s', async (_, data, encoding) => {
    expect(await decoded(data)).toEqual({ encoding, text: TEXT, codes: [], messages: [] });
  });

  it('guesses windows-1252 and says so', async () => {
    const bytes = Buffer.from('a \x93quoted\x94 title \xb7 3 authors', 'latin1');
    expect(await decoded(bytes)).toMatchObject({
      encoding: 'windows-1252',
      text: 'a “quoted” title · 3 authors',
      codes: ['encoding-guessed'],
    });
  });

  it('takes the encoding that it is told', async () => {
    const bytes = Buffer.from([0x90, 0xdc, 0x82, 0xe8]);
    expect(await decoded(bytes, 'shift_jis')).toMatchObject({
      encoding: 'shift_jis',
      text: '折り',
      codes: [],
    });
    await expect(decoded(bytes, 'no-such-encoding')).rejects.toThrow(RangeError);
  });

  it('keeps damaged UTF-8 as UTF-8, replaces what is broken and says it once', async () => {
    const bytes = Buffer.from(`${TEXT.repeat(3)}`);
    bytes[bytes.indexOf('折')] = 0xff;
    bytes[bytes.length - 3] = 0xfe;
    const { encoding, text, codes } = await decoded(bytes);
    expect(encoding).toBe('utf-8');
    expect(text).toContain('\ufffd');
    expect(text).toContain(TEXT);
    expect(codes).toEqual(['encoding-replaced']);
  });

  it('knows binary data', async () => {
    const picture = Buffer.from([
      0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 2, 3, 0x80,
    ]);
    expect((await decoded(picture)).encoding).toBeNull();
    expect((await decoded(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]))).encoding).toBeNull();
  });

  it('says where the first byte is that is not valid, whatever stands before it', async () => {
    const bytes = marked([0xef, 0xbb, 0xbf], Buffer.from('é \ufffd \xff', 'utf8'));
    bytes[bytes.length - 2] = 0xff;
    expect((await decoded(bytes)).messages[0]).toContain('first at byte 11');
    const utf16 = Buffer.from('Cranes \ud800 and boats', 'utf16le');
    expect((await decoded(utf16, 'utf-16le')).messages[0]).toContain('first at character 8');
  });

  it('takes one byte-order mark off and leaves a second one', async () => {
    for (const bytes of [
      Buffer.from('\ufeff\ufeffa'),
      Buffer.from('\ufeff\ufeffa', 'utf16le'),
      swapped('\ufeff\ufeffa'),
    ])
      expect((await decoded(bytes)).text).toBe('\ufeffa');
  });

  it('gives the same for any cut into chunks, and says the same', async () => {
    const text = fc
      .array(fc.constantFrom(TEXT, 'a', 'é', '折り', '\ufeff', '\ufffd', '😀', '\n'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    const encoded = fc.tuple(text, fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'));
    const spoilt = fc
      .tuple(encoded, fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 4 }))
      .map(([[words, encoding], spots]) => {
        const bytes = Buffer.from(words, encoding);
        for (const [at, byte] of spots) if (at < bytes.length) bytes[at] = byte;
        return bytes;
      });
    const label = fc.constantFrom(undefined, 'utf-8', 'utf-16be', 'shift_jis', 'gb18030');
    const places = fc.array(fc.nat(2000), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(spoilt, label, places, async (bytes, asked, cuts) => {
        const within = cuts.filter((place) => place < bytes.length).sort((a, b) => a - b);
        expect(await decoded(cutAt(bytes, within), asked)).toEqual(await decoded(bytes, asked));
      }),
      runs(500),
    );
  });

  it('closes its source when the reader stops early', async () => {
    let closed = false;
    async function* source() {
      try {
        while (true) yield Buffer.alloc(40_000, 'a ');
      } finally {
        closed = true;
      }
    }
    const { text } = await decode(source(), undefined, () => {});
    for await (const _ of text()) break;
    expect(closed).toBe(true);
  });
});
