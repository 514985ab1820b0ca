import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type Outcome, read, readCases } from '../helpers/read-case.js';
import { runs } from '../helpers/runs.js';
import { distinctPapers } from './feed.js';
import { convertedPages, htmlPages, jsonPages, textPages } from './generated.js';
import { isSameInPieces } from './promises.js';

const papers = distinctPapers(6);
const made = Object.entries({
  ...textPages(papers),
  ...(await convertedPages(papers)),
  ...htmlPages(papers),
  ...jsonPages(papers),
}).map(([name, text]) => ({ name, bytes: Buffer.from(text), options: { asOf: '2026-10-02' } }));
const inputs = [...readCases(), ...made].filter(({ bytes }) => bytes.length > 0);

const wholes = new Map<string, Promise<Outcome>>();
const wholeOf = ({ name, bytes, options }: (typeof inputs)[number]): Promise<Outcome> => {
  const known = wholes.get(name) ?? read(bytes, options);
  wholes.set(name, known);
  return known;
};

describe('cut into pieces anywhere, also in the midst of a character or a line end, and empty pieces among them', () => {
  it('every fixture and every kind of page gives the same records, messages and account of its lines', async () => {
    const places = fc.array(fc.nat(), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...inputs), places, async (input, cuts) => {
        await isSameInPieces(await wholeOf(input), input.bytes, cuts, input.options);
      }),
      runs(200),
    );
  });
});
