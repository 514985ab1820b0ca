import type { Reader } from '../reader.js';
import { headerInWords } from './rows.js';

/** Reads CSV and TSV: our own, the hub client's, and others' with a header that names what papers have. */
export const csvReader: Reader = {
  name: 'csv',
  detect: (head) => headerInWords(head.replace(/^\ufeff/, '')),
  async *read(content, context) {
    const { readTable } = await import('./read.js');
    yield* readTable(content.text(), context);
  },
};
