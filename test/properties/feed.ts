import type { Paper } from '../../src/paper.js';
import { printedValue } from '../matrix/expected.js';
import { type Invented, inventPapers } from '../matrix/invent.js';

/** An invented paper of which nothing is like in any other: each of its facts tells whose it is. */
export interface Distinct extends Invented {
  /** A word of its title, its abstract and every name around it, and of no other paper's. */
  name: string;
}

const BEGINNINGS = ['Vo', 'Mu', 'Ti', 'Ga', 'Pel', 'Qui', 'Zun', 'Haf', 'Lom', 'Rus'];
const ENDS = ['bex', 'run', 'skar', 'drin', 'wim', 'nole', 'gath', 'fird', 'zett', 'yop'];

const nameOf = (n: number): string =>
  `${BEGINNINGS[n % 10]}${ENDS[Math.floor(n / 10) % 10]}${n < 100 ? '' : nameOf(Math.floor(n / 100)).toLowerCase()}`;

/** The name goes into both ends of a title: it may break over lines. */
const named = (title: string, name: string): string => {
  const words = title.split(' ');
  const inside = words.length > 3 ? words.toSpliced(-1, 0, name) : words;
  return inside.toSpliced(1, 0, name).join(' ');
};

/** The name goes between the words so often that each line of a wrapped text has it. */
const strewn = (text: string, name: string): string =>
  text
    .split(' ')
    .flatMap((word, i) => (i % 6 === 5 ? [name.toLowerCase(), word] : [word]))
    .join(' ');

const two = (n: number): string => String(n).padStart(2, '0');

/** Up to 17 papers with titles of every kind, in an order that follows from the number of the first. */
export const distinctPapers = (count: number, first = 0): Distinct[] => {
  const invented = inventPapers(first);
  return Array.from({ length: count }, (_, i) => {
    const n = first + i;
    const paper = invented[n % invented.length] as Invented;
    const name = nameOf(n);
    const day = { year: 2026 - (n % 3), month: 1 + (n % 9), day: 1 + (n % 28) };
    const lower = name.toLowerCase();
    return {
      ...paper,
      name,
      id: `${day.year % 100}${two(day.month)}.${10_000 + n}`,
      title: named(paper.title, name),
      abstract: strewn(paper.abstract, name),
      summary: strewn(paper.summary, name),
      authorCount: n % 5 === 0 ? 501 + n : 2 + n,
      organization: paper.organization && { slug: `${lower}-lab`, name: `${name} Lab` },
      day,
      upvotes: paper.upvotes && 2001 + n,
      comments: paper.comments && 1 + n,
      submittedBy: paper.submittedBy && `${lower}-kite`,
      github: paper.github && { ...paper.github, repo: `https://github.com/cranelab/${lower}` },
    };
  });
};

const TEXTS = ['title', 'abstract', 'organization', 'organizationSlug', 'submittedBy', 'githubRepo'] as const;
const VALUES = ['authorCount', 'published', 'arxivId'] as const;

/** The facts of a record that are a paper's. Upvotes and comments of neighbours stand side by side, and may be any number. */
const sharedFacts = (record: Paper, made: Distinct): string[] => [
  ...TEXTS.filter((field) => record[field]?.toLowerCase().includes(made.name.toLowerCase())),
  ...VALUES.filter(
    (field) => record[field] !== null && record[field] === printedValue(made, field, 'search'),
  ),
];

/** Whose facts a record has, where it has those of several papers. */
export const mixed = (records: readonly Paper[], feed: readonly Distinct[]): string[] =>
  records.flatMap((record) => {
    const owners = feed.flatMap((made) => {
      const facts = sharedFacts(record, made);
      return facts.length > 0 ? [`${made.name}: ${facts.join(', ')}`] : [];
    });
    return owners.length > 1 ? [`“${record.title}” is of ${owners.join(' and of ')}`] : [];
  });
