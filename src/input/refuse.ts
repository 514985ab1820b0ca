import { type Diagnostic, diagnostic } from '../diagnostic.js';
import { shellWord } from '../words.js';

/** Files that are not a page but may hold one: bytes near their start, what they are, and what to type. */
const KINDS: readonly { at?: number; bytes: string; what: string; hint: (file: string) => string }[] = [
  { bytes: '\xfd7zXZ\0', what: 'an xz file', hint: (file) => unpacked(`xzcat ${file}`) },
  // Behind `BZh` and a digit.
  { at: 4, bytes: '1AY&SY', what: 'a bzip2 file', hint: (file) => unpacked(`bzcat ${file}`) },
  { bytes: '\x28\xb5\x2f\xfd', what: 'a Zstandard file', hint: (file) => unpacked(`zstdcat ${file}`) },
  { bytes: 'PK\x03\x04', what: 'a ZIP archive', hint: (file) => unpacked(`unzip -p ${file}`) },
  {
    bytes: '%PDF-',
    what: 'a PDF',
    hint: (file) =>
      `save the page as HTML; or read the text of the PDF: pdftotext ${file} - | papers parse -`,
  },
];

const unpacked = (command: string): string => `unpack it: ${command} | papers parse -`;

/** A file name as typed in a shell; `FILE` for `<stdin>`, which has no name. */
const fileWord = (name: string): string => (name.startsWith('<') ? 'FILE' : shellWord(name));

const kindOf = (head: Uint8Array) => {
  const beginning = Buffer.from(head.subarray(0, 16)).toString('latin1');
  return KINDS.find(({ at = 0, bytes }) => beginning.startsWith(bytes, at));
};

/** Whether bytes begin like a file of a known binary kind, though much of it may look like text. */
export const isKnownBinary = (head: Uint8Array): boolean => kindOf(head) !== undefined;

/** What a binary input is, and how to get at the page in it. */
export const notText = (head: Uint8Array, name: string): Diagnostic => {
  const kind = kindOf(head);
  return diagnostic('not-text', {
    message: kind ? `${kind.what}, not a saved page` : 'binary data, not a saved page',
    hint: kind ? kind.hint(fileWord(name)) : 'papers reads text, Markdown, HTML, JSON, CSV and feeds',
  });
};

/** Texts about papers that cannot be read: one of their first lines, what else is in them, what they are, and what to do instead. */
const REFUSED: readonly { line: RegExp; rest?: RegExp; message: string; hint: string }[] = [
  {
    line: /^ID {1,99}TITLE [A-Z ]{1,200} PUBLISHED_AT\b/m,
    // A table with short titles only is whole.
    rest: /(?:\.{3}|…) /,
    message: 'the table that hf prints for people, which cuts the titles',
    hint: 'save its JSON: hf papers ls --format json > papers.json',
  },
  {
    line: /^@[a-z]{3,20} ?\{ ?[^\s{},]{1,100},\s*$/im,
    message: 'a bibliography in BibTeX, which lacks most fields of a paper',
    hint: 'keep papers as JSON Lines to read them again: papers parse … -f jsonl',
  },
];
/** A prompt may come before the table. */
const LINES_LOOKED_AT = 5;

/** Why an input is not read at all; `null` for most. */
export const refusalOf = (head: string): Diagnostic | null => {
  const lines = head.split('\n', LINES_LOOKED_AT).join('\n');
  const found = REFUSED.find(({ line, rest }) => line.test(lines) && (rest?.test(head) ?? true));
  return found ? diagnostic('no-papers', { message: found.message, hint: found.hint }) : null;
};
