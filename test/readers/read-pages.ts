import type { Diagnostic } from '../../src/diagnostic.js';
import type { Page } from '../../src/entry.js';
import type { Reader } from '../../src/readers/reader.js';

const CHUNK = 1 << 16;

/** What a reader alone makes of a text. */
export const readPages = async (
  reader: Reader,
  text: string,
): Promise<{ pages: Page[]; diagnostics: Diagnostic[] }> => {
  const bytes = new TextEncoder().encode(text);
  async function* chunks() {
    for (let from = 0; from < bytes.length; from += CHUNK) yield bytes.subarray(from, from + CHUNK);
  }
  const pages: Page[] = [];
  const diagnostics: Diagnostic[] = [];
  const lines = { total: 0, inPapers: 0, page: 0, blank: 0, dropped: 0, unrecognised: 0 };
  const report = (found: Diagnostic) => void diagnostics.push(found);
  for await (const page of reader.read(chunks(), { report, lines })) pages.push(page);
  return { pages, diagnostics };
};
