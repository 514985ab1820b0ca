import { PACKAGES } from '../matrix/converters.js';
import { SPACINGS } from '../matrix/element.js';
import type { Invented } from '../matrix/invent.js';
import { KINDS, renderPage } from '../matrix/pages.js';
import type { Distinct } from './feed.js';
import { SHAPES } from './shapes/index.js';

/** Pages of the same papers, by name. */
export type Pages = Record<string, string>;

const two = (n: number): string => String(n).padStart(2, '0');

/** A paper as the feed's API gives it. */
const record = (paper: Invented): object => ({
  paper: {
    id: paper.id,
    title: paper.title,
    summary: paper.abstract,
    publishedAt: `${paper.day.year}-${two(paper.day.month)}-${two(paper.day.day)}T10:00:00.000Z`,
    upvotes: paper.upvotes,
    authors: [{ name: 'Ida Quill' }, { name: 'Bo Marsh', hidden: false }],
    ai_summary: paper.summary,
    ai_keywords: ['paper', 'cranes'],
    ...(paper.github && { githubRepo: paper.github.repo, githubStars: paper.github.stars }),
  },
  title: paper.title,
  numComments: paper.comments,
  submittedBy: paper.submittedBy && { name: paper.submittedBy },
  organization: paper.organization && { name: paper.organization.slug, fullname: paper.organization.name },
});

export const jsonPages = (papers: readonly Invented[]): Pages => {
  const records = papers.map(record);
  return {
    list: JSON.stringify(records),
    'wrapped list': JSON.stringify({ status: 'ok', count: records.length, data: records }, null, 1),
    lines: records.map((one) => `${JSON.stringify(one)}\n`).join(''),
  };
};

/** Cards alone in every spacing, and a page with its JSON. */
export const htmlPages = (papers: readonly Invented[]): Pages => {
  const pages = KINDS.flatMap((kind) =>
    Object.entries(SPACINGS).map(([spacing, space]) => [
      `${kind}, ${spacing}`,
      renderPage(kind, papers, space),
    ]),
  );
  const json = JSON.stringify({
    dailyPapers: papers.map(record),
    dateString: '2026-10-02',
    periodType: 'day',
  });
  const props = json.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const withJson = (pages[0]?.[1] ?? '').replace(
    '<main>',
    () => `<main><div data-target="DailyPapers" data-props="${props}"></div>`,
  );
  return { ...Object.fromEntries(pages), 'with JSON': withJson };
};

export const textPages = (papers: readonly Distinct[]): Pages =>
  Object.fromEntries(Object.entries(SHAPES).map(([name, shape]) => [name, shape(papers)]));

/** What converters make of the HTML; each has its turn with another spacing. */
export const convertedPages = async (papers: readonly Invented[]): Promise<Pages> => {
  const spacings = Object.values(SPACINGS);
  const pages: Pages = {};
  for (const [i, [name, convert]] of Object.entries(PACKAGES).entries()) {
    for (const kind of ['search', 'day', 'trending'] as const) {
      const space = spacings[i % spacings.length] as (typeof spacings)[number];
      pages[`${name}, ${kind}`] = await convert(renderPage(kind, papers, space));
    }
  }
  return pages;
};
