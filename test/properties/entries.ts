import { readFileSync } from 'node:fs';
import type { Paper } from '../../src/paper.js';
import { read, SEED } from '../helpers/read-case.js';
import { type Distinct, distinctPapers } from './feed.js';
import { SHAPES } from './shapes/index.js';

/** A page of text, with the lines at which its entries begin; the last number is where the last one ends. */
export interface EntryPage {
  name: string;
  lines: readonly string[];
  starts: readonly number[];
  /** What the page is made of, in order. */
  titles: readonly string[];
  papers: readonly Paper[];
  /** It has a list of its links, at its end or lost: without the list there are no ids. */
  hasMarks: boolean;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The sample, whose titles stand on lines of their own. */
export const sampleEntries = async (): Promise<EntryPage> => {
  const text = readFileSync(SEED, 'utf8');
  const lines = text.split('\n');
  const { papers } = await read(text);
  const starts = papers.map(({ title }) => lines.findIndex((line) => tidy(line) === title));
  const titles = papers.map(({ title }) => title);
  return { name: 'the sample', lines, starts: [...starts, lines.length], titles, papers, hasMarks: false };
};

const sameBeginning = (a: readonly string[], b: readonly string[]): number => {
  const differs = a.findIndex((line, i) => line !== b[i]);
  return differs < 0 ? a.length : differs;
};

/** Pages of every shape. An entry begins where a page with one paper more differs. */
export const shapeEntries = async (count: number, first: number): Promise<EntryPage[]> => {
  const feed = distinctPapers(count + 1, first);
  const pages: EntryPage[] = [];
  for (const [name, shape] of Object.entries(SHAPES)) {
    const linesWith = (papers: readonly Distinct[]): string[] => shape(papers).split('\n');
    const starts = Array.from({ length: count + 1 }, (_, i) =>
      sameBeginning(linesWith(feed.slice(0, i)), linesWith(feed.slice(0, i + 1))),
    );
    const lines = linesWith(feed.slice(0, count));
    const { papers } = await read(lines.join('\n'), { asOf: '2026-10-02' });
    const hasMarks = name === 'numbered references' || name === 'day page with a list of its links';
    const titles = feed.slice(0, count).map(({ title }) => tidy(title));
    pages.push({ name, lines, starts, titles, papers, hasMarks });
  }
  return pages;
};

/** Neighbouring entries of a page, without what stands around them. */
export const entriesAlone = ({ lines, starts }: EntryPage, from: number, count: number): string =>
  `${lines
    .slice(starts[from], starts[from + count])
    .join('\n')
    .trimEnd()}\n`;

const ONLY_FROM_LISTS: readonly (keyof Paper)[] = ['arxivId', 'url', 'githubRepo', 'organizationSlug'];

const FROM_THE_PAGE: readonly (keyof Paper)[] = ['yearInferred', 'submittedOn'];

/** What of a paper differs from what its whole page gives; the year and the day of the page, whose evidence is gone, aside. */
export const differences = (read: readonly Paper[], page: EntryPage, whole: Paper): string[] => {
  const found = read.find(({ title }) => title === whole.title);
  if (!found) return [`“${whole.title}” is missing`];
  // One number between two papers of a day may be the comments of the first or the upvotes of the second: only the page shows it.
  const isBetween = (field: keyof Paper): boolean =>
    page.name.startsWith('day page') &&
    ((field === 'comments' && whole.comments === null) || (field === 'upvotes' && found.upvotes === null));
  const isLeftOut = (field: keyof Paper): boolean =>
    isBetween(field) || (page.hasMarks && found[field] === null && ONLY_FROM_LISTS.includes(field));
  const compared = (paper: Paper, field: keyof Paper): unknown => {
    if (field === 'published') return paper.published?.slice('2026-'.length);
    // One entry need not say whether its backslashes are Markdown's.
    return field === 'abstract' ? paper.abstract?.replaceAll('\\', '') : paper[field];
  };
  return (Object.keys(whole) as (keyof Paper)[])
    .filter((field) => !FROM_THE_PAGE.includes(field) && !isLeftOut(field))
    .filter((field) => JSON.stringify(compared(found, field)) !== JSON.stringify(compared(whole, field)))
    .map((field) => `“${whole.title}”: ${field} is ${found[field]}, not ${whole[field]}`);
};

/** Titles of records that no paper of the page has. */
export const inventedTitles = (read: readonly Paper[], page: EntryPage): string[] =>
  read.filter(({ title }) => !page.titles.includes(title)).map(({ title }) => `invented: “${title}”`);
