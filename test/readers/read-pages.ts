import type { Diagnostic } from '../../src/diagnostic.js';
import type { ReaderName } from '../../src/options.js';
import type { Page } from '../../src/page.js';
import { READERS } from '../../src/readers/index.js';
import type { Reader } from '../../src/readers/reader.js';

export const readerOf = (wanted: ReaderName): Reader => READERS.find(({ name }) => name === wanted) as Reader;

/** What a reader alone makes of a text. */
export const readPages = async (
  reader: ReaderName,
  text: string,
): Promise<{ pages: Page[]; diagnostics: Diagnostic[] }> => {
  async function* pieces() {
    for (const [piece] of text.matchAll(/[\s\S]{1,65536}/gu)) yield piece;
  }
  async function* chunks() {
    for await (const piece of pieces()) yield Buffer.from(piece);
  }
  const pages: Page[] = [];
  const diagnostics: Diagnostic[] = [];
  const lines = { total: 0, inPapers: 0, page: 0, blank: 0, dropped: 0, unrecognised: 0 };
  const report = (found: Diagnostic) => void diagnostics.push(found);
  const read = await readerOf(reader).load();
  for await (const page of read({ text: pieces, bytes: chunks }, { report, lines })) pages.push(page);
  return { pages, diagnostics };
};

/** A card of a page as HTML. */
export const card = (id: string, inside = '') =>
  `<article><h3><a href="/papers/${id}">Crane ${id}</a></h3>${inside}</article>`;

/** The arXiv ids that are read out of HTML, and what is said. */
export const idsOf = async (html: string) => {
  const { pages, diagnostics } = await readPages('html', html);
  return {
    ids: pages.flatMap(({ entries }) => entries.map(({ fields }) => fields.arxivId)),
    told: diagnostics.map(({ code, message }) => `${code}: ${message}`),
  };
};
