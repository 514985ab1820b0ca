import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.js';
import { unpack as unpackSource } from '../../src/input/unpack.js';
import { cutAt, read } from '../helpers/read-case.js';
import { runs } from '../helpers/runs.js';

const unpacked = async (data: Uint8Array | AsyncIterable<Uint8Array>) => {
  const found: Diagnostic[] = [];
  const all: Uint8Array[] = [];
  const { bytes } = await unpackSource(data, undefined, (diagnostic) => found.push(diagnostic));
  for await (const chunk of bytes) all.push(chunk);
  return { text: Buffer.concat(all).toString('utf8'), messages: found.map(({ message }) => message) };
};
const unpack = async (message: string | Uint8Array, places: readonly number[] = []): Promise<string> =>
  (await unpacked(cutAt(Buffer.from(message), places))).text;

const PAGE =
  '<!doctype html>\n<p class="a">Cranes · über 3 = 折り鶴, and a line that is longer than a mail may have</p>';

/** As programs write it: a `=` at the end of each line that goes on in the next. */
const quotedPrintable = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte, at) => {
      const sign =
        byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte);
      return at % 20 === 19 ? `${sign}=\r\n` : sign;
    })
    .join('');
const base64 = (text: string): string =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

const part = (type: string, encoding: string, body: string): string =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
const message = (type: string, parts: readonly string[], boundary: string): string =>
  `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: ${type};\r\n\tboundary="${boundary}"\r\n\r\n\r\n${parts
    .map((one) => `--${boundary}\r\n${one}`)
    .join('')}--${boundary}--\r\n`;

const IMAGE = part('image/png', 'base64', base64('\u0089PNG'.repeat(50)));
const saved = (page: string): string =>
  message('multipart/related', [page, IMAGE, part('text/css', '8bit', 'p { color: red }')], '--=_x.1');

describe('unpack', () => {
  it.each([
    ['quoted-printable', quotedPrintable(PAGE)],
    ['base64', base64(PAGE)],
    ['8bit', PAGE],
    ['Quoted-Printable', quotedPrintable(PAGE)],
  ])('takes a page out of what a browser saved, in %s', async (encoding, body) => {
    expect((await unpack(saved(part('text/html', encoding, body)))).trim()).toBe(PAGE);
  });

  it('takes a page in the encoding that its part names', async () => {
    const body = Buffer.from('<p>über</p>', 'latin1').toString('base64');
    const page = saved(part('text/html; charset="iso-8859-1"', 'base64', body));
    expect((await unpack(page)).trim()).toBe('<p>über</p>');
    expect((await read(page, { encoding: 'utf-16le' })).inputs[0]?.encoding).toBe('utf-8');
  });

  it('takes the page of a mail, and not its text', async () => {
    const both = [
      part('text/plain', '7bit', 'Cranes'),
      part('text/html', 'quoted-printable', quotedPrintable(PAGE)),
    ];
    const inner = message('multipart/alternative', both, 'inner').replace(/^[\s\S]*?(?=Content-Type)/, '');
    expect((await unpack(message('multipart/mixed', [inner, IMAGE], 'outer'))).trim()).toBe(PAGE);
    const alone = `Subject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n${PAGE}`;
    expect((await unpack(alone)).trim()).toBe(PAGE);
  });

  it('takes the pages of frames and those sent along too', async () => {
    const frame = part('text/html', 'quoted-printable', quotedPrintable('<p>frame</p>'));
    const file = part('text/html\r\nContent-Disposition: attachment', 'base64', base64('<p>file</p>'));
    const found = await unpack(
      message('multipart/related', [part('text/html', '8bit', PAGE), IMAGE, frame, file], 'b'),
    );
    expect(found.replace(/\s*\n\s*(?=<p>)/g, '\n')).toContain(`${PAGE}\n<p>frame</p>\n<p>file</p>`);
  });

  it('leaves a message alone that shall be read as text, and takes the text of one without a page', async () => {
    const text = message('multipart/mixed', [part('text/plain', '7bit', 'a\r\nb'), IMAGE], 'b');
    expect((await unpack(text)).trim()).toBe('a\nb');
    const page = saved(part('text/html', '8bit', PAGE));
    expect((await unpackSource(page, 'text', () => {})).ofMessage).toBe(null);
    expect((await unpackSource(page, 'html', () => {})).ofMessage).toBe('pages');
  });

  it.each(['quoted-printable', 'base64'])(
    'takes the text of a mail that is encoded as %s',
    async (encoding) => {
      const text = 'Cranes \u2014 from the shore\nb\n';
      const body = encoding === 'base64' ? base64(text) : quotedPrintable(text);
      const mail = `Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n${body}`;
      // Empty lines stand in for the header, so that lines keep their numbers.
      expect((await unpack(mail)).split('\n').slice(0, 7)).toEqual([
        '',
        '',
        '',
        '',
        '',
        'Cranes \u2014 from the shore',
        'b',
      ]);
      expect((await unpackSource(mail, 'json', () => {})).ofMessage).toBe(null);
      expect((await unpackSource(mail, undefined, () => {})).ofMessage).toBe('text');
    },
  );

  it('gives the same in pieces of any size, and behind a byte-order mark', async () => {
    const whole = saved(part('text/html', 'quoted-printable', quotedPrintable(PAGE)));
    const expected = await unpack(whole);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 9 }), async (places) => {
        const sorted = places.sort((a, b) => a - b);
        expect(await unpack(whole, sorted)).toBe(expected);
      }),
      runs(50),
    );
    expect(await unpack(`\ufeff${whole}`)).toBe(expected);
  });

  it.each([
    ['a list', 'Daily Papers\n\nCranes\n'],
    [
      'words that look like a header',
      'Title: Cranes\nAuthors: 3\n\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>\n',
    ],
    ['a header of HTTP', 'HTTP/2 200\ncontent-type: text/html\n\n<html>\n'],
    ['a message of plain text', 'MIME-Version: 1.0\nContent-Type: text/plain\n\nCranes =3D\n'],
    ['nothing', ''],
  ])('leaves %s alone', async (_, text) => {
    const places = [1].filter((place) => place < text.length);
    expect(await unpack(text, places)).toBe(text);
  });

  it('ends with any damage', async () => {
    const whole = saved(part('text/html', 'base64', base64(PAGE)));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.nat(200),
        fc.constantFrom('', '\n', '--', '='),
        async (at, length, sign) => {
          await unpack(whole.slice(0, at) + sign + whole.slice(at + length));
        },
      ),
      runs(200),
    );
  });

  it('skips parts in parts without end, and says so', async () => {
    const part = (depth: number) => `Content-Type: multipart/mixed; boundary="b${depth}"\n\n--b${depth}\n`;
    const parts = Array.from({ length: 400 }, (_, depth) => part(depth)).join('');
    const { text, messages } = await unpacked(
      Buffer.from(`MIME-Version: 1.0\n${parts}Content-Type: text/html\n\n<p>`),
    );
    expect(text).toBe('');
    expect(messages).toEqual(['the message is nested too deep, or its headers are too long; it was skipped']);
  });
});

describe('gzip', () => {
  const TEXT = Array.from({ length: 4000 }, (_, line) => `Cranes ${line} · ${line * 7919}\n`).join('');
  const packed = gzipSync(TEXT);

  it('is inflated, in pieces of any size, of one member or several', async () => {
    expect(await unpack(packed)).toBe(TEXT);
    expect(await unpack(Buffer.concat([packed, gzipSync('more')]))).toBe(`${TEXT}more`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(packed.length), { maxLength: 9 }), async (places) => {
        const sorted = places.sort((a, b) => a - b);
        expect(await unpack(packed, sorted)).toBe(TEXT);
      }),
      runs(50),
    );
  });

  it('may hold a message', async () => {
    const page = saved(part('text/html', '8bit', PAGE));
    expect((await unpack(gzipSync(page))).trim()).toBe(PAGE);
  });

  const DAMAGED = ['the gzip file is damaged; what comes before, but for the last 1 KiB, was read'];

  it.each([1, 512, 100_000])(
    'with %d zeros behind it, as on a tape, is inflated all the same',
    async (count) => {
      const padded = Buffer.concat([packed, Buffer.alloc(count)]);
      expect(await unpacked(padded)).toEqual({ text: TEXT, messages: [] });
      expect(await unpack(padded, [packed.length - 3, packed.length, packed.length + 1])).toBe(TEXT);
    },
  );

  it('with something else behind it says so', async () => {
    const followed = Buffer.concat([packed, Buffer.alloc(9000, 'x')]);
    const { text, messages } = await unpacked(followed);
    expect(messages).toEqual(DAMAGED);
    expect(text).not.toBe('');
    expect(TEXT.startsWith(text)).toBe(true);
  });

  it('that is cut off or damaged gives what comes before, and says so', async () => {
    const said = ['the gzip file is cut off; what comes before was read'];
    for (const length of [packed.length - 1, packed.length >> 1, 12, 3]) {
      const { text, messages } = await unpacked(packed.subarray(0, length));
      expect(messages).toEqual(said);
      expect(TEXT.startsWith(text)).toBe(true);
      if (length > 100) expect(text.length).toBeGreaterThan(TEXT.length / 4);
    }
    const spoilt = Buffer.from(packed);
    spoilt.fill(0xff, packed.length >> 1, (packed.length >> 1) + 50);
    const { text, messages } = await unpacked(spoilt);
    expect(messages).toEqual(DAMAGED);
    expect(text.slice(0, 1000)).toBe(TEXT.slice(0, 1000));
    async function* bytewise() {
      for (const byte of spoilt) yield Uint8Array.of(byte);
    }
    expect((await unpacked(bytewise())).text).toBe(text);
  });

  it('fails as its source fails', async () => {
    async function* broken() {
      yield packed.subarray(0, 100);
      throw new Error('the disk is gone');
    }
    await expect(unpacked(broken())).rejects.toThrow('the disk is gone');
  });

  it('is inflated in small pieces, however much it holds', async () => {
    let longest = 0;
    let length = 0;
    const { bytes } = await unpackSource(gzipSync(Buffer.alloc(50_000_000)), undefined, () => {});
    for await (const chunk of bytes) {
      longest = Math.max(longest, chunk.length);
      length += chunk.length;
    }
    expect(length).toBe(50_000_000);
    expect(longest).toBeLessThanOrEqual(64 * 1024 * 2);
  });
});

describe('the source of a page', () => {
  it('is no paper where something spoilt it', async () => {
    const lines = (title: string) => `Daily Papers\n\n${title}\n\n·\n\n3 authors\n\n`;
    for (const title of ['<li class="a"><div>3', '</div> </li></ul>', '<script> import("/a.js"); </script>'])
      expect((await read(lines(title) + lines(title))).papers).toEqual([]);
    expect((await read(lines('<think> Tokens = More Thought?'))).papers).toHaveLength(1);
  });
});
