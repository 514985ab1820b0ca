import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpack as unpackSource } from '../../src/input/unpack.js';
import { cutAt, read } from '../helpers/read-case.js';
import { runs } from '../helpers/runs.js';

const unpack = async (message: string | Uint8Array, places: readonly number[] = []): Promise<string> => {
  const all: Uint8Array[] = [];
  const { bytes } = await unpackSource(cutAt(Buffer.from(message), places), undefined);
  for await (const chunk of bytes) all.push(chunk);
  return Buffer.concat(all).toString('utf8');
};

const PAGE =
  '<!doctype html>\n<p class="a">Cranes · über 3 = 折り鶴, and a line that is longer than a mail may have</p>\n';

/** As programs write it: lines of at most 76 characters, a `=` at the end of each that goes on. */
const quotedPrintable = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      [...Buffer.from(line)]
        .map((byte) =>
          byte === 0x3d || byte > 0x7e
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCharCode(byte),
        )
        .reduce(
          ([...lines], sign) => {
            const last = lines.pop() as string;
            return last.length + sign.length > 75 ? [...lines, `${last}=`, sign] : [...lines, last + sign];
          },
          [''],
        )
        .join('\r\n'),
    )
    .join('\r\n');
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
    expect((await unpack(saved(part('text/html; charset="utf-8"', encoding, body)))).trim()).toBe(
      PAGE.trim(),
    );
  });

  it('takes the page of a mail, and not its text', async () => {
    const both = [
      part('text/plain', '7bit', 'Cranes'),
      part('text/html', 'quoted-printable', quotedPrintable(PAGE)),
    ];
    const inner = message('multipart/alternative', both, 'inner').replace(/^[\s\S]*?(?=Content-Type)/, '');
    expect((await unpack(message('multipart/mixed', [inner, IMAGE], 'outer'))).trim()).toBe(PAGE.trim());
    const alone = `Subject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n${PAGE}`;
    expect(await unpack(alone)).toBe(PAGE);
  });

  it('leaves a message without a page alone, and one that shall be read as text', async () => {
    const text = message('multipart/mixed', [part('text/plain', '7bit', 'a\r\nb'), IMAGE], 'b');
    expect(await unpack(text)).toBe(text);
    const page = saved(part('text/html', '8bit', PAGE));
    expect((await unpackSource(page, 'text')).isPage).toBe(false);
    expect((await unpackSource(page, 'html')).isPage).toBe(true);
  });

  it('takes the pages of frames too', async () => {
    const frame = part('text/html', 'quoted-printable', quotedPrintable('<p>frame</p>'));
    const found = await unpack(
      message('multipart/related', [part('text/html', '8bit', PAGE), IMAGE, frame], 'b'),
    );
    expect(found).toBe(`${PAGE}\r\n<p>frame</p>\n`);
  });

  it('gives the same in pieces of any size, and behind a byte-order mark', async () => {
    const whole = saved(part('text/html', 'quoted-printable', quotedPrintable(PAGE)));
    const expected = await unpack(whole);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 9 }), async (places) => {
        expect(
          await unpack(
            whole,
            places.sort((a, b) => a - b),
          ),
        ).toBe(expected);
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
    expect(
      await unpack(
        text,
        [1].filter((place) => place < text.length),
      ),
    ).toBe(text);
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
    const endless = saved(part('text/html', 'quoted-printable', '=3D'.repeat(2_000_000)));
    expect((await unpack(endless)).length).toBeGreaterThan(1_900_000);
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
