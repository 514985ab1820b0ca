import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HEADER_LINES = 12;
const PAPER_LINES = 8;
const LARGEST = 12;

const sample = readFileSync(new URL('../../fixtures/daily-papers.txt', import.meta.url), 'utf8').split('\n');

/** Pages of one to twelve papers; no two papers have the same title. */
const dump = (number) =>
  sample
    .slice(0, HEADER_LINES + ((number % LARGEST) + 1) * PAPER_LINES)
    .map((line, at) =>
      at >= HEADER_LINES && (at - HEADER_LINES) % PAPER_LINES === 0 ? `${line} (${number})` : line,
    )
    .join('\n');

/** Writes so many dumps into the folder. */
export const writeDumps = (folder, count) => {
  mkdirSync(folder, { recursive: true });
  for (let number = 1; number <= count; number++) {
    writeFileSync(join(folder, `${String(number).padStart(4, '0')}.txt`), `${dump(number)}\n`);
  }
};
