import type { FieldName, PaperRecord } from '../paper.js';
import { counted, dayInWords, isOfPaper } from '../words.js';
import { type Column, fieldColumn, who, whoColumn } from './columns.js';
import { escapeInline, escapeParagraph, link } from './escape-markdown.js';
import { type Picked, pick, pieces, type WriterModule } from './writer.js';

const DIGEST_FIELDS: readonly FieldName[] = [
  'title',
  'published',
  'upvotes',
  'comments',
  'authorCount',
  'organization',
  'submittedBy',
  'url',
  'githubRepo',
  'githubStars',
  'projectPage',
  'links',
  'abstract',
];

/** A digest to read and to paste. Every paper shows its title, whatever fields are asked for. */
export const markdown: WriterModule = {
  defaultFields: DIGEST_FIELDS,
  async *write(papers, { fields = DIGEST_FIELDS }) {
    const asList = !fields.includes('abstract');
    let number = 0;
    for await (const batch of pieces(papers)) {
      yield batch
        .map((paper) => {
          number += 1;
          const shown = pick(paper, fields);
          if (asList) return `${item(paper.title, shown, number)}\n`;
          return `${number === 1 ? '' : '\n'}${section(paper.title, shown)}\n`;
        })
        .join('');
    }
  },
};

/** A heading with the facts and the abstract below it. */
const section = (title: string, paper: Picked): string => {
  const heading = `## ${link(title, paper.url) ?? escapeInline(title)}`;
  const paragraphs = [paper.aiSummary, paper.abstract].map((text) => escapeParagraph(text ?? ''));
  return [heading, factsInMarkdown(paper).join(' · '), ...paragraphs]
    .filter((block) => block !== '')
    .join('\n\n');
};

/** One line of a numbered list. */
const item = (title: string, paper: Picked, number: number): string => {
  const line = [link(title, paper.url) ?? escapeParagraph(title), ...factsInMarkdown(paper)].join(' · ');
  return `${number}. ${line}${paper.aiSummary == null ? '' : ` — ${escapeInline(paper.aiSummary)}`}`;
};

const given = <T>(value: T | null | undefined, say: (value: T) => string | null): string[] => {
  const said = value == null ? null : say(value);
  return said === null ? [] : [said];
};

const listed = (names: readonly string[] | null | undefined, before = ''): string[] =>
  names == null || names.length === 0 ? [] : [before + names.map(escapeParagraph).join(', ')];

const repository = ({ githubRepo, githubStars }: Picked): string[] => {
  const stars = githubStars == null ? null : counted(githubStars, 'star');
  return given(link(stars === null ? 'GitHub' : `GitHub, ${stars}`, githubRepo) ?? stars, String);
};

/**
 * The addresses of the abstract that no other fact links already. One that leads to a paper would be read as the paper's own:
 * it is in the abstract alone.
 */
const abstractLinks = ({ links, githubRepo, projectPage }: Picked): string[] => {
  const others = (links ?? []).filter(
    (address) => address !== githubRepo && address !== projectPage && !isOfPaper(address),
  );
  return others.flatMap((address, index) =>
    given(link(others.length === 1 ? 'link' : `link ${index + 1}`, address), String),
  );
};

/** What a digest says of a paper, in this order; a field that is not there says nothing. */
const FACTS: readonly ((paper: Picked) => readonly string[])[] = [
  (paper) => given(who(paper), escapeParagraph),
  ({ organizationSlug }) => given(organizationSlug, escapeParagraph),
  ({ authors }) => listed(authors),
  ({ published }) => given(published, dayInWords),
  ({ yearInferred }) => (yearInferred ? ['year inferred'] : []),
  ({ upvotes }) => given(upvotes, (count) => counted(count, 'upvote')),
  ({ comments }) => given(comments, (count) => counted(count, 'comment')),
  ({ submittedBy }) => given(submittedBy, (handle) => `submitted by ${escapeInline(handle)}`),
  ({ arxivId }) => given(arxivId, (id) => `arXiv:${id}`),
  repository,
  ({ projectPage }) => given(projectPage, (address) => link('project page', address)),
  abstractLinks,
  ({ keywords }) => listed(keywords, 'keywords: '),
  ({ source }) => given(source, (name) => `from ${escapeInline(name)}`),
  ({ line }) => given(line, (number) => `line ${number}`),
  ({ rank }) => given(rank, (number) => `rank ${number}`),
  ({ pageDate }) => given(pageDate, (day) => `page of ${dayInWords(day)}`),
];

/** The facts of a paper as Markdown, scraped text escaped. */
export const factsInMarkdown = (paper: Picked): readonly string[] => FACTS.flatMap((fact) => fact(paper));

const TABLE_FIELDS: readonly FieldName[] = [
  'published',
  'title',
  'organization',
  'authorCount',
  'upvotes',
  'comments',
];

const TABLE_COLUMNS: readonly Column[] = [
  fieldColumn('published', 'date'),
  fieldColumn('title'),
  whoColumn('who'),
  fieldColumn('upvotes'),
  fieldColumn('comments'),
];

/** A GFM table; titles are links where the paper has an address. */
export const markdownTable: WriterModule = {
  defaultFields: TABLE_FIELDS,
  async *write(papers, { fields }) {
    const columns = fields?.map((field) => fieldColumn(field)) ?? TABLE_COLUMNS;
    const rule = columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'));
    yield row(columns.map(({ heading }) => heading)) + row(rule);
    for await (const batch of pieces(papers)) {
      yield batch.map((paper) => row(columns.map((column) => markdownCell(column, paper)))).join('');
    }
  },
};

/** A row of a GFM table. */
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

/** The text of a column as a cell of a GFM table. */
const markdownCell = (column: Column, paper: PaperRecord): string => {
  const text = column.text(paper, 0);
  const inMarkdown = (column.kind === 'title' ? link(text, paper.url) : null) ?? escapeInline(text);
  return inMarkdown.replaceAll('|', '\\|');
};
