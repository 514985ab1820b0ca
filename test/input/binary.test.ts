import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parseText } from '../../src/parse.js';
import { read } from '../helpers/read-case.js';

const page = 'Daily Papers\n\nFolding Paper Cranes\n';
const XZ = Buffer.from(`\xfd7zXZ\0${page}`, 'latin1');

it.each<[string, string, Uint8Array, string, string]>([
  ['xz', 'a.xz', XZ, 'an xz file, not a saved page', 'unpack it: xzcat a.xz | papers parse -'],
  ['no name', '<stdin>', XZ, 'an xz file, not a saved page', 'unpack it: xzcat FILE | papers parse -'],
  ['an apostrophe in the name', "ann's.xz", XZ, 'an xz file, not a saved page', "xzcat 'ann'\\''s.xz' |"],
  [
    'PDF',
    'my page.pdf',
    Buffer.from(`%PDF-1.7\n${page}`),
    'a PDF, not a saved page',
    "pdftotext 'my page.pdf' -",
  ],
  [
    'unknown',
    'a.bin',
    deflateRawSync(Buffer.alloc(999, 'abcdefgh\0')),
    'binary data, not a saved page',
    'papers reads',
  ],
])('says what a file is that holds no text, and what to type: %s', async (_, name, bytes, what, hint) => {
  const { papers, diagnostics } = await read(bytes, {}, name);
  expect(papers).toEqual([]);
  expect(diagnostics).toMatchObject([
    { code: 'not-text', message: what, hint: expect.stringContaining(hint) },
  ]);
});

it('takes text about such files for text', async () => {
  const { diagnostics } = await parseText('PK and BZh are how archives begin.');
  expect(diagnostics.map(({ code }) => code)).not.toContain('not-text');
});
