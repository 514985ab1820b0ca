import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distinctPapers } from '../properties/feed.js';
import { convertedPages, htmlPages, jsonPages, textPages } from '../properties/generated.js';
import { LONGEST } from './mutate.js';

/** So few that a run is short, and so many that neighbours tell what is whose. */
const PAPERS = 4;

const fixtures = (): Buffer[] =>
  readdirSync('fixtures', { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !/^(?:args|stderr|stdout|expected\.stderr)/.test(file.name))
    .map((file) => readFileSync(join(file.parentPath, file.name)));

/** What every run starts from: the fixtures, and invented pages in every shape. One character a byte. */
export const startingCorpus = async (): Promise<string[]> => {
  const papers = distinctPapers(PAPERS);
  const generated = [
    textPages(papers),
    await convertedPages(papers),
    htmlPages(papers),
    jsonPages(papers),
  ].flatMap((pages) => Object.values(pages));
  const texts = [...fixtures(), ...generated.map((text) => Buffer.from(text))];
  return [...new Set(texts.map((bytes) => bytes.toString('latin1').slice(0, LONGEST)))];
};
